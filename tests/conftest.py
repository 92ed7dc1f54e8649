"""What every test shares: lexicons read once, and nothing written but to temporary folders."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from extract.lexicons import Lexicons, load_lexicons
from extract.reading.knowledge import Knowledge, compile_knowledge

_CACHE = pytest.StashKey[Path]()

# The same examples every time: a suite that finds something new on every run can not be trusted.
settings.register_profile("marsad", deadline=None, database=None, derandomize=True)
settings.load_profile("marsad")


def pytest_configure(config: pytest.Config) -> None:
    """Keep derived data in one folder of the session, so that the forms are expanded once."""
    # Workers of xdist take the folder over with the environment.
    if not hasattr(config, "workerinput"):
        config.stash[_CACHE] = Path(tempfile.mkdtemp(prefix="marsad-tests-"))
        os.environ["MARSAD_CACHE"] = str(config.stash[_CACHE])
    set_hypothesis_home_dir(Path(os.environ["MARSAD_CACHE"]) / "hypothesis")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove that folder."""
    if _CACHE in config.stash:
        shutil.rmtree(config.stash[_CACHE], ignore_errors=True)


@pytest.fixture(scope="session")
def lexicons() -> Lexicons:
    """The project's word lists."""
    return load_lexicons()


@pytest.fixture(scope="session")
def knowledge(lexicons: Lexicons) -> Knowledge:
    """The project's word lists compiled for reading."""
    return compile_knowledge(lexicons)
