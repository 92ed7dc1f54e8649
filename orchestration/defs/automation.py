"""What starts by itself, once someone has switched it on in the UI."""

import hashlib

import dagster as dg

from extract.sources.landing import find_files
from orchestration.resources import Observatory

daily_landing = dg.ScheduleDefinition(
    name="daily_landing",
    description="Take in the landing folder each morning.",
    cron_schedule="15 3 * * *",
    target=["landed_files"],
    default_status=dg.DefaultScheduleStatus.STOPPED,
)

touched_days_and_warehouse = dg.AutomationConditionSensorDefinition(
    name="touched_days_and_warehouse",
    description="Read the days that documents landed on, then build and publish.",
    target=dg.AssetSelection.all(),
    default_status=dg.DefaultSensorStatus.STOPPED,
)


@dg.sensor(
    target=["landed_files"],
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.STOPPED,
)
def landing_folder(
    context: dg.SensorEvaluationContext, observatory: Observatory
) -> dg.RunRequest | dg.SkipReason:
    """Take in the landing folder when its files are not those of the last look; moves nothing."""
    folder = observatory.home.landing
    files = find_files([folder]) if folder.exists() else []
    # Size and time suffice to start a run: the run itself goes by the hash of the content.
    seen = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    listing = hashlib.sha256(repr(seen).encode()).hexdigest()
    if not files or listing == context.cursor:
        return dg.SkipReason(f"nothing new in {folder}")
    context.update_cursor(listing)
    return dg.RunRequest(run_key=listing)
