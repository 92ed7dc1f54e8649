"""From files to a published warehouse, in one process, on a few articles."""

import json
import os
import re
import shutil
from pathlib import Path
from unittest.mock import patch

import duckdb
import pytest
from models_alone import MODELS_ALONE
from typer.testing import CliRunner

from extract.schemas import TABLES
from orchestration.building import BuildFailedError
from orchestration.cli import app
from orchestration.definitions import defs
from orchestration.defs import checks
from orchestration.findings.models import load_manifest
from orchestration.home import PROJECT, Home
from orchestration.recording import open_instance, record_days, record_warehouse
from orchestration.running import run

FIRST = "2024-05-01"
STORIES = {
    "port": "الرياض أول مايو 2024 (واس) أكد وزير النقل السعودي أن الميناء يعمل منذ الصباح.",
    "rail": "قال وزير الخارجية الصيني إن بلاده تدعم كازاخستان، مضيفا أن السكة ستفتح قريبا.",
    "tea": "أعلنت وزارة الزراعة الكينية أن محصول الشاي زاد في الموسم الماضي.",
}


def write_story(folder: Path, name: str, story: str, day: str) -> None:
    record = {"url": f"u:{name}", "text": STORIES[story], "published_at": f"{day}T09:00:00Z"}
    (folder / f"{name}.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n")


def ask(home: Home, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(home.published_database), read_only=True) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an inbox of three stories and the home they were run into, for copying."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "inbox").mkdir()
    write_story(folder / "inbox", "1", "port", FIRST)
    write_story(folder / "inbox", "2", "rail", FIRST)
    write_story(folder / "inbox", "3", "port", "2024-05-02")
    (folder / "inbox" / "empty.txt").write_bytes(b"")
    with Home.at(folder / "home").locked(), patch.dict(os.environ, MODELS_ALONE):
        run(Home.at(folder / "home"), [folder / "inbox"])
    return folder


@pytest.fixture
def home(built: Path) -> Home:
    """The home as built; for tests that only read."""
    return Home.at(built / "home")


@pytest.fixture
def copied(built: Path, tmp_path: Path) -> Path:
    """A copy of the home, for tests that change it, with an inbox of the same addresses."""
    shutil.copytree(built / "home", tmp_path / "home")
    return tmp_path


def test_every_table_has_every_day(home: Home) -> None:
    for table in (*TABLES, "_days"):
        days = {path.name for path in (home.tables / table).iterdir()}
        assert f"date={FIRST}" in days
        assert len(days) == 2, table


def test_published_warehouse_holds_what_landed(home: Home) -> None:
    assert ask(home, "select count(*) from marts.fct_articles") == [(2,)]
    assert ask(home, "select count(*) from marts.fct_quotes where speaker_country_code = 'CHN'")[
        0
    ] >= (1,)
    assert ask(home, "select distinct published_date::varchar from marts.fct_quotes") == [(FIRST,)]


def test_quote_leads_back_to_its_characters(home: Home) -> None:
    wrong = ask(
        home,
        "select count(*) from marts.fct_quotes join marts.fct_articles using (article_id)"
        " where raw_text[start_char + 1:end_char] <> quote_text",
    )
    assert wrong == [(0,)]


def test_saved_queries_all_answer(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSAD_HOME", str(home.root))
    saved = sorted((PROJECT / "warehouse" / "queries").glob("*.sql"))
    assert len(saved) >= 3
    for path in saved:
        result = CliRunner().invoke(app, ["sql", path.stem, "--json"])
        assert result.exit_code == 0, result.output
        assert isinstance(json.loads(result.stdout), list)


def test_dbt_warns_of_nothing_and_least_of_what_will_go(home: Home) -> None:
    log = (home.dbt_target / "dbt.log").read_text()
    assert "Running with dbt" in log
    assert not re.search(r"\[warn *\]|deprecat", log, re.IGNORECASE)


def test_second_run_over_the_same_files_does_nothing(
    built: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MARSAD_HOME", str(home.root))
    before = home.published_database.stat().st_mtime_ns
    result = CliRunner().invoke(app, ["run", str(built / "inbox")])
    assert result.exit_code == 0, result.output
    assert "Nothing new." in result.stdout
    assert home.published_database.stat().st_mtime_ns == before


@pytest.mark.slow
def test_changed_article_leaves_the_marts_of_its_old_day(built: Path, copied: Path) -> None:
    home = Home.at(copied / "home")
    inbox = copied / "inbox"
    # Without the empty file: its refusal stands under today, which midnight may change.
    shutil.copytree(built / "inbox", inbox, ignore=shutil.ignore_patterns("empty.txt"))
    write_story(inbox, "2", "tea", "2024-05-09")
    with patch.dict(os.environ, MODELS_ALONE):
        report = run(home, [inbox])
    assert (report.landing.n_changed, len(report.days)) == (1, 2)
    days = ask(
        home, "select source_uri, published_date::varchar from marts.fct_articles order by 1"
    )
    assert days == [("u:1", FIRST), ("u:2", "2024-05-09")]
    assert ask(home, "select count(*) from marts.fct_mentions where country_code = 'CHN'") == [(0,)]


# dbt stops at the failure: what it would build after it is not published either.
@patch.dict(os.environ, {"DBT_FAIL_FAST": "true"})
@pytest.mark.slow
def test_failing_test_keeps_the_published_warehouse_and_says_so(copied: Path) -> None:
    home = Home.at(copied / "home")
    project = copied / "dbt_project"
    shutil.copytree(
        PROJECT / "dbt_project", project, ignore=shutil.ignore_patterns("target", "logs")
    )
    (copied / "seeds").symlink_to(PROJECT / "seeds")
    (project / "tests" / "articles_are_many.sql").write_text(
        "select count(*) as n from {{ ref('fct_articles') }} having count(*) < 1000\n"
    )
    before = home.published_database.read_bytes()
    with pytest.raises(BuildFailedError, match="articles_are_many"):
        run(home, [copied], project=project)
    assert home.published_database.read_bytes() == before


def test_dagster_is_told_what_the_checks_of_a_run_found(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home.at(copied / "home")
    monkeypatch.setenv("MARSAD_HOME", str(home.root))
    # The build of this file leaves dbt's tests out: three of them, as if they had run.
    nodes = load_manifest(home.dbt_target)["nodes"]
    tests = [name for name, node in nodes.items() if node.get("attached_node")]
    found = dict(zip(tests, ("pass", "warn", "skipped"), strict=False))
    _write_results(home, found)
    assert record_days(home) == 2
    assert record_warehouse(home)
    keys = list(defs().resolve_asset_graph().asset_check_keys)
    with open_instance(home) as instance:
        evaluated = instance.event_log_storage.get_latest_asset_check_execution_by_key(keys)
    statuses = {key.name: record.status.value for key, record in evaluated.items()}
    ours = {check.name for check in keys if check.name in vars(checks)}
    assert {statuses[name] for name in ours} == {"SUCCEEDED"}
    of_dbt = {name: status for name, status in statuses.items() if name not in ours}
    assert sorted(of_dbt.values()) == ["FAILED", "SUCCEEDED"]


def test_build_whose_findings_were_not_kept_is_told_without_them(
    copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home.at(copied / "home")
    monkeypatch.setenv("MARSAD_HOME", str(home.root))
    home.build_results.unlink()
    assert record_warehouse(home)


def _write_results(home: Home, found: dict[str, str]) -> None:
    results = [
        {"unique_id": node, "status": status, "failures": 1, "execution_time": 0.1, "message": "m"}
        for node, status in found.items()
    ]
    home.build_results.write_text(json.dumps({"results": results}))
