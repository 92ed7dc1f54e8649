"""Days of documents to days of articles, sentences, mentions, quotes, topics and dyads.

Days are read together in bounded batches and written apart; how a batch is read belongs in
`extract.pipeline`.
"""

import hashlib
import math
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import polars as pl

from extract.lexicons import Lexicons
from extract.pipeline import EXTRACTOR_VERSION, extract_batches
from extract.schemas import READING_TABLES
from orchestration.home import Home
from orchestration.progress import Progress, Silence
from orchestration.storage import DAYS, Staging, hash_part, scan_table, stored_days

BATCH_ARTICLES = 500


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


def extract_days(
    home: Home,
    days: Sequence[date],
    lexicons: Lexicons,
    workers: int = 1,
    progress: Progress | None = None,
) -> None:
    """Read some days' documents and replace all their tables, each day whole or not at all.

    The caller holds the home's lock.

    Args:
        home: The warehouse.
        days: Days to read; one without documents gets empty tables.
        lexicons: The word lists.
        workers: Processes to read with.
        progress: Told of each article read.
    """
    progress = progress or Silence()
    batches = _Batches(home, sorted(days))
    n_articles = batches.n_articles
    progress.begin("reading articles", n_articles)
    workers = max(1, min(workers, math.ceil(n_articles / BATCH_ARTICLES)))
    writer = _DayWriter(home, ReadingVersion.of(lexicons))
    for tables in extract_batches(iter(batches), workers):
        batch = batches.pending.popleft()
        writer.add(tables, batch.documents, batch.ended)
        progress.advance(batch.documents.height)
    writer.write(batches.days_without_documents)


@dataclass(frozen=True)
class _Batch:
    documents: pl.DataFrame
    ended: tuple[date, ...]


class _Batches:
    """Documents of days in order, as frames of at most `BATCH_ARTICLES` rows.

    Iterating reads ahead of the results, so what each frame held waits in `pending`.
    """

    def __init__(self, home: Home, days: Sequence[date]) -> None:
        self._home = home
        self._days = days
        self.pending: deque[_Batch] = deque()

    @cached_property
    def _heights(self) -> dict[date, int]:
        days = scan_table(self._home, "documents", self._days).select("partition_date")
        return dict(days.group_by("partition_date").len().collect().iter_rows())

    @property
    def n_articles(self) -> int:
        return sum(self._heights.values())

    @property
    def days_without_documents(self) -> list[date]:
        return [day for day in self._days if not self._heights.get(day)]

    def __iter__(self) -> Iterator[pl.DataFrame]:
        waiting: list[pl.DataFrame] = []
        ended: list[date] = []
        room = BATCH_ARTICLES
        for day in (day for day in self._days if self._heights.get(day)):
            documents = scan_table(self._home, "documents", [day]).collect()
            while documents.height > room:
                waiting.append(documents.head(room))
                yield self._batch(waiting, ended)
                documents = documents.slice(room)
                waiting, ended, room = [], [], BATCH_ARTICLES
            waiting.append(documents)
            ended.append(day)
            room -= documents.height
        if waiting:
            yield self._batch(waiting, ended)

    def _batch(self, waiting: list[pl.DataFrame], ended: list[date]) -> pl.DataFrame:
        documents = pl.concat(waiting)
        keys = documents.select("document_id", "partition_date")
        self.pending.append(_Batch(keys, tuple(ended)))
        return documents


class _DayWriter:
    """Sorts batches' rows to their days and writes each day when its last row is in."""

    def __init__(self, home: Home, version: ReadingVersion) -> None:
        self._home = home
        self._version = version
        self._held: defaultdict[date, dict[str, list[pl.DataFrame]]] = defaultdict(_no_tables)

    def add(
        self, tables: dict[str, pl.DataFrame], documents: pl.DataFrame, ended: Sequence[date]
    ) -> None:
        """Take a batch's tables; write the days that end with it, keep the rest for the next."""
        articles = tables["articles"].select("article_id", "document_id")
        dates = articles.join(documents, on="document_id").drop("document_id")
        for name in READING_TABLES:
            dated = tables[name].join(dates, on="article_id")
            parts = dated.partition_by("partition_date", as_dict=True, include_key=False)
            for (day,), part in parts.items():
                self._held[day][name].append(part)
        self.write(ended)

    def write(self, days: Sequence[date]) -> None:
        """Write and forget these days, in one change."""
        staging = Staging(self._home)
        for day in days:
            self._stage(staging, day, self._held.pop(day, _no_tables()))
        staging.commit()

    def _stage(self, staging: Staging, day: date, parts: dict[str, list[pl.DataFrame]]) -> None:
        content = hashlib.sha256()
        for name, schema in READING_TABLES.items():
            table = pl.concat([schema.to_frame(), *parts[name]])
            content.update(staging.write_day(name, day, table).encode())
        documents_hash = hash_part(self._home, "documents", day)
        content.update(documents_hash.encode())
        row = {
            "partition_date": day,
            "content_hash": content.hexdigest(),
            "extractor_version": self._version.extractor,
            "lexicon_version": self._version.lexicon,
            "n_articles": sum(part.height for part in parts["articles"]),
            "documents_hash": documents_hash,
        }
        staging.write_day("_days", day, pl.DataFrame([row], schema=DAYS))


def _no_tables() -> dict[str, list[pl.DataFrame]]:
    return {name: [] for name in READING_TABLES}
