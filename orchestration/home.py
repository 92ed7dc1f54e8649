"""Where a warehouse lives on disk, and who may write to it.

What the files hold belongs in `storage`, `ledger` and `publishing`.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from filelock import FileLock, Timeout

PROJECT = Path(__file__).resolve().parents[1]
HOME_VARIABLE = "MARSAD_HOME"


class HomeBusyError(RuntimeError):
    """Another process is writing to the warehouse."""


@dataclass(frozen=True)
class Home:
    """The paths of one warehouse.

    Attributes:
        root: Absolute folder that holds everything; made when first written to.
    """

    root: Path

    @classmethod
    def from_environment(cls) -> Self:
        """Take the folder from `MARSAD_HOME`, else `warehouse/data` of the project."""
        return cls.at(os.environ.get(HOME_VARIABLE) or PROJECT / "warehouse" / "data")

    @classmethod
    def at(cls, root: str | Path) -> Self:
        """Take a folder, made absolute: dbt and the workers run in other folders."""
        return cls(Path(root).expanduser().absolute())

    @property
    def landing(self) -> Path:
        """Files put here are read when no other path is given."""
        return self.root / "landing"

    @property
    def tables(self) -> Path:
        """Parquet by table and day."""
        return self.root / "tables"

    @property
    def manifest(self) -> Path:
        """What has landed: files, records, refusals."""
        return self.root / "manifest"

    @property
    def build_database(self) -> Path:
        """The database dbt builds and tests; never read by people."""
        return self.root / "build.duckdb"

    @property
    def published_database(self) -> Path:
        """The database people read; only ever replaced whole."""
        return self.root / "marsad.duckdb"

    @property
    def publication(self) -> Path:
        """What `published_database` was built from, written after it."""
        return self.root / "published.json"

    @property
    def models_built(self) -> Path:
        """Hash of the models that `build_database` was last built with, written after it."""
        return self.root / "models_built"

    @property
    def build_results(self) -> Path:
        """What dbt said of each node of the last build: its own note is the last command's."""
        return self.root / "build_results.json"

    @property
    def journal(self) -> Path:
        """What became of the last run."""
        return self.root / "last_run.json"

    @property
    def dbt_target(self) -> Path:
        """Where dbt puts compiled SQL and run results, one folder a home: runs never share it."""
        return self.root / "dbt"

    @property
    def exports(self) -> Path:
        """The network of entities as files for graph tools."""
        return self.root / "exports"

    @property
    def site(self) -> Path:
        """The dbt docs page."""
        return self.root / "site"

    @property
    def dagster(self) -> Path:
        """Dagster's own storage: runs, events, schedules."""
        return self.root / "dagster"

    def environment(self) -> dict[str, str]:
        """Give the environment of a child process that must find this home."""
        return {**os.environ, HOME_VARIABLE: str(self.root)}

    @contextmanager
    def locked(self, timeout: float = 0) -> Iterator[None]:
        """Hold the right to write; the system gives it back when the process dies.

        Args:
            timeout: Seconds to wait for another writer; 0 gives up at once, -1 never.

        Raises:
            HomeBusyError: Another process still writes after `timeout`.
        """
        self.root.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.root / ".lock", thread_local=False)
        try:
            lock.acquire(timeout=timeout)
        except Timeout as error:
            message = f"another `marsad run` is writing to {self.root}: wait for it to end"
            raise HomeBusyError(message) from error
        try:
            yield
        finally:
            lock.release()
