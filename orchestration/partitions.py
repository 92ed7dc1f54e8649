"""The days that Dagster knows, and when it makes them anew."""

from collections.abc import Collection
from datetime import date, timedelta

import dagster as dg

# Days without documents that a stretch may bridge: booking them costs less than another run.
MAX_GAP = timedelta(days=7)

# From before the oldest digital Arabic wire archives. `end_offset`: today's news is read today.
DAILY = dg.DailyPartitionsDefinition(start_date="1990-01-01", end_offset=1)

# `AutomationCondition.eager()` looks at the latest day only, but news lands late: here every
# touched day counts. Days that nothing landed on lack their documents and so are never asked for.
TOUCHED_DAYS = (
    dg.AutomationCondition.any_deps_updated().since_last_handled()
    & ~dg.AutomationCondition.any_deps_missing()
    & ~dg.AutomationCondition.any_deps_in_progress()
    & ~dg.AutomationCondition.in_progress()
).with_label("a day was touched")

# As `eager()`, but not stopped by missing days of what it is built from: most days of 35 years are.
UPSTREAM_CHANGED = (
    (
        dg.AutomationCondition.newly_missing() | dg.AutomationCondition.any_deps_updated()
    ).since_last_handled()
    & ~dg.AutomationCondition.any_deps_in_progress()
    & ~dg.AutomationCondition.in_progress()
).with_label("something upstream changed")


def stretches(touched: Collection[date], stored: Collection[date]) -> list[tuple[date, date]]:
    """Group days into stretches that one run each may read: nothing else is stored between them.

    Args:
        touched: Days to read.
        stored: All days that have documents.

    Returns:
        First and last day of each stretch, in order.
    """
    others = set(stored) - set(touched)
    found: list[tuple[date, date]] = []
    for day in sorted(touched):
        if found and _joins(found[-1][1], day, others):
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _joins(last: date, day: date, others: set[date]) -> bool:
    between = (last + timedelta(days=i) for i in range(1, (day - last).days))
    return day - last <= MAX_GAP and others.isdisjoint(between)
