"""The sample articles as a published warehouse, built once for all tests that only read it."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock
from handmade_warehouse import Warehouse

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


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """A warehouse of the word lists alone, set aside for copying."""
    folder = tmp_path_factory.mktemp("warehouse")
    warehouse = Warehouse(home=folder / "home", target=folder / "target")
    warehouse.home.mkdir()
    assert warehouse.dbt("seed") == {}
    shutil.move(warehouse.home, folder / "seeded")
    return warehouse


@pytest.fixture
def warehouse(seeded: Warehouse) -> Warehouse:
    """A warehouse that holds the word lists.

    Always in the same place: for another database path dbt parses the project anew, which takes
    longer than most builds here.
    """
    shutil.rmtree(seeded.home, ignore_errors=True)
    shutil.copytree(seeded.home.with_name("seeded"), seeded.home)
    return seeded
