"""The days that Dagster knows, and when it makes them anew."""

import dagster as dg

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
