"""Documents to what is said in them."""

from collections.abc import Iterator
from datetime import date

import dagster as dg

from extract.lexicons import load_lexicons
from orchestration.asked_days import RangeConfig, ReadingConfig, read_days
from orchestration.describing import OWNERS, describe_stored, tags_of
from orchestration.extraction import ReadingVersion
from orchestration.findings.attaching import attach
from orchestration.findings.days import describe_read_days
from orchestration.partitions import DAILY, TOUCHED_DAYS
from orchestration.resources import Observatory
from orchestration.storage import STORED_AS, stored_days
from orchestration.warehouse_project import load_manifest

TABLES = {
    "articles": "One row an article: headline, dateline, agency, body.",
    "sentences": "One row a sentence, with its place in the article.",
    "mentions": "One row a mention of a country, place, person or organisation.",
    "quotes": "One row a statement, quoted or reported, with its speaker.",
    "topics": "One row a place where a topic's term stands.",
    "dyads": "One row a place where two countries act on, or speak of, each other.",
    "formulas": "One row a place where a diplomatic formula stands, with its pair.",
    "encounters": "One row a sentence in which two countries' officials meet, with day and venue.",
    "supports": "One row a place where one country backs another on an issue.",
    "fingerprints": "One row a sentence about two countries as a template, names masked.",
    "gaps": "One row a word that stands where a word list should know it.",
    "days": "One row a day: the hash of its tables and the versions that made them.",
}


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            name,
            deps=["documents"],
            description=description,
            group_name="reading",
            kinds={"polars", "parquet"},
            owners=OWNERS,
            tags=tags_of(name),
            metadata=describe_stored(name, load_manifest()),
            code_version=str(ReadingVersion.of(load_lexicons())),
            automation_condition=TOUCHED_DAYS,
        )
        for name, description in TABLES.items()
    ],
    partitions_def=DAILY,
    backfill_policy=dg.BackfillPolicy.single_run(),
)
def extraction(
    context: dg.AssetExecutionContext, config: ReadingConfig, observatory: Observatory
) -> Iterator[dg.MaterializeResult[None]]:
    """Read the days asked for; a range of days is one run, and runs may read side by side."""
    asked = {date.fromisoformat(key) for key in context.partition_keys}
    days = sorted(asked.intersection(stored_days(observatory.home, "documents")))
    findings = read_days(observatory, days, config)
    tables = {name: STORED_AS.get(name, name) for name in TABLES}
    # How fast the run was stands once a run, with its last day.
    of_run = {day: findings.of_run() for day in days[-1:]}
    found = (
        (name, day, findings.of_day(tables[name], day) | of_run.get(day, {}))
        for name in TABLES
        for day in days
    )
    attach(context, found)
    for name in TABLES:
        yield dg.MaterializeResult(asset_key=name)


@dg.op
def range_of_days(
    context: dg.OpExecutionContext, config: RangeConfig, observatory: Observatory
) -> None:
    """Read what is stored between two days, as they are given in the run's configuration."""
    days = config.among(stored_days(observatory.home, "documents"))
    context.log.info(f"{len(days):,} days have documents")
    findings = read_days(observatory, days, config)
    for event in describe_read_days(observatory.home, TABLES, days, findings):
        context.log_event(event)


@dg.job(description="Read the days from `first_day` to `last_day`: write them in the launchpad.")
def read_range() -> None:
    """Read a range of days that a run's configuration names."""
    range_of_days()
