"""Every word list is sorted, unique, well-formed and described, and no key in it dangles."""

import csv
import re
import unicodedata
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml
from babel import Locale
from hijridate import Hijri

from extract.arabic.normalize import fold_words
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
# Territories that nobody is from: Arabic has no adjective for them.
NOBODYS_HOME = {"ATF", "BVT", "HMD", "IOT", "SGS", "UMI"}
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
    "titles": {"feminine", "plural", "office_id"},
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
# Territories that Babel names and ISO 3166-1 does not: groups, dependencies, and codes for tests.
NOT_IN_ISO_3166 = {
    "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ",
}  # fmt: skip
# Diacritics, tatweel, and marks that nobody sees.
UNWANTED = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\ufeff]"
    "|\u0640(?![0-9])"  # a number after the article is written with it
)
BLANKS = re.compile(r"\s{2,}|[^\S ]|^ | $| \||\| |\|\||^\||\|$")


def table_of(name: str) -> list[dict[str, str]]:
    with (LEXICONS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def seed_of(name: str) -> dict[str, Any]:
    loaded = yaml.safe_load((LEXICONS / f"{name}.yml").read_text(encoding="utf-8"))
    (seed,) = loaded["seeds"]
    assert isinstance(seed, dict)
    return seed


def in_every_list(test: Any) -> Any:
    return pytest.mark.parametrize("name", KEYS)(test)


def parts(cell: str) -> list[str]:
    return cell.split("|") if cell else []


def repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


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


def test_countries_are_those_of_iso_3166_and_kosovo() -> None:
    countries = table_of("countries")
    assert len(countries) == 250
    alpha2 = {row["country_code"]: row["iso_alpha2"] for row in countries}
    assert alpha2.pop("XKX") == "XK"
    territories = {code for code in Locale("en").territories if re.fullmatch("[A-Z]{2}", code)}
    assert set(alpha2.values()) == territories - NOT_IN_ISO_3166


@pytest.mark.parametrize(("name", "without"), [("country_forms", set()), ("nisbas", NOBODYS_HOME)])
def test_every_country_has_forms_and_nisbas(name: str, without: set[str]) -> None:
    named = {row["country_code"] for row in table_of(name)}
    assert {row["country_code"] for row in table_of("countries")} - named == without


def test_every_country_is_found_by_its_name() -> None:
    named = {
        row["country_code"]: row["form"]
        for row in table_of("country_forms")
        if row["form_kind"] == "name"
    }
    assert named == {row["country_code"]: row["name_ar"] for row in table_of("countries")}


def test_form_names_one_country_however_it_is_spelt() -> None:
    assert repeated(fold_words([row["form"] for row in table_of("country_forms")])) == []


def test_function_word_stands_once_for_all_its_spellings() -> None:
    words = [row["word"] for row in table_of("function_words") if row["is_exact"] == "false"]
    by_spelling = dict(zip(words, fold_words(words), strict=True))
    assert repeated(list(by_spelling.values())) == []


def test_no_word_is_a_name_and_an_ordinary_word() -> None:
    names = fold_words([row["name"] for row in table_of("given_names")])
    words = fold_words([row["word"] for row in table_of("common_words")])
    assert sorted(set(names) & set(words)) == []


def test_ninety_verbs_of_speech_have_their_forms() -> None:
    verbs = [row for row in table_of("cues") if row["cue_type"] == "verb"]
    assert len(verbs) >= 90
    assert [row["cue_id"] for row in verbs if not (row["perfect"] and row["imperfect"])] == []


@pytest.mark.xfail(strict=True, reason="nothing opens the content of `تحدث`: it never makes one")
def test_every_verb_of_speech_has_something_that_opens_its_content() -> None:
    verbs = [row for row in table_of("cues") if row["cue_type"] == "verb"]
    mute = [row["cue_id"] for row in verbs if not (row["clause_markers"] or row["nominal_markers"])]
    assert mute == []


def test_topics_are_a_tree_of_two_levels() -> None:
    parents = {row["topic_id"]: row["parent_id"] for row in table_of("topics")}
    assert [topic for topic, parent in parents.items() if parent and parents[parent]] == []


def test_every_topic_below_another_has_six_terms_and_more() -> None:
    topics = table_of("topics")
    terms = Counter(row["topic_id"] for row in table_of("topic_terms"))
    inner = {row["parent_id"] for row in topics}
    leaves = [row["topic_id"] for row in topics if row["topic_id"] not in inner]
    assert len(leaves) >= 60
    assert [topic for topic in leaves if terms[topic] < 6] == []


def test_topic_codes_are_media_topics() -> None:
    codes = [row["iptc_code"] for row in table_of("topics") if row["iptc_code"]]
    assert [code for code in codes if not re.fullmatch(r"medtop:\d{8}", code)] == []
    assert len(codes) >= len(table_of("topics")) / 2


def test_at_least_three_hundred_cities_are_known() -> None:
    cities = [row for row in table_of("places") if row["place_type"] == "city"]
    assert len(cities) >= 300


# Territories, whose seats are not capitals, and Israel, whose capital is in dispute.
WITHOUT_CAPITAL = {
    "AIA", "ALA", "ASM", "ATA", "ATF", "BES", "BLM", "BVT", "CCK", "CXR", "ESH", "GGY", "GIB",
    "HKG", "HMD", "IMN", "IOT", "ISR", "JEY", "MAC", "MAF", "MNP", "MSR", "NFK", "NIU", "PCN",
    "SGS", "SJM", "SPM", "SXM", "TCA", "TKL", "UMI", "VGB", "VIR", "WLF",
}  # fmt: skip


def test_every_state_has_its_capital() -> None:
    with_capital = {
        row["country_code"] for row in table_of("places") if row["is_capital"] == "true"
    }
    assert {row["country_code"] for row in table_of("countries")} - with_capital <= WITHOUT_CAPITAL


def test_titles_offices_and_acronyms_are_many() -> None:
    assert len(table_of("titles")) + len(table_of("offices")) >= 120
    rows = table_of("organizations")
    assert len([row for row in rows if row["acronym_ar"] or row["acronym_latin"]]) >= 150


def test_office_term_does_not_end_before_it_begins() -> None:
    terms = table_of("office_terms")
    dated = [row for row in terms if row["start_date"] and row["end_date"]]
    assert [row for row in dated if row["start_date"] > row["end_date"]] == []


def test_two_hundred_persons_held_office_in_dated_terms() -> None:
    assert len({row["person_id"] for row in table_of("office_terms") if row["start_date"]}) >= 200


def test_latin_acronym_is_written_in_latin_letters_and_an_arabic_one_in_arabic() -> None:
    rows = table_of("organizations")
    latin = [form for row in rows for form in parts(row["acronym_latin"])]
    arabic = [form for row in rows for form in parts(row["acronym_ar"])]
    assert [form for form in latin if re.search("[ء-ي]", form)] == []
    assert [form for form in arabic if re.search("[A-Za-z]", form)] == []


def test_lists_are_where_the_project_keeps_its_seeds() -> None:
    assert Path(__file__).parents[2] / "seeds" / "lexicons" == LEXICONS


def test_hijri_months_are_those_of_umm_al_qura() -> None:
    listed = [
        (row["start_date"], int(row["hijri_year"]), int(row["hijri_month"]))
        for row in table_of("hijri_months")
    ]
    months = [(year, month) for year in range(1343, 1501) for month in range(1, 13)]
    first_days = [Hijri(year, month, 1).to_gregorian() for year, month in months]
    assert listed == [
        (day.isoformat(), *month) for day, month in zip(first_days, months, strict=True)
    ]


def test_country_is_a_member_once_at_a_time() -> None:
    terms = sorted(
        (row["organization_id"], row["country_code"], row["start_date"], row["end_date"])
        for row in table_of("bloc_members")
    )
    later = [
        (one, other)
        for one, other in pairwise(terms)
        if one[:2] == other[:2] and not "" < one[3] <= other[2]
    ]
    assert later == []
