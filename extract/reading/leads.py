"""The unnamed official of a lead (`مسؤول كبير في الحركة`) whom the next sentences name.

Headlines' officials and definite descriptions belong in `extract.reading.descriptions`.
"""

import polars as pl

from extract.reading.described import Described
from extract.reading.description_words import description_words
from extract.reading.speaking import SPEAKER
from extract.reading.words import Reading

_SUBJECT = ("subject_token", "n_subject")
_HEAD = "^(?:ال)?(مس[ؤئ]ول|قيادي|دبلوماسي|عضو|متحدث|ناطق|خبير|محلل|ناشط|مبعوث|مندوب)[ةى]?(?: |$)"
_SPOKESMEN = ("متحدث", "ناطق")
_MEMBER = "عضو"
# No official who is one of these is called an official.
_HIGH = "^(?:وزير|رئيس|سفير|ملك|امير|نائب|سيناتور|بابا)ة?$"
# `مبعوث صيني` is who represents his country somewhere, or his deputy.
_ENVOYS = ("مبعوث", "مندوب")
_ENVOY = "^(?:مبعوث|مندوب|ممثل|سفير|دبلوماسي|نائب)$"


def name_leads(
    statements: pl.DataFrame, described: Described, reading: Reading, honorifics: pl.Series
) -> pl.DataFrame:
    """Whom the official of a lead is, where the very next speaker is named and may be the same.

    Args:
        statements: In order, with speakers that their subjects name, and `is_lead`.
        described: The words of their subjects.
        reading: Words with all names marked.
        honorifics: Titles that anybody may bear.

    Returns:
        `row` and the columns of `SPEAKER`, one row an official who is found.
    """
    spoken = statements.select(
        "row", "document", "part", "is_lead", "gender", *_SUBJECT, *SPEAKER
    ).drop_nulls("speaker_name")
    after = spoken.select(pl.col("document", "gender", *SPEAKER).shift(-1).name.prefix("told_"))
    leads = spoken.hstack(after).with_columns(head=pl.col("speaker_name").str.extract(_HEAD, 1))
    is_official = (pl.col("speaker_type") == "unnamed") & (pl.col("part") == "body")
    is_official &= pl.col("is_lead") & pl.col("head").is_not_null()
    leads = leads.filter(
        is_official
        & (pl.col("told_document") == pl.col("document"))
        & (pl.col("told_speaker_type") == "person")
    )
    answer = {column: f"told_{column}" for column in SPEAKER}
    if leads.is_empty():  # as in most batches of a few articles
        return leads.select("row", **answer)
    rows = [
        _serving_the_same(
            leads.drop_nulls("told_speaker_role_token"), described, reading, honorifics
        ),
        _introduced(leads, reading),
    ]
    return leads.filter(pl.col("row").is_in(pl.concat(rows).implode())).select("row", **answer)


def _serving_the_same(
    leads: pl.DataFrame, described: Described, reading: Reading, honorifics: pl.Series
) -> pl.Series:
    """Rows of officials whose every word of where they serve is in the title beside the name."""
    asked = described.statements.filter(pl.col("is_core") & ~pl.col("is_head"))
    asked = asked.join(leads, on="row", how="semi")
    told = description_words(
        leads.select(
            "row", "document", token="told_speaker_role_token", n_tokens="told_speaker_n_role"
        ),
        reading,
        honorifics,
    )
    shared = asked.select("row", "word").unique().join(
        told.select("row", "word", is_told=pl.lit(value=True)).unique(),
        on=["row", "word"], how="left", maintain_order="left",
    )  # fmt: skip
    fits = shared.group_by("row").agg(fits=pl.col("is_told").fill_null(value=False).all())
    return fits.filter("fits")["row"]


def _introduced(leads: pl.DataFrame, reading: Reading) -> pl.Series:
    """Rows of officials whom a name of their gender and country follows.

    `قالت متحدثة باسم الحكومة إن …. وقالت سلمى نور، المتحدثة باسم مكتب …`: who speaks for somebody
    is a spokeswoman by her name too, an official is no minister.
    """
    # A member of something is anybody of it.
    leads = leads.filter(pl.col("head") != _MEMBER)
    role = reading.text.at("bare", leads["told_speaker_role_token"]).str.strip_prefix("ال")
    told_head = pl.lit(role).str.strip_suffix("ة")
    is_she = pl.col("speaker_name").str.contains("^[^ ]+ة(?: |$)")
    fits = is_she == (pl.col("told_gender") == "f")
    same_country = pl.col("speaker_country_code") == pl.col("told_speaker_country_code")
    fits &= same_country.fill_null(value=True)
    fits &= (
        pl.when(pl.col("head").is_in(_SPOKESMEN))
        .then((told_head == pl.col("head")).fill_null(value=True))
        .when(pl.col("head").is_in(_ENVOYS))
        .then(told_head.str.contains(_ENVOY))
        .otherwise(~told_head.str.contains(_HIGH))
    )
    return leads.filter(fits.fill_null(value=False))["row"]
