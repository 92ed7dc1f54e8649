"""Documents of two words (`مشروع القرار`): neither word alone is one everywhere."""

import polars as pl

from extract.reading.words import Reading

_DRAFT = "^(?:ال)?(?:مشروع|مسودة|نص)$"
_DRAFTED = (
    *("قرار", "قرارات", "قانون", "قوانين", "بيان", "اتفاق", "اتفاقية", "دستور", "وثيقة"),
    *("معاهدة", "توصية", "ميثاق", "اعلان", "مذكرة"),
)


def mark_drafts(reading: Reading) -> None:
    """Class both words of `مشروع القرار` as a document."""
    text = reading.text
    is_first = text.where(_is_draft) & text.where(_is_drafted).shift(-1, fill_value=False)
    spans = text.tokens.select("token", n_tokens=pl.lit(2, pl.UInt32)).filter(is_first)
    reading.set_letters(spans, "DOCUMENT")


def _is_draft(words: pl.DataFrame) -> pl.Series:
    return words["bare"].str.contains(_DRAFT)


def _is_drafted(words: pl.DataFrame) -> pl.Series:
    # With a preposition of its own the second word begins another phrase.
    return words["folded"].str.replace("^ال", "").is_in(_DRAFTED)
