"""The way to camel-tools' morphology, and the folder that compiled word data is kept in.

`camel_tools.data`, which the morphology imports, makes `~/.camel_tools` and downloads a catalogue
when none is there. Here it is imported so that neither happens: it sees the user's own data where
there are any, else an empty catalogue in Marsad's cache. What the databases hold belongs in
`extract.arabic.morphology` (the project's lexicons) and `extract.arabic.bama` (Buckwalter's).
"""

import errno
import importlib
import json
import os
import sys
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from platformdirs import user_cache_path

DATA_VARIABLE = "CAMELTOOLS_DATA"
_CATALOGUE = {"version": "1.6.0", "packages": {}, "components": {}}


def cache_folder() -> Path:
    """Return the folder of derived data: `MARSAD_CACHE`, else the platform's for `marsad`.

    A user whose home can not be written to gets a folder of their own among the temporary ones.

    Raises:
        PermissionError: That folder belongs to another user, who could put words into it.
    """
    named = os.environ.get("MARSAD_CACHE")
    if named:
        return Path(named).expanduser().absolute()
    folder = user_cache_path("marsad")
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    return folder if os.access(nearest, os.W_OK) else _temporary_folder()


def _temporary_folder() -> Path:
    folder = Path(tempfile.gettempdir()) / f"marsad-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.getuid():
        raise PermissionError(errno.EACCES, "belongs to another user: set MARSAD_CACHE", folder)
    return folder


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` aside and rename it to `path`, so that no reader sees a part of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}-{uuid.uuid4().hex}")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def user_data_folder() -> Path | None:
    """Return the folder of the user's own camel-tools data, or None without a catalogue there."""
    named = os.environ.get(DATA_VARIABLE)
    candidates = [Path(named).expanduser().absolute()] if named else []
    with suppress(RuntimeError):  # a user without a home
        candidates.append(Path.home() / ".camel_tools")
    return next((folder for folder in candidates if (folder / "catalogue.json").is_file()), None)


def camel_module(name: str) -> ModuleType:
    """Import a module of camel-tools without a download and without a write outside the cache.

    Args:
        name: Name below `camel_tools`, such as `morphology.analyzer`.

    Returns:
        The module.
    """
    if "camel_tools.data" not in sys.modules:
        home = cache_folder() / "camel_tools"
        if not (home / "catalogue.json").is_file():
            write_whole(home / "catalogue.json", json.dumps(_CATALOGUE).encode())
        data = user_data_folder() or home
        # The import makes `.camel_tools` in the home folder whatever the variable says.
        folders = {DATA_VARIABLE: str(data), "HOME": str(home), "USERPROFILE": str(home)}
        with _environment(folders), warnings.catch_warnings():
            # docopt, which it imports in turn, holds escape sequences that Python warns of.
            warnings.simplefilter("ignore", DeprecationWarning)
            warnings.simplefilter("ignore", SyntaxWarning)
            importlib.import_module("camel_tools.data")
    return importlib.import_module(f"camel_tools.{name}")


def open_database(path: Path, flags: str = "a") -> Any:
    """Open a morphology database in camel-tools' text format.

    Args:
        path: The `.db` file.
        flags: `a` to analyse, `g` to generate, `ag` for both.

    Returns:
        A `camel_tools.morphology.database.MorphologyDB`.
    """
    return camel_module("morphology.database").MorphologyDB(str(path), flags)


def read_database(text: str, flags: str = "a") -> Any:
    """Open a morphology database that is at hand as text; see `open_database`."""
    # camel-tools reads databases from files alone.
    path = cache_folder() / f"{uuid.uuid4().hex}.db"
    write_whole(path, text.encode())
    try:
        return open_database(path, flags)
    finally:
        path.unlink()


def analyzer(database: Any) -> Any:
    """Return an `Analyzer` that folds words as `extract.arabic.normalize` does.

    camel-tools' own map also writes `ة` as `ه`, which would make `صينية` one with `صينيه`.
    """
    mapper = camel_module("utils.charmap").CharMapper(
        dict.fromkeys("أإآٱ", "ا") | {"ى": "ي", "ـ": ""}
    )
    return camel_module("morphology.analyzer").Analyzer(database, norm_map=mapper)


def converted_database() -> Path:
    """Return where the database that `extract.arabic.bama` converts is kept, there or not."""
    return cache_folder() / "bama.db"


def installed_databases() -> list[Path]:
    """Return the full-vocabulary databases on this machine, the one to prefer first.

    These are the Modern Standard Arabic databases among the user's own camel-tools data and the one
    that `extract.arabic.bama` converted.
    """
    found = []
    data = user_data_folder()
    if data is not None:
        found = sorted((data / "data").glob("morphology_db/*msa*/morphology.db"))
    converted = converted_database()
    return [*found, converted] if converted.is_file() else found


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    """Set environment variables for the length of the block."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
