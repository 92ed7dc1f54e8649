"""The manifest that Dagster reads goes by the content of dbt's files."""

import os
from pathlib import Path

import pytest

from orchestration.warehouse_project import is_current, note_sources


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """A manifest made of one model."""
    (tmp_path / "model.sql").write_text("select 1")
    (tmp_path / "manifest.json").write_text("{}")
    note_sources(tmp_path / "manifest.json", [tmp_path / "model.sql"])
    return tmp_path / "manifest.json"


def test_manifest_stands_while_times_change(manifest: Path) -> None:
    model = manifest.with_name("model.sql")
    for moment in (0, 2**32):
        os.utime(model, (moment, moment))
        assert is_current(manifest, [model])


def test_manifest_is_stale_when_a_file_changes_under_its_old_time(manifest: Path) -> None:
    model = manifest.with_name("model.sql")
    before = model.stat()
    model.write_text("select 2")
    os.utime(model, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not is_current(manifest, [model])
    assert not is_current(manifest, [])


def test_manifest_that_another_command_wrote_is_not_trusted(manifest: Path) -> None:
    manifest.write_text('{"metadata": {}}')
    assert not is_current(manifest, [manifest.with_name("model.sql")])


def test_manifest_is_stale_without_the_note(manifest: Path) -> None:
    manifest.with_suffix(".sha256").unlink()
    assert not is_current(manifest, [manifest.with_name("model.sql")])
