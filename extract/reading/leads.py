"""The unnamed official of a lead (`مسؤول كبير في الحركة`) whom the next sentences name.

Headlines' officials and definite descriptions belong in `extract.reading.descriptions`.
"""

import polars as pl

from extract.reading.described import Described
from extract.reading.description_words import description_words
from extract.reading.speaking import SPEAKER
from extract.reading.words import Reading

_SUBJECT = ("subject_token", "n_subject")
_OFFICIAL = "^(?:مس[ؤئ]ول|قيادي|دبلوماسي|عضو|متحدث|ناطق)[ةى]?(?: |$)"


def name_leads(
    statements: pl.DataFrame, described: Described, reading: Reading, honorifics: pl.Series
) -> pl.DataFrame:
    """Whom the official of a lead is, where the very next speaker is named with the same body.

    Args:
        statements: In order, with speakers that their subjects name, and `is_lead`.
        described: The words of their subjects.
        reading: Words with all names marked.
        honorifics: Titles that anybody may bear.

    Returns:
        `row` and the columns of `SPEAKER`, one row an official who is found.
    """
    spoken = statements.select(
        "row", "document", "part", "is_lead", *_SUBJECT, *SPEAKER
    ).drop_nulls("speaker_name")
    after = spoken.select(pl.col("document", *SPEAKER).shift(-1).name.prefix("told_"))
    is_official = (pl.col("speaker_type") == "unnamed") & (pl.col("part") == "body")
    is_official &= pl.col("is_lead") & pl.col("speaker_name").str.contains(_OFFICIAL)
    leads = spoken.hstack(after).filter(
        is_official
        & (pl.col("told_document") == pl.col("document"))
        & (pl.col("told_speaker_type") == "person")
        & pl.col("told_speaker_role_token").is_not_null()
    )
    answer = {column: f"told_{column}" for column in SPEAKER}
    if leads.is_empty():  # as in most batches of a few articles
        return leads.select("row", **answer)
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
    # Every word that tells where the official serves is in the title that goes with the name.
    fits = shared.group_by("row").agg(fits=pl.col("is_told").fill_null(value=False).all())
    return leads.join(fits.filter("fits"), on="row", how="semi").select("row", **answer)
