"""Tables as Parquet files by day, and changes to many files that happen whole or not at all.

A change is staged in a folder aside, the folder is renamed (that is the commit), and its files are
then moved into place. A process killed before the rename leaves nothing behind; one killed after it
leaves the moves, which `recover` finishes. A file that something else has cut short counts as not
there, so that it is made again.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import quote, unquote

import polars as pl

from extract.duplicates import SIGNATURE
from extract.schemas import TABLES, Timestamp
from orchestration.home import Home
from orchestration.parquet import as_parquet

DAYS = pl.Schema(
    {
        "partition_date": pl.Date(),
        "content_hash": pl.String(),
        "reading_hash": pl.String(),
        "extracted_at": Timestamp,
        "extractor_version": pl.String(),
        "lexicon_version": pl.String(),
        "n_articles": pl.Int64(),
        "documents_hash": pl.String(),
    }
)
SIGNATURES = pl.Schema(
    {
        "article_id": pl.String(),
        "published_at": Timestamp,
        "signature": SIGNATURE,
    }
)
SCHEMAS: Mapping[str, pl.Schema] = {**TABLES, "_days": DAYS, "_signatures": SIGNATURES}
# Assets whose table has another name: a table of the project's own books begins with a low line.
STORED_AS: Mapping[str, str] = {"days": "_days"}
SORT_KEYS: Mapping[str, tuple[str, ...]] = {
    "documents": ("document_id",),
    "rejected_documents": ("source_uri", "content_sha256", "reason", "detail"),
    "articles": ("article_id",),
    "sentences": ("sentence_id",),
    "mentions": ("mention_id",),
    "quotes": ("quote_id",),
    "topics": ("article_id", "start_char", "end_char", "topic_id"),
    "dyads": ("article_id", "start_char", "end_char", "country_a", "country_b", "basis"),
    "duplicates": ("article_id",),
    "formulas": ("article_id", "start_char", "end_char", "formula_id"),
    "encounters": ("article_id", "start_char", "end_char", "country_a", "country_b"),
    "supports": (
        *("article_id", "start_char", "end_char"),
        *("supporter_code", "supported_code", "issue_id"),
    ),
    "fingerprints": ("sentence_id", "country_a", "country_b"),
    "gaps": ("article_id", "start_char", "list_name"),
    "_days": ("partition_date",),
    "_signatures": ("article_id",),
}


# A Parquet file begins and ends with these bytes; its shortest holds a footer's length between.
_MAGIC = b"PAR1"
_MIN_PARQUET_BYTES = 12


def is_whole(path: Path) -> bool:
    """Say whether a Parquet file is there and has its end, without which nothing of it is read."""
    try:
        with path.open("rb") as file:
            if file.seek(0, os.SEEK_END) < _MIN_PARQUET_BYTES:
                return False
            file.seek(-len(_MAGIC), os.SEEK_END)
            return file.read() == _MAGIC
    except FileNotFoundError:
        return False


def part_path(home: Home, table: str, day: date) -> Path:
    """Give the file of one table's day."""
    return Path(f"{home.tables}/{table}/date={day.isoformat()}/part.parquet")


def stored_days(home: Home, table: str) -> list[date]:
    """List the days a table has a whole file for, oldest first."""
    folders = sorted((home.tables / table).glob("date=*"))
    return [
        date.fromisoformat(folder.name.removeprefix("date="))
        for folder in folders
        if is_whole(folder / "part.parquet")
    ]


def scan_table(home: Home, table: str, days: Iterable[date] | None = None) -> pl.LazyFrame:
    """Read a table's days lazily, in the order of days and keys.

    Args:
        home: The warehouse.
        table: A name of `SCHEMAS`.
        days: Which days; all that are stored when None. Days without a whole file are left out.
    """
    if days is None:
        parts = [part_path(home, table, day) for day in stored_days(home, table)]
    else:
        parts = [part for day in sorted(days) if is_whole(part := part_path(home, table, day))]
    if not parts:
        return SCHEMAS[table].to_frame(eager=False)
    # Days written under an earlier contract are read too: it is their versions that say so.
    return pl.scan_parquet(
        parts,
        schema=SCHEMAS[table],
        hive_partitioning=False,
        missing_columns="insert",
        extra_columns="ignore",
    )


def hash_part(home: Home, table: str, day: date) -> str:
    """Give the SHA-256 of a day's file, or of nothing when there is none."""
    part = part_path(home, table, day)
    return hashlib.sha256(part.read_bytes() if part.exists() else b"").hexdigest()


def in_order(table: str, rows: pl.LazyFrame) -> pl.LazyFrame:
    """Give rows in the contract's columns, then any others, sorted by the table's key."""
    names = SCHEMAS[table].names()
    ordered = rows.select(*names, pl.exclude(names)).cast(SCHEMAS[table])
    return ordered.sort(SORT_KEYS[table], maintain_order=True)


class Staging:
    """One change to the files of a home.

    Only the holder of the home's lock may have one, and one at a time.
    """

    def __init__(self, home: Home) -> None:
        """Begin with nothing staged."""
        self._home = home
        self._open = home.root / "staging" / "open"
        shutil.rmtree(self._open, ignore_errors=True)

    def write_day(self, table: str, day: date, frame: pl.DataFrame) -> str:
        """Stage a table's day, in the contract's columns and sorted by its key.

        Returns:
            The SHA-256 of the file: equal rows give an equal hash.
        """
        ordered = in_order(table, frame.lazy()).collect()
        return self.write(part_path(self._home, table, day), ordered)

    def write_ordered(self, tables: Mapping[str, pl.DataFrame], day: date) -> list[str]:
        """Stage a day of several tables that `in_order` has put in order; see `write_day`."""
        contents = as_parquet(list(tables.values()))
        for table, content in zip(tables, contents, strict=True):
            self._stage(part_path(self._home, table, day), content)
        return [hashlib.sha256(content).hexdigest() for content in contents]

    def write(self, path: Path, frame: pl.DataFrame) -> str:
        """Stage the Parquet file at `path`, a place under the home; return its SHA-256."""
        [content] = as_parquet([frame])
        self._stage(path, content)
        return hashlib.sha256(content).hexdigest()

    def _stage(self, path: Path, content: bytes) -> None:
        # All in one folder, named by their places: making and removing a folder for each costs as
        # much as writing the file.
        aside = self._open / quote(path.relative_to(self._home.root).as_posix(), safe="")
        # Most files of a day that is read again: to replace each costs more than to look at it.
        if _holds(path, content):
            aside.unlink(missing_ok=True)
        else:
            _write(aside, content)

    def commit(self) -> None:
        """Put all that was staged in place."""
        if self._open.exists():
            self._open.rename(_committed(self._home))
            _move_into_place(self._home)


def _write(path: Path, content: bytes) -> None:
    """Write a file, and make its folder where it is the first."""
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _holds(path: Path, content: bytes) -> bool:
    """Say whether a file is there with this content."""
    try:
        return path.read_bytes() == content
    except FileNotFoundError:
        return False


def recover(home: Home) -> None:
    """Finish the change that a killed process had committed, and drop one it had not."""
    if _committed(home).exists():
        _move_into_place(home)
    shutil.rmtree(home.root / "staging", ignore_errors=True)


def _committed(home: Home) -> Path:
    return home.root / "staging" / "committed"


def _move_into_place(home: Home) -> None:
    committed = _committed(home)
    files = [path for path in committed.rglob("*") if path.is_file()]
    places = {home.root / unquote(str(file.relative_to(committed))): file for file in files}
    # `_days` last: a dbt that outlived its run may be reading, and what it books as loaded under a
    # day's new hash must be that day's new rows.
    for place in sorted(places, key=lambda path: ("_days" in path.parts, path)):
        try:
            places[place].replace(place)
        except FileNotFoundError:
            place.parent.mkdir(parents=True, exist_ok=True)
            places[place].replace(place)
    shutil.rmtree(committed)
