"""Columns of the tables: their types and descriptions, and which columns they come from."""

from collections.abc import Callable, Mapping
from typing import Any

import dagster as dg
import polars as pl

from orchestration.lineage import FOLDER, Node, column_sources

# An asset and one of its columns.
Source = tuple[dg.AssetKey, str]
AssetOf = Callable[[Node], dg.AssetKey]
# What a reading copies from the document; all else it finds in the text.
COPIED = frozenset({"document_id", "source_uri", "byline", "raw_text"})
DATED_BY = {
    FOLDER: ("partition_date",),
    "partition_date": ("partition_date",),
    "published_date": ("raw_text", "published_at", "partition_date"),
    "dateline_date": ("raw_text", "published_at"),
}


def schema_of(
    table: pl.Schema, described: Mapping[str, Node], is_dated: bool = True
) -> dg.TableSchema:
    """Give a stored table's columns with the descriptions of the dbt source."""
    columns = [
        dg.TableColumn(name, str(dtype), described.get(name, {}).get("description") or None)
        for name, dtype in table.items()
    ]
    folder = dg.TableColumn(FOLDER, str(pl.Date()), "The day, in the name of the file's folder.")
    return dg.TableSchema([*columns, folder] if is_dated else columns)


def reading_lineage(table: pl.Schema) -> dg.TableColumnLineage:
    """Say which columns of `documents` the columns of a reading's table come from."""
    return _from(
        {
            name: [(dg.AssetKey("documents"), column) for column in _read_from(name)]
            for name in [*table, FOLDER]
        }
    )


def _read_from(column: str) -> tuple[str, ...]:
    return (column,) if column in COPIED else DATED_BY.get(column, ("raw_text",))


def model_lineage(
    node: Node, manifest: Mapping[str, Any], asset_of: AssetOf
) -> dg.TableColumnLineage | None:
    """Find which columns of its parents a dbt model's columns come from, by its compiled SQL.

    Args:
        node: The model, with `compiled_code`.
        manifest: dbt's manifest, for the columns of the parents.
        asset_of: Gives the asset of a node.

    Returns:
        None where there is no SQL (seeds) or it can not be followed.
    """
    sources = column_sources(node, manifest)
    if sources is None:
        return None
    return _from(
        {
            name: [(asset_of(parent), column) for parent, column in found]
            for name, found in sources.items()
        }
    )


def _from(columns: Mapping[str, list[Source]]) -> dg.TableColumnLineage:
    return dg.TableColumnLineage(
        {
            name: [
                dg.TableColumnDep(asset_key=asset, column_name=column)
                for asset, column in sorted(set(deps))
            ]
            for name, deps in columns.items()
            if deps
        }
    )
