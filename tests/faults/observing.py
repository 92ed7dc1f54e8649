"""Runs as processes of their own, readers who look on, and what is compared at the end."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
from models_alone import MODELS_ALONE

from extract.schemas import READING_TABLES
from orchestration.home import Home
from orchestration.storage import hash_part, stored_days

MARSAD = Path(sys.executable).with_name("marsad")
READER = Path(__file__).with_name("reader.py")
# Long for a run, short for one that hangs.
PATIENCE_SECONDS = 600
# What may differ between two homes that hold the same news: when it came, and what came last.
OF_THE_HISTORY = {
    "content_hash": "covers when the documents were fetched",
    "evaluated_at": "when the samples were evaluated",
    "extracted_at": "when the day was read",
    "int_changed_days": "the days of the last build",
    "snapshots": "what earlier builds said",
}


def start_run(home: Home, inbox: Path, *options: str) -> subprocess.Popen[str]:
    """Start `marsad run` in a process group of its own."""
    return subprocess.Popen(
        [str(MARSAD), "run", str(inbox), *options],
        env={**os.environ, **MODELS_ALONE, "MARSAD_HOME": str(home.root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def run_to_the_end(home: Home, inbox: Path, *options: str) -> tuple[int, str]:
    """Run `marsad run`; give its exit code and what it said on standard error."""
    process = start_run(home, inbox, *options)
    _, errors = process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode, errors


def content_of(home: Home) -> Mapping[str, str]:
    """Hash what a home holds: every published table as sorted rows, every day of what was read."""
    tables = dict(_published_tables(home))
    parts = {
        f"{name} of {day}": hash_part(home, name, day)
        for name in READING_TABLES
        for day in stored_days(home, name)
    }
    return {**tables, **parts}


def _published_tables(home: Home) -> Iterator[tuple[str, str]]:
    with duckdb.connect(str(home.published_database), read_only=True) as connection:
        listing = (
            "select table_schema || '.' || table_name, list(column_name order by ordinal_position)"
            " from information_schema.columns natural join information_schema.tables"
            " where table_type = 'BASE TABLE' group by 1 order by 1"
        )
        for table, columns in connection.execute(listing).fetchall():
            if OF_THE_HISTORY.keys() & set(table.split(".")):
                continue
            kept = ", ".join(f'"{name}"' for name in columns if name not in OF_THE_HISTORY)
            rows = connection.execute(f"select {kept} from {table} order by all").fetchall()
            yield table, hashlib.sha256(repr(rows).encode()).hexdigest()


@dataclass(frozen=True)
class Newsroom:
    """A home whose warehouse is published, and an inbox with news that it has not taken in."""

    home: Home
    inbox: Path

    def finish(self) -> Mapping[str, str]:
        """Run undisturbed and give the content of the home."""
        code, errors = run_to_the_end(self.home, self.inbox)
        assert code == 0, errors
        return content_of(self.home)


@contextmanager
def readers_looking_on(home: Home) -> Iterator[None]:
    """Query the published warehouse in a loop meanwhile; fail when a reader met something wrong."""
    command = [sys.executable, str(READER), str(home.published_database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        try:
            yield
        finally:
            said, _ = reader.communicate(b"", timeout=PATIENCE_SECONDS)
    report = json.loads(said)
    assert report["wrong"] is None, report["wrong"]
    assert report["looks"] > 0
