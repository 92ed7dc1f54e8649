"""Documents to what is said in them."""

from collections.abc import Iterator
from datetime import date

import dagster as dg
import polars as pl

from extract.lexicons import load_lexicons
from orchestration.extraction import ReadingVersion, extract_days
from orchestration.partitions import DAILY, TOUCHED_DAYS
from orchestration.resources import Observatory
from orchestration.storage import scan_table, stored_days

TABLES = {
    "articles": "One row an article: headline, dateline, agency, body.",
    "sentences": "One row a sentence, with its place in the article.",
    "mentions": "One row a mention of a country, place, person or organisation.",
    "quotes": "One row a statement, quoted or reported, with its speaker.",
    "topics": "One row a place where a topic's term stands.",
    "dyads": "One row a place where two countries act on, or speak of, each other.",
    "days": "One row a day: the hash of its tables and the versions that made them.",
}
STORED_AS = {"days": "_days"}


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            name,
            deps=["documents"],
            description=description,
            group_name="reading",
            kinds={"polars", "parquet"},
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
    """Read the days asked for; a range of days is one run."""
    asked = {date.fromisoformat(key) for key in context.partition_keys}
    with observatory.writing() as home:
        days = sorted(asked.intersection(stored_days(home, "documents")))
        extract_days(home, days, load_lexicons(), observatory.workers)
    for name in TABLES:
        rows = scan_table(home, STORED_AS.get(name, name), days).select(pl.len()).collect().item()
        metadata = {"dagster/partition_row_count": rows, "days_with_documents": len(days)}
        yield dg.MaterializeResult(asset_key=name, metadata=metadata)
