"""Dagster's code location, loaded as the server loads it."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest
from dagster._core.definitions.reconstruct import repository_def_from_target_def
from dagster._core.workspace.autodiscovery import loadable_targets_from_python_module

from extract.schemas import READING_TABLES
from orchestration.defs.automation import landing_folder
from orchestration.resources import Observatory

CHAIN = ("sources", "reading", "staging", "intermediate", "marts", "published")
NEWS = {
    "2024-05-01": "قال الوزير إن الميناء الجديد يعمل منذ صباح اليوم.",
    "2024-05-03": "أكدت الهيئة أن محصول الشاي زاد في الموسم الماضي.",
}


@pytest.fixture(scope="module")
def location() -> dg.RepositoryDefinition:
    [target] = loadable_targets_from_python_module("orchestration.definitions", None)
    repository = repository_def_from_target_def(target.target_definition)
    assert repository is not None
    return repository


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as instance:
        yield instance


@pytest.fixture
def landing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own whose landing folder holds a story on each of two days."""
    monkeypatch.setenv("MARSAD_HOME", str(tmp_path))
    folder = tmp_path / "landing"
    folder.mkdir()
    lines = [
        f'{{"url": "u:{day}", "published_at": "{day}T09:00:00Z", "text": "{text}"}}\n'
        for day, text in NEWS.items()
    ]
    (folder / "news.jsonl").write_text("".join(lines))
    return folder


def materialize(
    location: dg.RepositoryDefinition,
    instance: dg.DagsterInstance,
    *assets: str,
    tags: dict[str, str] | None = None,
) -> dg.ExecuteInProcessResult:
    job = location.get_implicit_global_asset_job_def()
    keys = [dg.AssetKey(name) for name in assets]
    return job.execute_in_process(
        asset_selection=keys, instance=instance, tags=tags, raise_on_error=False
    )


def test_graph_has_every_stage_in_one_chain(location: dg.RepositoryDefinition) -> None:
    graph = location.asset_graph
    assert {graph.get(key).group_name for key in graph.get_all_asset_keys()} >= set(CHAIN)
    ancestors = graph.get_ancestor_asset_keys(dg.AssetKey("published_warehouse"))
    assert {dg.AssetKey(name) for name in ("landed_files", "documents", "quotes")} <= ancestors


def test_extraction_is_by_day_and_knows_its_version(location: dg.RepositoryDefinition) -> None:
    for table in READING_TABLES:
        node = location.asset_graph.get(dg.AssetKey(table))
        assert isinstance(node.partitions_def, dg.DailyPartitionsDefinition)
        assert node.backfill_policy == dg.BackfillPolicy.single_run()
        assert node.automation_condition is not None
        assert node.code_version


def test_every_asset_says_what_it_is(location: dg.RepositoryDefinition) -> None:
    graph = location.asset_graph
    silent = [key for key in graph.get_all_asset_keys() if not graph.get(key).description]
    assert silent == []


def test_tables_are_checked_before_dbt_may_build_on_them(
    location: dg.RepositoryDefinition,
) -> None:
    checks = location.asset_graph.asset_check_keys
    blocking = {
        (key.asset_key.to_user_string(), key.name)
        for key in checks
        if location.asset_graph.get(key).blocking
    }
    assert {("quotes", "spans_stand_in_their_text"), ("articles", "counts_reconcile")} <= blocking
    assert any(key.asset_key.path[-1] == "fct_quotes" for key in checks)


def test_nothing_starts_by_itself_unless_switched_on(location: dg.RepositoryDefinition) -> None:
    assert {sensor.name for sensor in location.sensor_defs} == {
        "landing_folder",
        "touched_days_and_warehouse",
    }
    assert {s.default_status for s in location.sensor_defs} == {dg.DefaultSensorStatus.STOPPED}
    assert {s.default_status for s in location.schedule_defs} == {dg.DefaultScheduleStatus.STOPPED}


@pytest.mark.usefixtures("landing")
def test_landing_reports_the_days_it_touched(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance
) -> None:
    assert materialize(location, instance, "landed_files").success
    for table in ("documents", "rejected_documents"):
        assert instance.get_materialized_partitions(dg.AssetKey(table)) == set(NEWS)


@pytest.mark.usefixtures("landing")
def test_range_of_days_is_read_in_one_run_and_checked(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance
) -> None:
    materialize(location, instance, "landed_files")
    first, last = sorted(NEWS)
    tags = {
        "dagster/asset_partition_range_start": first,
        "dagster/asset_partition_range_end": last,
    }
    result = materialize(location, instance, *READING_TABLES, "days", tags=tags)
    assert result.success
    assert instance.get_materialized_partitions(dg.AssetKey("quotes")) >= set(NEWS)
    checks = result.get_asset_check_evaluations()
    assert {check.check_name for check in checks} == {
        "columns_follow_the_contract",
        "spans_stand_in_their_text",
        "counts_reconcile",
    }
    assert [check for check in checks if not check.passed] == []


def test_sensor_asks_once_for_files_that_stay_the_same(landing: Path) -> None:
    context = dg.build_sensor_context(resources={"observatory": Observatory()})
    assert isinstance(landing_folder(context), dg.RunRequest)
    assert isinstance(landing_folder(context), dg.SkipReason)
    (landing / "more.txt").write_text(NEWS["2024-05-01"])
    assert isinstance(landing_folder(context), dg.RunRequest)
