"""How Polars keeps memory is settled when `extract` is imported."""

import importlib
import os

import pytest

import extract

SETTING = "_RJEM_MALLOC_CONF"


def test_importing_settles_how_long_memory_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SETTING)
    importlib.reload(extract)
    assert "dirty_decay_ms" in os.environ[SETTING]


def test_a_setting_of_the_callers_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "dirty_decay_ms:0")
    importlib.reload(extract)
    assert os.environ[SETTING] == "dirty_decay_ms:0"
