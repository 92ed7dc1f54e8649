"""Days of documents to days of articles, sentences, mentions, quotes, topics and dyads.

Days are read together (`orchestration.batches`) and written apart; how a batch is read belongs in
`extract.pipeline`.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import polars as pl

from extract.lexicons import Lexicons
from extract.pipeline import EXTRACTOR_VERSION, extract_batches
from extract.schemas import READING_TABLES
from orchestration.batches import Batches
from orchestration.home import Home
from orchestration.progress import Progress, Silence
from orchestration.storage import DAYS, Staging, hash_part, in_order, scan_table, stored_days

# With fewer than that for each, they are read before another process has begun.
ARTICLES_A_WORKER = 1_000
# Entered around each change of files.
Writing = Callable[[], AbstractContextManager[object]]
# Told of a day and its tables, `_days` with them.
OnDay = Callable[[date, Mapping[str, pl.DataFrame]], None]


@dataclass(frozen=True)
class ReadingVersion:
    """What decides, together with its documents, what a day's tables hold."""

    extractor: str
    lexicon: str

    @classmethod
    def of(cls, lexicons: Lexicons) -> "ReadingVersion":
        """Give the version of the extractor with these word lists."""
        return cls(EXTRACTOR_VERSION, lexicons.version)

    def __str__(self) -> str:
        """Write it as Dagster's code version."""
        return f"{self.extractor}-{self.lexicon}"


def find_stale_days(home: Home, version: ReadingVersion) -> list[date]:
    """List the days whose tables are not whole, or not of their documents and this version."""
    read = {
        row["partition_date"]: (
            row["documents_hash"],
            row["extractor_version"],
            row["lexicon_version"],
        )
        for row in scan_table(home, "_days").collect().iter_rows(named=True)
    }
    whole = set.intersection(*(set(stored_days(home, table)) for table in READING_TABLES))
    return [
        day
        for day in stored_days(home, "documents")
        if day not in whole
        or read.get(day) != (hash_part(home, "documents", day), version.extractor, version.lexicon)
    ]


@dataclass(frozen=True)
class ReadingOptions:
    """How days are read; what comes out is the same.

    Attributes:
        workers: Processes to read with.
        progress: Told of each article read.
        writing: Entered around each change of files.
        on_day: Told of each day's tables when they are written.
    """

    workers: int = 1
    progress: Progress = field(default_factory=Silence)
    writing: Writing = nullcontext
    on_day: OnDay | None = None


def extract_days(
    home: Home,
    days: Sequence[date],
    lexicons: Lexicons,
    options: ReadingOptions | None = None,
) -> None:
    """Read some days' documents and replace all their tables, each day whole or not at all.

    The caller holds the home's lock, or gives `writing` to take it for as long as a change of files
    takes: then other days can be read, and documents land, at the same time.

    Args:
        home: The warehouse.
        days: Days to read; one without documents gets empty tables.
        lexicons: The word lists.
        options: How; in this process, silently, when None.
    """
    options = options or ReadingOptions()
    batches = Batches(home, sorted(days))
    n_articles = batches.n_articles
    options.progress.begin("reading articles", n_articles)
    workers = max(1, min(options.workers, n_articles // ARTICLES_A_WORKER))
    writer = _DayWriter(home, ReadingVersion.of(lexicons), options)
    for tables in extract_batches(iter(batches), workers):
        batch = batches.pending.popleft()
        writer.add(tables, batch.documents, batch.ended)
        options.progress.advance(batch.documents.height)
    writer.write(batches.days_left)


class _DayWriter:
    """Sorts batches' rows to their days and writes each day when its last row is in."""

    def __init__(self, home: Home, version: ReadingVersion, options: ReadingOptions) -> None:
        self._home = home
        self._version = version
        self._options = options
        self._extracted_at = datetime.now(UTC)
        self._held: defaultdict[date, dict[str, list[pl.DataFrame]]] = defaultdict(_no_tables)

    def add(
        self, tables: dict[str, pl.DataFrame], documents: pl.DataFrame, ended: Mapping[date, str]
    ) -> None:
        """Take a batch's tables; write the days that end with it, keep the rest for the next."""
        articles = tables["articles"].select("article_id", "document_id")
        dates = articles.join(documents, on="document_id").drop("document_id")
        for name in READING_TABLES:
            # Sorted here, once for all days of a batch, and not a day at a time.
            dated = tables[name].lazy().join(dates.lazy(), on="article_id", maintain_order="left")
            ordered = in_order(name, dated).collect()
            parts = ordered.partition_by("partition_date", as_dict=True, include_key=False)
            for (day,), part in parts.items():
                self._held[day][name].append(part)
        self.write(ended)

    def write(self, days: Mapping[date, str]) -> None:
        """Write and forget these days, given with the hashes of their documents, in one change."""
        with self._options.writing():
            staging = Staging(self._home)
            known = scan_table(self._home, "_days", days).collect()
            booked = known.rows_by_key("partition_date", named=True, include_key=True, unique=True)
            for day, documents_hash in days.items():
                self._stage(staging, day, documents_hash, booked.get(day))
            staging.commit()

    def _stage(
        self,
        staging: Staging,
        day: date,
        documents_hash: str,
        known: Mapping[str, object] | None,
    ) -> None:
        parts = self._held.pop(day, _no_tables())
        tables = {name: _together(name, parts[name]) for name in READING_TABLES}
        # With the version: a day that another one read alike is shown as read by that one.
        content = hashlib.sha256(str(self._version).encode())
        for table_hash in (*staging.write_ordered(tables, day), documents_hash):
            content.update(table_hash.encode())
        row = {
            "partition_date": day,
            # Until it is known which of its articles are new: see `duplicates`.
            "content_hash": content.hexdigest(),
            "reading_hash": content.hexdigest(),
            "extracted_at": self._extracted_at,
            "extractor_version": self._version.extractor,
            "lexicon_version": self._version.lexicon,
            "n_articles": tables["articles"].height,
            "documents_hash": documents_hash,
        }
        # For equal content the row that there is, and with it its time.
        is_known = known is not None and known["reading_hash"] == row["reading_hash"]
        tables["_days"] = pl.DataFrame([known if is_known else row], schema=DAYS)
        staging.write_ordered({"_days": tables["_days"]}, day)
        if self._options.on_day:
            self._options.on_day(day, tables)


_NO_ROWS = {name: schema.to_frame() for name, schema in READING_TABLES.items()}


def _together(name: str, parts: list[pl.DataFrame]) -> pl.DataFrame:
    """Give a day's rows in order; of most days all are in one batch."""
    if not parts:
        return _NO_ROWS[name]
    return parts[0] if len(parts) == 1 else in_order(name, pl.concat(parts).lazy()).collect()


def _no_tables() -> dict[str, list[pl.DataFrame]]:
    return {name: [] for name in READING_TABLES}
