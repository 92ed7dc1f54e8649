"""Titles written as one letter and a stop: `د. سعاد`, `أ.د. سعاد`. The stop ends no sentence.

Which letters are an agency (`د.ب.أ`) is told by what follows: a title stands before a name.
"""

import polars as pl

from extract.arabic.vocabulary import Words, step_within

# Doctor, engineer, professor.
LETTERS = ("د", "م", "أ", "ا")
STOP = "."
_INITIALS = (*LETTERS, *(f"و{letter}" for letter in LETTERS))
# `2015 م.` is the year's own, `فيتامين د.` the vitamin's: no title stands after these.
_LETTERED = "^[^\\s]*[0-9٠-٩]$|^و?ب?(?:ال)?(?:فيتامين|فقرة|مادة|بند|فئة|نقطة|مجموعة|هـ|ه)$"
_LONG = r"^[\p{L}\p{M}\x{0640}]{3,}$"


def find_initials(word: pl.Series, words: Words) -> pl.Series:
    """Which tokens are the letter of such a title; the token after each is its stop.

    Args:
        word: By token its row of the vocabulary.
        words: The vocabulary (`surface`).
    """
    at = words.find(_is_initial)[word].arg_true()
    # Two tokens before each and two after, held at the ends.
    around = pl.DataFrame({"at": at}).with_columns(
        words["surface"][word[step_within(at, n, len(word))]].alias(name)
        for name, n in (("two_back", -2), ("back", -1), ("stop", 1), ("next", 2))
    )
    back = pl.col("back")
    # `أ.د. سعاد`: one title may follow another.
    goes_on = (back == STOP) & pl.col("two_back").is_in(_INITIALS)
    is_first = (back != STOP) & ~back.str.contains(_LETTERED)
    has_stop = (pl.col("stop") == STOP) & (is_first | goes_on)
    around = around.with_columns(has_stop=has_stop, leads=pl.col("next").str.contains(_LONG))
    last = around.filter("has_stop", "leads")["at"]
    is_title = pl.col("at").is_in(last.implode()) | pl.col("at").is_in((last - 2).implode())
    return around.filter("has_stop", is_title)["at"]


def _is_initial(words: pl.DataFrame) -> pl.Series:
    return words["surface"].is_in(_INITIALS)
