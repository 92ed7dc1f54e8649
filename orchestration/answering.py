"""What the published warehouse answers, for a person or a script to read."""

import json
import sys
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import polars as pl
import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from orchestration import queries
from orchestration.failures import plain_errors
from orchestration.home import Home

PIPE_WIDTH = 140


def ask(query: str | None, as_json: bool) -> None:
    """Answer SQL or a saved query, or list the saved ones; see `marsad sql --help`."""
    saved = {query.name: query for query in queries.saved_queries()}
    if query is None:
        for name, entry in saved.items():
            typer.echo(f"{name}\t{entry.title}\t{entry.title_ar}")
        return
    with plain_errors():
        text = saved[query].sql if query in saved else _read_sql(query)
        answer = queries.ask(Home.from_environment(), text)
    if as_json:
        rows = [{k: _plain(v) for k, v in row.items()} for row in answer.iter_rows(named=True)]
        typer.echo(json.dumps(rows, ensure_ascii=False, default=str))
    else:
        make_console().print(as_table(answer))


def _read_sql(query: str) -> str:
    return Path(query).read_text() if query.endswith(".sql") else query


def make_console() -> Console:
    """Give a console on standard output, wide enough for tables where there is no terminal."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)


def as_table(frame: pl.DataFrame) -> Table:
    """Draw a frame; Arabic is left as it is written, for the terminal to set."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name, dtype in frame.schema.items():
        table.add_column(name, justify="right" if dtype.is_numeric() else "left", overflow="fold")
    for row in frame.iter_rows():
        table.add_row(*(Text(_cell(value)) for value in row))
    return table


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float | Decimal):
        return f"{value:,.3f}"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return str(value)


def _plain(value: object) -> object:
    """Give a value that JSON can hold."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return float(value) if isinstance(value, Decimal) else value
