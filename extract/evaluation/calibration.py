"""Confidences held against what is annotated: what was right, by statement and by mention.

Fitting the confidences themselves belongs in `tests/golden/calibrate.py`.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise

import polars as pl

from extract.evaluation.matching import is_same_name
from extract.evaluation.scoring import (
    SCORES,
    Row,
    has_right_speaker,
    matched_statements,
    readings_of,
)

LABELS = pl.Schema(
    {
        "article": pl.String,
        "subject": pl.String,
        "confidence": pl.Float64,
        "is_right": pl.Boolean,
    }
)
BANDS = (0.0, 0.7, 0.8, 0.9, 0.95, 1.0)
AT_CONFIDENCE = "at confidence"
_ANNOTATED_AS = {"person": "persons", "organization": "orgs"}


def label(
    cases: Iterable[Row], texts: Mapping[str, str], tables: Mapping[str, pl.DataFrame]
) -> pl.DataFrame:
    """Say of each statement and mention found whether it is right.

    A statement is right where the gold has it with the same speaker; one whose speaker the gold
    leaves open is left out. A country or place is right where the gold names one of that country on
    the same characters, a person or organisation where its name fits one that the gold lists.

    Args:
        cases: As for `scoring.score`.
        texts: As for `scoring.score`.
        tables: As for `scoring.score`.

    Returns:
        Columns as in `LABELS`.
    """
    rows: list[tuple[object, ...]] = []
    for case, _, own in readings_of(cases, tables):
        gold, found = case["quotes"], own["quotes"]
        match = {j: gold[i] for i, j in matched_statements(texts[case["id"]], gold, found).items()}
        for j, quote in enumerate(found):
            if j not in match or match[j]["speaker_entity"]:
                is_right = j in match and has_right_speaker(match[j], quote)
                rows.append((case["id"], "statement", quote["confidence"], is_right))
        rows += (
            (case["id"], "mention", mention["confidence"], _is_right_mention(case, mention))
            for mention in own["mentions"]
        )
    return pl.DataFrame(rows, schema=LABELS, orient="row")


def _is_right_mention(case: Row, mention: Row) -> bool:
    if mention["entity_type"] in _ANNOTATED_AS:
        name = mention["entity_name"] or mention["mention_text"]
        entities = case[_ANNOTATED_AS[mention["entity_type"]]]
        forms = (form for e in entities for form in (e["name"], *e.get("forms", ())))
        return any(is_same_name(form, name) for form in forms)
    return any(
        spot["start"] < mention["end_char"]
        and mention["start_char"] < spot["end"]
        and spot["iso3"] in (None, mention["country_code"])
        for spot in (*case["countries"], *case["places"])
    )


def band_of(confidence: pl.Expr) -> pl.Expr:
    """The band of `BANDS` that a confidence lies in, as `0.80-0.90`."""
    names = [f"{low:.2f}-{high:.2f}" for low, high in pairwise(BANDS)]
    number = pl.sum_horizontal((confidence >= edge).cast(pl.Int32) for edge in BANDS[1:-1])
    return number.replace_strict(range(len(names)), names, return_dtype=pl.String)


def score_bands(labels: pl.DataFrame) -> pl.DataFrame:
    """Count by article and band, as measures: `statements right at confidence 0.80-0.90`.

    Args:
        labels: From `label`.

    Returns:
        Columns as in `scoring.SCORES`; each measure is a share.
    """
    band = band_of(pl.col("confidence"))
    measure = pl.format(f"{{}}s right {AT_CONFIDENCE} {{}}", "subject", band)
    return (
        labels.group_by("article", measure.alias("measure"))
        .agg(hits=pl.col("is_right").sum(), gold=pl.len())
        .with_columns(found=pl.lit(None, pl.Int64))
        .select(SCORES.names())
        .cast(SCORES)
        .sort("measure", "article", descending=[True, False])
    )
