"""What a run did and what the warehouse now answers, for a person or a script to read."""

from collections import Counter

import polars as pl
from rich.console import Console, Group, RenderableType
from rich.text import Text

from orchestration.answering import as_table
from orchestration.home import Home
from orchestration.landing_report import LandingReport
from orchestration.publishing import count_rows
from orchestration.queries import ask, saved_queries
from orchestration.running import RunReport

EXAMPLE_QUERIES = ("who_speaks_most", "countries_named_together", "what_was_said")
REFUSALS_SHOWN = 10


def as_json(home: Home, report: RunReport) -> dict[str, object]:
    """Give a run's report as plain values; rows of tables only when a warehouse is published."""
    landing = report.landing
    tables = count_rows(home).rows() if home.published_database.exists() else []
    return {
        "files": landing.n_files,
        "files_unchanged": landing.n_files_unchanged,
        "landed": landing.n_landed,
        "documents": landing.n_documents,
        "new": landing.n_new,
        "changed": landing.n_changed,
        "duplicates": landing.n_duplicates,
        "rejected": landing.n_rejected,
        "refusals": [
            dict(zip(("source", "reason", "detail"), refusal, strict=True))
            for refusal in landing.rejected or landing.rejected_before
        ],
        "lost_files": list(landing.lost),
        "days_read": [day.isoformat() for day in report.days],
        "published": report.is_built,
        "database": str(home.published_database),
        "tables": dict(tables),
        "seconds": report.seconds,
    }


def print_summary(console: Console, home: Home, report: RunReport) -> None:
    """Say what landed, what was written, where it is, and what it answers."""
    _print_landing(console, report)
    if not home.published_database.exists():
        return
    if report.is_built:
        _print_tables(console, home, report)
    console.print(Text(f"\nDatabase: {home.published_database}"))
    saved = {query.name: query for query in saved_queries()}
    for query in (saved[name] for name in EXAMPLE_QUERIES):
        console.print(Text(f"\n{query.title}"), style="bold")
        console.print(Text(f"marsad sql {query.name}"), style="dim")
        answer = ask(home, query.sql)
        console.print(Text("(no rows)") if answer.is_empty() else as_table(answer))
    console.print(Text("\nGo on with: marsad sql · marsad ui · marsad docs"))


def _print_tables(console: Console, home: Home, report: RunReport) -> None:
    rows = count_rows(home)
    is_mart = pl.col("table_name").str.starts_with("marts.")
    console.print(Text(f"\nRead {len(report.days):,} days; tables written:"))
    console.print(as_table(rows.filter(is_mart)))
    others = rows.filter(~is_mart).height
    console.print(
        Text(f"and {others} more: word lists (lexicons) and steps between (intermediate)")
    )


def _print_landing(console: Console, report: RunReport) -> None:
    landing = report.landing
    console.print(Text(f"Files: {landing.n_files:,}, read before: {landing.n_files_unchanged:,}"))
    _print_losses(console, landing)
    if not report.found_something:
        console.print(Text("Nothing new."))
        return
    if not landing.n_landed:
        why = "the extractor, its word lists or the models changed, or a run was stopped"
        console.print(Text(f"No new files, but work to do: {why}"))
        return
    console.print(
        Text(
            f"Landed: {landing.n_landed:,} = {landing.n_documents:,} documents"
            f" + {landing.n_duplicates:,} duplicates + {landing.n_rejected:,} rejected"
        )
    )
    if landing.n_changed:
        console.print(Text(f"{landing.n_changed:,} documents took the place of an earlier version"))
    if landing.rejected:
        console.print(_refusals(landing.rejected), soft_wrap=True)


def _print_losses(console: Console, landing: LandingReport) -> None:
    if landing.lost:
        files = ", ".join(landing.lost)
        why = "their stored texts were damaged on disk; give these files again"
        console.print(Text(f"Lost documents of {files}: {why}", style="red"), soft_wrap=True)
    if not landing.is_readable and landing.rejected_before:
        console.print(_refusals(landing.rejected_before), soft_wrap=True)


def _refusals(rejected: tuple[tuple[str, str, str], ...]) -> RenderableType:
    reasons = Counter(reason for _, reason, _ in rejected)
    counts = ", ".join(f"{n:,} {reason}" for reason, n in sorted(reasons.items()))
    lines = [Text(f"Rejected: {counts}", style="yellow")]
    lines += [
        Text(f"  {source}: {reason}: {detail}")
        for source, reason, detail in rejected[:REFUSALS_SHOWN]
    ]
    if len(rejected) > REFUSALS_SHOWN:
        lines.append(Text(f"  … and {len(rejected) - REFUSALS_SHOWN:,} more in rejected_documents"))
    return Group(*lines)
