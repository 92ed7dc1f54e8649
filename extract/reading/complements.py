"""Prepositions that complete the noun before them, and open nothing that a verb takes.

`أكد عدد من السكان أن`, `مصادر مقربة من الحكومة`, `المشرف على الأعمال`, `المشاركون في المؤتمر`: a
phrase with such a noun goes on over its preposition, as `المتحدث باسم الحكومة` does. Which words a
subject is made of belongs in `extract.reading.subjects`.
"""

from itertools import product

import polars as pl

from extract.reading.alphabet import code, is_class
from extract.reading.words import Reading

# Some of a number of people: these take `من`.
_SOME = (
    *(
        "عدد",
        "عددا",
        "عديد",
        "العديد",
        "بعض",
        "البعض",
        "كثير",
        "الكثير",
        "كثيرا",
        "كثيرون",
        "قليل",
        "القليل",
    ),
    *(
        "كل",
        "معظم",
        "غالبية",
        "اغلبية",
        "مجموعة",
        "فريق",
        "وفد",
        "نخبة",
        "جمع",
        "حشد",
        "لفيف",
        "واحد",
    ),
    *("عشرات", "مئات", "الاف", "اثنان", "اثنين", "ثلاثة", "اربعة", "خمسة", "ستة", "سبعة"),
    *("ثمانية", "تسعة", "عشرة"),
)
_ENDINGS = ("", "ون", "ين", "ة", "ات")


def _forms(stems: tuple[str, ...], articles: tuple[str, ...], endings: tuple[str, ...]) -> set[str]:
    return {"".join(form) for form in product(articles, stems, endings)}


# By the class of the preposition, who takes it.
_WHO_TAKE = {
    "FROM": set(_SOME) | _forms(("مقرب", "قريب"), ("", "ال"), _ENDINGS),
    "ON": _forms(("مشرف", "قائم", "مطلع"), ("", "ال"), _ENDINGS),
    # `معبرين عن تضامنهم` says something, `صوت معبر عن الناس` does not.
    "ABOUT": _forms(("مسؤول", "مسئول", "مدافع", "ناطق", "منشق"), ("", "ال"), _ENDINGS)
    | {"معبر", "معبرة"},
    # Only who takes part in something definite: `قال مشاركون في بيان`.
    "IN": _forms(("مشارك", "عامل", "متخصص", "مختص", "مجتمع", "حاضر"), ("ال",), _ENDINGS[1:]),
}
_IMPERFECT = r"^[يت]\S{3,}"
_HUMANS = ("ANY_TITLE", "PERSON", "GIVEN", "NISBA", "UNKNOWN")
_TAKEN = {form: code(name) for name, forms in _WHO_TAKE.items() for form in sorted(forms)}


def settle_complements(reading: Reading) -> None:
    """Let such prepositions link words as `باسم` does.

    Args:
        reading: Words of the batch with names marked.
    """
    taken = reading.text.vocabulary.find(_taken)[reading.text.tokens["word"]]
    at = (taken > 0).arg_true()
    takes, after = taken[at], reading.text.step(at, 1)
    # `قال المشاركون في بيان`: where they meet is definite.
    is_definite = reading.text.at("bare", reading.text.step(after, 1)).str.starts_with("ال")
    is_own = (reading.letters[after] == takes) & (is_definite | (takes != code("IN")))
    # `مصدر مقرب من | الرئيس`: whom a source is near does not speak.
    is_near = reading.text.at("bare", at).str.contains("مقرب|قريب")
    is_human = is_class(reading.letters[reading.text.step(after, 1)], *_HUMANS)
    is_own &= ~(is_near & is_human)
    # `أكدت كل من قطر ومصر`, but `اجتماعا مع كل من`
    before = reading.letters[reading.text.step(at, -1)]
    is_each = reading.text.at("folded", at) == "كل"
    is_own &= ~is_each | is_class(before, "FINITE", "WEAK_FINITE", "TIME", "ADVERB")
    # `أعلنت القرار، معبرة عن استعدادها`
    is_voicing = reading.text.at("folded", at).is_in(["معبر", "معبرة"])
    is_own &= ~(is_voicing & is_class(before, "COMMA"))
    # `مجموعة من أبرز اللاعبين`: not before what may be a cue.
    is_own &= is_class(reading.letters[reading.text.step(after, 1)], "NOMINAL_WORD")
    reading.set_class(after.filter(is_own), "ON_BEHALF")
    # `محذرا كل من تسول له نفسه`: it is whoever does, and no source of a danger.
    following = reading.text.step(after, 1)
    acts = is_class(reading.letters[following], "VERB", "AUX")
    acts |= is_class(reading.letters[following], "NOUN", "UNKNOWN") & reading.text.at(
        "folded", following
    ).str.contains(_IMPERFECT)
    is_who = is_each & acts & (reading.letters[after] == takes)
    reading.set_class(after.filter(is_who), "WHICH")


def _taken(words: pl.DataFrame) -> pl.Series:
    """The class of the preposition that each word takes, 0 for those that take none (UInt8)."""
    bare = pl.col("bare")
    taken = bare.replace_strict(_TAKEN, default=0, return_dtype=pl.UInt8)
    # `قال 3 من أعضاء المجلس`
    is_count = bare.str.contains(r"^\d{1,4}$")
    return words.select(pl.when(is_count).then(code("FROM")).otherwise(taken)).to_series()
