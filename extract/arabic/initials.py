"""Titles written as one letter and a stop: `د. سعاد`, `أ.د. سعاد`. The stop ends no sentence.

Which letters are an agency (`د.ب.أ`) is told by what follows: a title stands before a name.
"""

import polars as pl

from extract.arabic.vocabulary import Words

# Doctor, engineer, professor.
LETTERS = ("د", "م", "أ", "ا")
STOP = "."
_INITIAL = f"^و?[{''.join(LETTERS)}]$"
# `2015 م.` is the year's own, `فيتامين د.` the vitamin's: no title stands after these.
_LETTERED = "^[^\\s]*[0-9٠-٩]$|^و?ب?(?:ال)?(?:فيتامين|فقرة|مادة|بند|فئة|نقطة|مجموعة|هـ|ه)$"
_LONG = r"^[\p{L}\p{M}\x{0640}]{3,}$"

_OTHER, _IS_INITIAL, _IS_STOP, _IS_LETTERED, _IS_WORD = range(5)


def find_initials(word: pl.Series, words: Words) -> pl.Series:
    """Which tokens are the letter of such a title; the token after each is its stop.

    Args:
        word: By token its row of the vocabulary.
        words: The vocabulary (`surface`).
    """
    kinds = words.find(_kinds)
    at = (kinds == _IS_INITIAL)[word].arg_true()
    # Two tokens before each and two after, held at the ends.
    around = pl.DataFrame({"at": at}).with_columns(
        kinds[word[_held(at, n, len(word))]].alias(name)
        for name, n in (("two_back", -2), ("back", -1), ("stop", 1), ("next", 2))
    )
    is_first = ~pl.col("back").is_in([_IS_LETTERED, _IS_STOP])
    # `أ.د. سعاد`: one title may follow another.
    goes_on = (pl.col("back") == _IS_STOP) & (pl.col("two_back") == _IS_INITIAL)
    has_stop = (pl.col("stop") == _IS_STOP) & (is_first | goes_on)
    last = around.filter(has_stop & (pl.col("next") == _IS_WORD))["at"]
    before_last = pl.col("at").is_in((last - 2).implode())
    is_title = has_stop & (pl.col("at").is_in(last.implode()) | before_last)
    return around.filter(is_title)["at"]


def _held(at: pl.Series, n: int, n_tokens: int) -> pl.Series:
    return (at.cast(pl.Int64) + n).clip(0, n_tokens - 1).cast(pl.UInt32)


def _kinds(words: pl.DataFrame) -> pl.Series:
    surface = pl.col("surface")
    kind = (
        pl.when(surface == STOP)
        .then(_IS_STOP)
        .when(surface.str.contains(_INITIAL))
        .then(_IS_INITIAL)
        .when(surface.str.contains(_LETTERED))
        .then(_IS_LETTERED)
        .when(surface.str.contains(_LONG))
        .then(_IS_WORD)
        .otherwise(_OTHER)
    )
    return words.select(kind.cast(pl.UInt8)).to_series()
