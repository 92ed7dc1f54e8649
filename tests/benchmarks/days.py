"""What a day costs beyond its reading: `python tests/benchmarks/days.py`, a year in one run.

The same documents are read three times: as batches alone; as days that are taken from their files,
read together in such batches, and written apart with all their tables; and as a single-run backfill
of those days through Dagster, with its events, findings and checks. What each costs beyond the
batches, by day, is what Marsad adds, 12 files a day among it (`TMPDIR=/dev/shm` leaves the disk
out). A fourth run materializes as many days of as many
tables that do and say nothing: the part of it that is Dagster's own. All are done several times in
turn after a round that is not counted, each time in a home of its own, and the best counts.

The homes are removed together at the end: ext4 makes new files three to ten times as slowly while
it steps over the places of thousands that were removed within the minute.
"""

import os

# Before Polars is imported: one core, as a worker has.
os.environ["POLARS_MAX_THREADS"] = "1"

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import dagster as dg
import polars as pl
from corpus import load_documents
from rich.console import Console

from extract.lexicons import load_lexicons
from extract.pipeline import extract_batches
from orchestration.batches import Batches
from orchestration.definitions import defs
from orchestration.defs.extraction import TABLES
from orchestration.extraction import extract_days
from orchestration.home import Home
from orchestration.partitions import DAILY
from orchestration.recording import open_instance
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
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    arguments = parser.parse_args()
    n_articles = arguments.days * arguments.articles_a_day
    documents, origin = load_documents(n_articles)
    documents = _dated(documents.head(n_articles), arguments.days)
    days = sorted(set(documents["partition_date"]))
    with tempfile.TemporaryDirectory(prefix="marsad-days-") as folder:
        landed = partial(_land, documents, Path(folder))
        ways = _ways(list(Batches(landed(), days)), days)
        alone, *others = _best_times(ways, landed, arguments.rounds)
    console.print(
        f"{origin}; {len(days)} days in one run, machine load {os.getloadavg()[0]:.1f}\n"
        f"batches alone: {alone[0]:.2f} s of wall time, {alone[1]:.2f} s of computing"
    )
    names = ("as days", "as a backfill through Dagster", "of which Dagster with empty tables")
    for name, found in zip(names, others, strict=True):
        less = (0.0, 0.0) if "empty" in name else alone
        wall, cpu = (1000 * (found[i] - less[i]) / len(days) for i in range(2))
        console.print(f"{name}: {wall:.1f} ms of wall time a day, {cpu:.1f} ms of computing")
    console.print(f"beyond the reading; to be < {MOST_MILLISECONDS}")


def _ways(batches: Sequence[pl.DataFrame], days: Sequence[date]) -> list[Callable[[Home], object]]:
    """Give the ways to read the documents, and the way to book as many days without reading."""
    lexicons = load_lexicons()
    repository = defs().get_repository_def()
    everything = repository.get_implicit_global_asset_job_def()
    tags = {
        "dagster/asset_partition_range_start": str(days[0]),
        "dagster/asset_partition_range_end": str(days[-1]),
    }

    def read_batches(_: Home) -> None:
        for tables in extract_batches(batches):
            tables["quotes"].height  # noqa: B018 -- as the others, one batch at a time

    def backfill(home: Home) -> None:
        tables = [dg.AssetKey(name) for name in TABLES]
        with open_instance(home) as instance:
            result = everything.execute_in_process(
                asset_selection=tables, instance=instance, tags=tags
            )
        assert result.success

    def book(home: Home) -> None:
        with open_instance(home) as instance:
            result = dg.materialize([_empty_tables], instance=instance, tags=tags)
        assert result.success

    return [read_batches, lambda home: extract_days(home, days, lexicons), backfill, book]


@dg.multi_asset(
    specs=[dg.AssetSpec(f"empty_{name}") for name in TABLES],
    partitions_def=DAILY,
    backfill_policy=dg.BackfillPolicy.single_run(),
)
def _empty_tables() -> Iterator[dg.MaterializeResult[None]]:
    for name in TABLES:
        yield dg.MaterializeResult(asset_key=f"empty_{name}")


def _dated(documents: pl.DataFrame, n_days: int) -> pl.DataFrame:
    """Give the documents in the order of their days, spread over them evenly."""
    day = (pl.int_range(pl.len()) % n_days).alias("day")
    begin = pl.lit(FIRST_DAY)
    return (
        documents.with_columns((begin + day * timedelta(days=1)).alias("partition_date"))
        .unique("document_id", keep="first", maintain_order=True)
        .sort("partition_date", "document_id")
    )


def _land(documents: pl.DataFrame, folder: Path) -> Home:
    """Give a new home where the documents have landed, the one that assets find."""
    home = Home.at(Path(tempfile.mkdtemp(dir=folder)))
    os.environ["MARSAD_HOME"] = str(home.root)
    staging = Staging(home)
    for (day,), of_day in documents.partition_by("partition_date", as_dict=True).items():
        staging.write_day("documents", day, of_day)
    staging.commit()
    return home


@contextmanager
def _silent() -> Iterator[None]:
    """Send to nowhere what Dagster logs of each event, at the cost of writing it."""
    kept = os.dup(sys.stderr.fileno())
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stderr.fileno())
        try:
            yield
        finally:
            os.dup2(kept, sys.stderr.fileno())
            os.close(kept)


def _best_times(
    actions: Sequence[Callable[[Home], object]], new_home: Callable[[], Home], rounds: int
) -> list[tuple[float, float]]:
    """Best seconds, by the clock and of computing, of each action over some rounds in turn."""
    times: list[list[tuple[float, float]]] = [[] for _ in actions]
    for n in range(1 + rounds):
        for action, taken in zip(actions, times, strict=True):
            home = new_home()
            with _silent():
                wall, cpu = time.perf_counter(), time.process_time()
                action(home)
            # The first round imports what draws pictures, and meets every word for the first time.
            if n:
                taken.append((time.perf_counter() - wall, time.process_time() - cpu))
    return [(min(w for w, _ in taken), min(c for _, c in taken)) for taken in times]


if __name__ == "__main__":
    main()
