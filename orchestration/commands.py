"""What the commands of `marsad` do: call the library, print the answer, end with an exit code.

Their arguments and help belong in `orchestration.cli`.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import typer
from rich.console import Console

from extract.evaluation.evaluating import evaluate as evaluate_gold
from extract.evaluation.gold import load_gold
from extract.lexicons import load_lexicons
from orchestration import evaluations, journal, serving, summary
from orchestration.answering import make_console
from orchestration.display import ProgressBar
from orchestration.documenting import write_docs
from orchestration.failures import ExitCode, fail, plain_errors
from orchestration.home import Home
from orchestration.queries import QuestionError
from orchestration.running import keep_evaluation
from orchestration.running import run as run_all
from orchestration.status import as_lines, read_status


def run(paths: list[Path] | None, workers: int, wait: float, as_json: bool) -> None:
    """Read articles, build and publish the warehouse; see `marsad run --help`."""
    home = Home.from_environment()
    bar = ProgressBar(Console(stderr=True))
    with plain_errors(), home.locked(wait), journal.kept(home), bar as progress:
        wanted = paths or [_landing_folder(home)]
        report = run_all(home, wanted, workers, progress)
    if as_json:
        typer.echo(json.dumps(summary.as_json(home, report), ensure_ascii=False))
    else:
        with plain_errors():
            summary.print_summary(make_console(), home, report)
    if report.landing.n_files == 0:
        places = ", ".join(map(str, wanted))
        message = f"no files in {places}: give a file or a folder with articles"
        fail(message, ExitCode.NOTHING_READ)
    if not report.landing.is_readable:
        message = "none of the files could be read; the reasons are above and in rejected_documents"
        fail(message, ExitCode.NOTHING_READ)


def _landing_folder(home: Home) -> Path:
    home.landing.mkdir(parents=True, exist_ok=True)
    return home.landing


def tell_status(as_json: bool) -> None:
    """Print what is stale, failed or quiet; see `marsad status --help`."""
    found = read_status(Home.from_environment(), datetime.now(UTC).date())
    lines = [json.dumps(found, ensure_ascii=False)] if as_json else as_lines(found)
    typer.echo("\n".join(lines))


def evaluate(gold: Path, errors: int, as_json: bool) -> None:
    """Print and keep how well annotated articles are read; see `marsad evaluate --help`."""
    home = Home.from_environment()
    with plain_errors():
        found = evaluate_gold(load_gold(gold), load_lexicons(), datetime.now(UTC))
        if as_json:
            typer.echo(json.dumps(evaluations.as_json(found), ensure_ascii=False))
        else:
            typer.echo("\n".join(evaluations.as_lines(found, errors)))
        with home.locked():
            typer.echo(keep_evaluation(home, found), err=True)


def serve_ui(port: int) -> None:
    """Serve Dagster's UI until it is stopped; see `marsad ui --help`."""
    with plain_errors():
        sys.exit(serving.serve_dagster(Home.from_environment(), port))


def write_and_serve_docs(port: int, serve: bool) -> None:
    """Write the documentation of every table; see `marsad docs --help`."""
    home = Home.from_environment()
    with plain_errors():
        if not home.build_database.exists():
            raise QuestionError(
                "nothing to document yet: build the warehouse with `marsad run PATH`"
            )
        with home.locked():
            page = write_docs(home)
        typer.echo(str(page))
        if serve:
            serving.serve_page(page, port)
