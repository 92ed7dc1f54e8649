"""How well a reading agrees with annotated cases, counted by measure.

Takes the contract's frames (`extract.schemas`) and cases as in `cases/*.json`. Where the cases come
from belongs in `annotation.py`, what the figures must reach in `baseline.py`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import polars as pl
from matching import Span, folded, is_same_name, paired, trimmed
from tally import Counts, Tally

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
    {"article": pl.String, "measure": pl.String, "expected": pl.String, "found": pl.String}
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
    articles = {_stem(row["source_uri"]): row for row in tables["articles"].iter_rows(named=True)}
    rows = {name: _by_article(tables[name]) for name in ("quotes", "mentions", "dyads")}
    scored = []
    for case in cases:
        article = articles.get(case["id"])
        own = {name: rows[name].get(article["article_id"], []) if article else [] for name in rows}
        scored.append(_score_article(texts[case["id"]], case, article, own))
    counts = [(s.article, measure, *count) for s in scored for measure, count in s.counts.items()]
    errors = [error for s in scored for error in s.errors]
    return (
        pl.DataFrame(counts, schema=SCORES, orient="row"),
        pl.DataFrame(errors, schema=ERRORS, orient="row"),
    )


def overall(scores: pl.DataFrame) -> dict[str, Counts]:
    """Counts of every measure summed over the articles, in the measures' order."""
    found = pl.when(pl.col("found").is_not_null().any()).then(pl.col("found").sum())
    summed = scores.group_by("measure", maintain_order=True).agg(
        pl.col("hits").sum(), found.alias("found"), pl.col("gold").sum()
    )
    return {measure: Counts(*counts) for measure, *counts in summed.iter_rows()}


def _stem(uri: str) -> str:
    return re.split(r"[\\/]", re.split(r"[#?]", uri)[0])[-1].rsplit(".", 1)[0]


def _by_article(table: pl.DataFrame) -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for row in table.iter_rows(named=True):
        rows.setdefault(row["article_id"], []).append(row)
    return rows


def _score_article(
    text: str, case: Row, article: Row | None, own: Mapping[str, list[Row]]
) -> Tally:
    tally = Tally(case["id"])
    _score_dateline(tally, case["dateline"], article)
    _score_statements(tally, text, case["quotes"], own["quotes"])
    _score_countries(tally, text, case["countries"], own["mentions"])
    _score_places(tally, text, case["places"], own["mentions"])
    _score_entities(tally, "persons", case["persons"], own["mentions"])
    _score_entities(tally, "organizations", case["orgs"], own["mentions"])
    _score_dyads(tally, case["dyads"], own["dyads"])
    return tally


def _score_dateline(tally: Tally, dateline: Row | None, article: Row | None) -> None:
    if dateline is None:
        is_none = article is not None and not article["dateline_city"]
        tally.check("dateline none kept none", right=is_none)
        return
    for part, column in DATELINE_COLUMNS.items():
        expected, found = dateline.get(part), article[column] if article else None
        if expected:
            right = _is_same_dateline_part(part, expected, found)
            tally.check(f"dateline {part}", right=right, expected=expected, found=found)


def _is_same_dateline_part(part: str, expected: str, found: object) -> bool:
    if part == "date":
        # `--12-15` is a day whose year the text leaves out: whichever year was taken is right.
        day = str(found or "")[:10]
        return day[4:] == expected[1:] if expected.startswith("--") else day == expected
    if part == "country":
        return expected == found
    return is_same_name(expected, None if found is None else str(found))


def _score_statements(tally: Tally, text: str, gold: list[Row], found: list[Row]) -> None:
    gold_spans = [trimmed(text, (quote["start"], quote["end"])) for quote in gold]
    found_spans = [trimmed(text, _span(quote)) for quote in found]
    for name, least in STATEMENT_OVERLAPS.items():
        hits = len(paired(gold_spans, found_spans, least))
        tally.add(f"statements {name}", hits, len(gold), len(found))
    pairs = paired(gold_spans, found_spans, MATCH_OVERLAP)
    _score_recall(tally, gold, set(pairs))
    for i, quote in enumerate(gold):
        if i in pairs:
            _score_attributes(tally, quote, found[pairs[i]])
        else:
            tally.miss("statements @0.3", text[slice(*gold_spans[i])], None)
    for j in set(range(len(found))) - set(pairs.values()):
        tally.miss("statements @0.3", None, text[slice(*found_spans[j])])


def _score_recall(tally: Tally, gold: list[Row], hit: set[int]) -> None:
    kinds = {"direct": [], "indirect": [], "mixed": [], "nested": []}  # type: dict[str, list[int]]
    for i, quote in enumerate(gold):
        kinds[quote["kind"]].append(i)
        if quote["nested_in"] is not None:
            kinds["nested"].append(i)
    for kind, of_kind in kinds.items():
        tally.add(f"recall {kind}", len(hit.intersection(of_kind)), len(of_kind))


def _score_attributes(tally: Tally, gold: Row, found: Row) -> None:
    if gold["speaker_entity"]:
        names = [gold["speaker_entity"], *gold["joint"]]
        right = any(is_same_name(name, found["speaker_name"]) for name in names)
        how = "stated" if gold["speaker"] else "dropped"
        tally.add("speaker all", int(right), 1)
        tally.check(f"speaker {how}", right=right, expected=names[0], found=found["speaker_name"])
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
    for i in set(range(len(gold))) - set(right):
        tally.miss("country mentions", text[gold[i]["start"] : gold[i]["end"]], None)
    for j in set(range(len(found))) - set(right.values()):
        tally.miss("country mentions", None, text[slice(*_span(found[j]))])


def _score_places(tally: Tally, text: str, gold: list[Row], mentions: list[Row]) -> None:
    found = [m for m in mentions if m["entity_type"] in ("place", "country")]
    pairs = paired([(m["start"], m["end"]) for m in gold], [_span(m) for m in found], MATCH_OVERLAP)
    for i, place in enumerate(gold):
        code = found[pairs[i]]["country_code"] if i in pairs else None
        right = i in pairs and place["iso3"] in (None, code)
        words = text[place["start"] : place["end"]]
        tally.check("place recall with country", right=right, expected=words, found=code)
    if not gold:
        tally.add("place recall with country", 0, 0)


def _score_entities(tally: Tally, measure: str, gold: list[Row], mentions: list[Row]) -> None:
    """Persons or organisations, each one once: by the first name found that fits a form."""
    own = (m for m in mentions if m["entity_type"] == measure.removesuffix("s"))
    names = (mention["entity_name"] or mention["mention_text"] for mention in own)
    left = {folded(name): name for name in names}
    found, hits = len(left), 0
    for entity in gold:
        forms = [entity["name"], *entity["forms"]]
        matches = (key for key, name in left.items() if any(is_same_name(f, name) for f in forms))
        match = next(matches, None)
        if match is None:
            tally.miss(measure, entity["name"], None)
        else:
            del left[match]
            hits += 1
    tally.add(measure, hits, len(gold), found)
    for name in left.values():
        tally.miss(measure, None, name)


def _score_dyads(tally: Tally, gold: list[list[str]], rows: list[Row]) -> None:
    expected = {tuple(sorted(pair)) for pair in gold}
    found = {tuple(sorted((row["country_a"], row["country_b"]))) for row in rows}
    tally.add("dyads", len(expected & found), len(expected), len(found))
    for pair in sorted(expected - found):
        tally.miss("dyads", "-".join(pair), None)
    for pair in sorted(found - expected):
        tally.miss("dyads", None, "-".join(pair))


def _span(row: Row) -> Span:
    return row["start_char"], row["end_char"]
