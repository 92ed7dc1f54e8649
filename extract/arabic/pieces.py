"""Pieces of text, which are words and marks with the white space after them.

How a text becomes tokens and sentences belongs in `extract.arabic.tokens`.
"""

from collections.abc import Callable
from functools import partial

import polars as pl

from extract.arabic.normalize import fold_series
from extract.arabic.stops import NEWLINE
from extract.arabic.vocabulary import Vocabulary

# White space belongs to the token before it, so that offsets are sums of lengths. A line break is a
# token of its own: it ends a sentence where no stop is written.
PIECE = r"(?:[\w\p{M}\u200c\u200d]+|[^\w\s])[^\S\n]*|\n\s*|\s+"


def piece_vocabulary(describe: Callable[[pl.Series], pl.DataFrame], **limit: int) -> Vocabulary:
    """A vocabulary of pieces, which are words and marks with the white space after them.

    Args:
        describe: Describes distinct words without white space: `describe_surfaces` and more.
        limit: As for `Vocabulary`.
    """
    words = Vocabulary(describe)
    return Vocabulary(partial(_describe_pieces, words), **limit, of=words)


def _describe_pieces(words: Vocabulary, pieces: pl.Series) -> pl.DataFrame:
    """Describe distinct pieces.

    Returns:
        `word` (its number), `piece_length`, `length` (code points, Int32), `piece_bytes`,
        `surface_bytes` (UInt32), `is_spaced`.
    """
    stripped = pl.col("piece").str.strip_chars()
    described = pl.DataFrame({"piece": pieces}).select(
        surface=pl.when(stripped == "").then(pl.lit(NEWLINE)).otherwise(stripped),
        piece_length=pl.col("piece").str.len_chars().cast(pl.Int32),
        piece_bytes=pl.col("piece").str.len_bytes(),
    )
    surface, is_blank = pl.col("surface"), pl.col("surface") == NEWLINE
    length = surface.str.len_chars().cast(pl.Int32)
    described = described.with_columns(
        length=pl.when(is_blank).then("piece_length").otherwise(length),
        surface_bytes=pl.when(is_blank).then("piece_bytes").otherwise(surface.str.len_bytes()),
    )
    return described.select(
        words.number(described["surface"])[0].alias("word"),
        *("piece_length", "length", "piece_bytes", "surface_bytes"),
        is_spaced=pl.col("length") < pl.col("piece_length"),
    )


def describe_surfaces(surfaces: pl.Series) -> pl.DataFrame:
    """Describe distinct words and marks: `surface`, `folded`."""
    # A line break would fall apart in folding, which joins words by it.
    is_blank = (surfaces == NEWLINE).arg_true()
    folded = fold_series(surfaces.clone().scatter(is_blank, ""))
    return pl.DataFrame({"surface": surfaces, "folded": folded})
