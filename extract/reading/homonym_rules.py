"""What stands beside a country, nisba or place that makes it a name, or none.

Where these columns come from, and whose a name is, belongs in `extract.reading.homonyms`.
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import among

# A word that is also something else is a name after one of these, or before a verb.
_BEFORE_NAME = ("IN", "FROM", "TO")
_BEFORE_COUNTRY = (*_BEFORE_NAME, "PREP", "COUNTRY", "ORG_HEAD")
_AFTER_NAME = ("FINITE", "WEAK_FINITE", "VERB", "AUX")
# What an adjective describes.
_DESCRIBED = (
    "NOUN", "SOURCE", "TITLE", "TITLE_OR_GIVEN", "ORG_HEAD", "ADJECTIVE", "DOCUMENT",
    "CONTENT_NOUN", "NISBA", "NUMBER", "DASH",
)  # fmt: skip
_TITLED = ("TITLE_DEFINITE", "NISBA", "GIVEN", "TITLE_OR_GIVEN", "NUMBER")
_FATHER = ("بن", "ابن", "عبد", "ابو", "ال")


@cache
def may_be_name() -> pl.Expr:
    """Whether what stands beside leaves a name of a country or place."""
    is_name = (pl.col("told_code") != "") | pl.col("told_code").is_null()
    is_name &= ~pl.col("is_water") & ~_is_dual_of_countries()
    return is_name & _is_no_surname() & _is_no_persons_name()


@cache
def _is_dual_of_countries() -> pl.Expr:
    """`بين الكوريتين`: the two Koreas, where no noun stands before to be described."""
    is_dual = (pl.col("gender") == "f") & (pl.col("number") == "d") & pl.col("has_article")
    described = (*_DESCRIBED, "DEFINITE", "UNKNOWN_DEFINITE", "TITLE_DEFINITE", "UNKNOWN")
    return ((pl.col("lexicon") == "nisba") & is_dual & ~among("before", described)).fill_null(
        value=False
    )


@cache
def _is_no_surname() -> pl.Expr:
    """An adjective of origin after a given name is a surname: `منصور التركي`, `تركي بن سالم`."""
    is_masculine = (pl.col("gender") == "m") & (pl.col("number") == "s")
    is_name_before = among("before", ("GIVEN",)) & pl.col("follows_arabic_name")
    follows_name = is_name_before | pl.col("before_bare").is_in(_FATHER)
    goes_on = pl.col("after_bare").is_in(_FATHER) | (
        among("after", ("GIVEN",)) & (pl.col("after_clitic") == ord("0"))
    )
    is_given = pl.col("is_given") & (goes_on | ~among("before", _DESCRIBED))
    is_name = follows_name | (~pl.col("has_article") & is_given)
    return ~((pl.col("lexicon") == "nisba") & is_masculine & is_name).fill_null(value=False)


@cache
def _is_no_persons_name() -> pl.Expr:
    """A place between a title and more of a name is a person: `الإيطالي باولو جينتيلوني`."""
    goes_on = among("after", ("GIVEN", "UNKNOWN")) & (pl.col("after_clitic") == ord("0"))
    is_person = goes_on & among("before", _TITLED) & _is_bare() & ~pl.col("is_headed")
    # … and so is a surname after a foreign first name: `سيليا فلوريس`.
    is_surname = among("before", ("GIVEN", "UNKNOWN")) & pl.col("is_given") & _is_bare()
    is_person |= is_surname & (pl.col("n_tokens") == 1) & pl.col("country_code").is_not_null()
    is_person &= pl.col("lexicon") == "place"
    # `باراك` is no `أراك` with ب, nor `كارمن` an Armenian with ك.
    is_whole = pl.col("is_given_whole") & ~_is_bare() & ~pl.col("has_article")
    is_whole &= pl.col("lexicon").is_in(["place", "nisba"])
    return ~(is_person | is_whole).fill_null(value=False)


@cache
def _is_bare() -> pl.Expr:
    return pl.col("proclitics").fill_null("") == ""


@cache
def _has_preposition() -> pl.Expr:
    return pl.col("proclitics").fill_null("").str.contains("[بلك]")


@cache
def is_listed() -> pl.Expr:
    """Joined by `و` to a country or place before or after."""
    named = ("COUNTRY", "PLACE")
    follows = among("before", named) | pl.col("follows_name")
    is_joined = pl.col("proclitics").fill_null("").str.starts_with("و") & follows
    return is_joined | (among("after", named) & (pl.col("after_clitic") == ord("1")))


@cache
def stands() -> pl.Expr:
    """Whether an ambiguous name is one where it stands."""
    adjective = among("before", ("SOURCE", "ORG_HEAD", "TITLE", "TITLE_DEFINITE"))
    return (
        pl.when(pl.col("lexicon") == "country")
        .then(_country_stands())
        .when(pl.col("lexicon") == "nisba")
        .then(pl.col("is_backed") & adjective)
        .otherwise(_place_stands())
    )


@cache
def _country_stands() -> pl.Expr:
    """A country that is also a word (`مالي`) follows no noun that it could describe."""
    # … nor a first name (`مارك ويلز`).
    describes = among("before", (*_DESCRIBED, "GIVEN")) & _is_bare()
    opens = among("after", _AFTER_NAME) & among("before", ("STOP", "BREAK", "COMP", "OPEN"))
    stands = among("before", _BEFORE_COUNTRY) | _has_preposition() | is_listed() | opens
    return stands | (pl.col("is_backed") & ~describes)


@cache
def is_in_country() -> pl.Expr:
    """`في مالي`: no adjective follows a preposition."""
    return ((pl.col("lexicon") == "country") & among("before", _BEFORE_NAME)).fill_null(value=False)


@cache
def is_compared() -> pl.Expr:
    """A place after `ك`: `كسرت` broke something more often than it is like Sirte."""
    likens = pl.col("proclitics").fill_null("").str.contains("ك")
    return (pl.col("lexicon") == "place") & likens & ~pl.col("has_article")


@cache
def _place_stands() -> pl.Expr:
    """A place that is a word too follows `مدينة`, or has been named so; a name needs less."""
    is_surely_place = pl.col("is_headed") | pl.col("is_backed") | (pl.col("n_tokens") > 1)
    after_preposition = among("before", _BEFORE_NAME) | _has_preposition() | is_listed()
    is_capital = pl.col("mention_kind") == "capital"
    needs_head = pl.col("is_everyday") & ~is_capital
    stands = ~pl.col("is_curated") | (after_preposition & ~needs_head)
    return is_surely_place | (stands & ~is_compared())
