"""What the words of a party say of it: its gender, and whether its noun is of somebody who acts."""

from functools import cache

import polars as pl

from extract.reading.act_forms import FEMININE, MASCULINE
from extract.reading.alphabet import is_class
from extract.reading.words import Reading

# Country names that are no feminine.
_MASCULINE_NAMES = "(?:عراق|لبنان|اردن|سودان|يمن|مغرب|صومال|سنغال|نيجر|كونغو|فاتيكان)$"
# Duals and plurals, and nouns without an article.
_OBJECT = r"(?:تين|[^اي]يين)$|^[^ال]\S{2,}[^اوي]ا$"
_NOUNS = ("NOUN", "CONTENT_NOUN", "TITLE", "SOURCE", "ADJECTIVE", "NISBA", "DEFINITE")
_PLURAL_NISBA = "(?:ين|ون|ان)$"
_GROUPS = "^[وفبلك]?(?:ال|لل)?(?:تنظيم|داعش|جهادي|متطرف|ارهابي|متشدد|تكفيري)(?:ة|ين|ون)?$"
# Nouns of those who act for a country, that no class tells from other nouns.
_SIDES = (
    "^(?:ال)?(?:معارضة|شعب|شعبين|شعوب|فصيل|فصائل|مقاومة|قيادة|جانب|طرف|مسؤولون|مسؤولين|دبلوماسيون"
    "|دبلوماسيين|متمردون|متمردين|ثوار|وزراء|رؤساء|نواب|زعماء|قادة|جنود|مقاتلون|مقاتلين|مفاوضون|مفاوضين"
    "|كيان|عدو|دولة|جمهورية|مملكة|جيران|اشقاء|نظام|فرقاطة|سفينة|مدمرة|طائرة|طائرات|مقاتلات|وحدات|قوة|قوات|نظير(?:اه|اها|ه|ها|ته|تها|يه|يها)|متطرفون|متطرفين|مستوطنون|مستوطنين|جيش|جيشين)$"
)


def gender_of(word: pl.Series) -> pl.Expr:
    """The gender of names that stand alone and of adjectives; null where the word does not say.

    Args:
        word: The folded word of each party.
    """
    stands_alone = pl.col("is_name") & (pl.col("start") == pl.col("token"))
    is_masculine, is_feminine = word.str.contains(_MASCULINE_NAMES), word.str.ends_with("ة")
    is_plural = word.str.contains(_PLURAL_NISBA)
    return (
        pl.when(stands_alone)
        .then(pl.when(pl.lit(is_masculine)).then(pl.lit(MASCULINE)).otherwise(pl.lit(FEMININE)))
        .when(pl.col("is_nisba") & pl.lit(is_feminine))
        .then(pl.lit(FEMININE))
        .when(pl.col("is_nisba") & ~pl.lit(is_plural))
        .then(pl.lit(MASCULINE))
    )


def is_accusative(start: pl.Series, reading: Reading) -> pl.Series:
    """Whether noun phrases begin as what a verb has for its object: `وفدا`, `طائرتين`."""
    nouns = is_class(reading.letters[start], *_NOUNS)
    return nouns & reading.text.where_at(start, _ends_as_object)


def _ends_as_object(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_OBJECT)


@cache
def acts_for_some() -> pl.Expr:
    """Whether a phrase hangs on a noun of those who act for a country: `head_word`."""
    return pl.col("head_word").str.contains(_SIDES).fill_null(value=False)


def is_of_group(words: pl.DataFrame) -> pl.Series:
    """Which words are of armed groups that are no one country's."""
    return words["folded"].str.contains(_GROUPS)
