"""Which columns of its parents a dbt model's columns come from, read off its compiled SQL."""

from collections.abc import Mapping
from typing import Any

from sqlglot import exp
from sqlglot.errors import SqlglotError
from sqlglot.lineage import lineage

Node = Mapping[str, Any]
DIALECT = "duckdb"
# The folder of a day's file is a column too, for dbt as for whoever reads the files.
FOLDER = "date"


def parents_of(node: Node, manifest: Mapping[str, Any]) -> list[Node]:
    """Give the models, seeds and sources that a node reads."""
    names = node["depends_on"].get("nodes", [])
    return [manifest["sources"].get(name) or manifest["nodes"][name] for name in names]


def column_sources(
    node: Node, manifest: Mapping[str, Any]
) -> dict[str, list[tuple[Node, str]]] | None:
    """Find the columns that a model's columns are made of.

    Args:
        node: The model, with `compiled_code`.
        manifest: dbt's manifest, for the columns of the parents.

    Returns:
        For each column the parents' columns, each with its parent, in no order and with
        repetitions; None where there is no SQL (seeds) or it can not be followed.
    """
    parents = parents_of(node, manifest)
    if not node.get("compiled_code") or not parents:
        return None
    try:
        return _follow(node, parents)
    except (SqlglotError, ValueError):
        return None


def _follow(node: Node, parents: list[Node]) -> dict[str, list[tuple[Node, str]]]:
    query = node["compiled_code"]
    for parent in parents:
        # Files that a function reads, and databases under several names, become plain tables.
        query = query.replace(parent["relation_name"], parent["name"])
    columns = {
        parent["name"]: dict.fromkeys([*parent["columns"], FOLDER], "text") for parent in parents
    }
    known = {parent["name"]: parent for parent in parents}
    return {
        name: [
            (known[leaf.source.name], exp.to_column(leaf.name).name)
            for leaf in found.walk()
            if isinstance(leaf.source, exp.Table) and leaf.source.name in known
        ]
        for name, found in lineage(None, query, schema=columns, dialect=DIALECT).items()
    }
