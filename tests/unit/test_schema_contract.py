"""The extractor's schemas, the dbt sources and the documented columns are one list."""

import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import yaml

from extract.schemas import READING_TABLES, TABLES
from orchestration.evaluations import EVALUATIONS

DBT = Path(__file__).parents[2] / "dbt_project"
STAGING = DBT / "models" / "staging" / "newswire"
DUCKDB_TYPES = {
    pl.String(): "varchar",
    pl.Date(): "date",
    pl.Int32(): "integer",
    pl.Float64(): "double",
    pl.Boolean(): "boolean",
    pl.List(pl.String): "varchar[]",
    pl.Datetime("us", "UTC"): "timestamp with time zone",
}
# The day's folder, under the name that says what it means for the table.
DAY_COLUMNS = {
    "documents": "partition_date",
    "rejected_documents": "seen_date",
}


# What every fact shows besides its table of the contract: the day, and how it was read.
FACT_COLUMNS = {
    "published_date": "date",
    "extracted_at": "timestamp with time zone",
    "extractor_version": "varchar",
    "lexicon_version": "varchar",
}

# What facts show besides: of other tables, or made by dbt.
DERIVED_COLUMNS = {
    "articles": {
        "duplicate_group_id": "varchar",
        "is_lead": "boolean",
        "leader_similarity": "double",
    }
}


def load(path: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def described_files() -> list[Path]:
    return sorted(
        path for folder in ("models", "snapshots") for path in (DBT / folder).rglob("*.yml")
    )


def doc_blocks() -> dict[str, str]:
    pages = "\n".join(
        page.read_text(encoding="utf-8") for page in sorted((DBT / "docs").glob("*.md"))
    )
    return dict(re.findall(r"{% docs (\w+) %}(.*?){% enddocs %}", pages, flags=re.DOTALL))


def described(text: str) -> str:
    """The description with its doc blocks filled in; an unknown block is a KeyError."""
    blocks = doc_blocks()
    return re.sub(r"{{ doc\('(\w+)'\) }}", lambda match: blocks[match[1]], text).strip()


def source_tables() -> dict[str, dict[str, Any]]:
    (source,) = load(STAGING / "_newswire__sources.yml")["sources"]
    return {table["name"]: table for table in source["tables"]}


def columns_of_model(path: Path) -> dict[str, dict[str, Any]]:
    (model,) = load(path)["models"]
    return {column["name"]: column for column in model["columns"]}


def test_sources_are_the_tables_of_the_contract_and_the_books() -> None:
    assert set(source_tables()) == {*TABLES, "days", "evaluations"}


@pytest.mark.parametrize("table", [*TABLES, "evaluations"])
def test_source_lists_the_columns_and_types_of_the_contract_in_order(table: str) -> None:
    contract = {**TABLES, "evaluations": EVALUATIONS}[table]
    listed = [(column["name"], column["data_type"]) for column in source_tables()[table]["columns"]]
    assert listed == [(name, DUCKDB_TYPES[dtype]) for name, dtype in contract.items()]


@pytest.mark.parametrize("table", TABLES)
def test_staging_model_shows_every_column_of_the_contract(table: str) -> None:
    shown = columns_of_model(STAGING / f"stg_newswire__{table}.yml")
    assert set(shown) == {*TABLES[table], DAY_COLUMNS.get(table, "published_date")}


@pytest.mark.parametrize("table", READING_TABLES)
def test_fact_shows_every_column_of_the_contract_with_its_type(table: str) -> None:
    shown = columns_of_model(DBT / "models" / "marts" / "facts" / f"fct_{table}.yml")
    types = {name: column["data_type"] for name, column in shown.items()}
    expected = {name: DUCKDB_TYPES[dtype] for name, dtype in TABLES[table].items()}
    assert types == expected | FACT_COLUMNS | DERIVED_COLUMNS.get(table, {})


@pytest.mark.parametrize("path", described_files(), ids=lambda path: path.stem)
def test_everything_is_described(path: Path) -> None:
    loaded = load(path)
    things = [table for source in loaded.get("sources", []) for table in source["tables"]]
    things += loaded.get("models", []) + loaded.get("snapshots", [])
    # What is built on models has columns of theirs, not of its own.
    things += [*loaded.get("exposures", []), *loaded.get("semantic_models", [])]
    things += loaded.get("metrics", [])
    assert things
    columns = [column for thing in things for column in thing.get("columns", [])]
    undescribed = [x["name"] for x in things + columns if not described(x.get("description", ""))]
    assert undescribed == []


def test_every_model_has_its_own_yml() -> None:
    models = sorted((DBT / "models").rglob("*.sql"))
    assert models
    assert [path for path in models if not path.with_suffix(".yml").exists()] == []


@pytest.mark.parametrize("folder", ["bilateral", "voices"])
def test_marts_of_pairs_and_voices_have_error_bars(folder: str) -> None:
    marts = sorted((DBT / "models" / "marts" / "measures" / folder).glob("*.yml"))
    assert marts
    assert [
        path.stem
        for path in marts
        if not {"n_adjusted", "n_low", "n_high"} <= set(columns_of_model(path))
    ] == []


def test_every_doc_block_is_used() -> None:
    ymls = "\n".join(path.read_text(encoding="utf-8") for path in described_files())
    used = set(re.findall(r"{{ doc\('(\w+)'\) }}", ymls))
    assert set(doc_blocks()) - used == {"__overview__"}
