"""Tells Dagster of what was made outside of it, so that its UI shows what there is."""

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime

import dagster as dg
import polars as pl
from dagster import (
    AssetCheckEvaluation,
    AssetKey,
    AssetMaterialization,
    AssetRecordsFilter,
    DagsterInstance,
)
from dagster._core.events import StepMaterializationData
from dagster._core.instance.utils import RUNLESS_JOB_NAME, RUNLESS_RUN_ID

from extract.lexicons import load_lexicons
from extract.schemas import READING_TABLES
from orchestration.extraction import ReadingVersion
from orchestration.findings.days import ReadingFindings, describe_day, describe_read_days
from orchestration.findings.models import describe_models, load_manifest
from orchestration.findings.publication import describe_publication
from orchestration.findings.versions import DATA_VERSION, made_by
from orchestration.home import Home
from orchestration.lineage import parents_of
from orchestration.recorded_checks import (
    evaluations,
    judge_build,
    judge_days,
    judge_warehouse,
)
from orchestration.serving import instance_variables, prepare_instance
from orchestration.storage import hash_part, scan_table
from orchestration.warehouse_project import Translator

LANDED = ("documents", "rejected_documents")
READ = (*READING_TABLES, "days")
PUBLISHED = AssetKey("published_warehouse")
EVALUATIONS = AssetKey("evaluations")


# Of how many days the findings are in memory, and their events in one transaction.
DAYS_AT_ONCE = 60


@contextmanager
def open_instance(home: Home) -> Iterator[DagsterInstance]:
    """Open Dagster's storage of a home, with its settings."""
    folder = prepare_instance(home)
    os.environ.update(instance_variables(home))
    with DagsterInstance.from_config(str(folder)) as instance:
        yield instance


def record_days(home: Home) -> int:
    """Report each day whose content Dagster does not know as materialized; give their number."""
    with open_instance(home) as instance:
        known = _known_days(instance)
        days = scan_table(home, "_days").select("partition_date", "content_hash").collect()
        unknown = [day for day, content in days.iter_rows() if known.get(str(day)) != content]
        for start in range(0, len(unknown), DAYS_AT_ONCE):
            _record_days(instance, home, unknown[start : start + DAYS_AT_ONCE])
        if unknown:
            _store(instance, list(evaluations(instance, judge_days(home, unknown))))
    return len(unknown)


def _record_days(instance: DagsterInstance, home: Home, days: Sequence[date]) -> None:
    findings = ReadingFindings()
    for day in days:
        findings.add(day, _tables(home, day))
    for asset in LANDED:
        _store(instance, [_describe_landed(home, asset, day) for day in days])
    for asset in READ:
        _store(instance, list(describe_read_days(home, [asset], days, findings)))


def _tables(home: Home, day: date) -> dict[str, pl.DataFrame]:
    return {name: scan_table(home, name, [day]).collect() for name in (*READING_TABLES, "_days")}


def _store(
    instance: DagsterInstance, made: Sequence[AssetMaterialization | AssetCheckEvaluation]
) -> None:
    """Report events of one kind, without a run, in one transaction."""
    # A millisecond apart: of events of one moment the UI lists only the last.
    first = datetime.now(UTC).timestamp() - len(made) / 1000
    entries = [
        dg.EventLogEntry(  # type: ignore[no-untyped-call] # Dagster's
            error_info=None,
            level=logging.INFO,
            user_message="",
            run_id=RUNLESS_RUN_ID,
            timestamp=first + n / 1000,
            dagster_event=_event(one),
        )
        for n, one in enumerate(made)
    ]
    instance.event_log_storage.store_event_batch(entries)


def _event(made: AssetMaterialization | AssetCheckEvaluation) -> dg.DagsterEvent:
    kinds = dg.DagsterEventType
    found: StepMaterializationData | AssetCheckEvaluation
    if isinstance(made, AssetCheckEvaluation):
        kind, found = kinds.ASSET_CHECK_EVALUATION, made
    else:
        kind, found = kinds.ASSET_MATERIALIZATION, StepMaterializationData(made)
    return dg.DagsterEvent(
        event_type_value=kind.value, job_name=RUNLESS_JOB_NAME, event_specific_data=found
    )


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


def _describe_landed(home: Home, asset: str, day: date) -> AssetMaterialization:
    found = describe_day(asset, scan_table(home, asset, [day]).collect())
    tags = {DATA_VERSION: hash_part(home, asset, day)}
    return AssetMaterialization(asset, partition=str(day), metadata=found, tags=tags)


def record_warehouse(home: Home) -> bool:
    """Report the published warehouse and its models, when Dagster knows another or none.

    Returns:
        Whether there was something to report.
    """
    if not home.publication.exists():
        return False
    with open_instance(home) as instance:
        found = describe_publication(home)
        version = str(found["fingerprint"])
        if _known_publication(instance) == version:
            return False
        manifest = load_manifest(home.dbt_target)
        code = str(ReadingVersion.of(load_lexicons()))
        translator = Translator()
        made = [AssetMaterialization(EVALUATIONS, tags=made_by(code, version, {}))]
        models = describe_models(home.published_database, manifest, translator.get_asset_key)
        for node, metadata in models:
            inputs = map(translator.get_asset_key, parents_of(node, manifest))
            model_code = str(translator.get_code_version(node))
            tags = made_by(model_code, version, dict.fromkeys(inputs, version))
            key = translator.get_asset_key(node)
            made.append(AssetMaterialization(key, metadata=metadata, tags=tags))
        # It has no code version: what it does is always the same.
        tags = made_by("", version, {one.asset_key: version for one in made[1:]})
        made.append(AssetMaterialization(PUBLISHED, metadata=found, tags=tags))
        _store(instance, made)
        judged = (*judge_build(home, manifest), *judge_warehouse())
        _store(instance, list(evaluations(instance, judged)))
    return True


def _known_publication(instance: DagsterInstance) -> object:
    known = instance.get_latest_materialization_event(PUBLISHED)
    latest = known.asset_materialization if known else None
    return latest.metadata["fingerprint"].value if latest else None
