"""The tables to a database that people may read: built aside, tested, then put in place whole.

SQL belongs in `dbt_project`.
"""

import fcntl
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from orchestration.home import PROJECT, Home
from orchestration.ledger import Ledger
from orchestration.storage import scan_table

DBT_PROJECT = PROJECT / "dbt_project"
# Beside the interpreter: the environment need not be activated.
DBT = Path(sys.executable).with_name("dbt")
LEXICONS = PROJECT / "seeds" / "lexicons"
MAX_FAILURES_SHOWN = 10


class BuildFailedError(RuntimeError):
    """dbt could not build the warehouse, or a test of it failed; nothing was published."""


def warehouse_fingerprint(home: Home, project: Path = DBT_PROJECT) -> str:
    """Give a hash of all that the database follows from: days, refusals, evaluations, dbt."""
    digest = hashlib.sha256()
    digest.update(repr(_day_hashes(home)).encode())
    refusals = Ledger.load(home).refusals.select("source_uri", "reason", "seen_at")
    digest.update(repr(sorted(refusals.rows())).encode())
    for path in sorted((home.tables / "evaluations").glob("*.parquet")):
        digest.update(path.read_bytes())
    for path in source_files(project):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def source_files(project: Path = DBT_PROJECT) -> Iterator[Path]:
    """Give the files that dbt reads as code: the project's own and the seeds', sorted."""
    made = {"target", "logs", "dbt_packages"}
    for folder in (project, LEXICONS):
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".sql", ".yml", ".csv", ".md"} and not made & set(path.parts):
                yield path


def is_published(home: Home, project: Path = DBT_PROJECT) -> bool:
    """Say whether the published database is what a build would give now."""
    if not home.published_database.exists() or not home.publication.exists():
        return False
    published = json.loads(home.publication.read_text())["fingerprint"]
    return bool(published == warehouse_fingerprint(home, project))


def unpublished_days(home: Home) -> list[date]:
    """List the days whose tables are not those that were last published."""
    published: dict[str, str] = {}
    if home.publication.exists():
        published = json.loads(home.publication.read_text())["days"]
    return [day for day, content in _day_hashes(home) if published.get(str(day)) != content]


def _day_hashes(home: Home) -> list[tuple[date, str]]:
    days = scan_table(home, "_days").select("partition_date", "content_hash").collect()
    return sorted(days.iter_rows())


def dbt_arguments(home: Home, project: Path = DBT_PROJECT) -> list[str]:
    """Give the flags that point any dbt command at this home."""
    return [
        "--project-dir", str(project),
        "--profiles-dir", str(project),
        "--target-path", str(home.dbt_target),
        "--log-path", str(home.dbt_target),
        "--target", "build",
        "--no-use-colors",
    ]  # fmt: skip


def build_warehouse(home: Home, project: Path = DBT_PROJECT, select: str | None = None) -> None:
    """Build and test models in the build database: every one, or what `select` names.

    The caller holds the home's lock. dbt runs as a process of its own, so that its connection is
    closed, and the file complete, when it ends.

    Raises:
        BuildFailedError: Says which models or tests failed and why.
    """
    _run_dbt(home, project, ["build", *(["--select", select] if select else [])])


def write_docs(home: Home, project: Path = DBT_PROJECT) -> Path:
    """Write the documentation of every table as one page and give its path.

    Raises:
        BuildFailedError: dbt could not read the project or the build database.
    """
    _run_dbt(home, project, ["docs", "generate", "--static"])
    home.site.mkdir(parents=True, exist_ok=True)
    page = home.site / "index.html"
    aside = page.with_suffix(".new")
    shutil.copyfile(home.dbt_target / "static_index.html", aside)
    aside.replace(page)
    return page


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


def _run_dbt(home: Home, project: Path, command: Sequence[str]) -> None:
    results = home.dbt_target / "run_results.json"
    home.root.mkdir(parents=True, exist_ok=True)
    # dbt inherits this lock: when a run is killed but its dbt lives on, the next one waits for it.
    with (home.root / ".dbt.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        results.unlink(missing_ok=True)
        done = subprocess.run(  # noqa: S603 -- our own executable and arguments
            [str(DBT), *command, *dbt_arguments(home, project)],
            env=home.environment(),
            capture_output=True,
            text=True,
            check=False,
            cwd=project,
            pass_fds=[lock.fileno()],
        )
    if done.returncode:
        failures = _failures(results) or [_last_words(done.stdout + done.stderr)]
        log = f"(dbt's own words: {home.dbt_target / 'dbt.log'})"
        raise BuildFailedError("\n".join([*failures[:MAX_FAILURES_SHOWN], log]))


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
    lines = [line for line in output.splitlines() if line.strip()]
    return "dbt stopped: " + "\n".join(lines[-5:])


def publish(home: Home, project: Path = DBT_PROJECT) -> None:
    """Put the tested build database in place of the published one.

    The caller holds the home's lock and has built the warehouse. Readers who hold the old file
    open keep it; those who open it later get the new one; nobody sees a half.
    """
    with duckdb.connect(str(home.build_database)) as connection:
        # What a killed build left in the write-ahead log must be in the file that is copied.
        connection.execute("CHECKPOINT")
    aside = home.published_database.with_suffix(".duckdb.new")
    shutil.copyfile(home.build_database, aside)
    aside.replace(home.published_database)
    built_from = {
        "fingerprint": warehouse_fingerprint(home, project),
        "days": {str(day): content for day, content in _day_hashes(home)},
    }
    note = home.publication.with_suffix(".json.new")
    note.write_text(json.dumps(built_from) + "\n")
    note.replace(home.publication)


def count_rows(home: Home) -> pl.DataFrame:
    """Count the rows of every published table.

    Returns:
        `table_name` (with its schema) and `n_rows`, sorted by name.
    """
    with duckdb.connect(str(home.published_database), read_only=True) as connection:
        names = connection.execute(
            "select table_schema || '.' || table_name from information_schema.tables"
            " where table_type = 'BASE TABLE' order by 1"
        ).fetchall()
        rows = [(name, connection.table(name).count("*").fetchall()[0][0]) for (name,) in names]
    return pl.DataFrame(rows, schema={"table_name": pl.String, "n_rows": pl.Int64}, orient="row")
