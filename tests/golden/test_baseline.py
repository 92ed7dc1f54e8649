"""The ratchet goes up by itself and down for a reason alone."""

import json
from pathlib import Path

import pytest
from baseline import (
    OVERALL,
    LoweredFigureError,
    baseline_json,
    floor_breaches,
    floors_of,
    load_baseline,
    next_baseline,
)

from extract.evaluation.tally import Counts

EMPTY = {"articles": {}, "corpus_sha256": None, "lowered": [], OVERALL: {}}


def _figures(hits: int) -> dict[str, dict[str, Counts]]:
    counts = {"recall direct": Counts(hits, None, 4), "statements @0.3": Counts(hits, 5, 4)}
    return {"a": counts, OVERALL: counts}


def test_share_is_held_by_its_hits() -> None:
    floors = {"speaker all": Counts(5, None, 5)}
    assert floor_breaches(floors, {"speaker all": Counts(5, None, 6)}) == []
    assert floor_breaches(floors, {"speaker all": Counts(4, None, 4)}) != []


def test_f1_is_held_by_its_value() -> None:
    floors = {"dyads": Counts(2, 2, 3)}
    assert floor_breaches(floors, {"dyads": Counts(3, 3, 3)}) == []
    assert floor_breaches(floors, {"dyads": Counts(2, 6, 3)}) == [
        "dyads: 0.444 (2 of 3, 6 found), the floor is 0.800 (2 of 3, 2 found)"
    ]


def test_something_found_where_there_is_nothing_is_a_breach() -> None:
    assert floor_breaches({"dyads": Counts(0, 0, 0)}, {"dyads": Counts(0, 1, 0)}) != []


def test_measure_that_is_gone_is_a_breach_where_it_had_hits() -> None:
    assert floor_breaches({"act class": Counts(3, None, 4)}, {}) != []
    assert floor_breaches({"act class": Counts(0, None, 4)}, {}) == []


def test_better_figures_become_the_baseline() -> None:
    before = next_baseline(EMPTY, _figures(2), "0", None)
    after = next_baseline(before, _figures(3), "1", None)
    assert floors_of(after) == _figures(3)
    assert after["corpus_sha256"] == "1"
    assert after["lowered"] == []


def test_lower_figures_are_refused_without_a_reason() -> None:
    before = next_baseline(EMPTY, _figures(3), "0", None)
    with pytest.raises(LoweredFigureError, match=r"a: recall direct: 0\.500 "):
        next_baseline(before, _figures(2), "0", None)


def test_article_that_is_gone_is_refused_without_a_reason() -> None:
    before = next_baseline(EMPTY, _figures(3), "0", None)
    with pytest.raises(LoweredFigureError, match="a: recall direct: nothing"):
        next_baseline(before, {OVERALL: _figures(3)[OVERALL]}, "0", None)


def test_reason_is_kept_with_what_it_lowered() -> None:
    before = next_baseline(EMPTY, _figures(3), "0", None)
    after = next_baseline(before, _figures(2), "0", "titles are no statements")
    assert [note["reason"] for note in after["lowered"]] == ["titles are no statements"]
    assert len(after["lowered"][0]["figures"]) == 4
    assert next_baseline(after, _figures(3), "0", None)["lowered"] == after["lowered"]


def test_baseline_is_written_sorted_and_read_back() -> None:
    baseline = next_baseline(EMPTY, _figures(3), "0", None)
    written = baseline_json(next_baseline(baseline, _figures(2), "0", "why"))
    assert json.loads(written)["articles"]["a"]["statements @0.3"] == [2, 5, 4]
    assert list(json.loads(written)) == sorted(json.loads(written))
    assert baseline_json(json.loads(written)) == written


def test_baseline_on_disk_is_as_build_writes_it() -> None:
    path = Path(__file__).with_name("baseline.json")
    assert baseline_json(load_baseline()) == path.read_text(encoding="utf-8")
