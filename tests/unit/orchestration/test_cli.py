"""What `marsad` says and with which exit code, short of building a warehouse."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from orchestration.cli import app
from orchestration.failures import ExitCode
from orchestration.home import Home


@pytest.fixture(autouse=True)
def _at_home(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSAD_HOME", str(home.root))


def marsad(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.mark.parametrize("command", ["run", "sql", "status", "evaluate", "ui", "docs"])
def test_help_teaches_by_example(command: str) -> None:
    result = marsad(command, "--help")
    assert result.exit_code == 0
    assert f"marsad {command}" in result.output
    assert "For example" in result.output


def test_help_and_completion_load_no_library_of_tables() -> None:
    loaded = "import sys, orchestration.cli; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert "orchestration.cli" in done.stdout.split()
    assert not {"polars", "duckdb", "dagster", "camel_tools"} & set(done.stdout.split())


def test_missing_path_is_one_clear_line(tmp_path: Path) -> None:
    result = marsad("run", tmp_path / "nowhere")
    assert result.exit_code == 3
    assert "marsad: no such file or folder" in result.output
    assert "Traceback" not in result.output


def test_missing_file_of_sql_is_one_clear_line() -> None:
    result = marsad("sql", "nowhere.sql")
    assert result.exit_code == 1
    assert result.output == "marsad: nowhere.sql: No such file or directory\n"


def test_empty_folder_is_one_clear_line(inbox: Path) -> None:
    result = marsad("run", inbox)
    assert result.exit_code == 3
    assert "no files in" in result.output


def test_second_run_at_the_same_time_says_who_is_first(home: Home, inbox: Path) -> None:
    with home.locked():
        result = marsad("run", inbox)
    assert result.exit_code == 4
    assert "another `marsad run` is writing" in result.output


def test_lock_is_free_after_it_was_held(home: Home) -> None:
    with home.locked():
        pass
    with home.locked():
        assert home.root.is_dir()


def test_question_before_the_first_run_says_what_to_do() -> None:
    result = marsad("sql", "select 1")
    assert result.exit_code == 1
    assert "marsad run PATH" in result.output


def test_saved_queries_are_listed_with_their_titles() -> None:
    result = marsad("sql")
    assert result.exit_code == 0
    assert "who_speaks_most\tWho speaks most" in result.output


def test_status_of_an_empty_home_counts_nothing(home: Home) -> None:
    found = json.loads(marsad("status", "--json").stdout)
    assert found["home"] == str(home.root)
    assert (found["documents"], found["stale_days"], found["is_published"]) == (0, [], False)
    assert (found["last_run"]["outcome"], found["quiet"]) == ("none", None)


def test_status_says_what_to_do() -> None:
    assert "`marsad run PATH` builds it" in marsad("status").output


def test_status_of_a_home_whose_run_failed_says_why(inbox: Path) -> None:
    assert marsad("run", inbox / "nowhere").exit_code == 3
    assert "is failed: no such file or folder" in marsad("status").output


def test_status_of_a_home_whose_run_was_killed_says_so(home: Home) -> None:
    home.root.mkdir()
    home.journal.write_text('{"began_at": "2024-05-01T06:00:00+00:00", "outcome": "running"}')
    assert json.loads(marsad("status", "--json").stdout)["last_run"]["outcome"] == "killed"
    with home.locked():
        assert json.loads(marsad("status", "--json").stdout)["last_run"]["outcome"] == "running"


def test_completion_is_offered_for_the_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_MARSAD_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "marsad sta")
    monkeypatch.setenv("COMP_CWORD", "1")
    completed = CliRunner().invoke(app, [], prog_name="marsad", env=dict(os.environ))
    assert "status" in completed.output


def test_every_exit_code_is_in_the_help() -> None:
    told = marsad("--help").output
    assert [code for code in ExitCode if str(int(code)) not in told] == []


def test_documentation_before_the_first_run_says_what_to_do() -> None:
    result = marsad("docs", "--no-serve")
    assert result.exit_code == 1
    assert "marsad run PATH" in result.output
