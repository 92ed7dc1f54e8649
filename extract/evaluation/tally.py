"""Counts by measure, and the errors behind them.

Which measures there are, and what counts as right, belongs in `scoring`.
"""

from typing import NamedTuple


class Counts(NamedTuple):
    """What one measure counted: `found` is None for a share of `gold`, else the measure is F1."""

    hits: int
    found: int | None
    gold: int

    @property
    def value(self) -> float | None:
        """F1, or the share; None where there was nothing to find and nothing was found."""
        if self.found is None:
            return self.hits / self.gold if self.gold else None
        asked = self.found + self.gold
        return 2 * self.hits / asked if asked else None


class Tally:
    """Counts by measure and the errors behind them, gathered over one article."""

    def __init__(self, article: str) -> None:
        """Start with nothing counted for `article`."""
        self.article = article
        self.counts: dict[str, Counts] = {}
        self.errors: list[tuple[str, str, str | None, str | None]] = []

    def add(self, measure: str, hits: int, gold: int, found: int | None = None) -> None:
        """Add to the counts of a measure."""
        old = self.counts.get(measure, Counts(0, None if found is None else 0, 0))
        together = None if found is None else (old.found or 0) + found
        self.counts[measure] = Counts(old.hits + hits, together, old.gold + gold)

    def check(
        self, measure: str, *, right: bool, expected: object = None, found: object = None
    ) -> None:
        """Count one question answered right or wrong."""
        self.add(measure, int(right), 1)
        if not right:
            self.note(measure, expected, found)

    def note(self, error: str, expected: object, found: object) -> None:
        """Note what was expected and what was found instead; either may be None."""
        shown = (None if value is None else str(value) for value in (expected, found))
        self.errors.append((self.article, error, *shown))  # type: ignore[arg-type]
