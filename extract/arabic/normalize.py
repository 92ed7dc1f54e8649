"""Folding of spelling variants, on shadow columns only: the text itself is never changed.

Two words that an Arabic reader takes for spellings of one word get one folded form: diacritics and
tatweel go, the hamza on alef goes (`أإآٱ` → `ا`), alef maksura becomes yeh (`ى` → `ي`).
`ة`, `ؤ` and `ئ` stay, because folding them makes different words alike.
"""

import re
import unicodedata

import polars as pl
from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import (
    normalize_alef_ar,
    normalize_alef_maksura_ar,
    normalize_unicode,
)

# A word of these letters alone is its own folded form, as two words in three are.
PLAIN_LETTERS = r"0-9A-Za-z\u0621\u0624\u0626-\u063a\u0641-\u0648\u064a"
_PLAIN_WORD = f"^[{PLAIN_LETTERS}]+$"
# No word of a text holds a line feed, so that one call folds a whole vocabulary.
_SEPARATOR = "\n"
_TATWEEL_AND_MARKS = re.compile("[ـ\u200c-\u200f\u202a-\u202e\ufeff]+")
# The letters that camel-tools writes out before it composes. It looks at every letter for them;
# writing them out here takes a tenth of the time on the vocabulary of a batch.
_LIGATURES = {letter: normalize_unicode(letter) for letter in "\ufdfc\ufdfd"}


def fold_words(words: list[str]) -> list[str]:
    """Fold words of a vocabulary, in order.

    Args:
        words: Words without line feeds.

    Returns:
        One folded word for each, by camel-tools' normalisation and dediacritisation.
    """
    if not words:
        return []
    text = _SEPARATOR.join(words)
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    text = dediac_ar(unicodedata.normalize("NFKC", text))
    text = _TATWEEL_AND_MARKS.sub("", text)
    return str(normalize_alef_maksura_ar(normalize_alef_ar(text))).split(_SEPARATOR)


def fold(frame: pl.DataFrame, column: str, folded: str) -> pl.DataFrame:
    """Add to `frame` the column `folded`: `column` folded, each distinct value once."""
    distinct = frame.select(pl.col(column).drop_nulls().unique(maintain_order=True)).to_series()
    return frame.join(
        pl.DataFrame({column: distinct, folded: fold_series(distinct)}),
        on=column,
        how="left",
        maintain_order="left",
    )


def fold_series(words: pl.Series) -> pl.Series:
    """Fold each of some words; those that are null stay so."""
    others = (~words.str.contains(_PLAIN_WORD)).arg_true()
    values = pl.Series(fold_words(words[others].to_list()), dtype=pl.String)
    return words.clone().scatter(others, values)
