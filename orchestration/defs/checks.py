"""What must hold of the extractor's tables; a failure stops the run before dbt.

Each looks at the days that are not published yet: those are what the next build takes in.
"""

from collections.abc import Iterator

import dagster as dg

from extract.schemas import READING_TABLES
from orchestration.checks import (
    SPANS,
    find_count_problems,
    find_offset_problems,
    find_schema_problems,
)
from orchestration.publishing import unpublished_days
from orchestration.resources import Observatory


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec("columns_follow_the_contract", asset=table, blocking=True)
        for table in READING_TABLES
    ]
)
def columns_follow_the_contract(observatory: Observatory) -> Iterator[dg.AssetCheckResult]:
    """Every unpublished day has a file of every table, with the contract's columns."""
    days = unpublished_days(observatory.home)
    for table in READING_TABLES:
        problems = find_schema_problems(observatory.home, days, [table])
        yield _result(table, "columns_follow_the_contract", problems)


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec("spans_stand_in_their_text", asset=table, blocking=True)
        for table in SPANS
    ]
)
def spans_stand_in_their_text(observatory: Observatory) -> Iterator[dg.AssetCheckResult]:
    """Every span gives back its text: `raw_text[start_char:end_char]` is it."""
    days = unpublished_days(observatory.home)
    for table in SPANS:
        problems = find_offset_problems(observatory.home, days, [table])
        yield _result(table, "spans_stand_in_their_text", problems)


@dg.asset_check(asset="articles", blocking=True)
def counts_reconcile(observatory: Observatory) -> dg.AssetCheckResult:
    """Landed records = documents + duplicates + rejected, and every document is an article."""
    return _result("articles", "counts_reconcile", find_count_problems(observatory.home))


def _result(table: str, name: str, problems: list[str]) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        asset_key=table,
        check_name=name,
        passed=not problems,
        description="\n".join(problems) or "No problem found.",
    )
