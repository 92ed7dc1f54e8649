"""The published file is only ever a whole, tested one."""

from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from orchestration.home import Home
from orchestration.publishing import is_published, publish, unpublished_days
from orchestration.storage import DAYS, Staging

DAY = date(2024, 5, 1)


def build(home: Home, value: int) -> None:
    home.root.mkdir(exist_ok=True)
    with duckdb.connect(str(home.build_database)) as connection:
        connection.execute(f"create or replace table answer as select {value} as value")


def read(connection: duckdb.DuckDBPyConnection) -> object:
    return connection.execute("select value from answer").fetchall()


def write_day(home: Home, content_hash: str) -> None:
    row = {"partition_date": DAY, "content_hash": content_hash}
    staging = Staging(home)
    staging.write_day("_days", DAY, pl.DataFrame([row], schema=DAYS))
    staging.commit()


def test_reader_keeps_its_file_until_it_opens_the_next(home: Home) -> None:
    build(home, 1)
    publish(home)
    with duckdb.connect(str(home.published_database), read_only=True) as reader:
        build(home, 2)
        publish(home)
        assert read(reader) == [(1,)]
    with duckdb.connect(str(home.published_database), read_only=True) as reader:
        assert read(reader) == [(2,)]


def test_warehouse_is_up_to_date_until_a_day_changes(home: Home) -> None:
    build(home, 1)
    write_day(home, "one")
    assert not is_published(home)
    assert unpublished_days(home) == [DAY]
    publish(home)
    assert is_published(home)
    assert unpublished_days(home) == []
    write_day(home, "other")
    assert not is_published(home)
    assert unpublished_days(home) == [DAY]


def test_warehouse_is_out_of_date_when_its_sql_changes(home: Home, tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "model.sql").write_text("select 1")
    build(home, 1)
    publish(home, project)
    assert is_published(home, project)
    (project / "model.sql").write_text("select 2")
    assert not is_published(home, project)


def test_database_cut_short_by_something_else_is_published_again(home: Home) -> None:
    build(home, 1)
    write_day(home, "one")
    publish(home)
    with home.published_database.open("r+b") as file:
        file.truncate(home.published_database.stat().st_size // 2)
    assert not is_published(home)
    publish(home)
    assert is_published(home)


def test_note_that_can_not_be_read_counts_as_nothing_published(home: Home) -> None:
    build(home, 1)
    write_day(home, "one")
    publish(home)
    home.publication.write_text('{"fingerprint": "on')
    assert not is_published(home)
    assert unpublished_days(home) == [DAY]
