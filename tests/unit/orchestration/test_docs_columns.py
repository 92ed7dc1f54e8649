"""What the documentation page says of columns beyond what dbt knows."""

from typing import Any

from orchestration.docs_columns import MAX_SOURCES, with_functions, with_lineage

STAGED: dict[str, Any] = {
    "name": "stg_quotes",
    "resource_type": "seed",
    "relation_name": '"build"."staging"."stg_quotes"',
    "depends_on": {"nodes": []},
    "columns": {f"c{n}": {"description": ""} for n in range(MAX_SOURCES + 2)},
}


def model(sql: str, *columns: str) -> dict[str, Any]:
    return {
        "name": "one",
        "schema": "main",
        "resource_type": "model",
        "compiled_code": sql,
        "depends_on": {"nodes": ["seed.stg"]},
        "columns": {name: {"description": "Said.", "data_type": "varchar"} for name in columns},
    }


def described(sql: str, column: str) -> str:
    nodes = {"seed.stg": STAGED, "model.one": model(sql, column)}
    shown = with_lineage({"sources": {}, "nodes": nodes})["nodes"]["model.one"]
    return str(shown["columns"][column]["description"])


def test_column_says_which_columns_it_comes_from() -> None:
    sql = 'select c1 || c0 as label from "build"."staging"."stg_quotes"'
    assert described(sql, "label") == "Said.\n\nComes from `stg_quotes.c0`, `stg_quotes.c1`."


def test_column_of_many_says_how_many_more() -> None:
    names = " || ".join(STAGED["columns"])
    assert described(f'select {names} as label from "build"."staging"."stg_quotes"', "label") == (
        "Said.\n\nComes from "
        + ", ".join(f"`stg_quotes.c{n}`" for n in range(MAX_SOURCES))
        + " and 2 more."
    )


def test_column_that_comes_from_none_says_no_more() -> None:
    assert described('select count(*) as n from "build"."staging"."stg_quotes"', "n") == "Said."


def test_functions_have_the_types_that_the_project_gives_them() -> None:
    catalog = {"nodes": {"model.other": {"columns": {}}}}
    shown = with_functions(catalog, {"nodes": {"model.one": model("", "a", "b")}})
    assert set(shown["nodes"]) == {"model.one", "model.other"}
    columns = shown["nodes"]["model.one"]["columns"]
    assert [(name, column["type"]) for name, column in columns.items()] == [
        ("a", "VARCHAR"),
        ("b", "VARCHAR"),
    ]
