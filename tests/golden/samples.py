"""The sample articles as landed, read in one batch and compared with their cases."""

import json
from datetime import UTC, datetime
from typing import Any

import polars as pl
from annotation import ARTICLES, CASES, article_ids, article_text
from scoring import score

from extract.lexicons import load_lexicons
from extract.pipeline import extract_batch
from extract.sources.landing import read_file

# A dateline without a year takes the latest such day before landing, so the day is fixed.
LANDED_AT = datetime(2026, 1, 1, tzinfo=UTC)


def load_cases() -> list[dict[str, Any]]:
    """The cases on disk, sorted by id."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(CASES.glob("*.json"))]


def read_samples() -> dict[str, pl.DataFrame]:
    """Every table that the extractor makes of the samples."""
    landed = [read_file(ARTICLES / f"{name}.txt", LANDED_AT) for name in article_ids()]
    return extract_batch(pl.concat([file.documents for file in landed]), load_lexicons())


def score_samples() -> tuple[pl.DataFrame, pl.DataFrame]:
    """Counts and errors of a reading of the samples, as `scoring.score` gives them."""
    cases = load_cases()
    return score(cases, {case["id"]: article_text(case["id"]) for case in cases}, read_samples())
