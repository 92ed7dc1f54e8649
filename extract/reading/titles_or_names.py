"""What words between a title and a name are: titles, names, or neither.

Which letters the words of names have otherwise belongs in `extract.reading.name_words`.
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import code, is_among
from extract.reading.name_spelling import spelt

NAME_BEFORE = ("GIVEN", "UNKNOWN", "PERSON", "TITLE_DEFINITE")


@cache
def titles_before_names() -> pl.Expr:
    """`السيد رفيق` is a titled man, `محمد الأمين ولد الداه` one name; `باسم` asks for a body."""
    letter = pl.col("letter")
    is_on_behalf = is_among(letter, ("TITLE", "TITLE_DEFINITE")) & spelt("is_on_behalf")
    # `أمير قطر` bears a title, `أمير حكمتي` a name.
    governs = (letter == code("TITLE_OR_GIVEN")) & is_among(
        letter.shift(-1), ("COUNTRY", "PLACE", "NISBA", "ORG", "ORG_HEAD")
    )
    return (
        pl.when(governs.fill_null(value=False))
        .then(code("TITLE"))
        .when(_is_first_name().fill_null(value=False))
        .then(code("GIVEN"))
        .when(_describes_a_name().fill_null(value=False))
        .then(code("NISBA"))
        .when((_is_god_alone() | _is_led_by_preposition()).fill_null(value=False))
        .then(code("NOUN"))
        .when(_is_title_of_a_name().fill_null(value=False))
        .then(code("TITLE_DEFINITE"))
        .when(is_on_behalf)
        .then(code("BI"))
        .when(_ends_a_body().fill_null(value=False))
        .then(code("ORG"))
        .otherwise(letter)
    )


def _is_title_of_a_name() -> pl.Expr:
    """`السيد` before a name and not within one."""
    letter = pl.col("letter")
    is_both = (letter == code("TITLE_OR_GIVEN")) & spelt("has_article")
    name = ("GIVEN", "UNKNOWN", "PERSON", "NAME_PARTICLE", "UNKNOWN_DEFINITE", "TITLE_OR_GIVEN")
    follows = is_among(letter.shift(1), ("GIVEN", "UNKNOWN", "PERSON"))
    return is_both & is_among(letter.shift(-1), name) & ~follows


def _ends_a_body() -> pl.Expr:
    """A bank's own name ends where a given name begins: `بنك سيفيرن آن هولواي`."""
    letter = pl.col("letter")
    return (
        (letter == code("UNKNOWN"))
        & (letter.shift(1) == code("ORG_HEAD"))
        & (letter.shift(-1) == code("GIVEN"))
    )


def _is_god_alone() -> pl.Expr:
    """`الله`, but in `فضل الله`."""
    letter = pl.col("letter")
    is_after_name = is_among(letter.shift(1), ("GIVEN", "UNKNOWN")) | is_among(
        letter.shift(2), NAME_BEFORE
    )
    is_part = spelt("is_of_god").shift(1) | leads_of_god().shift(1)
    is_part |= spelt("is_of_god_after_name").shift(1) & is_after_name
    return spelt("is_god") & (letter != code("PERSON")) & ~is_part


def _is_led_by_preposition() -> pl.Expr:
    """`القشطيني لبراعته`: after a surname an unlisted word in ل or ب is no name."""
    letter = pl.col("letter")
    return (
        (letter == code("UNKNOWN"))
        & spelt("opens_in_preposition")
        & spelt("has_article").shift(1)
        & is_among(letter.shift(1), ("UNKNOWN_DEFINITE", "GIVEN", "PERSON"))
    )


def _describes_a_name() -> pl.Expr:
    """`القيادي الحوثي أبو حمزة`: between a title and a name a surname's form describes."""
    letter = pl.col("letter")
    return (
        (letter == code("GIVEN"))
        & spelt("has_article")
        & spelt("ends_like_nisba")
        & (letter.shift(1) == code("TITLE_DEFINITE"))
        & is_among(letter.shift(-1), ("GIVEN", "PERSON", "NAME_PARTICLE"))
        & ~spelt("is_son").shift(-1)
    )


def _is_first_name() -> pl.Expr:
    """`الدكتور مساعد العيبان`, `وأكد فالح العبودي`: a title's or a verb's letters."""
    letter = pl.col("letter")
    is_verb_too = (
        is_among(letter, ("FINITE", "WEAK_FINITE"))
        & spelt("is_verb_too")
        & is_among(letter.shift(-1), ("UNKNOWN", "GIVEN", "UNKNOWN_DEFINITE", "PERSON"))
    )
    is_title_too = (
        (letter == code("TITLE"))
        & spelt("is_title_too")
        & (letter.shift(1) == code("TITLE_DEFINITE"))
        & is_among(letter.shift(-1), ("UNKNOWN", "GIVEN", "UNKNOWN_DEFINITE", "NAME_PARTICLE"))
    )
    return is_title_too | is_verb_too


@cache
def leads_of_god() -> pl.Expr:
    """`صرح نور الله خان`, `المتحدث، محب الله محب،`: a first name in two words."""
    letter = pl.col("letter")
    opens = is_among(letter.shift(1), ("FINITE", "WEAK_FINITE", "COMMA", "TITLE_DEFINITE", "NISBA"))
    goes_on = is_among(letter.shift(-2), ("UNKNOWN", "GIVEN"))
    return spelt("is_of_god_after_name") & spelt("is_god").shift(-1) & opens & goes_on
