"""Confidences say how often what bears them is right, and the shipped table of that is current."""

import polars as pl
import pytest
from calibrate import CALIBRATION, calibration, fit, labelled

from extract.lexicons import load_lexicons

# Below so many a band's accuracy says little.
_ENOUGH = 30
_TOLERANCE = 0.08
_SURE = "0.90"


@pytest.fixture(scope="module")
def labels() -> pl.DataFrame:
    return labelled()


@pytest.fixture(scope="module")
def bands(labels: pl.DataFrame) -> pl.DataFrame:
    return calibration(labels).filter(pl.col("n") >= _ENOUGH)


def test_confidence_is_the_share_that_is_right_in_articles_it_was_not_counted_on(
    bands: pl.DataFrame,
) -> None:
    off = (pl.col("mean_confidence") - pl.col("accuracy")).abs()
    assert bands.filter(off > _TOLERANCE + 1 / pl.col("n").sqrt() / 2).rows() == []
    mean = bands.group_by("subject").agg((off * pl.col("n")).sum() / pl.col("n").sum())
    assert mean.filter(pl.col("mean_confidence") > 0.04).rows() == []


def test_more_confidence_is_more_often_right(labels: pl.DataFrame, bands: pl.DataFrame) -> None:
    # A band of thirty lies by chance as much as a tenth beside its share.
    fall = -pl.col("accuracy").diff().over("subject")
    falls = fall > 0.02 + 1 / pl.col("n").sqrt() / 2
    assert bands.sort("subject", "band").filter(falls).rows() == []
    # The least sure bands are counted as one: a rule of many samples may cross an edge of theirs.
    below = pl.col("subject").eq("statement") & (pl.col("band") < _SURE)
    n_right, n = calibration(labels).filter(below).select(pl.col("n_right", "n").sum()).row(0)
    surest = bands.filter(pl.col("subject") == "statement").sort("band")["accuracy"][-1]
    # Measured 0.16: the surest are right 98 times of 100, those below 0.90 82.
    assert surest - n_right / n > 0.15


def test_word_list_holds_what_the_samples_say(labels: pl.DataFrame) -> None:
    listed = load_lexicons()["confidences"]
    keys = ("subject", "kind", "detail", "evidence")
    shares = {row[:4]: float(row[4]) for row in listed.select(*keys, "confidence").iter_rows()}
    now = fit(labels)
    assert {key for key, (_, _, n) in now.items() if n >= _ENOUGH} <= set(shares)
    moved = sum(abs(share - shares.get(key, 0)) * n for key, (share, _, n) in now.items())
    stale = "run `python tests/golden/calibrate.py`: what is right has moved"
    assert moved / sum(n for _, _, n in now.values()) < 0.03, stale


def test_shipped_bands_are_those_of_now(bands: pl.DataFrame) -> None:
    shipped = pl.read_csv(CALIBRATION)
    both = bands.join(shipped, on=["subject", "band"], how="left", suffix="_shipped")
    off = (pl.col("accuracy") - pl.col("accuracy_shipped")).abs().fill_null(1.0)
    stale = "run `python tests/golden/calibrate.py`: the bands have moved"
    assert both.filter(off > _TOLERANCE).rows() == [], stale
