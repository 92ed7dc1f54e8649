"""How far each way of settling a speaker can be trusted, and how often it is reached.

A statement found is judged by its own `speaker_resolution`. A statement of the gold has none: which
one it asks for is told from how the article names its speaker. Agreement over all statements
belongs in `scoring`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import polars as pl

from extract.evaluation.matching import folded, is_same_name
from extract.evaluation.scoring import Row, has_right_speaker, matched_statements, readings_of

RESOLUTION_SCORES = pl.Schema(
    {
        "article": pl.String,
        "measure": pl.String,
        "speaker_resolution": pl.String,
        "hits": pl.Int64,
        "found": pl.Int64,
        "gold": pl.Int64,
    }
)
# A cue that introduces a source beside its content, folded as names are.
_ACCORDING_TO = re.compile(r"و?(وفقا?|ب?حسب(ما)?|طبقا|نقلا|استنادا)")


def score_resolutions(
    cases: Iterable[Row], texts: Mapping[str, str], tables: Mapping[str, pl.DataFrame]
) -> pl.DataFrame:
    """Count by article and resolution, each measure a share.

    - `statement precision`: of the statements found, those that the gold has too;
    - `attribution precision`: of the same, those whose speaker is right as well; where the gold
      leaves the speaker open, nothing is asked;
    - `speaker country precision`: of the statements found that the gold has, with its country;
    - `attribution recall`: of the gold's statements that ask for this resolution, those found with
      the right speaker, by whatever way.

    Args:
        cases: As for `scoring.score`.
        texts: As for `scoring.score`.
        tables: As for `scoring.score`.

    Returns:
        Columns as in `RESOLUTION_SCORES`; `found` is null, as for every share.
    """
    rows = [
        (case["id"], measure, way, hits, None, asked)
        for case, _, own in readings_of(cases, tables)
        for (measure, way), (hits, asked) in _count(case, texts[case["id"]], own["quotes"]).items()
    ]
    return pl.DataFrame(rows, schema=RESOLUTION_SCORES, orient="row").sort(
        "measure", "speaker_resolution", "article"
    )


def _count(case: Row, text: str, found: list[Row]) -> dict[tuple[str, str], tuple[int, int]]:
    gold = case["quotes"]
    gold_of = {j: gold[i] for i, j in matched_statements(text, gold, found).items()}
    hits: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()

    def check(measure: str, way: str, *, right: bool) -> None:
        asked[measure, way] += 1
        hits[measure, way] += right

    for j, quote in enumerate(found):
        way, match = quote["speaker_resolution"], gold_of.get(j)
        check("statement precision", way, right=match is not None)
        if match is None or match["speaker_entity"]:
            right = match is not None and has_right_speaker(match, quote)
            check("attribution precision", way, right=right)
        if match is not None:
            same = (match["speaker_country"] or None) == (quote["speaker_country_code"] or None)
            check("speaker country precision", way, right=same)
    right_gold = {id(g) for j, g in gold_of.items() if has_right_speaker(g, found[j])}
    for quote in (quote for quote in gold if quote["speaker_entity"]):
        way = expected_resolution(text, quote)
        check("attribution recall", way, right=id(quote) in right_gold)
    return {key: (hits[key], n) for key, n in asked.items()}


def expected_resolution(text: str, quote: Row) -> str:
    """Tell which resolution an annotated statement asks for.

    Args:
        text: The article.
        quote: The statement, with a `speaker_entity`.

    Returns:
        `according_to` by the cue, `joint` where several speak, `carried` where the sentence names
        no speaker, `title` where it only describes who is named elsewhere, else `stated`.
    """
    if _ACCORDING_TO.fullmatch(folded(text[slice(*quote["cue"])])):
        return "according_to"
    if quote.get("joint"):
        return "joint"
    if not quote["speaker"]:
        return "carried"
    is_named = is_same_name(text[slice(*quote["speaker"])], quote["speaker_entity"])
    return "stated" if is_named else "title"
