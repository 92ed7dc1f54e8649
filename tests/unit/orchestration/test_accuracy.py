"""Figures of the annotated samples held against their floors."""

from pathlib import Path

import polars as pl

from extract.evaluation.tally import Counts
from extract.lexicons import Lexicons
from orchestration.accuracy import find_floor_problems, load_figures, load_floors
from orchestration.home import Home

FLOORS = {"speaker all": Counts(8, None, 10), "dyads": Counts(5, 10, 10)}


def figures(**reached: float) -> pl.DataFrame:
    rows = [(name.replace("_", " "), value) for name, value in reached.items()]
    return pl.DataFrame(rows, schema=["metric", "value"], orient="row")


def test_figures_at_their_floors_are_no_problem() -> None:
    assert find_floor_problems(figures(speaker_all=0.8, dyads=0.5), FLOORS) == []


def test_figure_below_its_floor_is_named() -> None:
    assert find_floor_problems(figures(speaker_all=0.7, dyads=0.6), FLOORS) == [
        "speaker all: 0.700, the floor is 0.800"
    ]


def test_figure_that_is_not_there_is_below_its_floor() -> None:
    assert find_floor_problems(figures(dyads=0.6), FLOORS) == [
        "speaker all: 0.000, the floor is 0.800"
    ]


def test_floors_are_those_that_the_tests_hold() -> None:
    assert load_floors()["speaker all"].gold > 0


def test_word_lists_that_were_not_evaluated_have_no_figures(
    tmp_path: Path, lexicons: Lexicons
) -> None:
    assert load_figures(Home.at(tmp_path), lexicons) is None
