"""What the spelling of a word tells of names: particles, endings, words that are syllables too.

One row a word of the vocabulary; how words stand beside each other belongs in
`extract.reading.name_words`.
"""

import polars as pl

from extract.reading.alphabet import code, codes

# What stands inside names, written apart: son, father, servant, house of, and their likes abroad.
PARTICLES = (
    "بن", "ابن", "بنت", "ولد", "ابو", "ابا", "ابي", "عبد", "دي", "دا", "دو", "دوس", "ديل", "ديلا",
    "فان", "فون",
    "ماك", "بو", "سانت",
)  # fmt: skip
# `فإن` folds to `فان`.
_THEN = "^فإن"
_NUNATED = "[\u064c\u064d]$"
# `أنا` has another hamza, `الهام` is important.
_HAMZATED = ("آنا", "إلهام", "وإلهام", "بإلهام", "لإلهام")
_VALLEY = "وادي"
# `آل` folds to the article; `ال` written apart is the article of another name.
_HOUSE = ("آل", "ال")
_SON = ("بن", "بنت")
_OF_GOD = (
    "رجاء",
    "نعمة",
    "امان",
    "سيف",
    "عبد",
    "عطا",
    "نصر",
    "سعد",
    "جار",
    "خلف",
    "ضيف",
    "فرج",
    "فضل",
    "هبة",
    "خير",
    "رزق",
    "دخيل",
    "جاد",
    "لطف",
    "اية",
)
# Such words are part of a name after another one only: `منى شكر الله`, `شكر الله على نعمه`.
_OF_GOD_AFTER_NAME = (
    "جاب",
    "شكر",
    "فتح",
    "عوض",
    "حسب",
    "عون",
    "رحمة",
    "مال",
    "ثناء",
    "روح",
    "اسد",
    "ذبيح",
    "سميع",
    "نجيب",
    "حفيظ",
    "حبيب",
    "عناية",
    "هداية",
    # … or where a verb or title says that a name begins: `صرح نور الله خان`.
    *("اكرام", "انعام", "نور", "محب", "احسان", "ولي", "رحمت", "نعمت", "هدايت", "عنايت"),
    *("قدرت", "قدرة", "عصمت", "عصمة", "عظمت", "بركت", "صفي", "حميد", "عبيد", "عزت", "عزة", "حجة"),
)
# Words of the grammar that are syllables of names too: `كيكايا بين كاروبي`, `بايك مين هو`.
_SYLLABLES = ("بين", "هو", "لا", "ما", "ها", "هي", "لو", "ان", "مين", "جو", "تاي", "دون")
# `الدكتور مساعد العيبان`: first names that are titles.
_TITLES_TOO = ("مساعد", "رائد", "قائد", "عميد", "سفير", "وكيل", "فارس", "حكم", "شاعر")
# First names that are verbs of speech by their letters: `فالح`, `مدحت`.
_VERBS_TOO = ("فالح", "مدحت", "عزت", "سيرين")
# … and before `بن` alone: `يزيد بن سعيد`.
_FATHERS_TOO = ("يزيد", "بشر", "حمد", "ورد")
# What the rules of names ask of a word's spelling: bits of one number, gathered once a token.
_FOLDED = pl.col("folded")
_SPELLINGS = {
    "ends_like_nisba": _FOLDED.str.contains("(?:ي|ية)$"),
    "has_article": _FOLDED.str.starts_with("ال"),
    "opens_in_preposition": _FOLDED.str.contains("^[لب]"),
    "opens_in_waw": _FOLDED.str.contains(r"^و\S{3}"),
    "is_on_behalf": _FOLDED == "باسم",
    "is_god": _FOLDED == "الله",
    "is_of_god": _FOLDED.is_in(_OF_GOD),
    "is_of_god_after_name": _FOLDED.is_in(_OF_GOD_AFTER_NAME),
    "is_mother": _FOLDED == "ام",
    "is_son": _FOLDED == "بن",
    "is_of_son": _FOLDED.is_in(_SON),
    "is_between": _FOLDED.is_in(("بين", "لو")),
    "is_to_me": _FOLDED.is_in(("لي", "الينا")),
    "is_van": _FOLDED == "فان",
    "is_title_too": _FOLDED.is_in(_TITLES_TOO),
    "is_verb_too": _FOLDED.is_in(_VERBS_TOO),
    "is_father_too": _FOLDED.is_in((*_VERBS_TOO, *_FATHERS_TOO)),
    "is_syllable": _FOLDED.is_in(_SYLLABLES),
}
_BITS = {name: 1 << bit for bit, name in enumerate(_SPELLINGS)}


def spelling_flags(words: pl.DataFrame) -> pl.Series:
    """What the spelling of each word shows, one bit a question (UInt32); `spelt` reads them."""
    bits = [
        pl.when(spelling.fill_null(value=False)).then(_BITS[name]).otherwise(0)
        for name, spelling in _SPELLINGS.items()
    ]
    return words.select(flags=pl.sum_horizontal(bits).cast(pl.UInt32)).to_series()


def spelt(name: str) -> pl.Expr:
    """Whether a token's word is spelt so."""
    return (pl.col("flags") & _BITS[name]) != 0


def own_letters(words: pl.DataFrame) -> pl.Series:
    """The letter of each word where names are looked for."""
    folded, surface, letter = pl.col("folded"), pl.col("surface"), pl.col("letter")
    is_unknown = letter == code("UNKNOWN")
    # A pattern is not tried where there is nothing to try it on.
    is_no_name = (
        pl.when(is_unknown)
        .then(folded)
        .str.contains(r"[0-9A-Za-z٠-٩_]|^.$|\S{3}(?:ها|هما|هم|ائه)$|^ل\S*وا$")
    )
    # `عيدٌ سعيدٌ`: nobody's name ends so in the news; `وادي الرمة` is a valley.
    is_word = surface.str.contains(_NUNATED) | (folded == _VALLEY)
    guessed_noun = pl.when((letter == code("NOUN")) & ~pl.col("is_listed")).then(folded)
    return words.select(
        pl.when((folded.is_in(PARTICLES) & ~surface.str.contains(_THEN)) | surface.is_in(_HOUSE))
        .then(code("NAME_PARTICLE"))
        .when(is_no_name)
        .then(code("MARK"))
        .when(surface.is_in(_HAMZATED))
        .then(code("GIVEN"))
        .when(is_word & letter.is_in(codes("GIVEN", "UNKNOWN")))
        .then(code("NOUN"))
        .when(guessed_noun.str.contains("^[^وبكل]\\S+(?:ون|ين)$|^بن\\S+(?:ون|ين)$"))
        .then(code("UNKNOWN"))
        .when((letter == code("UNKNOWN_DEFINITE")) & folded.str.ends_with("ية"))
        .then(code("DEFINITE"))
        .otherwise(letter)
        .cast(pl.UInt8)
        .alias("own")
    ).to_series()
