"""The tested build database to the one that people read: put in place whole, or not at all."""

import hashlib
import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from orchestration.building import DBT_PROJECT, BuildFailedError, source_files
from orchestration.home import Home
from orchestration.ledger import Ledger
from orchestration.storage import scan_table


def warehouse_fingerprint(home: Home, project: Path = DBT_PROJECT) -> str:
    """Give a hash of all that the database follows from: days, refusals, evaluations, dbt."""
    digest = hashlib.sha256()
    digest.update(repr(_day_hashes(home)).encode())
    refusals = Ledger.load(home).refusals.select("source_uri", "reason", "seen_at")
    digest.update(repr(sorted(refusals.rows())).encode())
    for path in sorted((home.tables / "evaluations").glob("*.parquet")):
        digest.update(path.read_bytes())
    for path in source_files(project):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_published(home: Home, project: Path = DBT_PROJECT) -> bool:
    """Say whether the published database is what a build would give now."""
    published = _read_publication(home)
    if not home.published_database.exists() or not published:
        return False
    is_whole = published.get("size") == home.published_database.stat().st_size
    return is_whole and bool(published["fingerprint"] == warehouse_fingerprint(home, project))


def unpublished_days(home: Home) -> list[date]:
    """List the days whose tables are not those that were last published."""
    published: dict[str, str] = _read_publication(home).get("days", {})
    return [day for day, content in _day_hashes(home) if published.get(str(day)) != content]


def _read_publication(home: Home) -> dict[str, Any]:
    """Read what was published; nothing when there is no such note, or none that can be read."""
    try:
        note = json.loads(home.publication.read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return note if isinstance(note, dict) else {}


def _day_hashes(home: Home) -> list[tuple[date, str]]:
    days = scan_table(home, "_days").select("partition_date", "content_hash").collect()
    return sorted(days.iter_rows())


def publish(home: Home, project: Path = DBT_PROJECT) -> None:
    """Put the tested build database in place of the published one.

    The caller holds the home's lock and has built the warehouse. Readers who hold the old file
    open keep it; those who open it later get the new one; nobody sees a half.
    """
    try:
        with duckdb.connect(str(home.build_database)) as connection:
            # What a killed build left in the write-ahead log must be in the file that is copied.
            connection.execute("CHECKPOINT")
    except duckdb.Error as error:
        raise BuildFailedError(f"the build database could not be closed: {error}") from error
    aside = home.published_database.with_suffix(".duckdb.new")
    try:
        shutil.copyfile(home.build_database, aside)
        aside.replace(home.published_database)
    finally:
        # On a full disk, half a copy would be what fills it.
        aside.unlink(missing_ok=True)
    built_from = {
        "size": home.published_database.stat().st_size,
        "fingerprint": warehouse_fingerprint(home, project),
        "days": {str(day): content for day, content in _day_hashes(home)},
    }
    note = home.publication.with_suffix(".json.new")
    note.write_text(json.dumps(built_from) + "\n")
    note.replace(home.publication)


def count_rows(home: Home) -> pl.DataFrame:
    """Count the rows of every published table.

    Returns:
        `table_name` (with its schema) and `n_rows`, sorted by name.
    """
    with duckdb.connect(str(home.published_database), read_only=True) as connection:
        names = connection.execute(
            "select table_schema || '.' || table_name from information_schema.tables"
            " where table_type = 'BASE TABLE' order by 1"
        ).fetchall()
        rows = [(name, connection.table(name).count("*").fetchall()[0][0]) for (name,) in names]
    return pl.DataFrame(rows, schema={"table_name": pl.String, "n_rows": pl.Int64}, orient="row")
