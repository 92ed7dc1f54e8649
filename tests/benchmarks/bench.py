"""How fast articles are read, on one core and on two: `make bench`.

Every figure comes from one run. A process keeps what it has found of each word, so that every round
reads articles that were not read before, after a first round that is not counted: as a worker does
in the middle of a corpus. What is measured on one core is timed in turn in each round; the round
of the median ratio is shown.
"""

import os

# Before Polars is imported, which starts its threads then; worker processes inherit it.
os.environ["POLARS_MAX_THREADS"] = "1"

import argparse
import inspect
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple
from unittest.mock import patch

import extract  # noqa: F401  # isort: skip - it settles how Polars keeps memory
import polars as pl
from corpus import load_documents
from rich.console import Console
from rich.table import Table

from extract import pipeline
from extract.arabic.camel import camel_module
from extract.lexicons import load_lexicons
from extract.pipeline import extract_batch, extract_batches
from extract.reading.knowledge import compile_knowledge
from extract.reading.word_reading import read_words

ROUNDS = 3
WORKERS = 2
# Batches that each worker reads before the clock starts, and after.
WARM_BATCHES, TIMED_BATCHES = 1, 4
_KIB_PER_MIB = 1024

READING = "extract_batch"
TOKENIZER = "simple_word_tokenize"  # camel-tools'
SPLITTING = "Polars str.split"  # at blanks
CLASSES = "read_words"  # tokens and their classes

console = Console(soft_wrap=True)


class Times(NamedTuple):
    """Seconds by the clock and of computing."""

    wall: float
    cpu: float


def main() -> None:
    """Measure and print."""
    arguments = _parser().parse_args()
    cores = _cores()
    # `read_words` has articles of its own: those that were just read hold no new words.
    n_parts = 1 + 2 * ROUNDS
    sample, origin = load_documents(n_parts * arguments.articles)
    parts = [sample.gather_every(n_parts, start) for start in range(n_parts)]
    console.print(f"{origin}; machine load {_load()}, {len(cores) or os.cpu_count()} cores")
    with _pinned(cores[:1]):
        if arguments.profile:
            _print_stages(*parts[:2])
            return
        _print_one_core(*parts)
        n_batches = WORKERS * (WARM_BATCHES + TIMED_BATCHES)
        documents, _ = load_documents(n_batches * arguments.batch)
        one = _articles_per_second(documents, arguments.batch, workers=1)
    if len(cores or range(os.cpu_count() or 1)) < WORKERS:
        console.print("one core only: two are not measured")
        return
    with _pinned(cores[:WORKERS]):
        two = _articles_per_second(documents, arguments.batch, workers=WORKERS)
    _print_two_cores(one, two, arguments.batch)
    console.print(f"machine load at the end {_load()}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure how fast articles are read.")
    parser.add_argument("--articles", type=int, default=2000, help="articles read on one core")
    parser.add_argument(
        "--batch", type=int, default=1000, help="articles a batch, one core and two"
    )
    parser.add_argument("--profile", action="store_true", help="seconds by stage of the reading")
    return parser


def _print_one_core(first: pl.DataFrame, *parts: pl.DataFrame) -> None:
    lexicons = load_lexicons()
    knowledge = compile_knowledge(lexicons)
    extract_batch(first.head(50), lexicons)
    memory_before = _peak_memory()
    cold = _time(lambda: extract_batch(first, lexicons))
    memory = _peak_memory()
    tokenize_words = camel_module("tokenizers.word").simple_word_tokenize
    taken: list[tuple[dict[str, Times], pl.Series]] = []
    for documents, others in zip(parts[::2], parts[1::2], strict=True):
        texts = documents["raw_text"]
        actions: dict[str, Callable[[], object]] = {
            READING: partial(extract_batch, documents, lexicons),
            TOKENIZER: partial(list, map(tokenize_words, texts)),
            SPLITTING: partial(_split, texts),
            CLASSES: partial(read_words, others["raw_text"], knowledge),
        }
        taken.append(({name: _time(act) for name, act in actions.items()}, texts))
    taken.sort(key=lambda times: times[0][TOKENIZER].wall / times[0][READING].wall)
    seconds, texts = taken[len(taken) // 2]
    console.print(_timing_table(seconds, texts))
    reading, tokenizing, classifying = (seconds[n] for n in (READING, TOKENIZER, CLASSES))
    _print_ratio(f"articles/s, {READING} : {TOKENIZER} (to be ≥ 1.5)", tokenizing, reading)
    _print_ratio(f"the same, of the first {first.height:,} articles of a process", tokenizing, cold)
    _print_ratio(f"articles/s, {READING} : {SPLITTING}", seconds[SPLITTING], reading)
    _print_ratio(f"time, {READING} : {CLASSES} (to be ≤ 2.5)", reading, classifying)
    console.print(
        f"peak memory {memory:,.0f} MiB, before the articles were read {memory_before:,.0f} MiB"
    )


def _split(texts: pl.Series) -> object:
    return texts.str.split(" ").list.len().sum()


def _timing_table(seconds: dict[str, Times], texts: pl.Series) -> Table:
    n_words = int(texts.str.count_matches(r"\w+").sum())
    table = Table(
        title=f"One core: {len(texts):,} articles, {n_words:,} words, median of {ROUNDS}",
        title_justify="left",
    )
    table.add_column("")
    for name in ("seconds", "CPU seconds", "articles/s", "1,000 words/s"):
        table.add_column(name, justify="right")
    for name, (wall, cpu) in seconds.items():
        rates = (f"{len(texts) / wall:,.0f}", f"{n_words / wall / 1000:,.0f}")
        table.add_row(name, f"{wall:.2f}", f"{cpu:.2f}", *rates)
    return table


def _print_ratio(name: str, over: Times, under: Times) -> None:
    """Print a ratio by the clock, and by CPU time, which other work on the machine moves less."""
    console.print(f"{over.wall / under.wall:6.3f}  {name}; by CPU time {over.cpu / under.cpu:.3f}")


def _time(act: Callable[[], object]) -> Times:
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return Times(time.perf_counter() - wall, time.process_time() - cpu)


def _articles_per_second(documents: pl.DataFrame, batch: int, workers: int) -> float:
    """Articles/s of `extract_batches` once every worker has started and read a batch.

    The clock starts when the last of the warming batches comes out.
    """
    n_warm = WORKERS * WARM_BATCHES
    batches = [documents.slice(start, batch) for start in range(0, documents.height, batch)]
    batches = batches[: n_warm + WORKERS * TIMED_BATCHES]
    came_out = [time.perf_counter() for _ in extract_batches(batches, workers=workers)]
    n_timed = sum(frame.height for frame in batches[n_warm:])
    return n_timed / (came_out[-1] - came_out[n_warm - 1])


def _print_two_cores(one: float, two: float, batch: int) -> None:
    table = Table(title="extract_batches, start-up left out", title_justify="left")
    table.add_column("workers")
    table.add_column("articles/s", justify="right")
    table.add_row("1 process on 1 core", f"{one:,.0f}")
    table.add_row(f"{WORKERS} processes on {WORKERS} cores", f"{two:,.0f}")
    console.print(table)
    console.print(
        f"two cores : one core {two / one:.2f} (to be ≥ 1.6); the clock starts when "
        f"{WORKERS * WARM_BATCHES} batches have come out and runs for the "
        f"{WORKERS * TIMED_BATCHES} after them, {batch:,} articles each"
    )


def _print_stages(first: pl.DataFrame, documents: pl.DataFrame) -> None:
    """Time every step that `extract_batch` calls, after the first articles."""
    lexicons = load_lexicons()
    extract_batch(first, lexicons)
    seconds: dict[str, float] = defaultdict(float)
    stages = {
        name: value
        for name, value in vars(pipeline).items()
        if inspect.isfunction(value) and value.__module__.startswith("extract.reading")
    }

    def timed(name: str, stage: Callable[..., object]) -> Callable[..., object]:
        def run(*arguments: object, **options: object) -> object:
            started = time.perf_counter()
            result = stage(*arguments, **options)
            seconds[name] += time.perf_counter() - started
            return result

        return run

    with patch.multiple(pipeline, **{name: timed(name, stage) for name, stage in stages.items()}):
        started = time.perf_counter()
        extract_batch(documents, lexicons)
        whole = time.perf_counter() - started
    seconds["the rest"] = whole - sum(seconds.values())
    table = Table(title=f"Stages, {documents.height:,} articles", title_justify="left")
    table.add_column("stage")
    table.add_column("seconds", justify="right")
    table.add_column("share", justify="right")
    for name, taken in sorted(seconds.items(), key=lambda item: -item[1]):
        table.add_row(name, f"{taken:.3f}", f"{taken / whole:.0%}")
    table.add_row("extract_batch", f"{whole:.3f}", "100%")
    console.print(table)


def _cores() -> list[int]:
    """Numbers of the cores that this process may use; none where the system does not say."""
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []


@contextmanager
def _pinned(cores: list[int]) -> Iterator[None]:
    """Keep this process and those that it starts to some cores, where the system can."""
    before = _cores()
    if cores:
        os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        if before:
            os.sched_setaffinity(0, before)


def _peak_memory() -> float:
    """Most memory that this process has held so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # macOS counts in bytes.
    return peak / _KIB_PER_MIB / (_KIB_PER_MIB if sys.platform == "darwin" else 1)


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    main()
