"""Ministries named by their field and country alone: `الخارجية المصرية`, `الدفاع الروسية`."""

import polars as pl

from extract.reading.alphabet import LETTERS, codes
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

_CLEAR_FIELDS = ("الخارجية", "الداخلية", "المالية")
_IN_TITLES = ("TITLE", "TITLE_DEFINITE")
# After one of these the field belongs to another phrase: `السياسة الخارجية الأمريكية`.
_NOUNS = ("NOUN", "ORG_HEAD", "CONTENT_NOUN", "DEFINITE", "SOURCE", "DOCUMENT", "ORG")


def find_ministries(seen: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Ministries by their field and country alone: `الخارجية المصرية`, `الدفاع الروسية`."""
    text, letters = seen.text, seen.letters
    bare = text.vocabulary["bare"]
    is_field = bare.is_in(knowledge.portfolios)
    # Of the masculine fields only the feminine adjective shows that a ministry is meant.
    is_clear = bare.is_in(_CLEAR_FIELDS)
    is_feminine = text.vocabulary["folded"].str.contains("ية$")
    word = text.tokens["word"]
    nisba = (letters == ord(LETTERS["NISBA"])) & is_feminine.gather(word)
    at = is_field.gather(word) & nisba.shift(-1, fill_value=False)
    at &= is_clear.gather(word) | ~bare.str.ends_with("ة").gather(word)
    after, titles = codes(*_NOUNS), codes(*_IN_TITLES)
    behalf = text.where(text.vocabulary["folded"] == "باسم").shift(1, fill_value=False)
    follows = letters.shift(1).is_in(after) | (letters.shift(1).is_in(titles) & ~behalf)
    return (
        text.tokens.select("token", "document")
        .filter(at & ~follows.fill_null(value=False))
        .select("token", n_tokens=pl.lit(2, pl.UInt32), document="document")
    )
