"""The sample articles as landed, read in one batch and compared with their cases."""

import polars as pl

from extract.evaluation.gold import Gold
from extract.evaluation.scoring import score
from extract.lexicons import load_lexicons
from extract.pipeline import extract_batch
from orchestration.evaluations import SAMPLES_LANDED_AT, load_samples


def read_samples(samples: Gold) -> dict[str, pl.DataFrame]:
    """Every table that the extractor makes of the samples."""
    return extract_batch(samples.documents(SAMPLES_LANDED_AT), load_lexicons())


def score_samples() -> tuple[pl.DataFrame, pl.DataFrame]:
    """Counts and errors of a reading of the samples, as `scoring.score` gives them."""
    samples = load_samples()
    return score(samples.cases, samples.texts, read_samples(samples))
