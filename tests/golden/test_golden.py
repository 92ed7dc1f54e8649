"""A reading of the sample articles against their cases, held by the baseline's floors."""

from collections.abc import Mapping

import polars as pl
import pytest
from annotation import article_ids
from baseline import (
    OVERALL,
    figures_of,
    floor_breaches,
    floors_of,
    load_baseline,
)
from samples import score_samples

from extract.evaluation.tally import Counts
from orchestration.evaluations import load_samples

FLOORS = floors_of(load_baseline())


@pytest.fixture(scope="session")
def scored() -> tuple[pl.DataFrame, pl.DataFrame]:
    return score_samples()


@pytest.fixture(scope="session")
def figures(scored: tuple[pl.DataFrame, pl.DataFrame]) -> Mapping[str, Mapping[str, Counts]]:
    return figures_of(scored[0])


def test_baseline_stands_on_the_labelled_corpus_as_it_is() -> None:
    changed = "articles or cases have changed: run `python tests/golden/build.py --baseline`"
    assert load_baseline()["corpus_sha256"] == load_samples().sha256, changed


@pytest.mark.parametrize("article", article_ids())
def test_article_is_read_at_least_as_well_as_before(
    article: str,
    figures: Mapping[str, Mapping[str, Counts]],
    scored: tuple[pl.DataFrame, pl.DataFrame],
) -> None:
    assert article in FLOORS, "no floors: run `python tests/golden/build.py --baseline`"
    breaches = floor_breaches(FLOORS[article], figures[article])
    errors = scored[1].filter(pl.col("article") == article).drop("article").rows()
    assert not breaches, "\n".join([*breaches, *map(str, errors)])


def test_all_articles_together_are_read_at_least_as_well_as_before(
    figures: Mapping[str, Mapping[str, Counts]],
) -> None:
    assert FLOORS[OVERALL], "no floors: run `python tests/golden/build.py --baseline`"
    assert floor_breaches(FLOORS[OVERALL], figures[OVERALL]) == []
