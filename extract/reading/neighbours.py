"""The tokens beside others: their words and letters, none across the end of an article."""

from collections.abc import Iterable

import polars as pl

from extract.reading.alphabet import CLITICS, code
from extract.reading.words import Reading


def paces(tokens: pl.Series, steps: Iterable[int]) -> pl.DataFrame:
    """Every pace from every token: `row` (of the token), `token`, `step`, to be asked at once."""
    rows = pl.DataFrame({"token": tokens}).with_row_index("row")
    return rows.join(pl.DataFrame({"step": steps}), how="cross", maintain_order="left_right")


def neighbours(
    tokens: pl.Series, step: int | pl.Series, reading: Reading, *columns: str
) -> pl.DataFrame:
    """What stands so many tokens from others.

    Args:
        tokens: Numbers of tokens.
        step: How far after each; negative before it; one for all, or one each.
        reading: Words of the batch.
        columns: Which of `letter`, `clitic` (character codes), `bare` and `folded` (words).

    Returns:
        These columns, one row a token; beyond the article a stop without words, so that no article
        is read by another's.
    """
    document = reading.text.tokens["document"]
    at = reading.text.step(tokens, step)
    is_inside = (at == tokens.cast(pl.Int64) + step) & (document[at] == document[tokens])
    return pl.DataFrame(
        {name: _gather(name, at, reading).zip_with(is_inside, _BEYOND[name]) for name in columns}
    )


def _gather(column: str, tokens: pl.Series, reading: Reading) -> pl.Series:
    if column in {"letter", "clitic"}:
        return (reading.letters if column == "letter" else reading.clitics)[tokens]
    return reading.text.at(column, tokens)


_BEYOND = {
    "letter": pl.Series([code("STOP")], dtype=pl.UInt8),
    "clitic": pl.Series([ord(CLITICS["bare"])], dtype=pl.UInt8),
    "bare": pl.Series([""]),
    "folded": pl.Series([""]),
}
