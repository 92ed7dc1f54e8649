"""Work done inside of a thread of Polars, whose queries then change no thread."""

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

import polars as pl

Result = TypeVar("Result")

# Two columns, for Polars works one out where it is asked to, and hands several to its threads.
_COLUMNS = pl.DataFrame({"work": [0], "beside": [0]})
# A thread that waits takes up other work of the pool: of two batches the one might so wait for a
# lock that the other holds.
_one_at_a_time = Lock()


def in_polars_thread(work: Callable[[], Result]) -> Result:
    """Do some work with many queries in a thread of Polars' pool.

    Polars hands most queries to its threads and waits for them: a batch has 3,500 to wait for, and
    the switches of threads took a fifteenth of its time. Asked by one of its threads, it hands over
    nothing.

    Args:
        work: What to do, once, and not within such work; what it raises is raised here.

    Returns:
        What `work` returns.
    """
    done: list[Result] = []
    failed: list[BaseException] = []

    def run(column: pl.Series) -> pl.Series:
        try:
            done.append(work())
        except BaseException as error:
            failed.append(error)
        return column

    with _one_at_a_time:
        _COLUMNS.select(pl.col("work").map_batches(run, return_dtype=pl.Int64), "beside")
    if failed:
        raise failed[0]
    return done[0]
