"""Foreign names of several syllables: which words and dashes are parts of them.

How the words of names stand beside each other else belongs in `extract.reading.name_words`.
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import code, is_among, is_class
from extract.reading.name_spelling import spelt
from extract.reading.words import Reading, write_letters

# What describes whoever is called `لي` (`السفير الصيني لي جيان مين`) or `إلينا`, `to us` elsewhere.
_BEFORE_SURNAME = ("TITLE", "TITLE_DEFINITE", "NISBA", "COUNTRY", "PLACE", "ORG", "ORG_HEAD")
_BEFORE_HYPHEN = (*_BEFORE_SURNAME, "TITLE_OR_GIVEN", "UNKNOWN", "GIVEN", "FINITE", "DEFINITE")
_BEFORE_CLAUSE = (
    *("COMMA", "RPAREN", "CLOSE", "NOUN", "DEFINITE", "ADJECTIVE", "TIME", "NUMBER", "DOCUMENT"),
    *("SOURCE", "ORG", "ORG_HEAD", "PLACE", "COUNTRY"),
)
_AFTER_SYLLABLE = ("COMMA", "COMP", "FINITE", "STOP", "RPAREN", "IN", "BREAK")


def hyphenated(letters: pl.Series, reading: Reading) -> pl.Series:
    """`كيم جونغ-أون`: what a dash without blanks joins to a foreign name is a part of it."""
    dashes = (letters == code("DASH")).arg_true()
    tokens, after = reading.text.tokens, reading.text.step(dashes, 1)
    before = reading.text.step(dashes, -1)
    is_close = tokens["end_char"][before] == tokens["start_char"][dashes]
    is_close &= tokens["end_char"][dashes] == tokens["start_char"][after]
    is_name = is_class(letters[before], "UNKNOWN", "GIVEN")
    is_name &= is_class(letters[reading.text.step(dashes, -2)], *_BEFORE_HYPHEN)
    is_name &= is_class(letters[after], "UNKNOWN", "GIVEN", "COMP", "PARTICLE", "NOUN", "SOURCE")
    # … but no wish (`محمد-رحمه الله`), nor anything after a surname of Arabic.
    is_name &= ~reading.text.at("folded", after).str.contains("(?:ه|هم|هما)$")
    is_name &= ~reading.text.at("folded", before).str.starts_with("ال")
    joins = dashes.filter(is_close & is_name)
    return write_letters(letters, pl.concat([joins, joins + 1]), code("UNKNOWN"))


@cache
def syllables() -> pl.Expr:
    """The letter of each word, told as a name's where words of the grammar are syllables of it."""
    letter = pl.col("letter")
    strong = ("UNKNOWN", "GIVEN")
    is_after_name = is_among(letter.shift(1), strong)
    joins = is_after_name & (letter.shift(-1) == code("UNKNOWN")) & spelt("is_between")
    ends = (
        is_after_name
        & is_among(letter.shift(2), strong)
        & is_among(letter.shift(-1), _AFTER_SYLLABLE)
    )
    is_syllable = joins | (ends & spelt("is_syllable"))
    is_surname = (
        spelt("is_to_me")
        & is_among(letter.shift(1), _BEFORE_SURNAME)
        & is_among(letter.shift(-1), (*strong, "PLACE"))
    )
    # `لي جيان`: what is a city elsewhere is the name that the surname opens.
    is_syllable |= is_surname | (is_surname.shift(1) & (letter == code("PLACE")))
    # … and so is what follows, if it opens no clause: `لي مينغ إن الجانبين`.
    is_syllable |= is_surname.shift(2) & spelt("is_syllable") & (letter != code("COMP"))
    # `وبحسب التقرير، فان محمد …`: written so, it is `فإن`.
    opens_clause = spelt("is_van") & is_among(letter.shift(1), _BEFORE_CLAUSE)
    return (
        pl.when(is_syllable.fill_null(value=False))
        .then(code("UNKNOWN"))
        .when(opens_clause.fill_null(value=False))
        .then(code("COMP"))
        .otherwise(letter)
    )
