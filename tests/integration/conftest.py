"""What takes long to make and is only read: two warehouses, and Dagster's code location."""

import os
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import duckdb
import pytest
from dagster._core.definitions.reconstruct import repository_def_from_target_def
from dagster._core.workspace.autodiscovery import loadable_targets_from_python_module
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
    """A warehouse of the word lists alone, set aside as `seeded`."""
    folder = tmp_path_factory.mktemp("warehouse")
    warehouse = Warehouse(home=folder / "home", target=folder / "target")
    warehouse.home.mkdir()
    assert warehouse.dbt("seed") == {}
    warehouse.set_aside("seeded")
    return warehouse


@pytest.fixture
def warehouse(seeded: Warehouse) -> Warehouse:
    """A warehouse that holds the word lists."""
    seeded.put_back("seeded")
    return seeded


@pytest.fixture(scope="session")
def location() -> dg.RepositoryDefinition:
    """Dagster's code location, loaded as the server loads it."""
    [target] = loadable_targets_from_python_module("orchestration.definitions", None)
    repository = repository_def_from_target_def(target.target_definition)
    assert repository is not None
    return repository
