"""What must hold of the extractor's tables, and what should make someone look.

Each check looks at the days that are not published yet: those are what the next build takes in.
Broken tables stop the run before dbt; unusual news only warns.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime

import dagster as dg

from extract.lexicons import load_lexicons
from extract.schemas import READING_TABLES
from orchestration import history
from orchestration.accuracy import find_floor_problems, load_figures, load_floors
from orchestration.checks import (
    SPANS,
    find_count_problems,
    find_offset_problems_of,
    find_schema_problems,
)
from orchestration.extraction import ReadingVersion, find_stale_days
from orchestration.findings.checks import describe_days, judge, judge_drift, warn
from orchestration.gaps import find_missing_entries
from orchestration.home import Home
from orchestration.publishing import unpublished_days
from orchestration.resources import Observatory
from orchestration.storage import stored_days

CONTRACT = "columns_follow_the_contract"
SPANNED = "spans_stand_in_their_text"


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec(
            CONTRACT,
            asset=table,
            blocking=True,
            description="Every unpublished day has a file with the contract's columns.",
        )
        for table in READING_TABLES
    ],
    can_subset=True,
)
def columns_follow_the_contract(
    context: dg.AssetCheckExecutionContext, observatory: Observatory
) -> Iterator[dg.AssetCheckResult]:
    """Every unpublished day has a file of every table, with the contract's columns."""
    days = unpublished_days(observatory.home)
    yield from judge_columns(observatory.home, days, context.selected_asset_check_keys)


def judge_columns(
    home: Home, days: Sequence[date], checks: Iterable[dg.AssetCheckKey]
) -> Iterator[dg.AssetCheckResult]:
    """Judge the columns of each check's table on some days."""
    for check in sorted(checks):
        yield judge(find_schema_problems(home, days, [_table_of(check)]), days, check)


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec(
            SPANNED,
            asset=table,
            blocking=True,
            description="Every span gives back its text: `raw_text[start_char:end_char]` is it.",
        )
        for table in SPANS
    ],
    can_subset=True,
)
def spans_stand_in_their_text(
    context: dg.AssetCheckExecutionContext, observatory: Observatory
) -> Iterator[dg.AssetCheckResult]:
    """Every span gives back its text: `raw_text[start_char:end_char]` is it."""
    days = unpublished_days(observatory.home)
    yield from judge_spans(observatory.home, days, context.selected_asset_check_keys)


def judge_spans(
    home: Home, days: Sequence[date], checks: Iterable[dg.AssetCheckKey]
) -> Iterator[dg.AssetCheckResult]:
    """Judge the spans of each check's table on some days, with the articles read once."""
    by_table = {_table_of(check): check for check in sorted(checks)}
    for table, problems in find_offset_problems_of(home, days, by_table).items():
        yield judge(problems, days, by_table[table])


def _table_of(check: dg.AssetCheckKey) -> str:
    return check.asset_key.to_user_string()


@dg.asset_check(asset="articles", blocking=True)
def counts_reconcile(observatory: Observatory) -> dg.AssetCheckResult:
    """Landed records = documents + duplicates + rejected, and every document is an article."""
    return judge(find_count_problems(observatory.home), stored_days(observatory.home, "documents"))


@dg.asset_check(asset="evaluations", blocking=True)
def accuracy_keeps_its_floors(observatory: Observatory) -> dg.AssetCheckResult:
    """The annotated samples are read as well as they have been: no figure is below its floor."""
    figures = load_figures(observatory.home, load_lexicons())
    if figures is None:
        return judge(["these word lists are not evaluated: materialize `evaluations`"])
    reached = dict(figures.select("metric", "value").iter_rows())
    return judge(find_floor_problems(figures, load_floors()), metadata=reached)


@dg.asset_check(asset="days")
def days_are_current(observatory: Observatory) -> dg.AssetCheckResult:
    """Every day is read from its documents as they are, with the word lists as they are."""
    stale = find_stale_days(observatory.home, ReadingVersion.of(load_lexicons()))
    message = f"{len(stale):,} days are stale: {describe_days(stale)}. Read them again with"
    message += " `marsad run`, or materialize these partitions"
    return warn([message] if stale else [], metadata={"n_stale_days": len(stale)})


@dg.asset_check(asset="articles")
def volume_is_usual(observatory: Observatory) -> dg.AssetCheckResult:
    """No new day has less than half or more than double the articles its weekday usually has."""
    days = _new_days(observatory.home)
    return warn(history.find_unusual_volumes(observatory.home, days, _today()), days)


@dg.asset_check(asset="quotes")
def unresolved_speakers_are_usual(observatory: Observatory) -> dg.AssetCheckResult:
    """The share of statements without a known speaker is what it was in the weeks before."""
    days = _new_days(observatory.home)
    drift = history.compare(observatory.home, days, history.count_unresolved_speakers)
    return judge_drift(drift, "statements have no known speaker", days)


@dg.asset_check(asset="articles")
def unknown_words_are_usual(observatory: Observatory) -> dg.AssetCheckResult:
    """The share of words that no list knows is what it was in the weeks before."""
    days = _new_days(observatory.home)
    count = history.count_unknown_among(load_lexicons())
    drift = history.compare(observatory.home, days, count)
    return judge_drift(drift, "words are in no list", days)


@dg.asset_check(asset="documents")
def news_still_lands(observatory: Observatory) -> dg.AssetCheckResult:
    """News has landed within three times the wait that is usual."""
    waited = history.days_since_landing(observatory.home, _today())
    if waited is None:
        return warn([], metadata={"note": "too few days of landing to expect more"})
    days, usual = waited
    late = [f"nothing has landed for {days} days; more than {usual:.0f} are unusual"]
    return warn(late if days > usual else [], metadata={"days_since_landing": days})


@dg.asset_check(asset="published_warehouse")
def word_lists_lack_nothing_common(observatory: Observatory) -> dg.AssetCheckResult:
    """No word that many articles have stands where a word list should know it."""
    missing = find_missing_entries(observatory.home)
    metadata = {"likeliest": dg.MetadataValue.json(missing.likeliest)}
    return warn(missing.problems, metadata=metadata)


def _new_days(home: Home) -> list[date]:
    """Days that are not published yet; the last one where all are."""
    return unpublished_days(home) or stored_days(home, "articles")[-1:]


def _today() -> date:
    return datetime.now(UTC).date()
