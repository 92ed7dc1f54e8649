"""How long work tells how far it is, without knowing who listens."""

from typing import Protocol


class Progress(Protocol):
    """Hears what a stage has to do and has done."""

    def begin(self, stage: str, total: int | None) -> None:
        """A stage starts; `total` steps are ahead, None when unknown."""

    def advance(self, steps: int = 1) -> None:
        """The stage has done some more steps."""


class Silence:
    """Progress that nobody watches: in tests, and where Dagster keeps the record."""

    def begin(self, stage: str, total: int | None) -> None:
        """Hear nothing."""

    def advance(self, steps: int = 1) -> None:
        """Hear nothing."""
