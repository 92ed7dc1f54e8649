"""The saved questions, asked of the sample articles."""

import re

import duckdb
import pytest
import yaml

from orchestration.home import PROJECT
from orchestration.queries import SavedQuery, saved_queries

SAVED = saved_queries()
DBT = PROJECT / "dbt_project"
FUNCTIONS = {path.stem for path in (DBT / "models" / "functions").glob("*.sql")}
# Only what has changed since it was first built has a past.
MAY_BE_EMPTY = {"what_changed_since"}


def test_there_are_twenty_questions_and_more() -> None:
    assert len(SAVED) >= 20


@pytest.mark.parametrize("query", SAVED, ids=lambda query: query.name)
def test_question_is_put_in_english_and_in_arabic(query: SavedQuery) -> None:
    english, arabic = query.sql.splitlines()[:2]
    assert re.fullmatch(r"-- [A-Z][ -~]+", english)
    assert re.fullmatch(r"-- [\u0600-\u06ff :]+", arabic)


def asked_of(sql: str) -> set[str]:
    """Models that a query names: tables by their schema, and table functions."""
    tables = re.findall(r"\b(?:marts|quality|snapshots|lexicons)\.(\w+)", sql)
    return {*tables, *(name for name in FUNCTIONS if re.search(rf"\b{name}\(", sql))}


@pytest.mark.parametrize(
    ("exposure", "sql"),
    [
        ("saved_queries", "\n".join(query.sql for query in SAVED)),
        ("documentation", (DBT / "docs" / "overview.md").read_text(encoding="utf-8")),
    ],
)
def test_lineage_leads_to_the_questions_asked_of_a_model(exposure: str, sql: str) -> None:
    exposures = yaml.safe_load((DBT / "models" / "_exposures.yml").read_text(encoding="utf-8"))
    (described,) = (each for each in exposures["exposures"] if each["name"] == exposure)
    assert {f"ref('{name}')" for name in asked_of(sql)} == set(described["depends_on"])


def test_every_question_has_its_answers_shown() -> None:
    shown = (PROJECT / "warehouse" / "answers.md").read_text(encoding="utf-8")
    assert re.findall(r"^`marsad sql (\w+)`", shown, re.MULTILINE) == [
        query.name for query in SAVED
    ]


@pytest.mark.slow
@pytest.mark.parametrize("query", SAVED, ids=lambda query: query.name)
def test_question_has_one_answer(
    sample_warehouse: duckdb.DuckDBPyConnection, query: SavedQuery
) -> None:
    answer = sample_warehouse.execute(query.sql).fetchall()
    assert answer or query.name in MAY_BE_EMPTY
    sample_warehouse.execute("set threads = 1")
    assert sample_warehouse.execute(query.sql).fetchall() == answer
