"""How days compare with the days before them: so much news, so many speakers unknown.

A comparison warns; what must hold at all belongs in `checks`.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import polars as pl

from extract.lexicons import Lexicons
from extract.reading.knowledge import compile_knowledge
from extract.reading.unknown_words import count_unknown_words
from orchestration.home import Home
from orchestration.storage import scan_table, stored_days

# Eight weeks: eight of each weekday, and short enough for a season.
WINDOW_DAYS = 56
SAME_WEEKDAYS = 4
MIN_DAYS = 7
GIVEN_UP_DAYS = 365
# Articles whose words are looked up, old and new: 300 stories are some 100,000 words.
MAX_TEXTS = 300
MIN_SHARE_STEP = 0.05
DEVIATIONS = 3
# Statements of one story share its author and its subject, so they count for fewer.
CLUSTERING = 4

# Hits and total of some days.
Count = Callable[[Home, Sequence[date]], tuple[int, int]]


@dataclass(frozen=True)
class Drift:
    """A share among new days beside the share among the days before.

    Attributes:
        hits: Rows counted among the new days.
        total: Of how many.
        hits_before: The same of the days before.
        total_before: Of how many.
    """

    hits: int
    total: int
    hits_before: int
    total_before: int

    @property
    def share(self) -> float:
        """Share among the new days."""
        return self.hits / self.total if self.total else 0.0

    @property
    def share_before(self) -> float:
        """Share among the days before."""
        return self.hits_before / self.total_before if self.total_before else 0.0

    @property
    def is_judged(self) -> bool:
        """Whether both sides hold anything."""
        return bool(self.total and self.total_before)

    @property
    def has_moved(self) -> bool:
        """Whether the share differs by more than chance and by enough to matter."""
        if not self.is_judged:
            return False
        pooled = (self.hits + self.hits_before) / (self.total + self.total_before)
        spread = pooled * (1 - pooled) * (1 / self.total + 1 / self.total_before)
        step = DEVIATIONS * math.sqrt(CLUSTERING * spread)
        return abs(self.share - self.share_before) > max(MIN_SHARE_STEP, step)


def find_unusual_volumes(home: Home, days: Sequence[date], today: date) -> list[str]:
    """Find days with less than half or more than double the articles that are usual.

    Usual is the median of the same weekday in the eight weeks before, or of all days where there
    are few. A day without any article between the days is judged too; one that is not over is not.

    Args:
        home: The warehouse.
        days: New days.
        today: Of which there may be more to come.
    """
    counts = {
        day: n
        for day, n in scan_table(home, "_days")
        .select("partition_date", "n_articles")
        .collect()
        .iter_rows()
        if n
    }
    if not counts:
        return []
    first = min(counts)
    return [
        f"{day} ({day:%A}): {counts.get(day, 0):,} articles where {usual:,.0f} are usual"
        for day in _with_gaps(days, counts)
        if day < today
        and (usual := _usual(counts, first, day))
        and not usual / 2 <= counts.get(day, 0) <= usual * 2
    ]


def _with_gaps(days: Sequence[date], counts: dict[date, int]) -> list[date]:
    """Add to days the calendar days without articles since the day with articles before them."""
    judged = set(days)
    for day in days:
        before = day - timedelta(days=1)
        while before not in counts and day - before < timedelta(days=WINDOW_DAYS):
            judged.add(before)
            before -= timedelta(days=1)
    return sorted(judged)


def _usual(counts: dict[date, int], first: date, day: date) -> float:
    """Give the median of what came before, 0 where that is too little to judge by."""
    begin = max(first, day - timedelta(days=WINDOW_DAYS))
    window = [begin + timedelta(days=i) for i in range((day - begin).days)]
    alike = [counts.get(other, 0) for other in window if other.weekday() == day.weekday()]
    everything = [counts.get(other, 0) for other in window]
    if len(everything) < MIN_DAYS:
        return 0
    return median(alike if len(alike) >= SAME_WEEKDAYS else everything)


def compare(home: Home, days: Sequence[date], count: Count) -> Drift:
    """Compare a share among some days with the same among the days stored before them."""
    earlier = [day for day in stored_days(home, "articles") if days and day < min(days)]
    return Drift(*count(home, days), *count(home, earlier[-WINDOW_DAYS:]))


def count_unresolved_speakers(home: Home, days: Sequence[date]) -> tuple[int, int]:
    """Count the statements of some days whose speaker is not known, and all of them."""
    unresolved = (pl.col("speaker_resolution") == "unresolved").sum()
    counts = scan_table(home, "quotes", days).select(unresolved.alias("hits"), pl.len())
    hits, total = counts.collect().row(0)
    return int(hits), int(total)


def count_unknown_among(lexicons: Lexicons) -> Count:
    """Give the count of words that no list knows, in a sample of some days' articles."""

    def count(home: Home, days: Sequence[date]) -> tuple[int, int]:
        # One article of each day in turn would favour quiet days: every n-th is as they come.
        texts = scan_table(home, "articles", days).select("raw_text")
        n = texts.select(pl.len()).collect().item()
        some = texts.gather_every(max(1, n // MAX_TEXTS)).collect()["raw_text"]
        return count_unknown_words(some, compile_knowledge(lexicons))

    return count


def days_since_landing(home: Home, today: date) -> tuple[int, float] | None:
    """Give the days since news last landed, and the longest wait that is usual.

    Usual is three times the median wait between days on which something landed.

    Returns:
        None where nothing is waited for: where news has landed on fewer than `MIN_DAYS` days, or
        not for `GIVEN_UP_DAYS`, as in an archive that says when each article was fetched.
    """
    landed = scan_table(home, "documents").select(pl.col("fetched_at").dt.date()).unique()
    days = sorted(landed.collect().to_series().drop_nulls())
    if len(days) < MIN_DAYS or (today - days[-1]).days > GIVEN_UP_DAYS:
        return None
    waits = [(later - earlier).days for earlier, later in pairwise(days)]
    return (today - days[-1]).days, 3 * max(1.0, median(waits))
