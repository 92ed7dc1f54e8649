"""Days that are landed and read by Dagster: its runs, the sensors that ask for them, its events."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from extract.schemas import READING_TABLES
from orchestration.defs.automation import landed_days, landing_folder
from orchestration.resources import Observatory

NEWS = {
    "2024-05-01": "قال الوزير إن الميناء الجديد يعمل منذ صباح اليوم.",
    "2024-05-03": "أكدت الهيئة أن محصول الشاي زاد في الموسم الماضي.",
}


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


@pytest.mark.usefixtures("landing")
def test_landing_reports_the_days_it_touched(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance
) -> None:
    assert materialize(location, instance, "landed_files").success
    for table in ("documents", "rejected_documents"):
        assert instance.get_materialized_partitions(dg.AssetKey(table)) == set(NEWS)


@pytest.fixture
def landed(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance, landing: Path
) -> dg.ExecuteInProcessResult:
    """The landing folder taken in."""
    assert landing.exists()
    result = materialize(location, instance, "landed_files")
    assert result.success
    return result


def read(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance, first: str, last: str
) -> dg.ExecuteInProcessResult:
    """Read a range of days as a backfill does: in one run."""
    tags = {
        "dagster/asset_partition_range_start": first,
        "dagster/asset_partition_range_end": last,
    }
    return materialize(location, instance, *READING_TABLES, "days", tags=tags)


@pytest.mark.usefixtures("landed")
def test_range_of_days_is_read_in_one_run_and_checked(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance
) -> None:
    result = read(location, instance, *sorted(NEWS))
    assert result.success
    assert instance.get_materialized_partitions(dg.AssetKey("quotes")) >= set(NEWS)
    checks = result.get_asset_check_evaluations()
    assert {check.check_name for check in checks} == {
        "columns_follow_the_contract",
        "spans_stand_in_their_text",
        "counts_reconcile",
        "days_are_current",
        "volume_is_usual",
        "unresolved_speakers_are_usual",
        "unknown_words_are_usual",
    }
    assert [check for check in checks if not check.passed] == []


@pytest.mark.usefixtures("landed")
def test_each_day_of_a_range_shows_what_it_holds(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance
) -> None:
    read(location, instance, *sorted(NEWS))
    wanted = dg.AssetRecordsFilter(dg.AssetKey("quotes"), asset_partitions=list(NEWS))
    found = {
        record.partition_key: record.asset_materialization.metadata
        for record in instance.fetch_materializations(wanted, limit=10).records
        if record.asset_materialization
    }
    assert {day: found[day]["n_rows"].value for day in NEWS} == dict.fromkeys(NEWS, 1)
    for day, story in NEWS.items():
        assert story.split()[-1].rstrip(".") in str(found[day]["sample"].value)
    # The picture is of the whole run, so it hangs on the last day only.
    assert [day for day in sorted(NEWS) if "by_resolution" in found[day]] == [max(NEWS)]
    assert f"known, {len(NEWS)} days" in str(found[max(NEWS)]["by_resolution"].value)


@pytest.mark.usefixtures("landed")
def test_reading_a_range_again_gives_the_same_bytes(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance, tmp_path: Path
) -> None:
    def files() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in (tmp_path / "tables").rglob("*.parquet")}

    read(location, instance, *sorted(NEWS))
    before = files()
    read(location, instance, *sorted(NEWS))
    assert files() == before


def test_follow_up_reads_the_touched_days_and_no_other(
    location: dg.RepositoryDefinition,
    instance: dg.DagsterInstance,
    landed: dg.ExecuteInProcessResult,
) -> None:
    first, last = sorted(NEWS)
    assert asked_for(instance, landed) == [(first, last)]
    read(location, instance, first, last)
    assert asked_for(instance, landed) == []


def test_late_document_has_only_its_day_read(
    location: dg.RepositoryDefinition,
    instance: dg.DagsterInstance,
    landed: dg.ExecuteInProcessResult,
    landing: Path,
) -> None:
    first, last = sorted(NEWS)
    assert landed.success
    read(location, instance, first, last)
    record = {"url": "u:late", "published_at": f"{first}T10:00:00Z", "text": NEWS[last]}
    late = "".join(f"{key}: {value}" for key, value in record.items())
    (landing / "late.jsonl").write_text(json.dumps({**record, "text": late}) + "\n")
    assert asked_for(instance, materialize(location, instance, "landed_files")) == [(first, first)]


@pytest.mark.usefixtures("landed")
def test_range_in_the_configuration_has_its_days_read(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance
) -> None:
    first = min(NEWS)
    result = launch(location, instance, {"first_day": first, "last_day": first, "workers": 1})
    assert result.success
    assert instance.get_materialized_partitions(dg.AssetKey("quotes")) == {first}
    known = instance.event_log_storage.get_event_tags_for_asset(dg.AssetKey("days"))
    assert [tags["dagster/data_version"] for tags in known]


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ({"first_day": "2024-05-03", "last_day": "2024-05-01"}, "is after last_day"),
        ({"first_day": "May", "last_day": "2024-05-01"}, "'May' is no day: write it as"),
        ({"first_day": "2024-05-01", "last_day": "2024-05-01", "workers": 0}, "at least one"),
    ],
)
@pytest.mark.usefixtures("landing")
def test_configuration_that_can_not_be_fails_in_words(
    location: dg.RepositoryDefinition,
    instance: dg.DagsterInstance,
    config: dict[str, object],
    message: str,
) -> None:
    result = launch(location, instance, config)
    [failed] = [event for event in result.all_events if event.is_step_failure]
    error = failed.step_failure_data.error
    assert error is not None
    assert message in str(error.cause or error)


def test_engine_that_is_none_is_refused_before_the_run(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance
) -> None:
    days = {"first_day": "2024-05-01", "last_day": "2024-05-01"}
    with pytest.raises(dg.DagsterInvalidConfigError, match="engine"):
        launch(location, instance, {**days, "engine": "abacus"})


def launch(
    location: dg.RepositoryDefinition, instance: dg.DagsterInstance, config: dict[str, object]
) -> dg.ExecuteInProcessResult:
    """Start `read_range` as the launchpad does."""
    return location.get_job("read_range").execute_in_process(
        run_config={"ops": {"range_of_days": {"config": config}}},
        instance=instance,
        raise_on_error=False,
    )


def asked_for(
    instance: dg.DagsterInstance, landed: dg.ExecuteInProcessResult
) -> list[tuple[str, str]]:
    """First and last day of each run that follows on a landing."""
    context = dg.build_run_status_sensor_context(
        sensor_name="landed_days",
        dagster_event=landed.get_run_success_event(),
        dagster_instance=instance,
        dagster_run=landed.dagster_run,
        resources={"observatory": Observatory()},
    )
    return [
        (
            request.tags["dagster/asset_partition_range_start"],
            request.tags["dagster/asset_partition_range_end"],
        )
        for request in landed_days(context)
        if isinstance(request, dg.RunRequest)
    ]


def test_sensor_asks_once_for_the_same_content(landing: Path) -> None:
    context = dg.build_sensor_context(resources={"observatory": Observatory()})
    first = landing_folder(context)
    assert isinstance(first, dg.RunRequest)
    assert isinstance(landing_folder(context), dg.SkipReason)
    news = landing / "news.jsonl"
    os.utime(news, (0, 0))
    again = landing_folder(context)
    # Another time, the same content: Dagster drops a request whose key it knows.
    assert isinstance(again, dg.RunRequest)
    assert again.run_key == first.run_key
    (landing / "more.txt").write_text(NEWS["2024-05-01"])
    other = landing_folder(context)
    assert isinstance(other, dg.RunRequest)
    assert other.run_key != first.run_key


@pytest.mark.usefixtures("landed")
def test_sensor_skips_files_whose_content_has_landed(landing: Path) -> None:
    context = dg.build_sensor_context(resources={"observatory": Observatory()})
    skipped = landing_folder(context)
    assert isinstance(skipped, dg.SkipReason)
    assert "has landed" in str(skipped.skip_message)
    assert (landing / "news.jsonl").exists()
