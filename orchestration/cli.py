"""The `marsad` command: reads its arguments, and what `--help` and completion say of them.

What a command does belongs in `orchestration.commands`, for SQL in `orchestration.answering`. They
are imported where they are needed: the former takes two seconds, too long for completing a word.
"""

import os
import signal
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    add_completion=True,
    pretty_exceptions_enable=False,
)
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object to standard output.")]


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
    from orchestration import commands

    commands.run(paths, workers, wait, as_json)


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
    from orchestration import answering

    answering.ask(query, as_json)


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
    from orchestration import commands

    commands.tell_status(as_json)


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
    from orchestration import commands

    commands.evaluate(gold, errors, as_json)


@app.command()
def ui(port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 3000) -> None:
    """Open the control room: Dagster's UI on this machine only.

    For example:

        marsad ui

        marsad ui --port 3001
    """
    from orchestration import commands

    commands.serve_ui(port)


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
    from orchestration import commands

    commands.write_and_serve_docs(port, serve)
