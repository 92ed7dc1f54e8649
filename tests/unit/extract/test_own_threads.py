from threading import Thread, get_ident

import polars as pl
import pytest

from extract.own_threads import in_polars_thread


def test_work_gives_what_it_returns_from_another_thread() -> None:
    assert in_polars_thread(get_ident) != get_ident()


def test_work_may_ask_queries() -> None:
    numbers = pl.DataFrame({"n": [3, 1, 2], "of": ["a", "b", "a"]})
    asked = in_polars_thread(lambda: numbers.group_by("of").agg(pl.col("n").sum()).sort("of"))
    assert asked.rows() == [("a", 5), ("b", 1)]


def test_what_work_raises_is_raised_as_it_is() -> None:
    def fail() -> None:
        raise KeyError("خلل")

    with pytest.raises(KeyError, match="خلل"):
        in_polars_thread(fail)


def test_two_threads_may_ask_for_work_at_once() -> None:
    done: list[int] = []
    threads = [
        Thread(target=lambda n=n: done.append(in_polars_thread(lambda: n))) for n in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [0, 1, 2, 3]
