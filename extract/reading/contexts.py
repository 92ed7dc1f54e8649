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
    before = pl.min_horizontal(pl.col("token") - pl.col("first_token"), left)
    cut = _cut(
        tokens,
        reading,
        left=(pl.col("token") - before, before),
        right=(pl.col("token"), pl.lit(right, pl.UInt32)),
    )
    return tokens.hstack(cut)


def letters_of(spans: pl.DataFrame, reading: Reading, *, start: str, length: str) -> pl.Series:
    """The letters of spans of tokens; null where the span is.

    Args:
        spans: `document` and the columns named by `start` (token) and `length` (tokens).
        reading: Words of the batch.
        start: Column of the first token.
        length: Column of the number of tokens.
    """
    return _cut(spans, reading, letters=(pl.col(start), pl.col(length))).to_series()


def _cut(rows: pl.DataFrame, reading: Reading, **windows: tuple[pl.Expr, pl.Expr]) -> pl.DataFrame:
    """Cut the letters from a token, so many tokens long, out of each row's document.

    Bytes are cut where they stand; to find its place in a string Polars reads it from the start.
    """
    strings = reading.strings().with_columns(pl.col("letters").cast(pl.Binary))
    letters = pl.col("letters").bin
    return rows.join(strings, on="document", how="left", maintain_order="left").select(
        letters.slice((token - pl.col("first_token")) * WIDTH, n * WIDTH)
        .cast(pl.String)
        .alias(name)
        for name, (token, n) in windows.items()
    )


def group(text: pl.Expr, rule: str, name: str) -> pl.Expr:
    """What a named group of a compiled rule matches; null where the rule does not fit."""
    return text.str.extract_groups(rule).struct.field(name)


def n_tokens(letters: pl.Expr) -> pl.Expr:
    """How many tokens a string of letters stands for."""
    return (letters.str.len_bytes() // WIDTH).cast(pl.UInt32)
