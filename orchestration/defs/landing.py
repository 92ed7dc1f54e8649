"""Files to documents."""

from pathlib import Path

import dagster as dg

from extract.lexicons import load_lexicons
from orchestration.describing import OWNERS, describe_stored, tags_of
from orchestration.findings.landing import describe_landing, landed_days
from orchestration.landing import land_files
from orchestration.partitions import DAILY
from orchestration.resources import Observatory
from orchestration.warehouse_project import load_manifest


class LandingConfig(dg.Config):
    """Which files to take in."""

    paths: list[str] = []  # noqa: RUF012 -- pydantic copies it


TABLES = {
    "documents": "One row a text, under the day it was published. Written by `landed_files`.",
    "rejected_documents": "One row an input that gave no article, with the reason, under the"
    " day it was seen. Written by `landed_files`.",
}

landing_tables = [
    dg.AssetSpec(
        name,
        deps=["landed_files"],
        partitions_def=DAILY,
        group_name="sources",
        kinds={"parquet"},
        description=description,
        owners=OWNERS,
        tags=tags_of(name),
        metadata=describe_stored(name, load_manifest()),
    )
    for name, description in TABLES.items()
]


@dg.asset(group_name="sources", kinds={"python"}, owners=OWNERS, tags=tags_of("landed_files"))
def landed_files(
    context: dg.AssetExecutionContext, config: LandingConfig, observatory: Observatory
) -> dg.MaterializeResult[None]:
    """Take in new and changed files of the landing folder, or of `paths`; report touched days.

    Files are left where they are. What has landed before, by the hash of its content, costs a hash.
    """
    with observatory.writing() as home:
        home.landing.mkdir(exist_ok=True)
        paths = [Path(path) for path in config.paths] or [home.landing]
        report = land_files(home, paths, load_lexicons())
        for landed in landed_days(home, tuple(TABLES), report.days):
            context.log_event(landed)
        return dg.MaterializeResult(metadata=describe_landing(home, report))
