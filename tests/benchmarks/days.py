"""What a day costs beyond its reading: `python tests/benchmarks/days.py`, a year in one run.

The same documents are read twice: as batches alone, and as days that are taken from their files,
read together in such batches, and written apart with all their tables. The difference, by day, is
what Marsad adds. Both are done several times in turn, and the best counts.
"""

import os

# Before Polars is imported: one core, as a worker has.
os.environ["POLARS_MAX_THREADS"] = "1"

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import polars as pl
from corpus import load_documents
from rich.console import Console

from extract.lexicons import load_lexicons
from extract.pipeline import extract_batches
from orchestration.extraction import BATCH_ARTICLES, extract_days
from orchestration.home import Home
from orchestration.storage import Staging

ROUNDS = 3
FIRST_DAY = date(2024, 1, 1)
MOST_MILLISECONDS = 30

console = Console(soft_wrap=True)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure what a day costs beyond its reading.")
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--articles-a-day", type=int, default=5)
    arguments = parser.parse_args()
    n_articles = arguments.days * arguments.articles_a_day
    documents, origin = load_documents(n_articles)
    documents = _dated(documents.head(n_articles), arguments.days)
    lexicons = load_lexicons()
    days = sorted(set(documents["partition_date"]))
    batches = [
        documents.slice(start, BATCH_ARTICLES)
        for start in range(0, documents.height, BATCH_ARTICLES)
    ]
    folder = Path(tempfile.mkdtemp(prefix="marsad-days-"))
    try:
        home = Home.at(folder)
        _store(home, documents)
        reading, whole = _best_times(
            lambda: [tables["quotes"].height for tables in extract_batches(batches)],
            lambda: extract_days(home, days, lexicons),
        )
    finally:
        shutil.rmtree(folder)
    console.print(f"{origin}; {len(days)} days in one run, machine load {os.getloadavg()[0]:.1f}")
    for clock, alone, together in zip(("wall", "CPU"), reading, whole, strict=True):
        beyond = 1000 * (together - alone) / len(days)
        console.print(
            f"{clock}: batches alone {alone:.2f} s, as days {together:.2f} s: {beyond:.1f} ms a day"
            f" beyond the reading (to be < {MOST_MILLISECONDS})"
        )


def _dated(documents: pl.DataFrame, n_days: int) -> pl.DataFrame:
    """Give the documents in the order of their days, spread over them evenly."""
    day = (pl.int_range(pl.len()) % n_days).alias("day")
    begin = pl.lit(FIRST_DAY)
    return (
        documents.with_columns((begin + day * timedelta(days=1)).alias("partition_date"))
        .unique("document_id", keep="first", maintain_order=True)
        .sort("partition_date", "document_id")
    )


def _store(home: Home, documents: pl.DataFrame) -> None:
    staging = Staging(home)
    for (day,), of_day in documents.partition_by("partition_date", as_dict=True).items():
        staging.write_day("documents", day, of_day)
    staging.commit()


def _best_times(*actions: Callable[[], object]) -> list[tuple[float, float]]:
    """Best seconds, by the clock and of computing, of each action over `ROUNDS` in turn."""
    times: list[list[tuple[float, float]]] = [[] for _ in actions]
    for _ in range(ROUNDS):
        for action, taken in zip(actions, times, strict=True):
            wall, cpu = time.perf_counter(), time.process_time()
            action()
            taken.append((time.perf_counter() - wall, time.process_time() - cpu))
    return [(min(w for w, _ in taken), min(c for _, c in taken)) for taken in times]


if __name__ == "__main__":
    main()
