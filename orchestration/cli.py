"""The `marsad` command: reads its arguments, calls the library, prints the answer."""

import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

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

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    add_completion=True,
    pretty_exceptions_enable=False,
)
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object to standard output.")]


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


@app.callback()
def main() -> None:
    """Arabic newswire to a warehouse of who said what, about whom, when and where.

    Begin with `marsad run FOLDER`. Then `marsad sql` lists questions that the warehouse answers,
    `marsad ui` opens the control room, `marsad docs` describes every table, and `marsad status`
    says what is stale, failed or quiet. Everything is kept in the folder `MARSAD_HOME`
    (`warehouse/data` of the project when not set).

    Exit codes: **0** done, or nothing to do; **1** failed, and readers keep the warehouse they had;
    **2** the command was not understood; **3** nothing could be read; **4** another run is writing
    to the home; **130** stopped, by Ctrl-C or by a supervisor's SIGTERM.

    `marsad --install-completion` teaches the shell to complete commands and options.
    """
    # What a supervisor stops ends as by Ctrl-C: in good order, with dbt and the workers.
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@app.command()
def run(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Files and folders; the landing folder of the home when none is given."
        ),
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes to read with.")] = os.cpu_count()
    or 1,
    wait: Annotated[
        float, typer.Option(help="Seconds to wait for another run to end; -1 waits for ever.")
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Read articles, build and test the warehouse, publish it.

    What was read before is not read again; a changed file replaces its article. Reads `.txt`,
    `.jsonl`, `.csv` and `.parquet`, gzipped or not. The warehouse is kept in `MARSAD_HOME`.

    For example:

        marsad run seeds/articles

        marsad run export.jsonl.gz more/ --workers 8

        MARSAD_HOME=/srv/marsad marsad run --json | jq .tables
    """
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


@app.command()
def sql(
    query: Annotated[
        str | None, typer.Argument(help="SQL, a `.sql` file, or the name of a saved query.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Ask the published warehouse; without a query, list the saved ones.

    For example:

        marsad sql

        marsad sql who_speaks_most

        marsad sql "select count(*) from marts.fct_quotes where speaker_country_code = 'CHN'"
    """
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


@app.command()
def status(as_json: AsJson = False) -> None:
    """Say what the warehouse holds, and what is stale, failed or quiet; changes nothing.

    *Stale* days would be read again by `marsad run`: their documents, the word lists or the
    extractor changed. *Failed* is the last run, when it did not end well. *Quiet* is a home that
    news has not reached for longer than is usual, and days with much less or more than usual.

    For example:

        marsad status

        marsad status --json | jq -e '.stale_days == [] and .quiet == null'
    """
    found = read_status(Home.from_environment(), datetime.now(UTC).date())
    lines = [json.dumps(found, ensure_ascii=False)] if as_json else as_lines(found)
    typer.echo("\n".join(lines))


@app.command()
def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="A folder of annotated articles: <id>.txt with <id>.json.")
    ],
    errors: Annotated[
        int, typer.Option(min=0, help="Print the first so many errors of each kind.")
    ] = 0,
    as_json: AsJson = False,
) -> None:
    """Say how well annotated articles are read, and keep the figures in the warehouse.

    F1 with precision and recall, or a share, with 95 % intervals over the articles; then how far
    each `speaker_resolution` can be trusted. The articles are read here and need not be in the
    warehouse. `quality.evaluations` keeps the figures with the versions that reached them.

    For example:

        marsad evaluate ../gold/dev

        marsad evaluate ../gold/dev --errors 20

        marsad evaluate ../gold/dev --json | jq '.figures["statements @0.3"]'
    """
    home = Home.from_environment()
    with _plain_errors():
        found = evaluate_gold(load_gold(gold), load_lexicons(), datetime.now(UTC))
        if as_json:
            typer.echo(json.dumps(evaluations.as_json(found), ensure_ascii=False))
        else:
            typer.echo("\n".join(evaluations.as_lines(found, errors)))
        with home.locked():
            typer.echo(keep_evaluation(home, found), err=True)


@app.command()
def ui(port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 3000) -> None:
    """Open the control room: Dagster's UI on this machine only.

    For example:

        marsad ui

        marsad ui --port 3001
    """
    with _plain_errors():
        sys.exit(serving.serve_dagster(Home.from_environment(), port))


@app.command()
def docs(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 8080,
    serve: Annotated[bool, typer.Option(help="Serve the page after writing it.")] = True,
) -> None:
    """Write the documentation of every table as one page and serve it on this machine only.

    For example:

        marsad docs

        marsad docs --no-serve
    """
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
