"""What stands left and right of a token, as the letters that rules read.

Rules themselves belong with what they look for; `extract.reading.alphabet` compiles them.
"""

import polars as pl

from extract.reading.alphabet import WIDTH
from extract.reading.words import Reading


def with_contexts(tokens: pl.DataFrame, reading: Reading, *, left: int, right: int) -> pl.DataFrame:
    """Add the letters around tokens.

    Args:
        tokens: `token`, `document` and any further columns.
        reading: Words of the batch.
        left: Tokens to look back at most.
        right: Tokens to look ahead at most, the token itself among them.

    Returns:
        `tokens` in order with `left` (up to the token) and `right` (from the token on), both within
        its document.
    """
    strings = reading.strings().select("document", "letters", "first_token")
    letters = pl.col("letters")
    offset = (pl.col("token") - pl.col("first_token")) * WIDTH
    return (
        tokens.join(strings, on="document", how="left", maintain_order="left")
        .with_columns(
            left=letters.str.slice(0, offset).str.tail(left * WIDTH),
            right=letters.str.slice(offset, right * WIDTH),
        )
        .drop("letters", "first_token")
    )


def letters_of(spans: pl.DataFrame, reading: Reading, *, start: str, length: str) -> pl.Series:
    """The letters of spans of tokens; null where the span is.

    Args:
        spans: `document` and the columns named by `start` (token) and `length` (tokens).
        reading: Words of the batch.
        start: Column of the first token.
        length: Column of the number of tokens.
    """
    strings = reading.strings().select("document", "letters", "first_token")
    offset = (pl.col(start) - pl.col("first_token")) * WIDTH
    return (
        spans.select("document", start, length)
        .join(strings, on="document", how="left", maintain_order="left")
        .select(pl.col("letters").str.slice(offset, pl.col(length) * WIDTH))
        .to_series()
    )


def group(text: pl.Expr, rule: str, name: str) -> pl.Expr:
    """What a named group of a compiled rule matches; null where the rule does not fit."""
    return text.str.extract_groups(rule).struct.field(name)


def n_tokens(letters: pl.Expr) -> pl.Expr:
    """How many tokens a string of letters stands for."""
    return (letters.str.len_bytes() // WIDTH).cast(pl.UInt32)
