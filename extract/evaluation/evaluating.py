"""A gold folder read by the project's own pipeline and compared: the figures and the errors.

Where figures are kept and shown belongs in `orchestration.evaluations`.
"""

from dataclasses import dataclass
from datetime import datetime

import polars as pl

from extract.evaluation.calibration import label, score_bands
from extract.evaluation.datelines import score_datelines
from extract.evaluation.figures import figures_of
from extract.evaluation.gold import Gold
from extract.evaluation.resolutions import score_resolutions
from extract.evaluation.scoring import score
from extract.lexicons import Lexicons
from extract.pipeline import EXTRACTOR_VERSION, extract_batch


@dataclass(frozen=True)
class Evaluation:
    """What a reading of a gold folder reached.

    Attributes:
        gold: The annotations.
        missing: Ids of annotated articles that the extractor refused.
        figures: Columns as in `figures.FIGURES`: first over all, then of datelines, then by
            `speaker_resolution`, then by band of confidence.
        errors: Columns as in `scoring.ERRORS`.
        extractor_version: The extractor's.
        lexicon_version: The word lists'.
    """

    gold: Gold
    missing: tuple[str, ...]
    figures: pl.DataFrame
    errors: pl.DataFrame
    extractor_version: str
    lexicon_version: str


def evaluate(gold: Gold, lexicons: Lexicons, landed_at: datetime) -> Evaluation:
    """Read a gold folder's articles and compare what was found with what is annotated.

    Args:
        gold: From `gold.load_gold`.
        lexicons: From `extract.lexicons.load_lexicons`.
        landed_at: When the articles are taken to have landed, aware.
    """
    documents = gold.documents(landed_at)
    tables = extract_batch(documents, lexicons)
    scores, errors = score(gold.cases, gold.texts, tables)
    dateline_scores, dateline_errors = score_datelines(gold.datelines, lexicons, landed_at)
    resolution_scores = score_resolutions(gold.cases, gold.texts, tables)
    band_scores = score_bands(label(gold.cases, gold.texts, tables))
    parts = (scores, dateline_scores, resolution_scores, band_scores)
    read = set(documents["source_uri"])
    return Evaluation(
        gold=gold,
        missing=tuple(path.stem for path in gold.articles if path.as_posix() not in read),
        figures=pl.concat(map(figures_of, parts)),
        errors=pl.concat([errors, dateline_errors]),
        extractor_version=EXTRACTOR_VERSION,
        lexicon_version=lexicons.version,
    )
