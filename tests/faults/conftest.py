"""A home with news in it, and what an undisturbed run makes of more news."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from newsroom import deliver
from observing import Newsroom

from orchestration.home import Home


@pytest.fixture(scope="session")
def before(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A home with a hundred articles, for copying; fifty more and a changed fifty wait."""
    folder = tmp_path_factory.mktemp("before")
    newsroom = Newsroom(Home.at(folder / "home"), folder / "inbox")
    for number in range(2):
        deliver(newsroom.inbox, number)
    newsroom.finish()
    deliver(newsroom.inbox, 1, version=1)
    deliver(newsroom.inbox, 2)
    return newsroom


@pytest.fixture(scope="session")
def undisturbed(before: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """What a home holds that took in all the news at once, with nothing in its way.

    A home that took them in one after another, undisturbed, must hold the same: that is every
    test's ground, and the kills' whole claim.
    """
    return Newsroom(Home.at(tmp_path_factory.mktemp("whole") / "home"), before.inbox).finish()


@pytest.fixture
def newsroom(before: Newsroom, tmp_path: Path) -> Newsroom:
    """A copy of `before`, to be disturbed. The inbox is the same one: addresses name its files."""
    shutil.copytree(before.home.root, tmp_path / "home")
    return Newsroom(Home.at(tmp_path / "home"), before.inbox)
