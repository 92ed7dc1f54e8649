"""What the commands of `marsad` do: call the library, print the answer, end with an exit code.

Their arguments and help belong in `orchestration.cli`.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import typer
from rich.console import Console

from extract.evaluation.evaluating import evaluate as evaluate_gold
from extract.evaluation.gold import load_gold
from extract.lexicons import load_lexicons
from orchestration import evaluations, journal, queries, serving, summary
from orchestration.display import ProgressBar
from orchestration.documenting import write_docs
from orchestration.failures import EXPECTED, ExitCode, describe
from orchestration.home import Home
from orchestration.queries import QuestionError
from orchestration.running import keep_evaluation
from orchestration.running import run as run_all
from orchestration.status import as_lines, read_status


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Turn what can go wrong into one message and an exit code."""
    try:
        yield
    except EXPECTED as error:
        _fail(*describe(error))


def _fail(message: str, code: ExitCode) -> None:
    typer.echo(f"marsad: {message}", err=True)
    raise typer.Exit(code)


def run(paths: list[Path] | None, workers: int, wait: float, as_json: bool) -> None:
    """Read articles, build and publish the warehouse; see `marsad run --help`."""
    home = Home.from_environment()
    bar = ProgressBar(Console(stderr=True))
    with _plain_errors(), home.locked(wait), journal.kept(home), bar as progress:
        wanted = paths or [_landing_folder(home)]
        report = run_all(home, wanted, workers, progress)
    if as_json:
        typer.echo(json.dumps(summary.as_json(home, report), ensure_ascii=False))
    else:
        with _plain_errors():
            summary.print_summary(summary.make_console(), home, report)
    if report.landing.n_files == 0:
        places = ", ".join(map(str, wanted))
        message = f"no files in {places}: give a file or a folder with articles"
        _fail(message, ExitCode.NOTHING_READ)
    if not report.landing.is_readable:
        message = "none of the files could be read; the reasons are above and in rejected_documents"
        _fail(message, ExitCode.NOTHING_READ)


def _landing_folder(home: Home) -> Path:
    home.landing.mkdir(parents=True, exist_ok=True)
    return home.landing


def ask(query: str | None, as_json: bool) -> None:
    """Answer SQL or a saved query, or list the saved ones; see `marsad sql --help`."""
    saved = {query.name: query for query in queries.saved_queries()}
    if query is None:
        for name, entry in saved.items():
            typer.echo(f"{name}\t{entry.title}\t{entry.title_ar}")
        return
    if query in saved:
        text = saved[query].sql
    else:
        text = Path(query).read_text() if query.endswith(".sql") else query
    with _plain_errors():
        answer = queries.ask(Home.from_environment(), text)
    if as_json:
        rows = [
            {k: summary.plain(v) for k, v in row.items()} for row in answer.iter_rows(named=True)
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, default=str))
    else:
        summary.make_console().print(summary.as_table(answer))


def tell_status(as_json: bool) -> None:
    """Print what is stale, failed or quiet; see `marsad status --help`."""
    found = read_status(Home.from_environment(), datetime.now(UTC).date())
    lines = [json.dumps(found, ensure_ascii=False)] if as_json else as_lines(found)
    typer.echo("\n".join(lines))


def evaluate(gold: Path, errors: int, as_json: bool) -> None:
    """Print and keep how well annotated articles are read; see `marsad evaluate --help`."""
    home = Home.from_environment()
    with _plain_errors():
        found = evaluate_gold(load_gold(gold), load_lexicons(), datetime.now(UTC))
        if as_json:
            typer.echo(json.dumps(evaluations.as_json(found), ensure_ascii=False))
        else:
            typer.echo("\n".join(evaluations.as_lines(found, errors)))
        with home.locked():
            typer.echo(keep_evaluation(home, found), err=True)


def serve_ui(port: int) -> None:
    """Serve Dagster's UI until it is stopped; see `marsad ui --help`."""
    with _plain_errors():
        sys.exit(serving.serve_dagster(Home.from_environment(), port))


def write_and_serve_docs(port: int, serve: bool) -> None:
    """Write the documentation of every table; see `marsad docs --help`."""
    home = Home.from_environment()
    with _plain_errors():
        if not home.build_database.exists():
            raise QuestionError(
                "nothing to document yet: build the warehouse with `marsad run PATH`"
            )
        with home.locked():
            page = write_docs(home)
        typer.echo(str(page))
        if serve:
            serving.serve_page(page, port)
