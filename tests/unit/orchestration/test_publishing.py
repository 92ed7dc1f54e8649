"""The published file is only ever a whole, tested one."""

import json
from datetime import date
from pathlib import Path

import duckdb
import polars as pl
import pytest

from orchestration import publishing
from orchestration.home import Home
from orchestration.publishing import (
    BuildFailedError,
    build_warehouse,
    is_published,
    publish,
    unpublished_days,
)
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


def fake_dbt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    executable = tmp_path / "dbt"
    executable.write_text(f"#!/bin/sh\n{script}\n")
    executable.chmod(0o755)
    monkeypatch.setattr(publishing, "DBT", executable)


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


def test_failed_tests_are_named_with_the_reason(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = "Got 3 results, configured to fail if != 0\n\n  > in macro x"
    results = {
        "results": [
            {"unique_id": "test.fine", "status": "pass", "message": None},
            {"unique_id": "test.broken", "status": "fail", "message": message},
        ]
    }
    answer = json.dumps(results).replace("\\n", "\\\\n")
    place = home.dbt_target / "run_results.json"
    script = f"mkdir -p {place.parent}; printf '%b' '{answer}' > {place}; exit 1"
    fake_dbt(tmp_path, monkeypatch, script)
    with pytest.raises(BuildFailedError, match=r"test\.broken: Got 3 results") as caught:
        build_warehouse(home)
    assert "test.fine" not in str(caught.value)
    assert "macro" not in str(caught.value)


def test_dbt_that_can_not_start_is_quoted(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_dbt(tmp_path, monkeypatch, "echo 'Parsing Error: no such model' >&2; exit 2")
    with pytest.raises(BuildFailedError, match="Parsing Error: no such model"):
        build_warehouse(home)
