"""Tells Dagster of what was made outside of it, so that its UI shows what there is."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import dagster as dg
import polars as pl
from dagster import AssetKey, AssetMaterialization, AssetRecordsFilter, DagsterInstance

from extract.schemas import READING_TABLES
from orchestration.describing import STORED_AS
from orchestration.findings.days import ReadingFindings, describe_columns, describe_day
from orchestration.findings.models import describe_models, load_manifest
from orchestration.findings.publication import describe_publication
from orchestration.home import Home
from orchestration.serving import prepare_instance
from orchestration.storage import scan_table
from orchestration.warehouse_project import Translator

DATA_VERSION = "dagster/data_version"
CODE_VERSION = "dagster/code_version"
LANDED = ("documents", "rejected_documents")
DAY_ASSETS = (*LANDED, *READING_TABLES, "days")
PUBLISHED = AssetKey("published_warehouse")


def record_days(home: Home) -> int:
    """Report each day whose content Dagster does not know as materialized; give their number."""
    with DagsterInstance.from_config(str(prepare_instance(home))) as instance:
        known = _known_days(instance)
        days = scan_table(home, "_days").sort("partition_date").collect()
        unknown = [
            day
            for day in days.iter_rows(named=True)
            if known.get(str(day["partition_date"])) != day["content_hash"]
        ]
        findings = ReadingFindings()
        for day in unknown:
            findings.add(day["partition_date"], _tables(home, day["partition_date"]))
        for day in unknown:
            _record_day(instance, home, day, findings)
    return len(unknown)


def _tables(home: Home, day: date) -> dict[str, pl.DataFrame]:
    return {name: scan_table(home, name, [day]).collect() for name in (*READING_TABLES, "_days")}


def _known_days(instance: DagsterInstance) -> dict[str, object]:
    # `days` is recorded last of a day's assets, so a day it stands for is recorded whole.
    return {
        str(event.partition): event.metadata["content_hash"].value
        for event in _latest(instance, AssetKey("days"))
        if "content_hash" in event.metadata
    }


def _latest(instance: DagsterInstance, key: AssetKey) -> Iterator[AssetMaterialization]:
    """Give the last materialization of each partition, or the last one."""
    ids = instance.event_log_storage.get_latest_storage_id_by_partition(
        key, dg.DagsterEventType.ASSET_MATERIALIZATION
    )
    if not ids:
        return
    wanted = AssetRecordsFilter(asset_key=key, storage_ids=sorted(ids.values()))
    for record in instance.fetch_materializations(wanted, limit=len(ids)).records:
        if record.asset_materialization:
            yield record.asset_materialization


def _record_day(
    instance: DagsterInstance, home: Home, day: Mapping[str, Any], findings: ReadingFindings
) -> None:
    on = day["partition_date"]
    code = f"{day['extractor_version']}-{day['lexicon_version']}"
    for asset in DAY_ASSETS:
        name = STORED_AS.get(asset, asset)
        if asset in LANDED:
            found = describe_day(asset, scan_table(home, asset, [on]).collect())
        else:
            found = {**findings.of_day(name, on), **describe_columns(name)}
        instance.report_runless_asset_event(
            AssetMaterialization(
                asset_key=asset,
                partition=str(on),
                metadata=found,
                tags={DATA_VERSION: str(day["content_hash"]), CODE_VERSION: code},
            )
        )


def record_warehouse(home: Home) -> bool:
    """Report the published warehouse and its models, when Dagster knows another or none.

    Returns:
        Whether there was something to report.
    """
    if not home.publication.exists():
        return False
    with DagsterInstance.from_config(str(prepare_instance(home))) as instance:
        found = describe_publication(home)
        known = instance.get_latest_materialization_event(PUBLISHED)
        latest = known.asset_materialization if known else None
        if latest and latest.metadata["fingerprint"].value == found["fingerprint"]:
            return False
        manifest = load_manifest(home.dbt_target)
        for key, metadata in describe_models(
            home.published_database, manifest, Translator().get_asset_key
        ):
            instance.report_runless_asset_event(AssetMaterialization(key, metadata=metadata))
        instance.report_runless_asset_event(AssetMaterialization(PUBLISHED, metadata=found))
    return True
