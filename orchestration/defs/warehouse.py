"""Tables to the published database."""

from collections.abc import Iterator
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource, dbt_assets

from extract.lexicons import load_lexicons
from orchestration.building import build_command, note_models
from orchestration.checks import require_sound_tables
from orchestration.describing import OWNERS, tags_of
from orchestration.documenting import write_docs
from orchestration.duplicates import group_duplicates
from orchestration.evaluations import evaluate_samples
from orchestration.exporting import export_network
from orchestration.findings.models import describe_build
from orchestration.findings.publication import describe_publication
from orchestration.partitions import UPSTREAM_CHANGED
from orchestration.publishing import publish, unpublished_days
from orchestration.resources import Observatory
from orchestration.warehouse_project import DAILY_NEWS, Translator, load_project

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
        group_duplicates(home)
        require_sound_tables(home, unpublished_days(home))
        command = dbt.cli(build_command(home), context=context)
        yield from describe_build(context, command, home.build_database)
        note_models(home)


@dg.asset(
    deps=[warehouse],
    group_name="published",
    kinds={"duckdb"},
    owners=OWNERS,
    tags=tags_of("published_warehouse"),
    automation_condition=UPSTREAM_CHANGED,
    freshness_policy=DAILY_NEWS,
    pool=POOL,
)
def published_warehouse(observatory: Observatory) -> dg.MaterializeResult[None]:
    """Put the tested database in place of the one people read."""
    with observatory.writing() as home:
        publish(home)
    return dg.MaterializeResult(metadata=describe_publication(home))


@dg.asset(
    deps=[published_warehouse],
    group_name="published",
    kinds={"dbt", "html"},
    owners=OWNERS,
    tags=tags_of("dbt_docs"),
    automation_condition=UPSTREAM_CHANGED,
    pool=POOL,
)
def dbt_docs(observatory: Observatory) -> dg.MaterializeResult[None]:
    """Write the documentation of every table as one page; `marsad docs` serves it."""
    with observatory.writing() as home:
        page = write_docs(home)
    return dg.MaterializeResult(metadata={"page": dg.MetadataValue.path(page)})


@dg.asset(
    deps=[published_warehouse],
    group_name="published",
    kinds={"graphml", "parquet"},
    owners=OWNERS,
    tags=tags_of("entity_network"),
    automation_condition=UPSTREAM_CHANGED,
    pool=POOL,
)
def entity_network(observatory: Observatory) -> dg.MaterializeResult[None]:
    """Write who is named with whom as GraphML and Parquet, for graph tools."""
    with observatory.writing() as home:
        graph, table = export_network(home)
    return dg.MaterializeResult(
        metadata={"graph": dg.MetadataValue.path(graph), "table": dg.MetadataValue.path(table)}
    )
