"""A batch of events is stored as Dagster's own storage stores them one by one."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from orchestration import event_storage, serving
from orchestration.event_storage import EventStorage
from orchestration.home import Home

DAYS = [f"2024-05-{day:02}" for day in range(1, 8)]
ASSETS = ("articles", "quotes")
TAGS = {
    "dagster/asset_partition_range_start": DAYS[0],
    "dagster/asset_partition_range_end": DAYS[-1],
}


@dg.multi_asset(
    specs=[
        dg.AssetSpec(name, partitions_def=dg.DailyPartitionsDefinition("2024-05-01"))
        for name in ASSETS
    ],
    check_specs=[dg.AssetCheckSpec("holds", asset="quotes")],
    backfill_policy=dg.BackfillPolicy.single_run(),
)
def reading() -> Iterator[object]:
    for name in ASSETS:
        yield dg.MaterializeResult(name, data_version=dg.DataVersion(f"{name}-1"))
    yield dg.AssetCheckResult(asset_key="quotes", check_name="holds", passed=True)


@dg.multi_asset(
    specs=[dg.AssetSpec("broken", partitions_def=dg.DailyPartitionsDefinition("2024-05-01"))],
    backfill_policy=dg.BackfillPolicy.single_run(),
)
def breaking() -> None:
    raise RuntimeError


@pytest.fixture(scope="module", params=["batches", "one by one"])
def instance(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dg.DagsterInstance]:
    """An instance as `marsad ui` has it, and one as Dagster would have it by itself."""
    home = Home.at(tmp_path_factory.mktemp("home"))
    folder = serving.prepare_instance(home)
    is_ours = request.param == "batches"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in serving.instance_variables(home).items():
            if is_ours:
                patch.setenv(name, value)
        if not is_ours:
            (folder / "dagster.yaml").write_text("telemetry:\n  enabled: false\n")
        with dg.DagsterInstance.from_config(str(folder)) as instance:
            assert isinstance(instance.event_log_storage, EventStorage) is is_ours
            yield instance


@pytest.fixture(scope="module")
def run_id(instance: dg.DagsterInstance) -> str:
    """A run over all days, as a backfill makes it."""
    result = dg.materialize([reading], instance=instance, tags=TAGS)
    assert result.success
    return result.run_id


@pytest.mark.usefixtures("run_id")
def test_every_day_is_known_with_its_version(instance: dg.DagsterInstance) -> None:
    for name in ASSETS:
        key = dg.AssetKey(name)
        assert instance.get_materialized_partitions(key) == set(DAYS)
        tags = instance.event_log_storage.get_event_tags_for_asset(
            key, filter_tags={"dagster/data_version": f"{name}-1"}
        )
        assert len(tags) == len(DAYS)


def test_asset_knows_its_last_event(instance: dg.DagsterInstance, run_id: str) -> None:
    for record in instance.get_asset_records([dg.AssetKey(name) for name in ASSETS]):
        entry = record.asset_entry
        assert entry.last_run_id == run_id
        assert entry.last_materialization is not None
        made = entry.last_materialization.asset_materialization
        assert made is not None
        assert made.partition == DAYS[-1]
        latest = entry.last_materialization_record
        assert latest is not None
        assert latest.storage_id == entry.last_materialization_storage_id


def test_run_shows_what_it_planned_and_made(instance: dg.DagsterInstance, run_id: str) -> None:
    kinds = [
        entry.dagster_event_type for entry in instance.all_logs(run_id) if entry.dagster_event_type
    ]
    assert kinds.count(dg.DagsterEventType.ASSET_MATERIALIZATION) == len(DAYS) * len(ASSETS)
    # What is planned, our storage keeps once a table, Dagster's once a day.
    n_planned = 1 if isinstance(instance.event_log_storage, EventStorage) else len(DAYS)
    planned = dg.DagsterEventType.ASSET_MATERIALIZATION_PLANNED
    assert kinds.count(planned) == n_planned * len(ASSETS)
    assert kinds.count(dg.DagsterEventType.ASSET_CHECK_EVALUATION) == 1
    assert kinds.count(dg.DagsterEventType.ASSET_CHECK_EVALUATION_PLANNED) == 1


@pytest.mark.usefixtures("run_id")
def test_check_of_all_days_is_evaluated_and_no_day_of_it_is_left_waiting(
    instance: dg.DagsterInstance,
) -> None:
    key = dg.AssetCheckKey(dg.AssetKey("quotes"), "holds")
    history = instance.event_log_storage.get_asset_check_execution_history(key, limit=100)
    done = [record for record in history if record.status.value == "SUCCEEDED"]
    assert [record.partition for record in done] == [None]
    if isinstance(instance.event_log_storage, EventStorage):
        assert history == done


def test_days_of_a_run_that_failed_are_told_from_those_it_made(
    instance: dg.DagsterInstance,
) -> None:
    key, log = dg.AssetKey("broken"), instance.event_log_storage
    failed = dg.materialize([breaking], instance=instance, tags=TAGS, raise_on_error=False)
    attempts = log.get_latest_asset_partition_materialization_attempts_without_materializations(key)
    assert {day: run for day, (run, _) in attempts.items()} == dict.fromkeys(DAYS, failed.run_id)
    planned = log.get_latest_planned_materialization_info(key, DAYS[0])
    assert planned is not None
    assert planned.run_id == failed.run_id


def test_batch_takes_one_change_of_each_database(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    connect = EventStorage._connect

    def counted(storage: EventStorage, shard: str) -> object:
        opened.append(shard)
        return connect(storage, shard)

    for name, value in serving.instance_variables(home).items():
        monkeypatch.setenv(name, value)
    with dg.DagsterInstance.from_config(str(serving.prepare_instance(home))) as instance:
        made = [dg.AssetMaterialization("articles", partition=day) for day in DAYS]
        events = [_entry(one) for one in made]
        monkeypatch.setattr(EventStorage, "_connect", counted)
        instance.event_log_storage.store_event_batch(events)
        assert sorted(opened) == ["index", "run-1"]
        stored = instance.fetch_materializations(dg.AssetKey("articles"), limit=100).records
    # In the UI, events of one moment are one.
    assert len({round(1000 * record.timestamp) for record in stored}) == len(DAYS)
    assert Path(home.dagster, "history", "runs", "run-1.db").exists()


def test_many_databases_are_read_one_after_another(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_storage, "MOST_ENGINES", 2)
    for name, value in serving.instance_variables(home).items():
        monkeypatch.setenv(name, value)
    with dg.DagsterInstance.from_config(str(serving.prepare_instance(home))) as instance:
        log = instance.event_log_storage
        for number in range(4):
            event = _entry(dg.AssetMaterialization("articles", partition=DAYS[0]))
            log.store_event(event._replace(run_id=f"run-{number}"))
        assert [len(log.get_logs_for_run(f"run-{number}")) for number in range(4)] == [1] * 4


def test_what_would_undo_a_statement_stays_in_memory(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in serving.instance_variables(home).items():
        monkeypatch.setenv(name, value)
    with dg.DagsterInstance.from_config(str(serving.prepare_instance(home))) as instance:
        log = instance.event_log_storage
        assert isinstance(log, EventStorage)
        with log.index_transaction() as connection:
            in_memory = 2
            assert connection.exec_driver_sql("pragma temp_store").scalar() == in_memory


def _entry(made: dg.AssetMaterialization) -> dg.EventLogEntry:
    from dagster._core.events import StepMaterializationData  # noqa: PLC0415

    event = dg.DagsterEvent(
        event_type_value="ASSET_MATERIALIZATION",
        job_name="job",
        event_specific_data=StepMaterializationData(made),
    )
    return dg.EventLogEntry(None, 20, "", "run-1", 1_700_000_000.0, dagster_event=event)
