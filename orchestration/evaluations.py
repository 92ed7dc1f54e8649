"""What readings of annotated articles reached: kept as Parquet, shown as lines or JSON.

One file an evaluation under `tables/evaluations/`, which dbt makes `quality.evaluations` of. How a
reading is compared with its annotations belongs in `evaluation`.
"""

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from extract.evaluation.calibration import AT_CONFIDENCE
from extract.evaluation.evaluating import Evaluation, evaluate
from extract.evaluation.figures import FIGURES
from extract.evaluation.gold import Gold, load_gold
from extract.lexicons import Lexicons
from extract.pipeline import EXTRACTOR_VERSION
from extract.schemas import Timestamp
from orchestration.home import PROJECT, Home
from orchestration.storage import Staging

EVALUATIONS = pl.Schema(
    {
        "evaluation_id": pl.String(),
        "evaluated_at": Timestamp,
        "corpus_name": pl.String(),
        "corpus_sha256": pl.String(),
        "n_articles": pl.Int32(),
        "extractor_version": pl.String(),
        "lexicon_version": pl.String(),
        **FIGURES,
    }
)
SAMPLES = "golden"
# A dateline without a year takes the latest such day before landing, so the day is fixed.
SAMPLES_LANDED_AT = datetime(2026, 1, 1, tzinfo=UTC)


def load_samples() -> Gold:
    """The project's own sample articles with their cases."""
    return load_gold(
        PROJECT / "tests" / "golden" / "cases", PROJECT / "seeds" / "articles", SAMPLES
    )


def evaluation_path(home: Home, evaluation_id: str) -> Path:
    """Give the file of one evaluation."""
    return home.tables / "evaluations" / f"{evaluation_id}.parquet"


def evaluation_id(gold: Gold, extractor_version: str, lexicon_version: str) -> str:
    """Name the evaluation of a corpus by an extractor and its word lists: 16 hex digits."""
    parts = (gold.name, gold.sha256, extractor_version, lexicon_version)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def evaluate_samples(home: Home, lexicons: Lexicons) -> bool:
    """Evaluate and store the samples, unless this extractor with these word lists has done so.

    They are read in half a second, by the very reading that the days are, so the warehouse says of
    itself how far it can be trusted. The samples are the project's own and its rules were made with
    them in sight: figures of a gold folder say more, where there is one.

    The caller holds the home's lock.

    Returns:
        Whether there was anything to do.
    """
    gold = load_samples()
    key = evaluation_id(gold, EXTRACTOR_VERSION, lexicons.version)
    if evaluation_path(home, key).exists():
        return False
    store(home, evaluate(gold, lexicons, SAMPLES_LANDED_AT), datetime.now(UTC))
    return True


def store(home: Home, evaluation: Evaluation, evaluated_at: datetime) -> Path:
    """Write an evaluation's figures; equal ones that are there keep the time they were first had.

    The caller holds the home's lock.

    Returns:
        The file.
    """
    versions = (evaluation.extractor_version, evaluation.lexicon_version)
    key = evaluation_id(evaluation.gold, *versions)
    path = evaluation_path(home, key)
    rows = evaluation.figures.select(
        pl.lit(key).alias("evaluation_id"),
        pl.lit(evaluated_at).alias("evaluated_at"),
        pl.lit(evaluation.gold.name).alias("corpus_name"),
        pl.lit(evaluation.gold.sha256).alias("corpus_sha256"),
        pl.lit(len(evaluation.gold.cases)).alias("n_articles"),
        pl.lit(versions[0]).alias("extractor_version"),
        pl.lit(versions[1]).alias("lexicon_version"),
        *FIGURES.names(),
    ).cast(EVALUATIONS)
    when = "evaluated_at"
    if not path.exists() or not pl.read_parquet(path).drop(when).equals(rows.drop(when)):
        staging = Staging(home)
        staging.write(path, rows)
        staging.commit()
    return path


def as_json(evaluation: Evaluation) -> dict[str, object]:
    """Give an evaluation as plain values; counts are hits, found, gold, or hits and asked."""
    overall, by_resolution, by_confidence = _split(evaluation.figures)
    ways: dict[str, dict[str, object]] = {}
    for row in by_resolution.iter_rows(named=True):
        ways.setdefault(row["speaker_resolution"], {})[row["metric"]] = _figure(row)
    return {
        "articles": len(evaluation.gold.cases),
        "missing": list(evaluation.missing),
        "figures": _named(overall),
        "by_speaker_resolution": ways,
        "by_confidence": _named(by_confidence),
        "corpus": {"name": evaluation.gold.name, "sha256": evaluation.gold.sha256},
        "extractor_version": evaluation.extractor_version,
        "lexicon_version": evaluation.lexicon_version,
    }


def _named(figures: pl.DataFrame) -> dict[str, object]:
    return {row["metric"]: _figure(row) for row in figures.iter_rows(named=True)}


def _figure(row: dict[str, object]) -> dict[str, object]:
    counts = [row[name] for name in ("n_hits", "n_found", "n_gold") if row[name] is not None]
    return {"value": row["value"], "counts": counts, "low": row["low"], "high": row["high"]}


def _split(figures: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Figures over all, by `speaker_resolution`, and by band of confidence."""
    by_resolution = pl.col("speaker_resolution").is_not_null()
    by_confidence = pl.col("metric").str.contains(AT_CONFIDENCE, literal=True)
    return (
        figures.filter(~by_resolution & ~by_confidence),
        figures.filter(by_resolution),
        figures.filter(by_confidence),
    )


def as_lines(evaluation: Evaluation, n_errors: int = 0) -> Iterator[str]:
    """Say what an evaluation found, a line a measure; then the first errors of each kind."""
    missing = list(evaluation.missing)
    n_articles = len(evaluation.gold.cases)
    yield f"{n_articles} articles, {len(missing)} absent from the reading {missing[:5]}"
    overall, by_resolution, by_confidence = _split(evaluation.figures)
    for row in overall.filter(pl.col("value").is_not_null()).iter_rows(named=True):
        yield f"{row['metric']:28s} {_told(row)}"
    yield ""
    yield "by speaker_resolution"
    for row in by_resolution.iter_rows(named=True):
        yield f"{row['metric'] + ' · ' + row['speaker_resolution']:40s} {_told(row)}"
    yield ""
    yield "by confidence"
    for row in by_confidence.iter_rows(named=True):
        yield f"{row['metric']:40s} {_told(row)}"
    if n_errors:
        shown = evaluation.errors.filter(pl.int_range(pl.len()).over("error") < n_errors)
        for error in shown.iter_rows():
            yield " | ".join(map(str, error))


def _told(row: dict[str, float]) -> str:
    if row["n_found"] is None:
        detail = f"of {row['n_gold']}"
    else:
        precision, recall = row["precision"] or 0, row["recall"] or 0
        detail = f"P {precision:.3f} R {recall:.3f} gold {row['n_gold']}"
    return f"{row['value']:.3f}  [{row['low']:.3f} {row['high']:.3f}]  {detail}"
