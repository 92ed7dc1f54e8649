"""Whether the reading still finds in the annotated samples what it has found before.

The floors are the ones that the tests hold: a changed word list is judged where it is used, too.
"""

import json
from pathlib import Path

import polars as pl

from extract.evaluation.tally import Counts
from extract.lexicons import Lexicons
from extract.pipeline import EXTRACTOR_VERSION
from orchestration.evaluations import evaluation_id, evaluation_path, load_samples
from orchestration.home import PROJECT, Home

BASELINE = PROJECT / "tests" / "golden" / "baseline.json"
# Values are computed twice, by two programs.
TOLERANCE = 1e-9


def load_floors(baseline: Path = BASELINE) -> dict[str, Counts]:
    """Read the counts that each measure has reached over all samples."""
    floors = json.loads(baseline.read_text(encoding="utf-8"))["overall"]
    return {measure: Counts(*counts) for measure, counts in floors.items()}


def load_figures(home: Home, lexicons: Lexicons) -> pl.DataFrame | None:
    """Read what this extractor with these word lists reached; None where it was not evaluated.

    Returns:
        Columns as in `evaluations.EVALUATIONS`, one row a measure over all statements.
    """
    key = evaluation_id(load_samples(), EXTRACTOR_VERSION, lexicons.version)
    path = evaluation_path(home, key)
    if not path.exists():
        return None
    return pl.read_parquet(path).filter(pl.col("speaker_resolution").is_null())


def find_floor_problems(figures: pl.DataFrame, floors: dict[str, Counts]) -> list[str]:
    """Find measures that are below what they have been."""
    reached = dict(figures.select("metric", "value").iter_rows())
    return [
        f"{measure}: {reached.get(measure) or 0:.3f}, the floor is {floor.value:.3f}"
        for measure, floor in sorted(floors.items())
        if floor.value is not None and (reached.get(measure) or 0) < floor.value - TOLERANCE
    ]
