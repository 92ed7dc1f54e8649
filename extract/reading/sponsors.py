"""Who issued a document that speaks later: `أصدرت الوزارة بيانا … وقال البيان`.

Bodies named beside the document itself (`بيان لوزارة التجارة`) belong in `extract.reading.holders`.
"""

import polars as pl

from extract.reading.alphabet import LETTERS, is_class, is_clitic
from extract.reading.findings import Findings
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

ISSUER = {
    "issuer_at": "at",
    "issuer_id": "entity_id",
    "issuer_name": "entity_name",
    "issuer_country": "country_code",
    "is_worldwide_issuer": "is_worldwide",
}
# Verbs of issuing with their document near after them: `تقدمت فرنسا أمس بمشروع قرار`.
_ISSUES = "^[وف]?(?:تقدم|قدم|طرح|وزع|اصدر|نشر|عرض|صاغ|اعد)(?:ت|وا|تا|ا)?$"
_REACH = 14
# `الولايات المتحدة وبريطانيا`: the second of two stands this near.
_NEAR = 3


def find_sponsors(
    holders: pl.DataFrame, issuers: pl.DataFrame, findings: Findings, reading: Reading
) -> pl.DataFrame:
    """The body or country that the article says issued each document before it speaks.

    Args:
        holders: Statements with `head` and their subjects.
        issuers: Whom the subject itself names: `row` and the columns of `ISSUER`.
        findings: The names of the batch.
        reading: Words of the batch.

    Returns:
        Columns of `issuers`, one row a document that it does not hold. What several countries issue
        speaks for none.
    """
    asked = holders.filter(pl.col("head") == LETTERS["DOCUMENT"]).join(
        issuers, on="row", how="anti"
    )
    asked = asked.select(
        "row", "document", "subject_token", noun=_noun(asked["subject_token"], reading)
    )
    issued = _issued(asked["document"], reading)
    found = asked.sort("subject_token").join_asof(
        issued, left_on="subject_token", right_on="document_at", by=["document", "noun"],
        strategy="backward", check_sortedness=False,
    )  # fmt: skip
    named = _names(findings).rename({"token": "at"})
    found = (
        found.drop_nulls("verb_at")
        .sort("verb_at")
        .join_asof(
            named, left_on="verb_at", right_on="at", strategy="forward", check_sortedness=False
        )
    )
    found = found.filter(pl.col("at") < pl.col("document_at"))
    after = found.with_columns(from_at=pl.col("at") + 1).join_asof(
        named.select(next_at="at", next_code="country_code"),
        left_on="from_at", right_on="next_at", strategy="forward", check_sortedness=False,
    )  # fmt: skip
    is_joined = is_clitic(reading.clitics[after["next_at"].fill_null(0)], "w")
    is_near = (pl.col("next_at") - pl.col("at") <= _NEAR) & pl.lit(is_joined)
    is_several = is_near & (pl.col("next_code") != pl.col("country_code"))
    is_several = is_several.fill_null(value=False)
    return (
        after.with_columns(
            country_code=pl.when(~is_several).then("country_code"),
            is_worldwide=pl.col("is_worldwide") | is_several,
        )
        .select("row", **ISSUER)
        .select(issuers.columns)
        .cast(issuers.schema)
    )


def _noun(tokens: pl.Series, reading: Reading) -> pl.Series:
    return reading.text.at("bare", tokens).str.strip_prefix("ال").str.strip_suffix("ا")


def _issued(documents: pl.Series, reading: Reading) -> pl.DataFrame:
    """Documents after a verb of issuing: `document`, `noun`, `document_at`, `verb_at`."""
    text, letters = reading.text, reading.letters
    verbs = text.tokens.select("document", "sentence", verb_at="token").filter(text.where(_issues))
    verbs = verbs.filter(pl.col("document").is_in(documents.implode()))
    left = pl.lit(len(letters), pl.UInt32) - pl.col("verb_at")
    spans = verbs.with_columns(n=pl.min_horizontal(_REACH + 1, left))
    near = tokens_inside(spans, "verb_at", "n")
    is_written = is_class(letters[near["at"]], "DOCUMENT", "NOMINAL", "NOUN")
    is_written &= text.tokens["sentence"][near["at"]] == near["sentence"]
    # The verb nearest before each.
    near = (
        near.filter(is_written).sort("at", "verb_at").unique("at", keep="last", maintain_order=True)
    )
    return near.select(
        "document", noun=_noun(near["at"], reading), document_at="at", verb_at="verb_at"
    )


def _issues(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_ISSUES)


def _names(findings: Findings) -> pl.DataFrame:
    """Bodies and countries in running order: `token` and what `ISSUER` takes of them."""
    columns = ("token", "entity_id", "entity_name", "country_code")
    countries = findings.names.filter(pl.col("lexicon") == "country").select(
        *columns, is_worldwide=pl.lit(value=False)
    )
    bodies = findings.organizations.select(*columns, "is_worldwide")
    named = pl.concat([bodies, countries], how="vertical_relaxed").sort(
        "token", maintain_order=True
    )
    return named.unique("token", keep="first", maintain_order=True)
