"""What was found on each day of a run, hung on that day's events."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import dagster as dg
from dagster._core.execution.context.metadata_logging import (
    AssetMetadataHandle,
    OutputMetadataAccumulator,
)


def attach(
    context: dg.AssetExecutionContext, found: Iterable[tuple[str, date, dict[str, Any]]]
) -> None:
    """Let the events of a run's days carry what was found on them.

    `context.add_asset_metadata` does the same for one day of one table, but copies at each call all
    that was added before, and lists the days of the run: with a year of days in twelve tables that
    is seconds upon seconds. All at once it is nothing.

    Args:
        context: Of a run whose body has not added metadata before.
        found: Asset, day and metadata.
    """
    step = context.op_execution_context.get_step_execution_context()
    step._metadata_accumulator = OutputMetadataAccumulator(
        per_output_metadata={
            AssetMetadataHandle(asset_key=dg.AssetKey(asset), partition_key=str(day)): metadata
            for asset, day, metadata in found
        }
    )
