"""What starts by itself, once someone has switched it on in the UI under *Automation*.

`landing_folder` or `daily_landing` takes files in, `landed_days` reads the days they touched, and
`warehouse_follows` builds and publishes. Each may be on without the others.
"""

from collections.abc import Iterator

import dagster as dg

from extract.lexicons import load_lexicons
from orchestration.defs.extraction import extraction
from orchestration.extraction import ReadingVersion, find_stale_days
from orchestration.following import find_new_files, list_landing, request_key, touched_days
from orchestration.partitions import stretches
from orchestration.resources import Observatory
from orchestration.storage import stored_days

OFF = dg.DefaultSensorStatus.STOPPED

read_days = dg.define_asset_job(
    "read_days",
    description="Read some days; a range of days is one run.",
    selection=dg.AssetSelection.assets(extraction),
)

daily_landing = dg.ScheduleDefinition(
    name="daily_landing",
    description="Take in the landing folder each morning.",
    cron_schedule="15 3 * * *",
    target=["landed_files"],
    default_status=dg.DefaultScheduleStatus.STOPPED,
)

warehouse_follows = dg.AutomationConditionSensorDefinition(
    name="warehouse_follows",
    description="Build, test and publish when days were read; read days whose documents changed.",
    target=dg.AssetSelection.all(),
    default_status=OFF,
)


@dg.sensor(
    target=["landed_files"],
    description="Take in the landing folder when it holds content that has not landed.",
    minimum_interval_seconds=60,
    default_status=OFF,
)
def landing_folder(
    context: dg.SensorEvaluationContext, observatory: Observatory
) -> dg.RunRequest | dg.SkipReason:
    """Take in the landing folder when it holds content that has not landed; moves nothing."""
    home = observatory.home
    listing = list_landing(home)
    if listing == context.cursor:
        return dg.SkipReason(f"{home.landing} is as it was at the last look")
    context.update_cursor(listing)
    files = find_new_files(home)
    if not files:
        return dg.SkipReason(f"all that is in {home.landing} has landed")
    return dg.RunRequest(run_key=request_key(files))


@dg.run_status_sensor(
    run_status=dg.DagsterRunStatus.SUCCESS, request_job=read_days, default_status=OFF
)
def landed_days(
    context: dg.RunStatusSensorContext, observatory: Observatory
) -> Iterator[dg.RunRequest | dg.SkipReason]:
    """Read the days that a landing touched, one run a stretch of days."""
    home = observatory.home
    run_id = context.dagster_run.run_id
    events = context.instance.all_logs(run_id, dg.DagsterEventType.ASSET_MATERIALIZATION)
    # What a landing touched may have been read since.
    stale = find_stale_days(home, ReadingVersion.of(load_lexicons()))
    days = touched_days(events).intersection(stale)
    if not days:
        yield dg.SkipReason(f"run {run_id} touched no day that is to be read")
    for first, last in stretches(days, stored_days(home, "documents")):
        yield dg.RunRequest(
            run_key=f"{run_id} {first} {last}",
            tags={
                "dagster/asset_partition_range_start": first.isoformat(),
                "dagster/asset_partition_range_end": last.isoformat(),
            },
        )
