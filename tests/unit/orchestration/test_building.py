"""dbt is run on a build database that it can write to, and quoted when it fails."""

import json
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration import building
from orchestration.building import BuildFailedError, build_warehouse, run_dbt
from orchestration.home import Home

# As dbt does, whatever comes of it.
NOTE_RESULTS = """
for flag; do
    if [ "$last" = --target-path ]; then
        mkdir -p "$flag"
        echo '{"results": []}' > "$flag/run_results.json"
    fi
    last=$flag
done
"""


def fake_dbt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    executable = tmp_path / "dbt"
    executable.write_text(f"#!/bin/sh\n{NOTE_RESULTS}\n{script}\n")
    executable.chmod(0o755)
    monkeypatch.setattr(building, "DBT", executable)


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


def test_what_a_build_found_outlives_other_commands(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_dbt(tmp_path, monkeypatch, "exit 0")
    build_warehouse(home)
    found = home.build_results.read_text()
    fake_dbt(tmp_path, monkeypatch, f"rm {home.dbt_target}/run_results.json")
    run_dbt(home, tmp_path, ["docs", "generate"])
    assert home.build_results.read_text() == found


def test_dbt_that_can_not_start_is_quoted(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_dbt(tmp_path, monkeypatch, "echo 'Parsing Error: no such model' >&2; exit 2")
    with pytest.raises(BuildFailedError, match="Parsing Error: no such model"):
        build_warehouse(home)


def test_dbt_that_dies_is_quoted_without_the_way_there(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tmp_path / "words"
    words.write_text(
        "Traceback (most recent call last):\n"
        '  File "system.py", line 311, in write_json\n'
        "OSError: [Errno 28] No space left on device\n"
        "Message: 'Traceback (most recent call last): …'\n"
        "Arguments: ()\n"
    )
    fake_dbt(tmp_path, monkeypatch, f"cat {words} >&2; exit 2")
    with pytest.raises(BuildFailedError, match="No space left on device") as caught:
        build_warehouse(home)
    assert "Traceback" not in str(caught.value)
    assert "Arguments" not in str(caught.value)


def test_build_database_that_is_damaged_is_made_anew(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.root.mkdir()
    with duckdb.connect(str(home.build_database)) as connection:
        connection.execute("create table answer as select range as value from range(100000)")
    with home.build_database.open("r+b") as file:
        file.truncate(home.build_database.stat().st_size // 2)
    fake_dbt(tmp_path, monkeypatch, f"test ! -e {home.build_database}")
    build_warehouse(home)


def test_snapshots_of_a_lost_build_database_are_those_that_were_published(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_dbt(tmp_path, monkeypatch, "exit 0")
    home.root.mkdir()
    with duckdb.connect(str(home.published_database)) as connection:
        connection.execute("create table snapshot as select 7 as n_reports")
    build_warehouse(home)
    with duckdb.connect(str(home.build_database)) as connection:
        assert connection.execute("select n_reports from snapshot").fetchall() == [(7,)]


def test_all_days_are_loaded_anew_when_the_models_have_changed(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "dbt_project"
    (project / "models").mkdir(parents=True)
    model = project / "models" / "fct_articles.sql"
    model.write_text("select 1")
    fake_dbt(tmp_path, monkeypatch, f'echo "$*" >> {tmp_path}/asked')
    home.root.mkdir()
    duckdb.connect(str(home.build_database)).close()
    for sql in ("select 1", "select 1", "select 2"):
        model.write_text(sql)
        build_warehouse(home, project)
    asked = (tmp_path / "asked").read_text().splitlines()
    assert ["--full-refresh" in command for command in asked] == [True, False, True]


def test_build_database_in_other_hands_is_left_alone_and_named(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_dbt(tmp_path, monkeypatch, "exit 0")
    home.root.mkdir()
    hold = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(); input()"
    command = [sys.executable, "-c", hold, str(home.build_database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout
        holder.stdout.readline()
        with pytest.raises(BuildFailedError, match=r"another program using it\?\n.*lock"):
            build_warehouse(home)
        holder.communicate(b"\n")
    build_warehouse(home)
