"""From counts to figures, on counts small enough to add up by hand."""

import polars as pl
import pytest

from extract.evaluation.figures import FIGURES, figures_of
from extract.evaluation.scoring import SCORES


def scores(*rows: tuple[str, str, int, int | None, int]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=SCORES, orient="row")


def test_counts_are_summed_before_they_are_divided() -> None:
    figures = figures_of(scores(("a", "dyads", 1, 1, 2), ("b", "dyads", 2, 4, 3)))
    (row,) = figures.iter_rows(named=True)
    assert (row["n_hits"], row["n_found"], row["n_gold"]) == (3, 5, 5)
    assert (row["value"], row["precision"], row["recall"]) == (0.6, 0.6, 0.6)


def test_share_has_neither_precision_nor_recall() -> None:
    (row,) = figures_of(scores(("a", "act class", 3, None, 4))).iter_rows(named=True)
    assert (row["value"], row["n_found"], row["precision"], row["recall"]) == (
        0.75,
        None,
        None,
        None,
    )


def test_nothing_to_count_is_no_figure() -> None:
    (row,) = figures_of(scores(("a", "dyads", 0, 0, 0))).iter_rows(named=True)
    assert [row[name] for name in ("value", "low", "high", "precision", "recall")] == [None] * 5


def test_interval_is_wide_where_articles_differ_and_a_point_where_they_agree() -> None:
    figures = figures_of(
        scores(
            *((str(i), "unlike", i % 2, None, 1) for i in range(20)),
            *((str(i), "alike", 1, None, 2) for i in range(20)),
        )
    )
    unlike, alike = figures.iter_rows(named=True)
    assert unlike["low"] < 0.4 < unlike["value"] < 0.6 < unlike["high"]
    assert (alike["low"], alike["value"], alike["high"]) == (0.5, 0.5, 0.5)


def test_figures_are_the_same_each_time_and_in_the_measures_order() -> None:
    counts = scores(*((str(i), m, i % 3, None, 3) for i in range(9) for m in ("z", "a")))
    assert figures_of(counts).equals(figures_of(counts))
    assert figures_of(counts)["metric"].to_list() == ["z", "a"]
    assert figures_of(counts).schema == FIGURES


@pytest.mark.parametrize(("way", "value"), [("stated", 1.0), ("carried", 0.5)])
def test_counts_kept_by_resolution_stay_apart(way: str, value: float) -> None:
    ways = pl.Series("speaker_resolution", ["stated", "carried"])
    counts = scores(("a", "attribution", 2, None, 2), ("a", "attribution", 1, None, 2))
    counts = counts.with_columns(ways)
    figures = figures_of(counts).filter(pl.col("speaker_resolution") == way)
    assert figures["value"].to_list() == [value]
