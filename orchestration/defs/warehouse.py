"""Tables to the published database."""

from collections.abc import Iterator
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource, dbt_assets

from extract.lexicons import load_lexicons
from orchestration.checks import require_sound_tables
from orchestration.evaluations import evaluate_samples
from orchestration.partitions import UPSTREAM_CHANGED
from orchestration.publishing import count_rows, publish, unpublished_days
from orchestration.resources import Observatory
from orchestration.warehouse_project import Translator, load_project

PROJECT = load_project()
# DuckDB takes one writer: dbt and the publishing copy never run side by side.
POOL = "duckdb_build"


@dbt_assets(
    manifest=PROJECT.manifest_path,
    project=PROJECT,
    dagster_dbt_translator=Translator(),
    pool=POOL,
)
def warehouse(
    context: dg.AssetExecutionContext, dbt: DbtCliResource, observatory: Observatory
) -> Iterator[Any]:
    """Build and test the models and word lists in the build database."""
    with observatory.writing() as home:
        evaluate_samples(home, load_lexicons())
        require_sound_tables(home, unpublished_days(home))
        yield from dbt.cli(["build"], context=context).stream()


@dg.asset(
    deps=[warehouse],
    group_name="published",
    kinds={"duckdb"},
    automation_condition=UPSTREAM_CHANGED,
    pool=POOL,
)
def published_warehouse(observatory: Observatory) -> dg.MaterializeResult[None]:
    """Put the tested database in place of the one people read."""
    with observatory.writing() as home:
        publish(home)
    rows: dict[str, Any] = dict(count_rows(home).iter_rows())
    return dg.MaterializeResult(
        metadata={"database": dg.MetadataValue.path(home.published_database), **rows}
    )
