"""Names that are also words, or names of several: whether they are names here, and whose.

`مالي` is Mali and "financial", `التركي` an adjective and a surname, `عمان` Oman and Amman, `طرابلس`
in Libya and in Lebanon. The neighbours decide, then what else the article names. Which of
overlapping names stands belongs in `extract.reading.mentions`.
"""

from typing import NamedTuple

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, once_a_version
from extract.reading.alphabet import among
from extract.reading.knowledge import Knowledge
from extract.reading.namesakes import contexts_of_names, settle_owners
from extract.reading.neighbours import neighbours
from extract.reading.short_names import is_adjective
from extract.reading.words import Reading

_GEOGRAPHIC = ("country", "nisba", "place")
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
# The Uruguay of `نهر الأوروغواي` is a river.
_WATERS = ("river", "sea")


class _Listed(NamedTuple):
    """What the word lists say of forms: lists of folded words and of keys, each as one cell."""

    given_names: pl.Series
    arabic_names: pl.Series
    ambiguous_places: pl.Series
    countries_and_words: pl.Series


@once_a_version
def _listed(lexicons: Lexicons) -> _Listed:
    given = fold(lexicons["given_names"], "name", "folded")
    return _Listed(
        given["folded"].implode(),
        given.filter(pl.col("origin") == "arabic")["folded"].implode(),
        lexicons["places"].filter("is_ambiguous")["place_id"].implode(),
        lexicons["country_forms"].filter("is_ambiguous")["form"].implode(),
    )


def settle_homonyms(hits: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Drop hits that are no names where they stand, and say whose the others likeliest are.

    Args:
        hits: `token`, `n_tokens`, `document`, `form` and the columns of `Knowledge.entries`.
        reading: Words, names not yet marked.
        knowledge: What forms stand for.

    Returns:
        The hits that stand, with `n_backing`: how often the article names their country for sure.
    """
    is_geographic = pl.col("lexicon").is_in(_GEOGRAPHIC)
    names = _by_neighbours(_beside(hits.filter(is_geographic), reading, knowledge), knowledge)
    names = _backed(names.filter(_is_no_surname() & _is_no_persons_name()))
    stands = (
        pl.when(pl.col("lexicon") == "country")
        .then(_country_stands())
        .when(pl.col("lexicon") == "nisba")
        .then(
            pl.col("is_backed") & among("before", ("SOURCE", "ORG_HEAD", "TITLE", "TITLE_DEFINITE"))
        )
        .otherwise(_place_stands())
    )
    names = names.filter(~pl.col("is_ambiguous") | pl.col("told_code").is_not_null() | stands)
    names = settle_owners(names.with_columns(is_listed=_is_listed()), knowledge.lexicons).select(
        *hits.columns, "n_backing"
    )
    others = hits.filter(~is_geographic).with_columns(n_backing=pl.lit(0, pl.UInt32))
    # Of the forms of one entry only those of one word are words besides (`فتح`, not `حركة فتح`).
    is_sure = ~pl.col("is_ambiguous") | (pl.col("n_tokens") > 1) | _has_sure_form(others)
    return pl.concat([names, others.filter(is_sure & ~is_adjective(others, hits, reading))])


def _has_sure_form(hits: pl.DataFrame) -> pl.Series:
    """Whether the article names the same in a form that is nothing else."""
    sure = hits.filter(~pl.col("is_ambiguous")).select("document", "entity_id").unique()
    marked = sure.with_columns(is_sure=pl.lit(value=True))
    joined = hits.join(marked, on=["document", "entity_id"], how="left", maintain_order="left")
    return joined["is_sure"].fill_null(value=False)


def _beside(hits: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Add the words and letters before and after, and what the form is besides a name."""
    before = neighbours(hits["token"], -1, reading, "letter", "bare")
    last = hits["token"] + hits["n_tokens"] - 1
    after = neighbours(last, 1, reading, "letter", "clitic", "bare")
    listed = _listed(knowledge.lexicons)
    # `الإمارات` is the plural of a noun too, which no news article means by it.
    is_country = (pl.col("lexicon") == "country") & ~pl.col("entry_id").is_in(
        listed.countries_and_words
    )
    hits = hits.with_columns(
        is_ambiguous=pl.col("is_ambiguous") & ~is_country,
        before=before["letter"],
        after=after["letter"],
        after_clitic=after["clitic"],
        before_bare=before["bare"],
        after_bare=after["bare"],
        is_given=reading.text.at("bare", hits["token"]).is_in(listed.given_names),
        is_given_whole=reading.text.at("folded", hits["token"]).is_in(listed.given_names),
        is_everyday=knowledge.names.forms["is_everyday"][hits["form"]],
        is_curated=pl.col("entry_id").is_in(listed.ambiguous_places)
        | (pl.col("lexicon") != "place"),
        n_readings=pl.col("entity_id").n_unique().over("token", "n_tokens"),
    )
    heads = knowledge.place_heads
    waters = heads.filter(pl.col("place_type").is_in(_WATERS))["folded"].implode()
    head = pl.col("before_bare").str.strip_prefix("ال")
    return hits.with_columns(
        follows_arabic_name=pl.col("before_bare").is_in(listed.arabic_names),
        is_headed=head.is_in(heads["folded"].implode()),
        is_water=head.is_in(waters) & (pl.col("lexicon") != "place"),
        follows_name=_follows_sure_name(hits),
    )


def _follows_sure_name(hits: pl.DataFrame) -> pl.Series:
    """Whether a country or place named for sure ends on the token before."""
    sure = hits.filter(~pl.col("is_ambiguous")).select(
        at=pl.col("token") + pl.col("n_tokens").cast(pl.UInt32)
    )
    return hits["token"].is_in(sure["at"].implode())


def _by_neighbours(hits: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Drop what the word beside it makes no name; add `told_code`, the country that it tells."""
    contexts = contexts_of_names(knowledge.lexicons)
    entries = contexts.select("form", "entry").unique("form", maintain_order=True)
    hits = hits.join(
        entries, left_on="entry_id", right_on="form", how="left", maintain_order="left"
    )
    namesakes = contexts.filter(pl.col("side") == "article")["entry"].implode()
    hits = hits.with_columns(is_namesake=pl.col("entry").is_in(namesakes).fill_null(value=False))
    told: pl.Expr = pl.lit(None, pl.String)
    for side in ("before", "after"):
        code = contexts.filter(pl.col("side") == side).select(
            "entry",
            pl.col("neighbour").alias(f"{side}_bare"),
            pl.col("country_code").fill_null("").alias(f"{side}_code"),
        )
        hits = hits.join(code, on=["entry", f"{side}_bare"], how="left", maintain_order="left")
        told = pl.coalesce(told, f"{side}_code")
    hits = hits.with_columns(told_code=told)
    is_name = (pl.col("told_code") != "") | pl.col("told_code").is_null()
    return hits.filter(is_name & ~pl.col("is_water") & ~_is_dual_of_countries())


def _is_dual_of_countries() -> pl.Expr:
    """`بين الكوريتين`: the two Koreas, where no noun stands before to be described."""
    is_dual = (pl.col("gender") == "f") & (pl.col("number") == "d") & pl.col("has_article")
    described = (*_DESCRIBED, "DEFINITE", "UNKNOWN_DEFINITE", "TITLE_DEFINITE", "UNKNOWN")
    return ((pl.col("lexicon") == "nisba") & is_dual & ~among("before", described)).fill_null(
        value=False
    )


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


def _is_no_persons_name() -> pl.Expr:
    """A place between a title and more of a name is a person: `الإيطالي باولو جينتيلوني`."""
    goes_on = among("after", ("GIVEN", "UNKNOWN")) & (pl.col("after_clitic") == ord("0"))
    is_person = goes_on & among("before", _TITLED) & _is_bare() & ~pl.col("is_headed")
    is_person &= pl.col("lexicon") == "place"
    # `باراك` is no `أراك` with ب, nor `كارمن` an Armenian with ك.
    is_whole = pl.col("is_given_whole") & ~_is_bare() & ~pl.col("has_article")
    is_whole &= pl.col("lexicon").is_in(["place", "nisba"])
    return ~(is_person | is_whole).fill_null(value=False)


def _is_bare() -> pl.Expr:
    return pl.col("proclitics").fill_null("") == ""


def _backed(hits: pl.DataFrame) -> pl.DataFrame:
    """Add `is_backed`: the article surely names the same; and `n_backing` of its country."""
    is_sure = (~pl.col("is_ambiguous") | (pl.col("told_code") == pl.col("country_code"))).fill_null(
        value=False
    )
    is_single = pl.col("n_readings") == 1
    same = hits.filter(is_sure | pl.col("is_headed")).select("document", "entity_id").unique()
    sure = hits.filter(is_sure & is_single & ~pl.col("is_namesake"))
    sure = sure.unique(["token", "country_code"])
    counts = sure.group_by("document", "country_code").agg(n_backing=pl.len().cast(pl.UInt32))
    return (
        hits.join(
            same.with_columns(is_backed=pl.lit(value=True)),
            on=["document", "entity_id"], how="left", maintain_order="left",
        )
        .join(counts, on=["document", "country_code"], how="left", maintain_order="left")
        .with_columns(pl.col("is_backed").fill_null(value=False), pl.col("n_backing").fill_null(0))
    )  # fmt: skip


def _has_preposition() -> pl.Expr:
    return pl.col("proclitics").fill_null("").str.contains("[بلك]")


def _is_listed() -> pl.Expr:
    """Joined by `و` to a country or place before or after."""
    named = ("COUNTRY", "PLACE")
    follows = among("before", named) | pl.col("follows_name")
    is_joined = pl.col("proclitics").fill_null("").str.starts_with("و") & follows
    return is_joined | (among("after", named) & (pl.col("after_clitic") == ord("1")))


def _country_stands() -> pl.Expr:
    """A country that is also a word (`مالي`) follows no noun that it could describe."""
    # … nor a first name (`مارك ويلز`).
    describes = among("before", (*_DESCRIBED, "GIVEN")) & _is_bare()
    opens = among("after", _AFTER_NAME) & among("before", ("STOP", "BREAK", "COMP", "OPEN"))
    stands = among("before", _BEFORE_COUNTRY) | _has_preposition() | _is_listed() | opens
    return stands | (pl.col("is_backed") & ~describes)


def _place_stands() -> pl.Expr:
    """A place that is a word too follows `مدينة`, or has been named so; a name needs less."""
    is_surely_place = pl.col("is_headed") | pl.col("is_backed") | (pl.col("n_tokens") > 1)
    after_preposition = among("before", _BEFORE_NAME) | _has_preposition() | _is_listed()
    is_capital = pl.col("mention_kind") == "capital"
    needs_head = pl.col("is_everyday") & ~is_capital
    return is_surely_place | ~pl.col("is_curated") | (after_preposition & ~needs_head)
