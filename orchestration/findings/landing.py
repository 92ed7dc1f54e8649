"""What a landing found: which files and records came in, and what was refused and why."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import dagster as dg
import polars as pl

from orchestration.findings import pictures
from orchestration.findings.days import describe_day
from orchestration.findings.samples import SAMPLE_ROWS, as_markdown
from orchestration.home import Home
from orchestration.landing_report import LandingReport
from orchestration.ledger import Ledger
from orchestration.storage import hash_part, scan_table

COUNTS = (
    "n_files",
    "n_files_unchanged",
    "n_landed",
    "n_documents",
    "n_new",
    "n_changed",
    "n_duplicates",
    "n_rejected",
)
DATA_VERSION = "dagster/data_version"


def describe_landing(home: Home, report: LandingReport) -> dict[str, Any]:
    """Count what landed, name some refusals, and draw all refusals so far by their reason."""
    found: dict[str, Any] = {name: getattr(report, name) for name in COUNTS}
    found["n_days_touched"] = len(report.days)
    if report.rejected:
        columns = ["source_uri", "reason", "detail"]
        refused = pl.DataFrame(report.rejected, schema=columns, orient="row")
        found["rejected"] = as_markdown(refused.head(SAMPLE_ROWS))
    counts = Ledger.load(home).refusals.group_by("reason").len("n")
    if counts.height:
        found["rejected_by_reason"] = pictures.bars(counts, "reason", "Rejected inputs by reason")
    return found


def landed_days(
    home: Home, tables: tuple[str, ...], days: frozenset[date]
) -> Iterator[dg.AssetMaterialization]:
    """Report each touched day of each table, versioned by its content."""
    for day in sorted(days):
        for table in tables:
            yield dg.AssetMaterialization(
                table,
                partition=day.isoformat(),
                metadata=describe_day(table, scan_table(home, table, [day]).collect()),
                tags={DATA_VERSION: hash_part(home, table, day)},
            )
