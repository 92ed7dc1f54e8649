"""Tells Dagster of the days that were read outside of it, so that its UI shows what there is."""

import dagster as dg
from dagster import AssetKey, AssetMaterialization, DagsterEventType, DagsterInstance

from extract.schemas import READING_TABLES
from orchestration.home import Home
from orchestration.serving import prepare_instance
from orchestration.storage import scan_table

DATA_VERSION = "dagster/data_version"
CODE_VERSION = "dagster/code_version"
DAY_ASSETS = ("documents", "rejected_documents", *READING_TABLES, "days")


def record_days(home: Home) -> int:
    """Report each day whose content Dagster does not know as materialized; give their number."""
    with DagsterInstance.from_config(str(prepare_instance(home))) as instance:
        known = _known_versions(instance)
        days = scan_table(home, "_days").sort("partition_date").collect()
        unknown = [
            day
            for day in days.iter_rows(named=True)
            if known.get(str(day["partition_date"])) != day["content_hash"]
        ]
        for day in unknown:
            _record(instance, day)
    return len(unknown)


def _known_versions(instance: DagsterInstance) -> dict[str, str]:
    # `days` is recorded last of a day's assets, so a day it stands for is recorded whole.
    tags = instance.event_log_storage.get_latest_tags_by_partition(
        AssetKey(DAY_ASSETS[-1]), DagsterEventType.ASSET_MATERIALIZATION, [DATA_VERSION]
    )
    return {day: versions[DATA_VERSION] for day, versions in tags.items()}


def _record(instance: DagsterInstance, day: dict[str, object]) -> None:
    code = f"{day['extractor_version']}-{day['lexicon_version']}"
    for asset in DAY_ASSETS:
        instance.report_runless_asset_event(
            AssetMaterialization(
                asset_key=asset,
                partition=str(day["partition_date"]),
                metadata={"n_articles": dg.MetadataValue.int(int(str(day["n_articles"])))},
                tags={DATA_VERSION: str(day["content_hash"]), CODE_VERSION: code},
            )
        )
