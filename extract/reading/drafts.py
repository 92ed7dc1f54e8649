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
    first = text.which(_is_draft)
    # With a preposition of its own the second word begins another phrase.
    second = text.at("folded", text.step(first, 1)).str.strip_prefix("ال")
    first = first.filter(second.is_in(_DRAFTED))
    reading.set_class(pl.concat([first, first + 1]), "DOCUMENT")


def _is_draft(words: pl.DataFrame) -> pl.Series:
    return words["bare"].str.contains(_DRAFT)
