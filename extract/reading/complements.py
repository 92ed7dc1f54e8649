"""Prepositions that complete the noun before them, and open nothing that a verb takes.

`أكد عدد من السكان أن`, `المشرف على الأعمال`, `المشاركون في المؤتمر`: a phrase with such a noun goes
on over its preposition, as `المتحدث باسم الحكومة` does. Which words a subject is made of belongs in
`extract.reading.subjects`.
"""

import polars as pl

from extract.reading.alphabet import code, is_class
from extract.reading.words import Reading

# Some of a number of people: these take `من`.
_SOME = (
    *("عدد", "عديد", "العديد", "بعض", "البعض", "كثير", "الكثير", "كثيرون", "قليل", "القليل"),
    *("معظم", "غالبية", "اغلبية", "مجموعة", "فريق", "وفد", "نخبة", "جمع", "حشد", "لفيف", "واحد"),
    *("عشرات", "مئات", "الاف", "اثنان", "اثنين", "ثلاثة", "اربعة", "خمسة", "ستة", "سبعة"),
    *("ثمانية", "تسعة", "عشرة"),
)
_WHO_TAKE = {
    "FROM": f"^(?:{'|'.join(_SOME)})$",
    "ON": "^(?:ال)?(?:مشرف|قائم|مطلع)(?:ون|ين|ة|ات)?$",
    "ABOUT": "^(?:ال)?(?:مسءول|مسئول|مسؤول|مدافع|معبر|ناطق)(?:ون|ين|ة|ات)?$",
    "IN": "^ال(?:مشارك|عامل|متخصص|مختص|مجتمع|حاضر)(?:ون|ين|ة|ات)$",
}


def settle_complements(reading: Reading) -> None:
    """Let such prepositions link words as `باسم` does.

    Args:
        reading: Words of the batch with names marked.
    """
    at = reading.text.which(_takes)
    after = reading.text.step(at, 1)
    takes = reading.text.vocabulary.find(_taken)[reading.text.tokens["word"][at]]
    # `قال المشاركون في بيان`: where they meet is definite.
    is_definite = reading.text.at("bare", reading.text.step(after, 1)).str.starts_with("ال")
    is_own = (reading.letters[after] == takes) & (is_definite | (takes != code("IN")))
    # `مجموعة من أبرز اللاعبين`: not before what may be a cue.
    is_own &= is_class(reading.letters[reading.text.step(after, 1)], "NOMINAL_WORD")
    reading.set_class(after.filter(is_own), "ON_BEHALF")


def _takes(words: pl.DataFrame) -> pl.Series:
    return _taken(words) > 0


def _taken(words: pl.DataFrame) -> pl.Series:
    """The class of the preposition that each word takes, 0 for those that take none (UInt8)."""
    bare = pl.col("bare")
    taken = pl.coalesce(
        pl.when(bare.str.contains(pattern)).then(code(name)) for name, pattern in _WHO_TAKE.items()
    )
    return words.select(taken.fill_null(0).cast(pl.UInt8)).to_series()
