"""The environment sets what assets get; a value that can not be is refused in words."""

import dagster as dg
import pytest

from orchestration.defs.resources import resources
from orchestration.resources import LOCK_TIMEOUT_VARIABLE, WORKERS_VARIABLE, Observatory


def observatory() -> Observatory:
    found = resources.load_fn().resources["observatory"].process_config_and_initialize()
    assert isinstance(found, Observatory)
    return found


def test_environment_sets_workers_and_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WORKERS_VARIABLE, "3")
    monkeypatch.setenv(LOCK_TIMEOUT_VARIABLE, "-1")
    assert (observatory().workers, observatory().lock_timeout) == (3, -1)


def test_without_a_word_one_process_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(WORKERS_VARIABLE, raising=False)
    assert observatory().workers == 1


def test_no_workers_at_all_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(WORKERS_VARIABLE, "0")
    with pytest.raises(dg.DagsterInvalidInvocationError, match="at least one process must read"):
        observatory().setup_for_execution(dg.build_init_resource_context())
