"""What has happened that work should follow on: files in the landing folder, days that landed."""

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import dagster as dg

from extract.sources.landing import find_files
from orchestration.home import Home
from orchestration.landing import changed_files
from orchestration.ledger import Ledger
from orchestration.progress import Silence

DOCUMENTS = dg.AssetKey("documents")


def list_landing(home: Home) -> str:
    """Give a hash of the landing folder's names, sizes and times: whether to look closer."""
    seen = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in _files(home)]
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def find_new_files(home: Home) -> dict[str, str]:
    """Give address and SHA-256 of the files in the landing folder that have not landed as they are.

    The books of what has landed are the manifest; nothing is moved, and nothing booked.
    """
    files = [path.absolute() for path in _files(home)]
    return dict(changed_files(Ledger.load(home), files, Silence()))


def _files(home: Home) -> list[Path]:
    return find_files([home.landing]) if home.landing.exists() else []


def request_key(files: dict[str, str]) -> str:
    """Name the landing of some files by their addresses and content: each is asked for once."""
    return hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()


def touched_days(events: Iterable[dg.EventLogEntry]) -> set[date]:
    """Give the days whose documents a run's events report."""
    return {
        date.fromisoformat(event.dagster_event.partition)
        for event in events
        if event.dagster_event
        and event.dagster_event.asset_key == DOCUMENTS
        and event.dagster_event.partition
    }
