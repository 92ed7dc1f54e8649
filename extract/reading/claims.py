"""Claims of word lists on folded forms: which class each list gives which form, and how strongly.

What the lists claim belongs in `extract.reading.closed_words` and `extract.reading.open_words`.
"""

from enum import IntEnum

import polars as pl

from extract.reading.alphabet import CLITICS, LETTERS

CLASS_TABLE = pl.Schema(
    {
        "folded": pl.String,
        "bare": pl.String,
        "clitic": pl.String,
        "letter": pl.String,
        "priority": pl.Int32,
    }
)


class Priority(IntEnum):
    """Which claim on a form stands: the lowest number."""

    MARK = 0
    RULE_WORD = 5
    FUNCTION_WORD = 10
    CLITICISED_FUNCTION_WORD = 15
    CUE = 20
    AMBIGUOUS_CUE = 28
    # `ثمن` is an eighth and a verb of praise: a number is what no cue is.
    NUMBER = 29
    NAME = 30
    TITLE = 32
    HEAD_NOUN = 35
    GIVEN_NAME = 40
    NOMINAL_FUNCTION_WORD = 50
    CONTENT_NOUN = 55
    COMMON_NOUN = 60
    COMMON_VERB = 61
    ACT = 70


def claim(words: pl.DataFrame, priority: Priority | pl.Expr) -> pl.DataFrame:
    """Words as rows of the table of classes.

    Args:
        words: `form` (as written), `bare` (without proclitics), `clitic_class`, `word_class`
            (words without one are left out).
        priority: Of all words, or an expression over their columns.

    Returns:
        Columns as in `CLASS_TABLE`.
    """
    strength = pl.lit(int(priority)) if isinstance(priority, Priority) else priority
    return words.drop_nulls("word_class").select(
        folded="form",
        bare="bare",
        clitic=pl.col("clitic_class").replace_strict(CLITICS),
        letter=pl.col("word_class").replace_strict(LETTERS),
        priority=strength.cast(pl.Int32),
    )
