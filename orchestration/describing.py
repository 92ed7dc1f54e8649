"""What an asset says of itself before it has ever run: owner, domain, columns, where to read more.

What a run found belongs in `findings`.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import dagster as dg
import polars as pl

from orchestration.findings.columns import schema_of
from orchestration.lineage import Node
from orchestration.queries import saved_queries
from orchestration.storage import SCHEMAS, STORED_AS

OWNERS = ["team:marsad"]
# `marsad docs` serves them; the address is that of its default port.
DOCS = "http://127.0.0.1:8080/#!"
DATED = "date=YYYY-MM-DD/part.parquet"
# The first whose word is in a table's name is its domain, from the special to the general.
DOMAINS: Mapping[str, tuple[str, ...]] = {
    "topics": ("topic",),
    "statements": ("quote", "statement", "speaker", "cue", "act", "evaluation"),
    "countries": (
        *("dyad", "bilateral", "countr", "nisba", "place", "formula", "encounter", "support"),
        *("partnership", "boilerplate", "fingerprint"),
    ),
    "names": ("mention", "entity", "person", "organization", "office", "title", "name", "agenc"),
    "articles": ("article", "document", "sentence", "file", "day", "date"),
}


def tags_of(name: str) -> dict[str, str]:
    """Give the tags of a table or model: the domain its name tells."""
    for domain, words in DOMAINS.items():
        if any(word in name for word in words):
            return {"domain": domain}
    return {"domain": "observatory"}


def describe_stored(
    name: str, manifest: Mapping[str, Any], schema: pl.Schema | None = None
) -> dict[str, Any]:
    """Give metadata of a table in Parquet: columns, documentation, saved queries.

    Args:
        name: The asset's.
        manifest: The dbt project's, where the columns are described.
        schema: Of a table that is not stored by day.
    """
    is_dated = schema is None
    sources = {node["name"]: node for node in manifest["sources"].values()}
    stored = STORED_AS.get(name, name)
    schema = schema or SCHEMAS[stored]
    source = sources.get(name) or sources.get(stored) or {}
    return {
        "dagster/column_schema": schema_of(schema, source.get("columns", {}), is_dated),
        "dagster/uri": f"$MARSAD_HOME/tables/{stored}/" + (DATED if is_dated else "*.parquet"),
        **(links(source) if source else {}),
    }


# What each kind of dbt test asks of a table, in words; see `dbt_project/tests`.
ASKED: Mapping[str, str] = {
    "accepted_values": "`{column_name}` is one of {values}.",
    "expression_is_true": "Of every row: `{expression}`.",
    "no_nulls": "No row lacks a value of {columns}.",
    "relationships": "Each `{column_name}` is a `{field}` of {to}.",
    "stands_in_text": "`{text_column}` is what the article has at the offsets beside it.",
    "unique": "No two rows have the same `{column_name}`.",
    "unique_combination": "No two rows have the same {columns}.",
}
_REFERENCE = re.compile(r"(?:ref|source)\((?:'[^']*', *)?'([^']*)'\)")


def describe_test(node: Node) -> str | None:
    """Say what a dbt test asks: in the project's words where there are some, else by its kind."""
    test = node.get("test_metadata") or {}
    asked = ASKED.get(test.get("name", ""))
    if node.get("description") or not asked:
        return node.get("description") or None
    return asked.format_map({name: _in_words(value) for name, value in test["kwargs"].items()})


def _in_words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(f"`{one}`" for one in value)
    return _REFERENCE.sub(r"`\1`", " ".join(str(value).split()))


def links(node: Node) -> dict[str, dg.MetadataValue[Any]]:
    """Give a dbt node's page in the documentation, and the saved queries that read it."""
    page = f"{DOCS}/{node['resource_type']}/{node['unique_id']}"
    found: dict[str, dg.MetadataValue[Any]] = {"docs": dg.MetadataValue.url(page)}
    asking = [
        f"- {title}: `marsad sql {name}`"
        for name, title, tables in _queries()
        if f"{node['schema']}.{node['name']}" in tables
    ]
    if asking:
        found["saved_queries"] = dg.MetadataValue.md("\n".join(asking))
    return found


@cache
def _queries() -> list[tuple[str, str, frozenset[str]]]:
    """Give name, title and tables of each saved query."""
    return [
        (query.name, query.title, frozenset(re.findall(r"\b[a-z]+\.[a-z_]+\b", query.sql)))
        for query in saved_queries()
    ]
