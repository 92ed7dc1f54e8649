"""The annotations fit their articles, and the cases are what the annotations say."""

import json
from pathlib import Path

import annotation
import pytest
import yaml
from annotation import (
    ANNOTATIONS,
    CASES,
    AnnotationError,
    article_ids,
    article_text,
    case_json,
    resolved_case,
)

TEXT = """قال سالم إن الماء يكفي، مضيفا "لن نعطش".
وقال سالم: "لن نعطش" ثم مضى سالم إلى مالي.
"""
STATEMENT = {
    "class": "say",
    "content": "الماء يكفي",
    "cue": "قال",
    "joint": [],
    "kind": "indirect",
    "line": 1,
    "nested_in": None,
    "speaker": "سالم",
    "speaker_country": None,
    "speaker_entity": "سالم",
}
SOURCE = {
    "countries": ["مالي MLI name"],
    "dateline": None,
    "dyads": [],
    "orgs": [],
    "persons": [{"country": None, "forms": [], "name": "سالم", "role": None}],
    "places": [],
    "statements": [STATEMENT],
    "unrelated": [],
}


@pytest.fixture
def resolve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Resolve an annotation of `TEXT`, given as changes to `SOURCE` and its statement."""
    monkeypatch.setattr(annotation, "ARTICLES", tmp_path)
    monkeypatch.setattr(annotation, "ANNOTATIONS", tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def resolve_changed(source: dict | None = None, **statement: object) -> dict:
        changed = SOURCE | {"statements": [STATEMENT | statement]} | (source or {})
        content = yaml.safe_dump(changed, allow_unicode=True, sort_keys=False)
        (tmp_path / "a.yaml").write_text(content, encoding="utf-8")
        return resolved_case("a")

    return resolve_changed


@pytest.mark.parametrize("article", article_ids())
def test_case_is_up_to_date_with_its_annotation(article: str) -> None:
    stored = (CASES / f"{article}.json").read_text(encoding="utf-8")
    assert stored == case_json(resolved_case(article)), "run `python tests/golden/build.py`"


def test_every_article_has_one_annotation_and_one_case() -> None:
    assert sorted(path.stem for path in ANNOTATIONS.iterdir()) == article_ids()
    assert sorted(path.stem for path in CASES.iterdir()) == article_ids()


def test_samples_span_the_wire() -> None:
    cases = [json.loads(path.read_text(encoding="utf-8")) for path in CASES.glob("*.json")]
    datelines = [case["dateline"] for case in cases if case["dateline"]]
    months = {line["date"][:7] for line in datelines if line["date"] and line["date"][0] == "2"}
    countries = {mention["iso3"] for case in cases for mention in case["countries"]}
    quotes = [quote for case in cases for quote in case["quotes"]]
    assert len(cases) >= 30
    assert len(months) >= 8
    assert len(countries) >= 25
    assert len({line["agency"] for line in datelines}) >= 8
    assert {quote["kind"] for quote in quotes} == annotation.KINDS
    assert {quote["cls"] for quote in quotes} == annotation.CLASSES
    assert sum(quote["speaker"] is None for quote in quotes) > len(quotes) / 4
    assert any(quote["nested_in"] is not None for quote in quotes)
    assert any(quote["joint"] for quote in quotes)


@pytest.mark.parametrize("article", article_ids())
def test_article_is_as_long_as_a_story_on_the_wire(article: str) -> None:
    assert 120 <= len(article_text(article).split()) <= 350


def test_content_is_found_in_its_line(resolve) -> None:
    quote = resolve(content="الماء … يكفي")["quotes"][0]
    assert TEXT[quote["start"] : quote["end"]] == "الماء يكفي"
    assert TEXT[slice(*quote["speaker"])] == "سالم"


def test_content_may_run_on_to_a_later_line(resolve) -> None:
    quote = resolve(content="الماء ¶ لن نعطش", kind="mixed")["quotes"][0]
    content = TEXT[quote["start"] : quote["end"]]
    assert content.startswith("الماء")
    assert "\n" in content
    assert content.endswith("لن نعطش")


def test_numbered_words_are_found_where_they_stand_again(resolve) -> None:
    quote = resolve(line=2, cue="وقال", speaker="سالم#2", content="لن نعطش", kind="direct")
    assert TEXT[: quote["quotes"][0]["speaker"][0]].endswith("مضى ")


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ({"content": "الخبز يكفي"}, "no 'الخبز يكفي'"),
        ({"line": 2, "cue": "وقال", "content": "لن نعطش", "kind": "direct"}, "say #n"),
        ({"content": "الماء يكفي،"}, "ends in a blank or a stop"),
        ({"kind": "direct"}, "no marks around"),
        ({"kind": "mixed"}, "yet it is mixed"),
        ({"cue": "مضيفا", "speaker": None, "content": "لن نعطش"}, "yet is not direct"),
        ({"class": "speak"}, "unknown class"),
        ({"speaker_country": "Mali"}, "no country code"),
        ({"speaker_entity": "وزير المياه"}, "does not name"),
        ({"nested_in": 0}, "is not inside"),
        ({"note": "?"}, "statement has fields"),
    ],
)
def test_statement_that_does_not_fit_is_refused(resolve, statement: dict, problem: str) -> None:
    with pytest.raises(AnnotationError, match=problem):
        resolve(**statement)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ({"countries": []} | {"places": ["مالي -"], "dyads": ["MLI CHN"]}, "no sorted pair"),
        ({"countries": ["مال MLI name"]}, "no 'مال'"),
        ({"places": ["سالم -"]}, "is not annotated"),
        ({"persons": [{"name": "سالم", "country": None, "forms": [], "role": None}]}, "fields"),
        ({"orgs": [{"country": None, "forms": ["و"], "name": "الماء العذب"}]}, "has no"),
        ({"unrelated": ["بحر"]}, "has no 'بحر'"),
    ],
)
def test_mention_that_does_not_fit_is_refused(resolve, source: dict, problem: str) -> None:
    with pytest.raises(AnnotationError, match=problem):
        resolve(source)
