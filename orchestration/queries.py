"""Saved questions to the published warehouse, and the asking of any other.

A saved query is a `.sql` file whose first two lines are comments: its title in English, and in
Arabic.
"""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl

from orchestration.home import PROJECT, Home

QUERIES = PROJECT / "warehouse" / "queries"


class QuestionError(RuntimeError):
    """The warehouse could not answer; the message says why and what to do."""


@dataclass(frozen=True)
class SavedQuery:
    """One file of `warehouse/queries`.

    Attributes:
        name: The file's stem.
        title: What it answers, in English.
        title_ar: The same in Arabic.
        sql: The whole file.
    """

    name: str
    title: str
    title_ar: str
    sql: str


def saved_queries(folder: Path = QUERIES) -> list[SavedQuery]:
    """Read the saved queries, sorted by name."""
    return [_read(path) for path in sorted(folder.glob("*.sql"))]


def _read(path: Path) -> SavedQuery:
    sql = path.read_text()
    title, title_ar = (line.removeprefix("--").strip() for line in sql.splitlines()[:2])
    return SavedQuery(path.stem, title, title_ar, sql)


def ask(home: Home, sql: str) -> pl.DataFrame:
    """Put a query to the published warehouse, which it can not change.

    Raises:
        QuestionError: Nothing is published yet, or DuckDB refuses the query.
    """
    if not home.published_database.exists():
        message = f"no warehouse at {home.published_database}: build it with `marsad run PATH`"
        raise QuestionError(message)
    with duckdb.connect(str(home.published_database), read_only=True) as connection:
        try:
            answer = connection.execute(sql)
            names = [column[0] for column in answer.description or []]
            return pl.DataFrame(
                answer.fetchall(), schema=names, orient="row", infer_schema_length=None
            )
        except duckdb.Error as error:
            raise QuestionError(str(error)) from error
