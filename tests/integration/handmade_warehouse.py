"""A warehouse of Parquet written by hand, in the contract of `extract.schemas`, and dbt upon it."""

import datetime as dt
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import polars as pl
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.cli.main import dbtRunner
from handmade_stories import Story

from extract.schemas import TABLES, Timestamp
from orchestration.evaluations import EVALUATIONS

PROJECT = Path(__file__).parents[2] / "dbt_project"
DAYS = pl.Schema(
    {
        "partition_date": pl.Date,
        "content_hash": pl.String,
        "extracted_at": Timestamp,
        "extractor_version": pl.String,
        "lexicon_version": pl.String,
        "n_articles": pl.Int32,
    }
)
READ_AT = dt.datetime(2024, 6, 2, 12, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Warehouse:
    """Tables under `home`, and the DuckDB file that dbt builds of them.

    `target` keeps what dbt parsed; warehouses may share it.
    """

    home: Path
    target: Path

    def write_day(self, day: dt.date, *stories: Story) -> None:
        """Write every table of a day, then its row of `days`, as the extractor's writer does."""
        read = [story.read(day) for story in stories]
        for name, schema in TABLES.items():
            rows = [row for tables in read for row in tables.get(name, [])]
            kept = [{name: row.get(name) for name in schema} for row in rows]
            self.write_table(name, day, pl.DataFrame(kept, schema=schema))
        content = hashlib.sha256(repr(read).encode()).hexdigest()
        row = (day, content, READ_AT, "1", "lexicon", len(stories))
        self.write_table("_days", day, pl.DataFrame([row], schema=DAYS, orient="row"))
        evaluations = self.home / "tables" / "evaluations"
        evaluations.mkdir(exist_ok=True)
        EVALUATIONS.to_frame().write_parquet(evaluations / "none.parquet")

    def write_table(self, name: str, day: dt.date, frame: pl.DataFrame) -> None:
        folder = self.home / "tables" / name / f"date={day}"
        folder.mkdir(parents=True, exist_ok=True)
        frame.write_parquet(folder / "part.parquet")

    def set_aside(self, name: str) -> None:
        """Keep the home as it is, to be put back any number of times."""
        shutil.move(self.home, self.home.with_name(name))

    def put_back(self, name: str) -> None:
        """Make the home a copy of what was set aside.

        Always in the same place: for another database path dbt parses the project anew, which takes
        longer than most builds here.
        """
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self.home.with_name(name), self.home)

    def dbt(self, *command: str) -> dict[str, str]:
        """Run dbt; give the nodes that did not succeed, each with its status."""
        options = {
            "--project-dir": PROJECT,
            "--profiles-dir": PROJECT,
            "--target-path": self.target,
            "--log-path": self.target,
            # dbt never closes its log file, and warnings are errors here: none is written.
            "--log-level-file": "none",
        }
        places = [str(word) for option in options.items() for word in option]
        with marsad_home(self.home):
            result = dbtRunner().invoke([*command, *places, "--quiet"])
        # It keeps the database open, where the next test puts another.
        DuckDBConnectionManager.close_all_connections()
        assert result.exception is None, result.exception
        statuses = {node.node.name: str(node.status) for node in result.result}
        return {k: v for k, v in statuses.items() if v not in {"success", "pass", "no-op"}}

    def build(self) -> dict[str, str]:
        """Models and their tests, of the word lists that are there."""
        return self.dbt("build", *_without("seed", "unit_test"))

    def load(self, *options: str) -> dict[str, str]:
        """Models without their tests, which take longer."""
        return self.dbt("build", *_without("seed", "unit_test", "test"), *options)

    def connect(self) -> duckdb.DuckDBPyConnection:
        """Open what dbt built: a tenth of a second, for who asks many things."""
        return duckdb.connect(str(self.home / "build.duckdb"))

    def ask(self, sql: str) -> list[tuple[object, ...]]:
        with self.connect() as connection:
            return connection.execute(sql).fetchall()


def _without(*kinds: str) -> list[str]:
    return [word for kind in kinds for word in ("--exclude-resource-type", kind)]


@contextmanager
def marsad_home(home: Path) -> Iterator[None]:
    before = os.environ.get("MARSAD_HOME")
    os.environ["MARSAD_HOME"] = str(home)
    try:
        yield
    finally:
        os.environ.pop("MARSAD_HOME")
        if before is not None:
            os.environ["MARSAD_HOME"] = before
