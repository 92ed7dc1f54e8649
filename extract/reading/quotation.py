"""Quotation marks: which closes which, and what of a text stands between them."""

import polars as pl

from extract.reading.alphabet import code, is_class
from extract.reading.words import Reading

# A quotation longer than this has lost its closing mark.
_MAX_TOKENS = 400


def pair_marks(reading: Reading) -> pl.DataFrame:
    """Opening marks with the mark of their family that closes them.

    Returns:
        `token` of the opening mark, `close_token`, null where it is never closed, and `next_open`,
        the next opening mark of its family.
    """
    at = reading.text.tokens["token"].filter(is_class(reading.letters, "OPEN", "CLOSE"))
    marks = pl.DataFrame(
        {
            "token": at,
            "document": reading.text.tokens["document"][at],
            "letter": reading.letters[at],
            "family": reading.text.at("family", at),
        }
    )
    is_close = pl.col("letter") == code("CLOSE")
    following = pl.when(is_close).then("token").backward_fill().over("document", "family")
    next_open = (
        pl.when(~is_close).then("token").shift(-1).backward_fill().over("document", "family")
    )
    marks = marks.with_columns(close_token=following, next_open=next_open)
    # Where another quotation opens first, this one was never closed.
    is_closed = (pl.col("close_token") - pl.col("token") <= _MAX_TOKENS) & (
        pl.col("next_open").is_null() | (pl.col("close_token") < pl.col("next_open"))
    )
    return marks.filter(~is_close).select(
        "token", close_token=pl.when(is_closed).then("close_token"), next_open="next_open"
    )
