"""Where the columns of a model come from, read off its SQL."""

from typing import Any

import dagster as dg

from extract.schemas import ARTICLES
from orchestration.findings.columns import model_lineage, reading_lineage, schema_of
from orchestration.lineage import Node

FILES = "read_parquet('/srv/tables/quotes/date=*/*.parquet', hive_partitioning=true)"
SOURCE = {
    "name": "quotes",
    "resource_type": "source",
    "relation_name": FILES,
    "columns": {"quote_id": {}, "speaker_name": {}},
}
STAGED = {
    "name": "stg_quotes",
    "resource_type": "model",
    "relation_name": '"build"."staging"."stg_quotes"',
    "columns": {"quote_id": {}, "speaker_name": {}, "published_date": {}},
}
MANIFEST: dict[str, Any] = {"sources": {"source.quotes": SOURCE}, "nodes": {"model.stg": STAGED}}


def asset_of(node: Node) -> dg.AssetKey:
    return dg.AssetKey(node["name"])


def lineage_of(sql: str, *parents: str) -> dict[str, list[tuple[str, str]]]:
    node = {"compiled_code": sql, "depends_on": {"nodes": list(parents)}}
    found = model_lineage(node, MANIFEST, asset_of)
    assert found is not None
    return {
        name: [(dep.asset_key.to_user_string(), dep.column_name) for dep in deps]
        for name, deps in found.deps_by_column.items()
    }


def test_columns_of_files_are_those_of_the_asset_that_wrote_them() -> None:
    renamed = "select quote_id, date as published_date from source"
    assert lineage_of(f"with source as (from {FILES}) {renamed}", "source.quotes") == {
        "quote_id": [("quotes", "quote_id")],
        "published_date": [("quotes", "date")],
    }


def test_computed_column_names_all_it_is_computed_from() -> None:
    sql = (
        "with said as (select speaker_name, published_date, count(quote_id) as n_statements"
        ' from "build"."staging"."stg_quotes" group by all)'
        " select speaker_name || published_date as label, n_statements from said"
    )
    assert lineage_of(sql, "model.stg") == {
        "label": [("stg_quotes", "published_date"), ("stg_quotes", "speaker_name")],
        "n_statements": [("stg_quotes", "quote_id")],
    }


def test_sql_that_can_not_be_followed_has_no_lineage() -> None:
    node = {"compiled_code": "select from where", "depends_on": {"nodes": ["model.stg"]}}
    assert model_lineage(node, MANIFEST, asset_of) is None


def test_seed_has_no_lineage() -> None:
    assert model_lineage({"depends_on": {"macros": []}}, MANIFEST, asset_of) is None


def test_every_column_of_a_reading_comes_from_the_document() -> None:
    deps = reading_lineage(ARTICLES).deps_by_column
    assert set(deps) == {*ARTICLES, "date"}
    assert [dep.column_name for dep in deps["document_id"]] == ["document_id"]


def test_schema_takes_its_descriptions_from_the_dbt_source() -> None:
    columns = schema_of(ARTICLES, {"headline": {"description": "First line."}}).columns
    assert {column.name: column.description for column in columns}["headline"] == "First line."
    assert columns[-1].name == "date"
