"""Sources of two words (`مشروع القرار`, `وسائل الإعلام`): neither word alone is one everywhere."""

import polars as pl

from extract.reading.alphabet import is_class
from extract.reading.words import Reading

_DRAFT = "^(?:ال)?(?:مشروع|مسودة|نص)$"
_DRAFTED = (
    *("قرار", "قرارات", "قانون", "قوانين", "بيان", "اتفاق", "اتفاقية", "دستور", "وثيقة"),
    *("معاهدة", "توصية", "ميثاق", "اعلان", "مذكرة"),
)
_LEADS = ("FINITE", "WEAK_FINITE", "ACCORDING", "ABOUT", "TIME", "ADVERB")
_MEDIA = ("اعلام", "الاعلام")


def mark_drafts(reading: Reading) -> None:
    """Class both words of `مشروع القرار` as a document, of `وسائل إعلام` as a source."""
    text = reading.text
    media = text.which(_is_means)
    media = media.filter(text.at("folded", text.step(media, 1)).is_in(_MEDIA))
    # `ودعا المتحدث وسائل الإعلام إلى`: whom one calls on is no more of the subject.
    media = media.filter(is_class(reading.letters[text.step(media, -1)], *_LEADS))
    reading.set_class(pl.concat([media, media + 1]), "SOURCE")
    first = text.which(_is_draft)
    # With a preposition of its own the second word begins another phrase.
    second = text.at("folded", text.step(first, 1)).str.strip_prefix("ال")
    first = first.filter(second.is_in(_DRAFTED))
    reading.set_class(pl.concat([first, first + 1]), "DOCUMENT")


def _is_draft(words: pl.DataFrame) -> pl.Series:
    return words["bare"].str.contains(_DRAFT)


def _is_means(words: pl.DataFrame) -> pl.Series:
    return words["bare"] == "وسائل"
