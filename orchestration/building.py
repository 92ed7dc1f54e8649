"""The tables to the build database, by dbt in a process of its own.

SQL belongs in `dbt_project`; what people read, in `publishing`.
"""

import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from orchestration.home import PROJECT, Home

DBT_PROJECT = PROJECT / "dbt_project"
# Beside the interpreter: the environment need not be activated.
DBT = Path(sys.executable).with_name("dbt")
LEXICONS = PROJECT / "seeds" / "lexicons"
MAX_FAILURES_SHOWN = 10
FULL_REFRESH = "--full-refresh"
# Where the caller says so, dbt leaves these kinds of nodes out.
EXCLUDED_KINDS = "DBT_EXCLUDE_RESOURCE_TYPES"
# What DuckDB 1.5 says of a file that was cut short or written over.
SIGNS_OF_DAMAGE = (
    "not a valid DuckDB database",
    "Could not read enough bytes",
    "Corrupt database file",
    "replaying WAL",
    "deserialize",
)

# What Python writes at the end of a traceback.
_DIED_OF = re.compile(r"[\w.]*(?:Error|Exception): ")


class BuildFailedError(RuntimeError):
    """dbt could not build the warehouse, or a test of it failed; nothing was published."""


def source_files(project: Path = DBT_PROJECT) -> Iterator[Path]:
    """Give the files that dbt reads as code: the project's own and the seeds', sorted."""
    made = {"target", "logs", "dbt_packages"}
    for folder in (project, LEXICONS):
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".sql", ".yml", ".csv", ".md"} and not made & set(path.parts):
                yield path


def dbt_arguments(home: Home, project: Path = DBT_PROJECT) -> list[str]:
    """Give the flags that point any dbt command at this home."""
    return [
        "--project-dir", str(project),
        "--profiles-dir", str(project),
        "--target-path", str(home.dbt_target),
        "--log-path", str(home.dbt_target),
        # Every statement of SQL, else: an eighth of the time, and nothing that a failure needs.
        "--log-level-file", "info",
        "--target", "build",
        "--no-use-colors",
    ]  # fmt: skip


def build_command(home: Home, project: Path = DBT_PROJECT) -> list[str]:
    """Give the dbt command that builds this home: all days anew when the models have changed.

    Days that the warehouse holds were loaded by the models of their time; left beside days of
    other models they would say something else, or lack a column. The snapshots alone do not follow
    from the tables: where the build database is gone they are taken from the published one.

    Unit tests stay out: they compute with rows of their own and say nothing of the news. The
    project's tests run them.
    """
    excluded = [] if EXCLUDED_KINDS in os.environ else ["--exclude-resource-type", "unit_test"]
    command = ["build", *excluded]
    if not _has_build_database(home):
        if home.published_database.exists():
            shutil.copyfile(home.published_database, home.build_database)
        return [*command, FULL_REFRESH]
    is_known = home.models_built.exists() and home.models_built.read_text() == _hash_models(project)
    return command if is_known else [*command, FULL_REFRESH]


def note_models(home: Home, project: Path = DBT_PROJECT) -> None:
    """Remember which models the build database has been built with."""
    home.models_built.write_text(_hash_models(project))


def _hash_models(project: Path) -> str:
    digest = hashlib.sha256()
    for folder in ("macros", "models"):
        for path in sorted((project / folder).rglob("*")):
            if path.suffix in {".sql", ".yml"}:
                digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def build_warehouse(home: Home, project: Path = DBT_PROJECT, select: str | None = None) -> None:
    """Build and test models in the build database: every one, or what `select` names.

    The caller holds the home's lock. dbt runs as a process of its own, so that its connection is
    closed, and the file complete, when it ends.

    Raises:
        BuildFailedError: Says which models or tests failed and why.
    """
    command = build_command(home, project)
    # A database that is made anew holds nothing that a part could be added to.
    if select and FULL_REFRESH not in command:
        command += ["--select", select]
    run_dbt(home, project, command)
    # The next command of dbt removes what it finds in its own place.
    _results(home).replace(home.build_results)
    note_models(home, project)


def _has_build_database(home: Home) -> bool:
    """Say whether there is a build database; one that is damaged is removed, to be made anew."""
    home.root.mkdir(parents=True, exist_ok=True)
    if not home.build_database.exists():
        return False
    with _dbt_lock(home):
        try:
            duckdb.connect(str(home.build_database)).close()
            return True
        except duckdb.Error as error:
            if not any(sign in str(error) for sign in SIGNS_OF_DAMAGE):
                hint = f"{home.build_database} can not be opened: is another program using it?"
                raise BuildFailedError(f"{hint}\n{error}") from error
            # All that it held follows from the tables, or has been published.
            for path in (home.build_database, home.build_database.with_suffix(".duckdb.wal")):
                path.unlink(missing_ok=True)
    return False


@contextmanager
def _dbt_lock(home: Home) -> Iterator[int]:
    """Hold the right to have dbt run; give the lock's file descriptor, for dbt to inherit.

    When a run is killed but its dbt lives on, the next one waits here for it.
    """
    with (home.root / ".dbt.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock.fileno()


def parse_project(project: Path = DBT_PROJECT) -> None:
    """Write the project's manifest to its own `target` folder, where Dagster reads it.

    Raises:
        BuildFailedError: dbt could not read the project.
    """
    place = ["--project-dir", str(project), "--profiles-dir", str(project), "--no-use-colors"]
    done = subprocess.run(  # noqa: S603 -- our own executable and arguments
        [str(DBT), "parse", *place], capture_output=True, text=True, check=False, cwd=project
    )
    if done.returncode:
        raise BuildFailedError(_last_words(done.stdout + done.stderr))


def run_dbt(home: Home, project: Path, command: Sequence[str]) -> None:
    """Run a dbt command on the home's build database, when no other dbt does.

    Raises:
        BuildFailedError: Says which models or tests failed and why.
    """
    results = _results(home)
    home.root.mkdir(parents=True, exist_ok=True)
    with _dbt_lock(home) as lock:
        results.unlink(missing_ok=True)
        done = subprocess.run(  # noqa: S603 -- our own executable and arguments
            [str(DBT), *command, *dbt_arguments(home, project)],
            env=home.environment(),
            capture_output=True,
            text=True,
            check=False,
            cwd=project,
            pass_fds=[lock],
        )
    if done.returncode:
        failures = _failures(results) or [_last_words(done.stdout + done.stderr)]
        log = f"(dbt's own words: {home.dbt_target / 'dbt.log'})"
        raise BuildFailedError("\n".join([*failures[:MAX_FAILURES_SHOWN], log]))


def _results(home: Home) -> Path:
    return home.dbt_target / "run_results.json"


def _failures(results: Path) -> list[str]:
    if not results.exists():
        return []
    nodes: Iterable[dict[str, str]] = json.loads(results.read_text())["results"]
    return [
        f"{node['unique_id']}: {_gist(node['message'])}"
        for node in nodes
        if node["status"] in {"error", "fail", "runtime error"}
    ]


def _gist(message: str) -> str:
    """Shorten dbt's message to what is wrong, without the macros it went through."""
    lines = (line.strip() for line in message.splitlines())
    return "\n  ".join([line for line in lines if line and not line.startswith(">")][:5])


def _last_words(output: str) -> str:
    """Give why dbt stopped: the error that it died of, where it did, without the way there."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if _DIED_OF.match(line)]
    return "dbt stopped: " + "\n".join(errors[-1:] or lines[-5:])
