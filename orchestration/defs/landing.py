"""Files to documents."""

from pathlib import Path

import dagster as dg

from extract.lexicons import load_lexicons
from orchestration.landing import land_files
from orchestration.partitions import DAILY
from orchestration.resources import Observatory


class LandingConfig(dg.Config):
    """Which files to take in."""

    paths: list[str] = []  # noqa: RUF012 -- pydantic copies it


landing_tables = [
    dg.AssetSpec(
        name,
        deps=["landed_files"],
        partitions_def=DAILY,
        group_name="sources",
        kinds={"parquet"},
        description=description,
    )
    for name, description in {
        "documents": "One row a text, under the day it was published. Written by `landed_files`.",
        "rejected_documents": "One row an input that gave no article, with the reason, under the"
        " day it was seen. Written by `landed_files`.",
    }.items()
]


@dg.asset(group_name="sources", kinds={"python"})
def landed_files(
    context: dg.AssetExecutionContext, config: LandingConfig, observatory: Observatory
) -> dg.MaterializeResult[None]:
    """Take in new and changed files of the landing folder, or of `paths`; report touched days."""
    with observatory.writing() as home:
        home.landing.mkdir(exist_ok=True)
        paths = [Path(path) for path in config.paths] or [home.landing]
        report = land_files(home, paths, load_lexicons())
    for day in sorted(report.days):
        for spec in landing_tables:
            context.log_event(dg.AssetMaterialization(spec.key, partition=day.isoformat()))
    counts = ("n_files", "n_landed", "n_documents", "n_duplicates", "n_rejected")
    return dg.MaterializeResult(metadata={name: getattr(report, name) for name in counts})
