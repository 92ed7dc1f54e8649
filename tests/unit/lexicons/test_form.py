"""Every word list is sorted, unique, well-formed and described, and no key in it dangles."""

import csv
import re
import unicodedata
from datetime import date
from typing import Any

import polars as pl
import pytest
from lists import parts, repeated, seed_of, table_of

from extract.lexicons import LEXICONS, Lexicons

KEYS = {
    "acts": ["act_id"],
    "agencies": ["agency_id"],
    "bloc_members": ["organization_id", "country_code", "start_date"],
    "clitics": ["attaches_to", "position", "clitic"],
    "common_words": ["word", "word_class"],
    "confidences": ["subject", "kind", "detail", "evidence"],
    "content_acts": ["word"],
    "content_nouns": ["noun"],
    "countries": ["country_code"],
    "country_forms": ["form"],
    "cues": ["cue_id"],
    "eponym_nouns": ["noun"],
    "formulas": ["formula_id"],
    "function_words": ["word", "word_class"],
    "given_names": ["name"],
    "hijri_months": ["start_date"],
    "issues": ["issue_id"],
    "name_contexts": ["form", "side", "word"],
    "nisbas": ["nisba", "country_code"],
    "occasions": ["occasion_id"],
    "office_terms": ["person_id", "office_id", "start_date"],
    "offices": ["office_id"],
    "organization_heads": ["head"],
    "organizations": ["organization_id"],
    "persons": ["person_id"],
    "place_heads": ["head"],
    "places": ["place_id"],
    "source_nouns": ["noun"],
    "support_words": ["word_id"],
    "titles": ["title"],
    "topic_terms": ["topic_id", "term"],
    "topics": ["topic_id"],
}
MAY_BE_EMPTY = {
    "acts": {"perfect", "imperfect", "nouns", "encounter_kind"},
    "agencies": {"country_code"},
    "bloc_members": {"end_date"},
    "countries": {"iso_numeric"},
    "cues": {
        "perfect",
        "imperfect",
        "participle",
        "masdar",
        "plural",
        "clause_markers",
        "nominal_markers",
    },
    "issues": {"country_code"},
    "name_contexts": {"country_code"},
    "nisbas": {"broken_plurals"},
    "occasions": {"organization_id"},
    "office_terms": {"country_code", "start_date", "end_date"},
    "offices": {"variants"},
    "organization_heads": {"plural"},
    "organizations": {"country_code", "acronym_ar", "acronym_latin", "variants"},
    "persons": {"country_code", "surname_ar", "variants"},
    "place_heads": {"plurals"},
    "places": {"country_code", "variants"},
    "source_nouns": {"plurals"},
    "titles": {"feminine", "plural", "office_id", "country_code"},
    "topics": {"parent_id", "iptc_code"},
}
REFERENCES = [
    ("agencies", "country_code", "countries"),
    ("bloc_members", "country_code", "countries"),
    ("bloc_members", "organization_id", "organizations"),
    ("country_forms", "country_code", "countries"),
    ("issues", "country_code", "countries"),
    ("name_contexts", "country_code", "countries"),
    ("nisbas", "country_code", "countries"),
    ("occasions", "organization_id", "organizations"),
    ("office_terms", "country_code", "countries"),
    ("office_terms", "office_id", "offices"),
    ("office_terms", "person_id", "persons"),
    ("organizations", "country_code", "countries"),
    ("persons", "country_code", "countries"),
    ("places", "country_code", "countries"),
    ("titles", "office_id", "offices"),
    ("titles", "country_code", "countries"),
    ("topic_terms", "topic_id", "topics"),
    ("topics", "parent_id", "topics"),
]
VALUES = {
    ("acts", "basis"): {"meeting", "act", "relations_phrase"},
    ("formulas", "formula_type"): {
        *("partnership", "friendship", "neighbourhood", "brotherhood", "community"),
        *("relations", "alliance", "global"),
    },
    ("country_forms", "form_kind"): {"name", "variant", "official_name", "old_name", "acronym"},
    ("content_acts", "act_class"): {"say", "urge", "promise", "stance"},
    ("cues", "act_class"): {"say", "urge", "promise", "stance"},
    ("cues", "cue_type"): {"verb", "noun", "according_to"},
    ("name_contexts", "side"): {"before", "after", "article"},
    ("persons", "gender"): {"m", "f"},
    ("titles", "title_type"): {
        *("office", "honorific", "rank", "profession", "role", "counterpart"),
    },
}
MINIMA = {
    "cues": 90,
    "titles": 120,
    "organizations": 150,
    "persons": 200,
    "topics": 60,
}
# Diacritics, tatweel, and marks that nobody sees.
UNWANTED = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\ufeff]"
    "|\u0640(?![0-9])"  # a number after the article is written with it
)
BLANKS = re.compile(r"\s{2,}|[^\S ]|^ | $| \||\| |\|\||^\||\|$")


def in_every_list(test: Any) -> Any:
    return pytest.mark.parametrize("name", KEYS)(test)


def test_no_list_is_without_a_key_here_and_no_file_is_missing() -> None:
    assert {path.stem for path in LEXICONS.glob("*.csv")} == set(KEYS)
    assert {path.stem for path in LEXICONS.glob("*.yml")} == set(KEYS)


@in_every_list
def test_rows_are_sorted_by_their_key_and_unique(name: str) -> None:
    keys = [tuple(row[column] for column in KEYS[name]) for row in table_of(name)]
    assert keys == sorted(set(keys))


@in_every_list
def test_file_is_plain_utf8_with_unix_line_ends(name: str) -> None:
    content = (LEXICONS / f"{name}.csv").read_bytes()
    text = content.decode("utf-8")
    assert content.endswith(b"\n")
    assert b"\r" not in content
    assert unicodedata.is_normalized("NFC", text)
    # `ذكّر` is kept apart from `ذكر` by its shadda.
    unwanted = set(UNWANTED.findall(text)) - ({"\u0651"} if name == "cues" else set())
    assert sorted(unwanted) == []


@in_every_list
def test_rows_have_as_many_cells_as_the_header(name: str) -> None:
    with (LEXICONS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert [row for row in rows if len(row) != len(header)] == []


@in_every_list
def test_cells_hold_no_stray_blanks_and_name_nothing_twice(name: str) -> None:
    cells = [cell for row in table_of(name) for cell in row.values()]
    assert [cell for cell in cells if BLANKS.search(cell)] == []
    assert [cell for cell in cells if repeated(parts(cell))] == []


@in_every_list
def test_cells_that_must_be_filled_are(name: str) -> None:
    may_be_empty = MAY_BE_EMPTY.get(name, set())
    lacking = [
        row
        for row in table_of(name)
        if any(not cell for column, cell in row.items() if column not in may_be_empty)
    ]
    assert lacking == []


@in_every_list
def test_flags_are_true_or_false_and_dates_are_days(name: str) -> None:
    for row in table_of(name):
        for column, cell in row.items():
            if column.startswith(("is_", "takes_")):
                assert cell in {"true", "false"}, row
            if column.endswith("_date") and cell:
                assert date.fromisoformat(cell).isoformat() == cell, row


@in_every_list
def test_description_lists_the_columns_in_order_and_the_sources(name: str) -> None:
    seed = seed_of(name)
    assert seed["name"] == name
    assert [column["name"] for column in seed["columns"]] == list(table_of(name)[0])
    assert seed["description"].strip()
    assert [c["name"] for c in seed["columns"] if not c.get("description", "").strip()] == []
    assert [source for source in seed["config"]["meta"]["_sources"] if source.strip()]
    assert set(seed["config"]["column_types"]) <= set(table_of(name)[0])


@pytest.mark.parametrize(("name", "column", "target"), REFERENCES)
def test_no_key_dangles(name: str, column: str, target: str) -> None:
    (key,) = KEYS[target]
    known = {row[key] for row in table_of(target)}
    assert {row[column] for row in table_of(name) if row[column]} - known == set()


@pytest.mark.parametrize(("name", "column"), VALUES)
def test_cells_are_of_the_values_that_the_code_knows(name: str, column: str) -> None:
    assert {row[column] for row in table_of(name)} <= VALUES[name, column]


@pytest.mark.parametrize("name", MINIMA)
def test_list_is_not_a_beginning_only(name: str) -> None:
    assert len(table_of(name)) >= MINIMA[name]


def test_lexicons_are_read_as_they_are_written(lexicons: Lexicons) -> None:
    assert set(lexicons.tables) == set(KEYS)
    for name in KEYS:
        rows = table_of(name)
        frame = lexicons[name]
        assert frame.height == len(rows)
        strings = [c for c, dtype in frame.schema.items() if dtype == pl.String]
        written = [tuple(row[c] or None for c in strings) for row in rows]
        assert frame.select(strings).rows() == written
