import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from extract.arabic import camel

PROBE = """
import json, os
from extract.arabic import camel
before = dict(os.environ)
data = camel.camel_module("data")
print(json.dumps({"folder": str(data.CT_DATA_DIR), "unchanged": dict(os.environ) == before}))
"""


def probe(home: Path, cache: Path, **variables: str) -> dict[str, object]:
    """Import camel-tools in a fresh process, for a module is imported once."""
    environment = {**os.environ, "HOME": str(home), "MARSAD_CACHE": str(cache), **variables}
    if "CAMELTOOLS_DATA" not in variables:
        environment.pop("CAMELTOOLS_DATA", None)
    done = subprocess.run(
        [sys.executable, "-c", PROBE], env=environment, capture_output=True, check=True, text=True
    )
    return json.loads(done.stdout)


def write_catalogue(folder: Path) -> Path:
    folder.mkdir(parents=True)
    catalogue = {"version": "1.6.0", "packages": {}, "components": {}}
    (folder / "catalogue.json").write_text(json.dumps(catalogue))
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def test_nothing_is_written_to_the_home_folder(home: Path, tmp_path: Path) -> None:
    found = probe(home, tmp_path / "cache")
    assert list(home.iterdir()) == []
    assert found["folder"] == str(tmp_path / "cache" / "camel_tools")


def test_environment_is_as_before_after_the_import(home: Path, tmp_path: Path) -> None:
    assert probe(home, tmp_path / "cache")["unchanged"]


def test_own_data_in_the_home_folder_are_used(home: Path, tmp_path: Path) -> None:
    data = write_catalogue(home / ".camel_tools")
    assert probe(home, tmp_path / "cache")["folder"] == str(data)
    assert [path.name for path in data.iterdir()] == ["catalogue.json"]


def test_own_data_that_a_variable_names_are_used(home: Path, tmp_path: Path) -> None:
    write_catalogue(home / ".camel_tools")
    data = write_catalogue(tmp_path / "data")
    assert probe(home, tmp_path / "cache", CAMELTOOLS_DATA=str(data))["folder"] == str(data)


def test_variable_that_names_no_catalogue_is_passed_over(home: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    found = probe(home, tmp_path / "cache", CAMELTOOLS_DATA=str(empty))
    assert found["folder"] == str(tmp_path / "cache" / "camel_tools")
    assert list(empty.iterdir()) == []


def test_cache_is_where_the_variable_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "here"))
    assert camel.cache_folder() == tmp_path / "here"
    monkeypatch.delenv("MARSAD_CACHE")
    assert camel.cache_folder().name == "marsad"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for a user who can not write to the home: one's own among the temporary ones."""
    monkeypatch.delenv("MARSAD_CACHE")
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path / f"marsad-{os.getuid()}"


def test_user_who_can_not_write_to_the_home_has_a_cache_that_is_theirs(temporary: Path) -> None:
    assert camel.cache_folder() == camel.cache_folder() == temporary
    assert temporary.stat().st_mode & 0o777 == 0o700


def test_cache_that_someone_else_put_in_the_way_is_refused(temporary: Path, tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    temporary.symlink_to(tmp_path / "theirs")
    with pytest.raises(PermissionError, match="set MARSAD_CACHE"):
        camel.cache_folder()


def test_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "file"
    camel.write_whole(path, b"old")
    with pytest.raises(TypeError):
        camel.write_whole(path, "new")  # type: ignore[arg-type]
    assert path.read_bytes() == b"old"
    camel.write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def test_full_lexicon_of_the_user_comes_before_the_converted_one(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("MARSAD_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    assert camel.installed_databases() == []
    camel.write_whole(camel.converted_database(), b"")
    own = write_catalogue(home / ".camel_tools") / "data/morphology_db/calima-msa-r13/morphology.db"
    camel.write_whole(own, b"")
    assert camel.installed_databases() == [own, camel.converted_database()]
