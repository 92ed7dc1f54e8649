"""Documents to what is said in them."""

from collections.abc import Iterator
from datetime import date

import dagster as dg

from extract.lexicons import load_lexicons
from orchestration.describing import OWNERS, STORED_AS, describe_stored, tags_of
from orchestration.extraction import ReadingOptions, ReadingVersion, extract_days
from orchestration.findings.days import ReadingFindings
from orchestration.partitions import DAILY, TOUCHED_DAYS
from orchestration.resources import Observatory
from orchestration.storage import stored_days
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
    context: dg.AssetExecutionContext, observatory: Observatory
) -> Iterator[dg.MaterializeResult[None]]:
    """Read the days asked for; a range of days is one run, and runs may read side by side."""
    home = observatory.home
    asked = {date.fromisoformat(key) for key in context.partition_keys}
    days = sorted(asked.intersection(stored_days(home, "documents")))
    findings = ReadingFindings()
    options = ReadingOptions(observatory.workers, writing=observatory.writing, on_day=findings.add)
    extract_days(home, days, load_lexicons(), options)
    for name in TABLES:
        stored = STORED_AS.get(name, name)
        for day in days:
            found = findings.of_day(stored, day)
            context.add_asset_metadata(found, asset_key=name, partition_key=day.isoformat())
        yield dg.MaterializeResult(asset_key=name, metadata=findings.of_run(stored))
