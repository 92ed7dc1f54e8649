"""Days of documents as the batches in which they are read.

Days are read together, as many as a batch holds: what a batch costs by itself is as much as what
some 700 articles cost. How a batch is read belongs in `extract.pipeline`.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from orchestration.home import Home
from orchestration.storage import hash_part, scan_table

# Some 2,000 wire stories, read in 100 to 200 MiB.
BATCH_CHARS = 6_000_000
# An article of no length takes its rows all the same.
ARTICLE_CHARS = 1_000


@dataclass(frozen=True)
class Batch:
    """What a frame of documents held.

    Attributes:
        documents: `document_id` and `partition_date`.
        ended: The days whose last document is in it, with the hash of their documents.
    """

    documents: pl.DataFrame
    ended: Mapping[date, str]


class Batches:
    """Documents of days in order, as frames of at most `BATCH_CHARS`, or of one longer article.

    Iterating reads ahead of the results, so what each frame held waits in `pending`. Days without
    documents after the last frame are in `days_left`.
    """

    def __init__(self, home: Home, days: Sequence[date]) -> None:
        """Take the days to read, in order."""
        self._home = home
        self._days = days
        self.pending: deque[Batch] = deque()
        self.days_left: Mapping[date, str] = {}

    @property
    def n_articles(self) -> int:
        """How many documents there are."""
        documents = scan_table(self._home, "documents", self._days)
        return int(documents.select(pl.len()).collect().item())

    def __iter__(self) -> Iterator[pl.DataFrame]:
        """Give the frames, in columns as in `schemas.DOCUMENTS`."""
        waiting: list[pl.DataFrame] = []
        ended: dict[date, str] = {}
        room = BATCH_CHARS
        for day in self._days:
            # Before the documents: should they change in between, the day is stale and read again.
            documents_hash = hash_part(self._home, "documents", day)
            documents = scan_table(self._home, "documents", [day]).collect()
            taken = _taken(documents)
            while documents.height and taken[-1] > room:
                # The first of a batch goes in whatever its length.
                n_fit = max(int((taken <= room).sum()), int(room == BATCH_CHARS))
                waiting.append(documents.head(n_fit))
                yield self._batch(waiting, ended)
                documents = documents.slice(n_fit)
                taken = _taken(documents)
                waiting, ended, room = [], {}, BATCH_CHARS
            waiting.append(documents)
            ended[day] = documents_hash
            room -= taken[-1] if documents.height else 0
        if any(documents.height for documents in waiting):
            yield self._batch(waiting, ended)
        else:
            self.days_left = ended

    def _batch(self, waiting: list[pl.DataFrame], ended: Mapping[date, str]) -> pl.DataFrame:
        documents = pl.concat(waiting)
        keys = documents.select("document_id", "partition_date")
        self.pending.append(Batch(keys, ended))
        return documents


def _taken(documents: pl.DataFrame) -> pl.Series:
    """How much of a batch the documents take, each with those before it."""
    return (documents["raw_text"].str.len_chars().cast(pl.Int64) + ARTICLE_CHARS).cum_sum()
