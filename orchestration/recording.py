"""Tells Dagster of what was made outside of it, so that its UI shows what there is."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import dagster as dg
import polars as pl
from dagster import AssetKey, AssetMaterialization, AssetRecordsFilter, DagsterInstance
from sqlalchemy import event
from sqlalchemy.engine import Engine

from extract.lexicons import load_lexicons
from extract.schemas import READING_TABLES
from orchestration.describing import STORED_AS
from orchestration.extraction import ReadingVersion
from orchestration.findings.days import ReadingFindings, describe_columns, describe_day
from orchestration.findings.models import describe_models, load_manifest
from orchestration.findings.publication import describe_publication
from orchestration.home import Home
from orchestration.lineage import parents_of
from orchestration.serving import prepare_instance
from orchestration.storage import hash_part, scan_table
from orchestration.warehouse_project import Translator

DATA_VERSION = "dagster/data_version"
CODE_VERSION = "dagster/code_version"
# What an asset was made of, by asset; without these Dagster takes all that is recorded for stale.
INPUT_VERSION = "dagster/input_data_version/"
INPUT_EVENT = "dagster/input_event_pointer/"
LANDED = ("documents", "rejected_documents")
DAY_ASSETS = (*LANDED, *READING_TABLES, "days")
PUBLISHED = AssetKey("published_warehouse")
EVALUATIONS = AssetKey("evaluations")


@event.listens_for(Engine, "connect")
def _write_without_waiting(connection: object, _record: object) -> None:
    """Let SQLite not wait for the disk at each event, which halves the time.

    A crash of the machine may lose the last of them: they are then reported anew.
    """
    if isinstance(connection, sqlite3.Connection):
        connection.execute("PRAGMA synchronous=NORMAL")


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
        str(made.partition): made.metadata["content_hash"].value
        for made in _latest(instance, AssetKey("days"))
        if "content_hash" in made.metadata
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
    read = _made_by(
        f"{day['extractor_version']}-{day['lexicon_version']}",
        str(day["content_hash"]),
        {AssetKey("documents"): str(day["documents_hash"])},
    )
    for asset in DAY_ASSETS:
        name = STORED_AS.get(asset, asset)
        if asset in LANDED:
            found = describe_day(asset, scan_table(home, asset, [on]).collect())
            tags = {DATA_VERSION: hash_part(home, asset, on)}
        else:
            found = {**findings.of_day(name, on), **describe_columns(name)}
            tags = read
        instance.report_runless_asset_event(
            AssetMaterialization(asset, partition=str(on), metadata=found, tags=tags)
        )


def _made_by(code: str, data: str, inputs: Mapping[AssetKey, str]) -> dict[str, str]:
    versions = {INPUT_VERSION + key.to_user_string(): value for key, value in inputs.items()}
    events = {INPUT_EVENT + key.to_user_string(): "NULL" for key in inputs}
    return {CODE_VERSION: code, DATA_VERSION: data, **versions, **events}


def record_warehouse(home: Home) -> bool:
    """Report the published warehouse and its models, when Dagster knows another or none.

    Returns:
        Whether there was something to report.
    """
    if not home.publication.exists():
        return False
    with DagsterInstance.from_config(str(prepare_instance(home))) as instance:
        found = describe_publication(home)
        version = str(found["fingerprint"])
        if _known_publication(instance) == version:
            return False
        manifest = load_manifest(home.dbt_target)
        code = str(ReadingVersion.of(load_lexicons()))
        _report(instance, EVALUATIONS, {}, _made_by(code, version, {}))
        translator, made = Translator(), []
        models = describe_models(home.published_database, manifest, translator.get_asset_key)
        for node, metadata in models:
            inputs = map(translator.get_asset_key, parents_of(node, manifest))
            code = str(translator.get_code_version(node))
            tags = _made_by(code, version, dict.fromkeys(inputs, version))
            made.append(translator.get_asset_key(node))
            _report(instance, made[-1], metadata, tags)
        # It has no code version: what it does is always the same.
        _report(instance, PUBLISHED, found, _made_by("", version, dict.fromkeys(made, version)))
    return True


def _report(
    instance: DagsterInstance, key: AssetKey, metadata: dict[str, Any], tags: dict[str, str]
) -> None:
    instance.report_runless_asset_event(AssetMaterialization(key, metadata=metadata, tags=tags))


def _known_publication(instance: DagsterInstance) -> object:
    known = instance.get_latest_materialization_event(PUBLISHED)
    latest = known.asset_materialization if known else None
    return latest.metadata["fingerprint"].value if latest else None
