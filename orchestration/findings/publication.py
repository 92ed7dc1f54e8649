"""What the published database holds."""

import json
from typing import Any

import dagster as dg

from orchestration.home import Home
from orchestration.publishing import count_rows


def describe_publication(home: Home) -> dict[str, Any]:
    """Count the rows of the marts; say where the database is and what it was made from."""
    rows = {name: n for name, n in count_rows(home).iter_rows() if name.startswith("marts.")}
    return {
        "database": dg.MetadataValue.path(home.published_database),
        "fingerprint": json.loads(home.publication.read_text())["fingerprint"],
        "n_bytes": home.published_database.stat().st_size,
        **{f"n_rows {name.removeprefix('marts.')}": n for name, n in rows.items()},
    }
