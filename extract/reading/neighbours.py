"""The tokens beside others: their words and letters, none across the end of an article."""

import polars as pl

from extract.reading.alphabet import CLITICS, LETTERS
from extract.reading.words import Reading


def neighbours(tokens: pl.Series, step: int, reading: Reading) -> pl.DataFrame:
    """What stands so many tokens from others.

    Args:
        tokens: Numbers of tokens.
        step: How far after each; negative before it.
        reading: Words of the batch.

    Returns:
        `letter`, `clitic` (character codes), `bare` and `folded` (words), one row a token; beyond
        the article a stop without words, so that no article is read by another's.
    """
    document = reading.text.tokens["document"]
    beyond = tokens.cast(pl.Int64) + step
    at = beyond.clip(0, len(document) - 1)
    is_inside = (beyond == at) & (document.gather(at) == document.gather(tokens))
    found = pl.DataFrame(
        {
            "letter": reading.letters.gather(at),
            "clitic": reading.clitics.gather(at),
            "bare": reading.text.at("bare", at),
            "folded": reading.text.at("folded", at),
            "is_inside": is_inside,
        }
    )
    stop = pl.lit(ord(LETTERS["STOP"]), pl.UInt8)
    return found.select(
        letter=pl.when("is_inside").then("letter").otherwise(stop),
        clitic=pl.when("is_inside")
        .then("clitic")
        .otherwise(pl.lit(ord(CLITICS["bare"]), pl.UInt8)),
        bare=pl.when("is_inside").then("bare").fill_null(""),
        folded=pl.when("is_inside").then("folded").fill_null(""),
    )
