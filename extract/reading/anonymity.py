"""Clauses by which a source hides its name (`طلب عدم الكشف عن هويته`)."""

import polars as pl

from extract.reading.words import Reading

_ASKS = (
    "^و?(?:طلب|فضل|رفض|اشترط)(?:ت|وا|ا)?$|^(?:ب?شرط|شريطة|مشترط|رافض|طالب|مفضل)(?:ا|ة|ين)?$|^لم$"
)
_NAME = "^(?:اسم|هوي[ةت]|اسما[ءئ]|هويات)(?:ه|ها|هم|هما)$"
_MAX_TOKENS = 8


def hide_anonymity(reading: Reading) -> None:
    """Write the letter of adverbs over such clauses, which rules pass over beside a verb.

    They may stand between a source and its verb, and what asks in them is no appeal.
    """
    tokens = reading.text.tokens.select("token", "document", "sentence")
    asks = tokens.filter(reading.text.where(_is_asking)).select("document", asked="token")
    names = tokens.filter(reading.text.where(_is_own_name))
    clauses = names.join_asof(
        asks, left_on="token", right_on="asked", by="document", strategy="backward",
        check_sortedness=False,
    ).drop_nulls("asked")  # fmt: skip
    asked_in = reading.text.tokens["sentence"][clauses["asked"]]
    clauses = clauses.filter(
        (pl.col("token") - pl.col("asked") < _MAX_TOKENS) & (pl.col("sentence") == asked_in)
    )
    spans = clauses.select(token="asked", n_tokens=pl.col("token") - pl.col("asked") + 1)
    reading.set_letters(spans, "ADVERB")


def _is_asking(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_ASKS)


def _is_own_name(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_NAME)
