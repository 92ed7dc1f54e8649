"""Which articles nearly repeat one another."""

import dagster as dg

from orchestration.describing import OWNERS, describe_stored, tags_of
from orchestration.duplicates import group_duplicates
from orchestration.partitions import UPSTREAM_CHANGED
from orchestration.resources import Observatory
from orchestration.warehouse_project import load_manifest


@dg.asset(
    deps=["articles", "days"],
    group_name="reading",
    kinds={"polars", "parquet"},
    owners=OWNERS,
    tags=tags_of("articles"),
    metadata=describe_stored("duplicates", load_manifest()),
    automation_condition=UPSTREAM_CHANGED,
)
def duplicates(observatory: Observatory) -> dg.MaterializeResult[None]:
    """One row an article: the group of near-duplicates that it belongs to, across days."""
    with observatory.writing() as home:
        days = group_duplicates(home)
    return dg.MaterializeResult(metadata={"days_written": len(days)})
