"""What a warehouse holds, and what a run would have to do."""

import polars as pl

from extract.lexicons import load_lexicons
from orchestration.extraction import ReadingVersion, find_stale_days
from orchestration.home import Home
from orchestration.ledger import Ledger
from orchestration.publishing import is_published
from orchestration.storage import stored_days


def read_status(home: Home) -> dict[str, object]:
    """Count what has landed and name what is stale; changes nothing."""
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
        "stale_days": len(stale),
        "is_published": is_published(home),
        "database": str(home.published_database) if home.published_database.exists() else None,
    }
