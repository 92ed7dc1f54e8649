"""How far the reading can be trusted."""

import dagster as dg

from extract.lexicons import load_lexicons
from orchestration.describing import OWNERS, describe_stored, tags_of
from orchestration.evaluations import EVALUATIONS, evaluate_samples
from orchestration.extraction import ReadingVersion
from orchestration.partitions import UPSTREAM_CHANGED
from orchestration.resources import Observatory
from orchestration.warehouse_project import load_manifest


@dg.asset(
    group_name="reading",
    kinds={"polars", "parquet"},
    owners=OWNERS,
    tags=tags_of("evaluations"),
    metadata=describe_stored("evaluations", load_manifest(), EVALUATIONS),
    code_version=str(ReadingVersion.of(load_lexicons())),
    automation_condition=UPSTREAM_CHANGED,
)
def evaluations(observatory: Observatory) -> dg.MaterializeResult[None]:
    """Figures of annotated articles, by the extractor and word lists that read them."""
    with observatory.writing() as home:
        is_new = evaluate_samples(home, load_lexicons())
        n_kept = len(list((home.tables / "evaluations").glob("*.parquet")))
    return dg.MaterializeResult(metadata={"is_new": is_new, "evaluations_kept": n_kept})
