"""The word lists hold what they must: countries and their forms, cues, offices, topics."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from babel import Locale
from hijridate import Hijri
from lists import parts, repeated, table_of

from extract.arabic.normalize import fold_words
from extract.lexicons import LEXICONS

# Territories that Babel names and ISO 3166-1 does not: groups, dependencies, and codes for tests.
NOT_IN_ISO_3166 = {
    "AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ",
}  # fmt: skip
# Territories that nobody is from: Arabic has no adjective for them.
NOBODYS_HOME = {"ATF", "BVT", "HMD", "IOT", "SGS", "UMI"}


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
    formless = [row["cue_id"] for row in verbs if not (row["perfect"] and row["imperfect"])]
    # The perfect of `عد` would be read into `وعد`: its participle is the cue.
    assert formless == ["عد"]


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
    assert Path(__file__).parents[3] / "seeds" / "lexicons" == LEXICONS


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
