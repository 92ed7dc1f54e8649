"""Annotations to cases: exact substrings of a sample article become code point offsets.

What is a statement, a mention or a dyad is decided in `annotations/<id>.yaml`, by a person; this
module only finds the words it names in `seeds/articles/<id>.txt` and refuses what does not fit.
Writing the cases belongs in `build.py`, comparing them with a reading in `scoring.py`.
"""

import json
import re
from pathlib import Path
from typing import Any

import yaml
from wording import (
    AnnotationError,
    Span,
    content_span,
    is_word,
    line_span,
    locate,
    numbered,
    occurrences,
    require,
)

HERE = Path(__file__).parent
ARTICLES = HERE.parents[1] / "seeds" / "articles"
ANNOTATIONS = HERE / "annotations"
CASES = HERE / "cases"

FIELDS = {
    # `unrelated`: wordings in which a form that is a country or a place elsewhere is neither.
    "article": [
        *("countries", "dateline", "dyads", "orgs", "persons", "places"),
        *("statements", "unrelated"),
    ],
    "dateline": ["agency", "city", "country", "date", "text"],
    "org": ["country", "forms", "name"],
    "person": ["country", "forms", "name", "role"],
    "statement": [
        *("class", "content", "cue", "joint", "kind", "line"),
        *("nested_in", "speaker", "speaker_country", "speaker_entity"),
    ],
}
CLASSES = {"say", "urge", "promise", "stance"}
KINDS = {"direct", "indirect", "mixed"}
MENTION_KINDS = {"name", "nisba"}
OPENING, CLOSING = '"“«{', '"”»}'
_COUNTRY = re.compile(r"[A-Z]{3}")
_DATE = re.compile(r"(\d{4}|-)-\d{2}-\d{2}")


def article_ids() -> list[str]:
    """Ids of the sample articles, sorted: the stems of `seeds/articles/*.txt`."""
    return sorted(path.stem for path in ARTICLES.glob("*.txt"))


def article_text(article_id: str) -> str:
    """The article as it lands."""
    return (ARTICLES / f"{article_id}.txt").read_text(encoding="utf-8")


def resolved_case(article_id: str) -> dict[str, Any]:
    """Resolve one article's annotation.

    Returns:
        The case, with the keys of `cases/<id>.json`.

    Raises:
        AnnotationError: If a field is missing, unknown or out of order, a substring is not in its
            line or stands there more than once, or a span does not lie where it has to.
    """
    source = yaml.safe_load((ANNOTATIONS / f"{article_id}.yaml").read_text(encoding="utf-8"))
    text = article_text(article_id)
    try:
        _checked("article", source)
        unrelated = _unrelated(text, source["unrelated"])
        places = _mentions(text, source["places"], unrelated, with_kind=False)
        elsewhere = unrelated | _characters(places)
        countries = _mentions(text, source["countries"], elsewhere, with_kind=True)
        _require_all_mentioned(text, places, unrelated | _characters(countries))
        _require_all_mentioned(text, countries, elsewhere)
        return {
            "countries": countries,
            "dateline": _dateline(text, source["dateline"]),
            "dyads": _dyads(source["dyads"]),
            "id": article_id,
            "orgs": [_entity(text, "org", org) for org in source["orgs"]],
            "persons": [_entity(text, "person", person) for person in source["persons"]],
            "places": places,
            "quotes": _statements(text, source["statements"]),
        }
    except AnnotationError as error:
        raise AnnotationError(f"{article_id}: {error}") from error


def case_json(case: dict[str, Any]) -> str:
    """A case as it stands on disk."""
    return json.dumps(case, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _checked(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """`value`, once it has the fields of `kind`, all of them, sorted and no others."""
    require(list(value) == FIELDS[kind], f"{kind} has fields {list(value)}, not {FIELDS[kind]}")
    return value


def _country(code: str | None) -> str | None:
    require(code is None or bool(_COUNTRY.fullmatch(code)), f"{code!r} is no country code")
    return code


def _statements(text: str, statements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    resolved = [_statement(text, _checked("statement", statement)) for statement in statements]
    order = [(quote["start"], -quote["end"]) for quote in resolved]
    require(order == sorted(order), "statements are not in the order of their content")
    for quote in resolved:
        _check_nesting(resolved, quote)
    return resolved


def _statement(text: str, source: dict[str, Any]) -> dict[str, Any]:
    line = line_span(text, source["line"])
    start, end = content_span(text, source["content"], line)
    speaker = locate(text, source["speaker"], line) if source["speaker"] else None
    cue = locate(text, source["cue"], line)
    require(source["class"] in CLASSES, f"unknown class {source['class']!r}")
    require(source["kind"] in KINDS, f"unknown kind {source['kind']!r}")
    _check_marks(text, (start, end), source["kind"])
    require(not start <= cue[0] < end, f"the cue {source['cue']!r} stands in its content")
    for entity in [source["speaker_entity"], *source["joint"]]:
        require(entity is None or entity in text, f"the article does not name {entity!r}")
    return {
        "cls": source["class"],
        "cue": list(cue),
        "end": end,
        "joint": source["joint"],
        "kind": source["kind"],
        "nested_in": source["nested_in"],
        "speaker": list(speaker) if speaker else None,
        "speaker_country": _country(source["speaker_country"]),
        "speaker_entity": source["speaker_entity"],
        "start": start,
    }


def _check_marks(text: str, span: Span, kind: str) -> None:
    """Hold the kind against the quotation marks in and around the content."""
    content = text[slice(*span)]
    require(content == content.strip(" .،"), f"{content!r} ends in a blank or a stop")
    before, after = text[: span[0]].rstrip(" "), text[span[1] :].lstrip(" .،؛!؟?…")
    # `"إن بلادنا …"`: a complementizer just inside the marks is cut off the content.
    opened = re.search(rf"[{OPENING}]\s*(?:\w{{2,4}}\s*)?$", before) is not None
    closed = after[:1] in tuple(CLOSING)
    marked = any(mark in content for mark in OPENING + CLOSING)
    if kind == "direct":
        require(opened or closed, f"no marks around {content!r}")
    else:
        require(not (opened and closed), f"{content!r} stands in marks, yet is not direct")
        require(kind == "indirect" or marked, f"no marks in {content!r}, yet it is mixed")


def _check_nesting(quotes: list[dict[str, Any]], quote: dict[str, Any]) -> None:
    if quote["nested_in"] is None:
        return
    require(quote["nested_in"] in range(len(quotes)), f"no statement {quote['nested_in']}")
    outer = quotes[quote["nested_in"]]
    inside = outer["start"] <= quote["start"] and quote["end"] <= outer["end"]
    require(inside and outer is not quote, f"{quote} is not inside {outer}")


def _unrelated(text: str, wordings: list[str]) -> set[int]:
    """The characters of the wordings in which no form is a mention."""
    for wording in wordings:
        require(wording in text, f"the article has no {wording!r}")
    spans = (span for wording in wordings for span in occurrences(text, wording, (0, len(text))))
    return {position for span in spans for position in range(*span)}


def _characters(mentions: list[dict[str, Any]]) -> set[int]:
    return {position for m in mentions for position in range(m["start"], m["end"])}


def _mentions(
    text: str, mentions: list[str], unrelated: set[int], *, with_kind: bool
) -> list[dict[str, Any]]:
    """Mentions in running order, each found as whole words after the one before it."""
    found, position = [], 0
    for mention in mentions:
        words, code, *kind = mention.rsplit(" ", 2 if with_kind else 1)
        words, nth = numbered(words)
        spans = [
            span
            for span in occurrences(text, words, (position, len(text)))
            if is_word(text, span) and span[0] not in unrelated
        ]
        before = text[max(0, position - 30) : position]
        require(len(spans) >= (nth or 1), f"no {words!r} after {before!r}")
        require(not with_kind or kind[0] in MENTION_KINDS, f"unknown kind in {mention!r}")
        start, position = spans[(nth or 1) - 1]
        iso3 = _country(None if code == "-" else code)
        found.append(
            {"end": position, "iso3": iso3, "kind": kind[0] if kind else None, "start": start}
        )
    return found


def _require_all_mentioned(text: str, found: list[dict[str, Any]], unrelated: set[int]) -> None:
    """A form that is annotated once has to be annotated wherever it stands as whole words."""
    known = unrelated | _characters(found)
    for words in sorted({text[mention["start"] : mention["end"]] for mention in found}):
        for span in occurrences(text, words, (0, len(text))):
            around = text[max(0, span[0] - 30) : span[1] + 20]
            missed = is_word(text, span) and span[0] not in known
            require(not missed, f"{words!r} is not annotated in {around!r}")


def _dateline(text: str, dateline: dict[str, Any] | None) -> dict[str, Any] | None:
    if dateline is None:
        return None
    _checked("dateline", dateline)
    for key in ("agency", "city", "text"):
        value = dateline[key] or ""
        require(value in dateline["text"] and value in text, f"no {value!r} in the dateline")
    date = dateline["date"]
    require(date is None or bool(_DATE.fullmatch(date)), f"not a date: {date!r}")
    _country(dateline["country"])
    return dateline


def _dyads(dyads: list[str]) -> list[list[str]]:
    pairs = [pair.split(" ") for pair in dyads]
    require(pairs == sorted(pairs), "dyads are not sorted")
    for pair in pairs:
        require(len(pair) == 2 and pair == sorted(set(pair)), f"{pair} is no sorted pair")
        for code in pair:
            _country(code)
    return pairs


def _entity(text: str, kind: str, entity: dict[str, Any]) -> dict[str, Any]:
    _checked(kind, entity)
    forms = [entity["name"], *entity["forms"], *filter(None, [entity.get("role")])]
    for form in forms:
        require(form in text, f"the article has no {form!r}")
    require(len({*forms}) == len(forms), f"a form of {entity['name']!r} is given twice")
    _country(entity["country"])
    return entity
