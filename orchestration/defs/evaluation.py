"""How far the reading can be trusted."""

import dagster as dg

from extract.lexicons import load_lexicons
from orchestration.evaluations import evaluate_samples
from orchestration.extraction import ReadingVersion
from orchestration.partitions import UPSTREAM_CHANGED
from orchestration.resources import Observatory


@dg.asset(
    group_name="reading",
    kinds={"polars", "parquet"},
    code_version=str(ReadingVersion.of(load_lexicons())),
    automation_condition=UPSTREAM_CHANGED,
)
def evaluations(observatory: Observatory) -> dg.MaterializeResult[None]:
    """Figures of annotated articles, by the extractor and word lists that read them."""
    with observatory.writing() as home:
        is_new = evaluate_samples(home, load_lexicons())
        n_kept = len(list((home.tables / "evaluations").glob("*.parquet")))
    return dg.MaterializeResult(metadata={"is_new": is_new, "evaluations_kept": n_kept})
