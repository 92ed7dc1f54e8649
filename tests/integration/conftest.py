"""The sample articles as a published warehouse, built once for all tests that only read it."""

import os
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock

from orchestration.home import PROJECT, Home
from orchestration.running import run


@pytest.fixture(scope="session")
def sample_home() -> Home:
    """The home of the sample articles; workers share it, and the first to ask builds it."""
    shared = Path(os.environ["MARSAD_CACHE"])
    home = Home.at(shared / "sample-home")
    with FileLock(shared / "sample-home.lock"):
        if not home.published_database.exists():
            with home.locked():
                run(home, [PROJECT / "seeds" / "articles"])
    return home


@pytest.fixture
def sample_warehouse(sample_home: Home) -> Iterator[duckdb.DuckDBPyConnection]:
    """A reader of the samples' published warehouse."""
    with duckdb.connect(str(sample_home.published_database), read_only=True) as connection:
        yield connection
