"""What a build of the warehouse found: rows, samples, pictures and lineage of each dbt model."""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import polars as pl
from dagster_dbt import DbtCliInvocation
from dagster_dbt.errors import DagsterDbtCliRuntimeError

from orchestration.findings import pictures
from orchestration.findings.columns import AssetOf, model_lineage
from orchestration.findings.samples import SAMPLE_ROWS, as_markdown, telling_columns
from orchestration.lineage import Node

Metadata = dict[str, Any]

MADE = "select table_schema, table_name from information_schema.tables"
# Of the models that a picture says more of than rows: the question it answers, and how it is drawn.
PICTURES: Mapping[str, tuple[str, partial[dg.MarkdownMetadataValue]]] = {
    "fct_articles": (
        "select published_date as day, count(*) as n from {table} group by all",
        partial(pictures.per_day, title="Articles per day"),
    ),
    "fct_quotes": (
        "select speaker_resolution, count(*) as n from {table} group by all",
        partial(
            pictures.bars,
            label="speaker_resolution",
            title="Statements by how the speaker is known",
        ),
    ),
    "fct_dyads": (
        "select country_a || '–' || country_b as pair, count(*) as n from {table} group by all",
        partial(
            pictures.bars,
            label="pair",
            title="Pairs of countries by sentences that show them dealing with each other",
        ),
    ),
    "mart_bilateral_mentions_daily": (
        "select country_a || '–' || country_b as pair, sum(n_articles)::bigint as n from {table}"
        " group by all having n > 0",
        partial(pictures.bars, label="pair", title="Pairs of countries by articles naming both"),
    ),
    "mart_topic_cooccurrence_monthly": (
        "select topic_a, topic_b, sum(n_articles_both)::bigint as n from {table} group by all",
        partial(pictures.heat_map, title="Articles by pairs of topics"),
    ),
    "stg_newswire__rejected_documents": (
        "select reason, count(*) as n from {table} group by all",
        partial(pictures.bars, label="reason", title="Rejected inputs by reason"),
    ),
}


def load_manifest(target: Path) -> dict[str, Any]:
    """Read the manifest that a dbt build left in its target folder, compiled SQL included."""
    manifest: dict[str, Any] = json.loads((target / "manifest.json").read_text())
    return manifest


def describe_build(
    context: dg.AssetExecutionContext, invocation: DbtCliInvocation, database: Path
) -> Iterator[Any]:
    """Give a dbt command's events once it has ended, with what it found beside each model.

    DuckDB lets nobody look into a file that dbt writes to. Events keep their order: a test is of
    the table made before it.

    Raises:
        DagsterDbtCliRuntimeError: It failed; what it made before is described all the same.
    """
    events: list[Any] = []
    failure = None
    try:
        events += invocation.stream()
    except DagsterDbtCliRuntimeError as error:
        failure = error
    manifest = load_manifest(invocation.target_path)
    translator = invocation.dagster_dbt_translator
    for node, found in describe_models(database, manifest, translator.get_asset_key):
        key = translator.get_asset_key(node)
        if key in context.selected_asset_keys:
            context.add_asset_metadata(found, asset_key=key)
    yield from events
    if failure:
        raise failure


def describe_models(
    database: Path, manifest: Mapping[str, Any], asset_of: AssetOf
) -> Iterator[tuple[Node, Metadata]]:
    """Give what to show beside each model and seed of a warehouse that nobody writes to.

    What a model reads comes before it.

    Args:
        database: The DuckDB file; of a build that failed, what it has made is described.
        manifest: Of the build that made it.
        asset_of: Gives the asset of a node.
    """
    with duckdb.connect(str(database), read_only=True) as connection:
        made = set(connection.execute(MADE).fetchall())
        for node in _in_order(manifest["nodes"]):
            if (node["schema"], node["name"]) in made:
                lineage = model_lineage(node, manifest, asset_of)
                found = {"dagster/column_lineage": lineage} if lineage else {}
                yield node, {**_describe(connection, node), **found}


def _in_order(nodes: Mapping[str, Node]) -> Iterator[Node]:
    reads = {name: node["depends_on"].get("nodes", []) for name, node in nodes.items()}
    ordered = TopologicalSorter(reads).static_order()
    return (nodes[name] for name in ordered if name in nodes)


def _describe(connection: duckdb.DuckDBPyConnection, node: Node) -> Metadata:
    table = f'"{node["schema"]}"."{node["name"]}"'
    n_rows = _ask(connection, f"select count(*) as n from {table}").item()  # noqa: S608 -- dbt's name
    columns = ", ".join(f'"{name}"' for name in telling_columns(list(node["columns"]))) or "*"
    # A sample that repeats: what changes between two builds is the data.
    rows = (
        f"select {columns} from {table} using sample reservoir({SAMPLE_ROWS} rows) repeatable (1)"  # noqa: S608
    )
    found: Metadata = {
        "dagster/row_count": n_rows,
        "n_rows": n_rows,
        "sample": as_markdown(_ask(connection, rows)),
    }
    if n_rows and node["name"] in PICTURES:
        question, draw = PICTURES[node["name"]]
        counts = _ask(connection, question.format(table=table))
        if counts.height:
            found["picture"] = draw(counts)
    return found


def _ask(connection: duckdb.DuckDBPyConnection, sql: str) -> pl.DataFrame:
    answer = connection.execute(sql)
    names = [column[0] for column in answer.description or []]
    return pl.DataFrame(answer.fetchall(), schema=names, orient="row", infer_schema_length=None)
