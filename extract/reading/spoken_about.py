"""Whom statements are to or about, as dealings of who makes them.

What words of dealing and phrases of relations tell belongs in `extract.reading.dealings`.
"""

import polars as pl

from extract.reading.act_role_rules import BETWEEN
from extract.reading.dealings import MAX_IN_CHAIN
from extract.reading.markers import START, VERB
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

# What a stance is about stands near its beginning.
_ABOUT = 14
_FROM = "من"
_OFFICES = (
    "^(?:ال)?(?:وزير|رئيس|سفير|نائب|مندوب|مبعوث|مستشار|متحدث|ناطق|مس[ؤئ]ول|قائد)(?:ة|ون|ين)?(?: |$)"
)
_NO_STATE = "^(?:ال)?(?:معارضة|فصائل|شركة|شركات|مواطن|لاجئ)"
_PAPERS = "^(?:صحيفة|جريدة|مجلة|موقع|وكالة|قناة|شبكة|تلفزيون|إذاعة) "


def statements_about(
    parties: pl.DataFrame, statements: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Whom a stance, appeal or promise is to or about: called on, else first named in it.

    Whatever else a state says is about another where it begins with it: `إن موسكو تعرقل الحل`.
    """
    is_act = pl.col("act_class").is_in(["stance", "urge", "promise"])
    spoken = statements.filter(pl.col("speaker_country_code").is_not_null()).select(
        "document",
        "content_token",
        "end_token",
        "addressee_country_code",
        "subject_token",
        is_act=is_act,
        is_state=_speaks_for_state(),
        cue_token="token",
        initiator_code="speaker_country_code",
    )
    is_called_on = pl.col("token").is_between("cue_token", "content_token") & (
        pl.col("country_code") == pl.col("addressee_country_code")
    )
    parties = _with_standing(parties, statements, reading)
    is_named = pl.col("token") >= pl.col("content_token")
    is_named &= pl.col("token") < pl.min_horizontal("end_token", pl.col("content_token") + _ABOUT)
    # `أشاد بعمل بحارة من الفلبين`: where they are from.
    is_named &= (pl.col("marker") != _FROM) | (pl.col("token") - pl.col("content_token") <= 1)
    named = spoken.join(parties, on="document", how="inner", maintain_order="left").filter(
        is_called_on.fill_null(value=False)
        | (is_named & (pl.col("is_act") | (pl.col("is_state") & _begins_content())))
    )
    # Third parties that a speaker hopes will agree are none of the speaker's dealings.
    first = named.sort("content_token", "token", maintain_order=True).filter(
        (pl.col("country_code") != pl.col("initiator_code")) & (pl.col("kind") != "place")
    ).unique("content_token", keep="first", maintain_order=True)  # fmt: skip
    # … and whom `و` joins to it: `نصحت اليابان الفلبين وفيتنام بالتريث`.
    joined = parties.filter(pl.col("kind") != "place").select(
        "chain", "token", "last", "sentence", other="country_code"
    )
    about = (
        first.filter(pl.col("marker") != BETWEEN)
        .drop("token", "last", "sentence")
        .join(joined, on="chain", how="inner", maintain_order="left")
        .filter(pl.col("other") != pl.col("initiator_code"))
    )
    about = _of_each_speaker(about, parties)
    key = ["content_token", "initiator_code", "other"]
    about = about.unique(key, keep="first", maintain_order=True)
    # More than so many in a row are a list, and adjectives (`السياح الروس واليابانيون`) people.
    is_list = pl.len().over("content_token", "initiator_code") > MAX_IN_CHAIN
    is_list |= pl.col("is_nisba")
    about = about.filter(~is_list | (pl.col("other") == pl.col("country_code")))
    return about.with_columns(basis=pl.lit("statement_about"), is_directed=pl.lit(value=True))


def _speaks_for_state() -> pl.Expr:
    """Whether an official speaks, named or not, or a body that is no paper."""
    name, kind = pl.col("speaker_name").str, pl.col("speaker_type")
    is_body = (kind == "organization") & ~name.contains(_PAPERS)
    is_office = (kind == "unnamed") & name.contains(_OFFICES)
    return (pl.col("is_official") | is_body | is_office).fill_null(value=False)


def _with_standing(
    parties: pl.DataFrame, statements: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Add `stands_for_state`: no citizen (`شابا مغربيا`), no opposition, nobody who is quoted."""
    subjects = statements.select("subject_token", "n_subject").drop_nulls()
    quoted = tokens_inside(subjects, "subject_token", "n_subject")["at"]
    text, token = reading.text, parties["token"]
    is_one = parties["is_nisba"] & ~text.at("bare", token).str.starts_with("ال")
    is_other = text.at("bare", text.step(token, -1)).str.contains(_NO_STATE)
    stands = ~(is_one | is_other.fill_null(value=False) | token.is_in(quoted.implode()))
    return parties.with_columns(stands_for_state=stands)


def _begins_content() -> pl.Expr:
    """Whether a party is what a content begins with, and stands for its state."""
    begins = pl.col("marker").is_in([START, VERB])
    begins &= pl.col("token") - pl.col("content_token") <= 1
    return begins & pl.col("stands_for_state")


def _of_each_speaker(about: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """`تعهدت النرويج والدنمارك بمساعدة السودان`: a row for each of those who say so together."""
    with_chain = parties.select("chain", subject_token="token").unique(
        "subject_token", keep="first", maintain_order=True
    )
    members = parties.filter(pl.col("kind") != "place").select("chain", speaker="country_code")
    members = members.unique(maintain_order=True).filter(pl.len().over("chain") <= MAX_IN_CHAIN)
    each = with_chain.join(members, on="chain", how="inner", maintain_order="left").drop("chain")
    return (
        about.join(each, on="subject_token", how="left", maintain_order="left")
        .with_columns(initiator_code=pl.coalesce("speaker", "initiator_code"))
        .filter(pl.col("initiator_code") != pl.col("other"))
        .drop("speaker", "subject_token")
    )
