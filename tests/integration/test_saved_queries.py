"""The saved questions, asked of the sample articles."""

import re

import duckdb
import pytest

from orchestration.queries import SavedQuery, saved_queries

SAVED = saved_queries()
# Only what has changed since it was first built has a past.
MAY_BE_EMPTY = {"what_changed_since"}


def test_there_are_twenty_questions_and_more() -> None:
    assert len(SAVED) >= 20


@pytest.mark.parametrize("query", SAVED, ids=lambda query: query.name)
def test_question_is_put_in_english_and_in_arabic(query: SavedQuery) -> None:
    english, arabic = query.sql.splitlines()[:2]
    assert re.fullmatch(r"-- [A-Z][ -~]+", english)
    assert re.fullmatch(r"-- [\u0600-\u06ff :]+", arabic)


@pytest.mark.slow
@pytest.mark.parametrize("query", SAVED, ids=lambda query: query.name)
def test_question_has_one_answer(
    sample_warehouse: duckdb.DuckDBPyConnection, query: SavedQuery
) -> None:
    answer = sample_warehouse.execute(query.sql).fetchall()
    assert answer or query.name in MAY_BE_EMPTY
    sample_warehouse.execute("set threads = 1")
    assert sample_warehouse.execute(query.sql).fetchall() == answer
