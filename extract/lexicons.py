"""The word lists as frames, with a version that is the hash of their bytes.

What the words mean to a reading, and their inflected forms, belong in `extract.arabic`.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TypeVar

import polars as pl

LEXICONS = Path(__file__).parents[1] / "seeds" / "lexicons"
SEPARATOR = "|"


@dataclass(frozen=True)
class Lexicons:
    """All word lists of the project.

    Attributes:
        tables: One frame a CSV file by the file's stem; strings, booleans and dates as written.
        version: First 12 hex digits of the SHA-256 over the files' names and bytes.
    """

    tables: Mapping[str, pl.DataFrame]
    version: str

    def __getitem__(self, name: str) -> pl.DataFrame:
        """Give one list by name."""
        return self.tables[name]


Made = TypeVar("Made")


def once_a_version(make: Callable[[Lexicons], Made]) -> Callable[[Lexicons], Made]:
    """Keep what a function makes of lexicons, which every batch asks for again."""
    made: dict[str, Made] = {}

    @wraps(make)
    def keep(lexicons: Lexicons) -> Made:
        if lexicons.version not in made:
            made[lexicons.version] = make(lexicons)
        return made[lexicons.version]

    return keep


def load_lexicons(folder: Path = LEXICONS) -> Lexicons:
    """Read every `*.csv` of `folder`.

    Raises:
        FileNotFoundError: The folder holds no word list.
    """
    paths = sorted(folder.glob("*.csv"))
    if not paths:
        msg = f"No word lists in {folder}: give the folder of the project's seeds/lexicons."
        raise FileNotFoundError(msg)
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return Lexicons({path.stem: _read(path) for path in paths}, digest.hexdigest()[:12])


def _read(path: Path) -> pl.DataFrame:
    frame = pl.read_csv(path, infer_schema=False)
    flags = [c for c in frame.columns if c.startswith(("is_", "takes_"))]
    dates = [c for c in frame.columns if c.endswith("_date")]
    return frame.with_columns(
        (pl.col(c) == "true").fill_null(value=False) for c in flags
    ).with_columns(pl.col(c).str.to_date() for c in dates)


def split_cell(column: str) -> pl.Expr:
    """A multi-valued cell as a list; an empty cell as an empty list."""
    return (
        pl.col(column)
        .fill_null("")
        .str.split(SEPARATOR)
        .list.eval(pl.element().filter(pl.element() != ""))
    )
