"""Words that no Arabic lexicon knows, which in a newswire text are mostly foreign names.

It takes a full lexicon to tell: the user's own camel-tools database or the one that
`extract.arabic.bama` converts. Marsad's lexicons, which hold no common vocabulary, cannot.
"""

from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from extract.arabic import camel

FOREIGN_WORDS = pl.Schema({"word": pl.String, "is_foreign": pl.Boolean})


def foreign_words(words: pl.Series) -> pl.DataFrame:
    """Tell the words without an Arabic reading.

    Args:
        words: Words of a vocabulary. Analysing takes about 0.2 ms a word: give distinct words, and
            only those that no other list knows.

    Returns:
        Columns as in `FOREIGN_WORDS`, one row a word in order; `is_foreign` is null throughout
        where no full lexicon is installed.
    """
    lexicon = installed_lexicon()
    values: list[bool | None] = [None] * len(words)
    if lexicon:
        analyze = _analyzer(lexicon).analyze
        values = [not analyze(word) for word in words.to_list()]
    return pl.DataFrame({"word": words, "is_foreign": values}, schema=FOREIGN_WORDS)


def installed_lexicon() -> Path | None:
    """Where the full lexicon is that would be asked; None where there is none."""
    return next(iter(camel.installed_databases()), None)


@cache
def _analyzer(path: Path) -> Any:
    """Open a lexicon once: reading 80,000 stems takes seconds."""
    return camel.analyzer(camel.open_database(path))
