"""What a warehouse holds, and what is stale, failed or quiet in it."""

from collections.abc import Iterator
from datetime import date

import polars as pl

from extract.lexicons import load_lexicons
from orchestration.extraction import ReadingVersion, find_stale_days
from orchestration.history import days_since_landing, find_unusual_volumes
from orchestration.home import Home
from orchestration.journal import read_journal
from orchestration.ledger import Ledger
from orchestration.publishing import is_published
from orchestration.storage import stored_days

# What is quiet is asked of the last so many days with news.
RECENT_DAYS = 14


def read_status(home: Home, today: date) -> dict[str, object]:
    """Count what has landed and name what is stale, failed and quiet; changes nothing.

    Args:
        home: The warehouse.
        today: The day that news is late or not on.

    Returns:
        Plain values, as JSON takes them.
    """
    ledger = Ledger.load(home)
    days = stored_days(home, "documents")
    stale = find_stale_days(home, ReadingVersion.of(load_lexicons()))
    reasons = ledger.refusals.group_by("reason").len().sort("reason")
    return {
        "home": str(home.root),
        "files": ledger.files.height,
        "documents": ledger.documents().height,
        "duplicates": ledger.n_duplicates(),
        "rejected": dict(reasons.select(pl.col("reason"), pl.col("len")).iter_rows()),
        "days": len(days),
        "first_day": days[0].isoformat() if days else None,
        "last_day": days[-1].isoformat() if days else None,
        "stale_days": [day.isoformat() for day in stale],
        "last_run": read_journal(home),
        "quiet": _find_silence(home, today),
        "unusual_days": find_unusual_volumes(home, days[-RECENT_DAYS:], today),
        "is_published": is_published(home),
        "database": str(home.published_database) if home.published_database.exists() else None,
    }


def _find_silence(home: Home, today: date) -> str | None:
    """Say that news has not landed for longer than is usual; None where it has."""
    waited = days_since_landing(home, today)
    if waited is None or waited[0] <= waited[1]:
        return None
    return f"nothing has landed for {waited[0]} days, where {waited[1]:g} are the most to expect"


def as_lines(found: dict[str, object]) -> Iterator[str]:
    """Write a status for a person, with what to do."""
    for name in ("home", "files", "documents", "duplicates", "rejected", "days"):
        yield f"{name}: {_told(found[name])}"
    if found["days"]:
        yield f"from {found['first_day']} to {found['last_day']}"
    yield f"stale: {_told_days(found['stale_days'])}"
    yield f"failed: {_told_run(found['last_run'])}"
    unusual = found["unusual_days"]
    quiet = [found["quiet"], *(unusual if isinstance(unusual, list) else [])]
    yield f"quiet: {'; '.join(str(line) for line in quiet if line) or 'no'}"
    database = found["database"] or "none yet: `marsad run PATH` builds it"
    is_late = found["database"] and not found["is_published"]
    yield f"database: {database}{' (not up to date: `marsad run`)' if is_late else ''}"


def _told(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{n:,} {reason}" for reason, n in value.items()) or "0"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _told_days(days: object) -> str:
    if not isinstance(days, list) or not days:
        return "no"
    which = days[0] if len(days) == 1 else f"{days[0]} to {days[-1]}"
    return f"{len(days):,} days, {which}: `marsad run` reads them again"


def _told_run(run: object) -> str:
    if not isinstance(run, dict) or run["outcome"] in {"none", "done"}:
        return "no"
    detail = f": {run['detail']}" if run["detail"] else ""
    return f"the run of {run['began_at']} is {run['outcome']}{detail}"
