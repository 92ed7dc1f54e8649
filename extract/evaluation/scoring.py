"""How well a reading agrees with annotated cases, counted by measure.

Takes the contract's frames (`extract.schemas`) and annotated cases. Where the cases come from
belongs in `gold`, what the counts amount to in `figures`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import polars as pl

from extract.evaluation.matching import Span, folded, is_same_name, paired, trimmed
from extract.evaluation.tally import Counts, Tally

Row = Mapping[str, Any]

STATEMENT_OVERLAPS = {"@0.3": 0.3, "@0.8": 0.8, "exact": 0.999}
MATCH_OVERLAP = 0.3
SCORES = pl.Schema(
    {
        "article": pl.String,
        "measure": pl.String,
        "hits": pl.Int64,
        "found": pl.Int64,
        "gold": pl.Int64,
    }
)
ERRORS = pl.Schema(
    {"article": pl.String, "error": pl.String, "expected": pl.String, "found": pl.String}
)
DATELINE_COLUMNS = {
    "city": "dateline_city",
    "country": "dateline_country_code",
    "agency": "agency",
    "date": "dateline_date",
}
COUNTRY_KINDS = ("name", "nisba")


def score(
    cases: Iterable[Row], texts: Mapping[str, str], tables: Mapping[str, pl.DataFrame]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Compare a reading with its cases.

    Args:
        cases: The cases; an article belongs to the case whose `id` is its `source_uri`'s stem.
        texts: Each case's article as landed, by the case's id.
        tables: `articles`, `quotes`, `mentions` and `dyads`, columns as in `extract.schemas`.

    Returns:
        One row an article and measure (columns as in `SCORES`), and one row an error (`ERRORS`).
    """
    scored = []
    for case, article, own in readings_of(cases, tables):
        tally = Tally(case["id"])
        _score_dateline(tally, case["dateline"], article)
        _score_statements(tally, texts[case["id"]], case["quotes"], own["quotes"])
        _score_countries(tally, texts[case["id"]], case["countries"], own["mentions"])
        _score_places(tally, texts[case["id"]], case["places"], own["mentions"])
        _score_entities(tally, "persons", case["persons"], own["mentions"])
        _score_entities(tally, "organizations", case["orgs"], own["mentions"])
        _score_dyads(tally, case["dyads"], own["dyads"])
        scored.append(tally)
    counts = [(s.article, measure, *count) for s in scored for measure, count in s.counts.items()]
    errors = [error for s in scored for error in s.errors]
    return (
        pl.DataFrame(counts, schema=SCORES, orient="row"),
        pl.DataFrame(errors, schema=ERRORS, orient="row"),
    )


def readings_of(
    cases: Iterable[Row], tables: Mapping[str, pl.DataFrame]
) -> Iterator[tuple[Row, Row | None, Mapping[str, list[Row]]]]:
    """Give each case with the article read of it and the rows of that; no article, no rows."""
    articles = {_stem(row["source_uri"]): row for row in tables["articles"].iter_rows(named=True)}
    rows = {name: _by_article(tables[name]) for name in ("quotes", "mentions", "dyads")}
    for case in cases:
        article = articles.get(case["id"])
        key = article["article_id"] if article else None
        yield case, article, {name: rows[name].get(key, []) for name in rows}


def overall(scores: pl.DataFrame) -> dict[str, Counts]:
    """Counts of every measure summed over the articles, in the measures' order."""
    found = pl.when(pl.col("found").is_not_null().any()).then(pl.col("found").sum())
    summed = scores.group_by("measure", maintain_order=True).agg(
        pl.col("hits").sum(), found.alias("found"), pl.col("gold").sum()
    )
    return {measure: Counts(*counts) for measure, *counts in summed.iter_rows()}


def _stem(uri: str) -> str:
    return re.split(r"[\\/]", re.split(r"[#?]", uri)[0])[-1].rsplit(".", 1)[0]


def _by_article(table: pl.DataFrame) -> dict[str | None, list[Row]]:
    rows: dict[str | None, list[Row]] = {}
    for row in table.iter_rows(named=True):
        rows.setdefault(row["article_id"], []).append(row)
    return rows


def _score_dateline(tally: Tally, dateline: Row | None, article: Row | None) -> None:
    if dateline is None:
        is_none = article is not None and not article["dateline_city"]
        tally.add("dateline none kept none", int(is_none), 1)
        return
    for part, column in DATELINE_COLUMNS.items():
        expected, found = dateline.get(part), article[column] if article else None
        if expected:
            right = is_same_dateline_part(part, expected, found)
            tally.check(f"dateline {part}", right=right, expected=expected, found=found)


def is_same_dateline_part(part: str, expected: str, found: object) -> bool:
    """True where a part of a dateline, a key of `DATELINE_COLUMNS`, says what is expected."""
    if part == "date":
        # `--12-15` is a day whose year the text leaves out: whichever year was taken is right.
        day = str(found or "")[:10]
        return day[4:] == expected[1:] if expected.startswith("--") else day == expected
    if part == "country":
        return expected == found
    return is_same_name(expected, None if found is None else str(found))


def matched_statements(text: str, gold: list[Row], found: list[Row]) -> dict[int, int]:
    """Positions of annotated statements, each with that of the one found that stands for it."""
    return paired(_gold_spans(text, gold), _found_spans(text, found), MATCH_OVERLAP)


def has_right_speaker(gold: Row, found: Row) -> bool:
    """True where the speaker found is the annotated one, or one of several who speak together."""
    names = [gold["speaker_entity"], *gold.get("joint", ())]
    return any(is_same_name(name, found["speaker_name"]) for name in names)


def _gold_spans(text: str, gold: list[Row]) -> list[Span]:
    return [trimmed(text, (quote["start"], quote["end"])) for quote in gold]


def _found_spans(text: str, found: list[Row]) -> list[Span]:
    return [trimmed(text, _span(quote)) for quote in found]


def _score_statements(tally: Tally, text: str, gold: list[Row], found: list[Row]) -> None:
    gold_spans, found_spans = _gold_spans(text, gold), _found_spans(text, found)
    for name, least in STATEMENT_OVERLAPS.items():
        hits = len(paired(gold_spans, found_spans, least))
        tally.add(f"statements {name}", hits, len(gold), len(found))
    pairs = paired(gold_spans, found_spans, MATCH_OVERLAP)
    _score_recall(tally, gold, set(pairs))
    for quote in (quote for i, quote in enumerate(gold) if i not in pairs):
        words = text[quote["start"] : quote["end"]]
        tally.note("missed statement", words, quote["speaker_entity"])
    for quote in (quote for j, quote in enumerate(found) if j not in pairs.values()):
        tally.note("extra statement", text[slice(*_span(quote))], quote["speaker_name"])
    for i, j in pairs.items():
        _score_attributes(tally, gold[i], found[j])


def _score_recall(tally: Tally, gold: list[Row], hit: set[int]) -> None:
    kinds: dict[str, list[int]] = {"direct": [], "indirect": [], "mixed": [], "nested": []}
    for i, quote in enumerate(gold):
        kinds[quote["kind"]].append(i)
        if quote["nested_in"] is not None:
            kinds["nested"].append(i)
    for kind, of_kind in kinds.items():
        tally.add(f"recall {kind}", len(hit.intersection(of_kind)), len(of_kind))


def _score_attributes(tally: Tally, gold: Row, found: Row) -> None:
    if gold["speaker_entity"]:
        right, name = has_right_speaker(gold, found), found["speaker_name"]
        how = "stated" if gold["speaker"] else "dropped"
        tally.check(f"speaker {how}", right=right, expected=gold["speaker_entity"], found=name)
        tally.add("speaker all", int(right), 1)
    for measure, key, column in (
        ("speaker country", "speaker_country", "speaker_country_code"),
        ("act class", "cls", "act_class"),
        ("quote kind", "kind", "quote_kind"),
    ):
        expected, value = gold[key] or None, found[column] or None
        tally.check(measure, right=expected == value, expected=expected, found=value)


def _score_countries(tally: Tally, text: str, gold: list[Row], mentions: list[Row]) -> None:
    found = [
        mention
        for mention in mentions
        if mention["entity_type"] == "country" and mention["mention_kind"] in COUNTRY_KINDS
    ]
    pairs = paired([(m["start"], m["end"]) for m in gold], [_span(m) for m in found], MATCH_OVERLAP)
    right = {i: j for i, j in pairs.items() if gold[i]["iso3"] == found[j]["country_code"]}
    tally.add("country mentions", len(right), len(gold), len(found))
    for mention in (mention for i, mention in enumerate(gold) if i not in right):
        words = text[mention["start"] : mention["end"]]
        tally.note("missed country", words, mention["iso3"])
    for mention in (mention for j, mention in enumerate(found) if j not in right.values()):
        tally.note("extra country", mention["mention_text"], mention["country_code"])


def _score_places(tally: Tally, text: str, gold: list[Row], mentions: list[Row]) -> None:
    found = [m for m in mentions if m["entity_type"] in ("place", "country")]
    pairs = paired([(m["start"], m["end"]) for m in gold], [_span(m) for m in found], MATCH_OVERLAP)
    tally.add("place recall with country", 0, 0)
    for i, place in enumerate(gold):
        code = found[pairs[i]]["country_code"] if i in pairs else None
        right = i in pairs and place["iso3"] in (None, code)
        tally.add("place recall with country", int(right), 1)
        if not right:
            tally.note("missed place", text[place["start"] : place["end"]], code)


def _score_entities(tally: Tally, measure: str, gold: list[Row], mentions: list[Row]) -> None:
    """Persons or organisations, each one once: by the first name found that fits a form."""
    entity_type = measure.removesuffix("s")
    own = (m for m in mentions if m["entity_type"] == entity_type)
    names = (mention["entity_name"] or mention["mention_text"] for mention in own)
    left = {folded(name): name for name in names}
    found, hits = len(left), 0
    for entity in gold:
        forms = [entity["name"], *entity.get("forms", ())]
        matches = (key for key, name in left.items() if any(is_same_name(f, name) for f in forms))
        match = next(matches, None)
        if match is None:
            tally.note(f"missed {entity_type}", entity["name"], None)
        else:
            del left[match]
            hits += 1
    tally.add(measure, hits, len(gold), found)
    for name in left.values():
        tally.note(f"extra {entity_type}", name, None)


def _score_dyads(tally: Tally, gold: list[list[str]], rows: list[Row]) -> None:
    expected = {tuple(pair) for pair in gold}
    found = {tuple(sorted((row["country_a"], row["country_b"]))) for row in rows}
    tally.add("dyads", len(expected & found), len(expected), len(found))
    for pair in sorted(expected - found):
        tally.note("missed dyad", "-".join(pair), None)
    for pair in sorted(found - expected):
        tally.note("extra dyad", "-".join(pair), None)


def _span(row: Row) -> Span:
    return row["start_char"], row["end_char"]
