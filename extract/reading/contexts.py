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
    bounds, document, token = reading.text.bounds, tokens["document"], pl.col("token")
    before = pl.min_horizontal(token - bounds[document], left)
    after = pl.min_horizontal(bounds[document + 1] - token, right)
    return tokens.with_columns(
        left=_cut(token - before, before, reading), right=_cut(token, after, reading)
    )


def letters_of(spans: pl.DataFrame, reading: Reading, *, start: str, length: str) -> pl.Series:
    """The letters of spans of tokens; null where the span is.

    Args:
        spans: The columns named by `start` (token) and `length` (tokens).
        reading: Words of the batch.
        start: Column of the first token.
        length: Column of the number of tokens.
    """
    return spans.select(_cut(pl.col(start), pl.col(length), reading)).to_series()


def _cut(token: pl.Expr, n: pl.Expr, reading: Reading) -> pl.Expr:
    """Cut the letters from tokens, so many tokens long.

    Bytes are cut where they stand; to find its place in a string Polars reads it from the start.
    """
    letters = pl.lit(reading.string()).bin
    return letters.slice(token * WIDTH, n * WIDTH).cast(pl.String)


def group(text: pl.Expr, rule: str, name: str) -> pl.Expr:
    """What a named group of a compiled rule matches; null where the rule does not fit."""
    return text.str.extract_groups(rule).struct.field(name)


def n_tokens(letters: pl.Expr) -> pl.Expr:
    """How many tokens a string of letters stands for."""
    return (letters.str.len_bytes() // WIDTH).cast(pl.UInt32)
