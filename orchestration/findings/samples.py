"""A few rows of a table as Markdown that shows Arabic right to left and runs nothing.

Dagster's UI renders Markdown and drops most of HTML, directions included. What an article says is
therefore escaped to the last character, and each cell is set apart by Unicode's isolates.
"""

import re
from collections.abc import Sequence

import dagster as dg
import polars as pl

SAMPLE_ROWS = 10
MAX_COLUMNS = 6
MAX_CHARACTERS = 90
# Columns that a person looks at first, where a table has them; the others fill up.
FIRST = (
    "headline",
    "speaker_name",
    "speaker_country_code",
    "cue_text",
    "quote_text",
    "quote_kind",
    "speaker_resolution",
    "mention_text",
    "entity_type",
    "mention_kind",
    "entity_name",
    "country_code",
    "role_text",
    "topic_id",
    "matched_text",
    "part",
    "sentence_text",
    "dateline_city",
    "dateline_country_code",
    "agency",
    "word_count",
    "published_date",
)
# Keys and offsets lead a machine back to the text, and a whole text fills a screen.
_TIRING = re.compile(r"(^|_)(id|char|index|hash|sha256|text)$|^confidence$")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_SPECIAL = re.compile(r"([!-/:-@\[-`{-~])")
_LINES = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
# Marks that turn the direction of what follows: shown by number, since they could turn the page.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
ISOLATE, END_ISOLATE = "\u2068", "\u2069"


def sample(table: pl.DataFrame, rows: int = SAMPLE_ROWS) -> pl.DataFrame:
    """Take rows spread evenly over a table, the same ones of the same table."""
    if table.height <= rows:
        return table
    numbers = range(0, table.height, table.height // rows)[:rows]
    # Rows by UInt32: a slice with a step is a query, twenty times as long.
    return table[telling_columns(table.columns)][pl.Series(numbers, dtype=pl.UInt32)]


def as_markdown(rows: pl.DataFrame) -> dg.MarkdownMetadataValue:
    """Write rows as a Markdown table, of the columns that say most."""
    if rows.is_empty():
        return dg.MetadataValue.md("_no rows_")
    shown = rows[telling_columns(rows.columns)]
    cells = [[inert(value) for value in row] for row in shown.iter_rows()]
    is_right = [
        dtype.is_numeric() or any(_ARABIC.search(row[i]) for row in cells)
        for i, dtype in enumerate(shown.dtypes)
    ]
    lines = [
        _line([inert(name) for name in shown.columns]),
        _line(["---:" if right else "---" for right in is_right]),
        *(_line(row) for row in cells),
    ]
    return dg.MetadataValue.md("\n".join(lines))


def telling_columns(names: Sequence[str]) -> list[str]:
    """Choose the columns to show, at most `MAX_COLUMNS`."""
    first = [name for name in FIRST if name in names]
    others = [name for name in names if name not in first and not _TIRING.search(name)]
    return (first + others)[:MAX_COLUMNS] or list(names)[:MAX_COLUMNS]


def inert(value: object) -> str:
    """Write a value so that no Markdown or HTML in it means anything, on one line."""
    if value is None:
        return ""
    text = _LINES.sub(" ", str(value))
    text = text if len(text) <= MAX_CHARACTERS else text[: MAX_CHARACTERS - 1] + "…"
    text = _TURNS.sub(lambda mark: f"<U+{ord(mark[0]):04X}>", text)
    escaped = _SPECIAL.sub(r"\\\1", text)
    return escaped if text.isascii() else ISOLATE + escaped + END_ISOLATE


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
