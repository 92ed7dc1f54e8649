"""What the measures count, on readings made up from the cases themselves."""

import json
from datetime import date
from typing import Any

import polars as pl
import pytest
from annotation import CASES, article_ids, article_text

from extract.evaluation.matching import is_same_name
from extract.evaluation.scoring import overall, score
from extract.evaluation.tally import Counts
from extract.schemas import READING_TABLES

ARTICLE = "seoul-hotline"


def _case(article: str) -> dict[str, Any]:
    return json.loads((CASES / f"{article}.json").read_text(encoding="utf-8"))


def _mention(span: dict[str, Any], entity_type: str, text: str) -> dict[str, Any]:
    return {
        "start_char": span["start"],
        "end_char": span["end"],
        "entity_type": entity_type,
        "mention_kind": span["kind"] or "name",
        "mention_text": text[span["start"] : span["end"]],
        "country_code": span["iso3"],
    }


def _perfect_rows(case: dict[str, Any], text: str) -> dict[str, list[dict[str, Any]]]:
    """Rows of a reading that finds just what the case holds."""
    dateline = case["dateline"] or {}
    day = dateline.get("date")
    article = {
        "source_uri": f"landing/{case['id']}.txt",
        "dateline_city": dateline.get("city"),
        "dateline_country_code": dateline.get("country"),
        "dateline_date": date.fromisoformat(day.replace("--", "2025-")) if day else None,
        "agency": dateline.get("agency"),
    }
    quotes = [
        {
            "start_char": quote["start"],
            "end_char": quote["end"],
            "quote_kind": quote["kind"],
            "act_class": quote["cls"],
            "speaker_name": quote["speaker_entity"],
            "speaker_country_code": quote["speaker_country"],
        }
        for quote in case["quotes"]
    ]
    mentions = [
        *(_mention(span, "country", text) for span in case["countries"]),
        *(_mention(span, "place", text) for span in case["places"]),
        *({"entity_type": "person", "entity_name": p["name"]} for p in case["persons"]),
        *({"entity_type": "organization", "entity_name": o["name"]} for o in case["orgs"]),
    ]
    dyads = [{"country_a": a, "country_b": b} for a, b in case["dyads"]]
    return {"articles": [article], "quotes": quotes, "mentions": mentions, "dyads": dyads}


def _figures(article: str, rows: dict[str, list[dict[str, Any]]]) -> dict[str, Counts]:
    tables = {
        name: pl.DataFrame(
            [dict.fromkeys(READING_TABLES[name]) | {"article_id": "0"} | row for row in own],
            schema=READING_TABLES[name],
        )
        for name, own in rows.items()
    }
    return overall(score([_case(article)], {article: article_text(article)}, tables)[0])


@pytest.fixture
def rows() -> dict[str, list[dict[str, Any]]]:
    return _perfect_rows(_case(ARTICLE), article_text(ARTICLE))


@pytest.mark.parametrize("article", article_ids())
def test_reading_that_finds_just_the_case_has_no_error(article: str) -> None:
    figures = _figures(article, _perfect_rows(_case(article), article_text(article)))
    assert {measure: c.value for measure, c in figures.items() if c.value not in (1, None)} == {}


def test_reading_that_finds_nothing_scores_nothing() -> None:
    figures = _figures(ARTICLE, {"articles": [], "quotes": [], "mentions": [], "dyads": []})
    assert figures["statements @0.3"] == Counts(0, 0, 9)
    assert {c.value for c in figures.values()} == {0, None}


def test_statement_with_a_loose_edge_counts_at_the_loose_threshold_alone(rows) -> None:
    rows["quotes"][0]["end_char"] -= 12
    figures = _figures(ARTICLE, rows)
    assert figures["statements @0.3"].hits == 9
    assert figures["statements @0.8"].hits == 8
    assert figures["statements exact"].hits == 8


def test_marks_at_the_ends_of_a_statement_do_not_matter(rows) -> None:
    for quote in rows["quotes"]:
        quote["start_char"] -= 1
    assert _figures(ARTICLE, rows)["statements exact"].hits == 9


def test_one_statement_found_twice_is_found_once(rows) -> None:
    rows["quotes"].append(rows["quotes"][0])
    assert _figures(ARTICLE, rows)["statements @0.3"] == Counts(9, 10, 9)


def test_surname_stands_for_the_full_name(rows) -> None:
    rows["quotes"][2]["speaker_name"] = "بايك"
    assert _figures(ARTICLE, rows)["speaker stated"].value == 1


def test_wrong_speaker_of_a_dropped_subject_counts_against_dropped_subjects_alone(rows) -> None:
    rows["quotes"][3]["speaker_name"] = "قنغ شوانغ"
    figures = _figures(ARTICLE, rows)
    assert figures["speaker dropped"] == Counts(2, None, 3)
    assert figures["speaker stated"].value == 1
    assert figures["speaker all"] == Counts(8, None, 9)


def test_country_by_the_wrong_code_is_missed_and_too_much(rows) -> None:
    rows["mentions"][0]["country_code"] = "PRK"
    assert _figures(ARTICLE, rows)["country mentions"] == Counts(7, 8, 8)


def test_capital_found_as_a_country_is_no_country_mention_but_a_place(rows) -> None:
    seoul = next(m for m in rows["mentions"] if m["entity_type"] == "place")
    seoul |= {"entity_type": "country", "mention_kind": "capital"}
    figures = _figures(ARTICLE, rows)
    assert figures["country mentions"].value == 1
    assert figures["place recall with country"].value == 1


def test_dyad_too_much_lowers_the_precision(rows) -> None:
    rows["dyads"].append({"country_a": "CHN", "country_b": "KOR"})
    assert _figures(ARTICLE, rows)["dyads"] == Counts(2, 3, 2)


def test_dateline_found_where_there_is_none_is_an_error() -> None:
    rows = _perfect_rows(_case("wheat-silos"), article_text("wheat-silos"))
    rows["articles"][0]["dateline_city"] = "جدة"
    assert _figures("wheat-silos", rows)["dateline none kept none"] == Counts(0, None, 1)


def test_wrong_year_of_a_full_date_is_an_error(rows) -> None:
    rows["articles"][0]["dateline_date"] = date(2018, 9, 20)
    assert _figures(ARTICLE, rows)["dateline date"].value == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("الأمم المتحدة", "الامم المتحده", True),
        ("مختار تليوبيردي", "تليوبيردي", True),
        ("وزارة الخارجية", "وزارة الدفاع", False),
        ("وانغ يي", None, False),
    ],
)
def test_names_are_the_same_when_one_holds_the_other(one: str, other: str, same: bool) -> None:
    assert is_same_name(one, other) is same
