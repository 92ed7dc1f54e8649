"""What dbt's page lacks of columns: the types of functions', and where each column comes from.

dbt asks the database for the types of tables and views alone, and knows lineage by model.
"""

from typing import Any

from orchestration.lineage import column_sources

# More would say no more than the graph of models does.
MAX_SOURCES = 6


def with_functions(catalog: dict[str, Any], manifest: dict[str, Any]) -> dict[str, Any]:
    """Give dbt's catalog with the table functions too, typed as the project describes them."""
    functions = {
        key: {
            "unique_id": key,
            "metadata": {"type": "TABLE FUNCTION", "schema": node["schema"], "name": node["name"]},
            "columns": {
                name: {"name": name, "index": index, "type": (column["data_type"] or "").upper()}
                for index, (name, column) in enumerate(node["columns"].items(), start=1)
            },
            "stats": {},
        }
        for key, node in manifest["nodes"].items()
        if node["resource_type"] == "model" and key not in catalog["nodes"]
    }
    return {**catalog, "nodes": {**catalog["nodes"], **functions}}


def with_lineage(manifest: dict[str, Any]) -> dict[str, Any]:
    """Give dbt's manifest with the columns that each column comes from in its description."""
    return {
        **manifest,
        "nodes": {key: _with_sources(node, manifest) for key, node in manifest["nodes"].items()},
    }


def _with_sources(node: dict[str, Any], manifest: dict[str, Any]) -> dict[str, Any]:
    if node["resource_type"] not in {"model", "snapshot"}:
        return node
    found = column_sources(node, manifest) or {}
    columns = {
        name: {**column, "description": _extended(column["description"], found.get(name, []))}
        for name, column in node["columns"].items()
    }
    return {**node, "columns": columns}


def _extended(description: str, sources: list[tuple[Any, str]]) -> str:
    names = sorted({f"`{parent['name']}.{column}`" for parent, column in sources})
    if not names:
        return description
    more = f" and {len(names) - MAX_SOURCES} more" if len(names) > MAX_SOURCES else ""
    return f"{description}\n\nComes from {', '.join(names[:MAX_SOURCES])}{more}."
