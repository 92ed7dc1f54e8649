"""Which way of settling its speaker an annotated statement asks for, and what counts as right."""

from typing import Any

import polars as pl
import pytest

from extract.evaluation.resolutions import expected_resolution, score_resolutions
from extract.schemas import READING_TABLES

TEXT = "قال سالم إن الماء يكفي، مضيفا أن الآبار ملأى. وأكد الوزير أن السد جديد."


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def statement(cue: str, content: str, speaker: str | None, **fields: Any) -> dict[str, Any]:
    start, end = span(content)
    return {
        "cue": span(cue),
        "start": start,
        "end": end,
        "speaker": span(speaker) if speaker else None,
        "speaker_entity": "سالم بن علي",
        "speaker_country": None,
        "joint": [],
        **fields,
    }


GOLD = [
    statement("قال", "الماء يكفي", "سالم"),
    statement("مضيفا", "الآبار ملأى", None),
    statement("وأكد", "السد جديد", "الوزير"),
]


def found(content: str, way: str, speaker: str | None = "سالم بن علي") -> dict[str, Any]:
    start, end = span(content)
    row = dict.fromkeys(READING_TABLES["quotes"]) | {"article_id": "0", "speaker_name": speaker}
    return row | {"start_char": start, "end_char": end, "speaker_resolution": way}


def shares(*rows: dict[str, Any]) -> dict[tuple[str, str], tuple[int, int]]:
    tables = {name: READING_TABLES[name].to_frame() for name in ("mentions", "dyads")}
    article = dict.fromkeys(READING_TABLES["articles"]) | {"article_id": "0", "source_uri": "a.txt"}
    tables["articles"] = pl.DataFrame([article], schema=READING_TABLES["articles"])
    tables["quotes"] = pl.DataFrame(list(rows), schema=READING_TABLES["quotes"])
    scores = score_resolutions([{"id": "a", "quotes": GOLD}], {"a": TEXT}, tables)
    return {(m, way): (hits, asked) for _, m, way, hits, _, asked in scores.iter_rows()}


@pytest.mark.parametrize(
    ("quote", "way"),
    [
        (GOLD[0], "stated"),
        (GOLD[1], "carried"),
        (GOLD[2], "title"),
        (GOLD[0] | {"joint": ["خالد"]}, "joint"),
    ],
)
def test_resolution_asked_for_is_told_from_how_the_speaker_is_named(
    quote: dict[str, Any], way: str
) -> None:
    assert expected_resolution(TEXT, quote) == way


@pytest.mark.parametrize("cue", ["وفقا", "بحسب", "حسبما", "ووفق"])
def test_according_to_is_told_from_the_cue(cue: str) -> None:
    quote = GOLD[0] | {"cue": (0, len(cue))}
    assert expected_resolution(f"{cue} لسالم", quote) == "according_to"


def test_statement_with_the_right_speaker_counts_everywhere() -> None:
    assert shares(found("الماء يكفي", "stated")) == {
        ("attribution precision", "stated"): (1, 1),
        ("attribution recall", "carried"): (0, 1),
        ("attribution recall", "stated"): (1, 1),
        ("attribution recall", "title"): (0, 1),
        ("speaker country precision", "stated"): (1, 1),
        ("statement precision", "stated"): (1, 1),
    }


def test_wrong_speaker_is_a_statement_yet_no_attribution() -> None:
    counted = shares(found("الآبار ملأى", "carried", "خالد"))
    assert counted["statement precision", "carried"] == (1, 1)
    assert counted["attribution precision", "carried"] == (0, 1)


def test_statement_that_is_none_is_neither() -> None:
    counted = shares(found("قال سالم", "stated"))
    assert counted["statement precision", "stated"] == (0, 1)
    assert counted["attribution precision", "stated"] == (0, 1)
    assert ("speaker country precision", "stated") not in counted


def test_recall_asks_for_the_speaker_by_whatever_way() -> None:
    assert shares(found("السد جديد", "carried"))["attribution recall", "title"] == (1, 1)
