"""Words that are cues in one place and something else in most: told apart by what stands beside.

`بين الوزير أن` says, `بين الوزيرين` is between them; `عبر عن` voices, `عبر الحدود` crosses. The
word lists give such a form to the closed class; where it stands as a verb does, it is a cue.
"""

import polars as pl

from extract.reading.alphabet import code, compile_rule, is_class, is_clitic
from extract.reading.called import settle_called
from extract.reading.contexts import with_contexts
from extract.reading.homograph_rules import HAPPENED, HOMOGRAPHS
from extract.reading.taken_objects import settle_taken
from extract.reading.words import Reading

_BACK, _REACH = 12, 40
# By word, with a conjunction too, the row of `HOMOGRAPHS`, from 1.
_WHOLE = {word: row for row, (words, *_) in enumerate(HOMOGRAPHS, 1) for word in words}
_ROWS = {conjunction + word: row for word, row in _WHOLE.items() for conjunction in "وف"} | _WHOLE
# By row the class that its words are listed by, the class of a cue, and where they are one.
_LISTED = pl.Series([0, *(code(listed) for _, listed, *_ in HOMOGRAPHS)], dtype=pl.UInt8)
_CUES = ["", *(cue for _, _, cue, *_ in HOMOGRAPHS)]
_STANDS = [
    pl.lit(value=False),
    *(
        pl.any_horizontal(
            "is_written",
            *(
                pl.col("left").str.contains(compile_rule(left))
                & pl.col("right").str.contains(compile_rule(right))
                for left, right in zip(sides[::2], sides[1::2], strict=True)
            ),
        )
        for _, _, _, *sides in HOMOGRAPHS
    ),
]
_WAYS = ("بشكل", "بصورة", "بطريقة", "بصفة")
_HOW = ("ADJECTIVE", "NOUN", "UNKNOWN", "NISBA", "CONTENT_NOUN", "SOURCE")
# With its doubled letter or its hamza written it is a verb (`عبّر`, `بيّن`, `هنأ`).
_VERB_IN_WRITING = "\u0651|^[وف]?هنأ$"
# After these an unlisted word in ب is a noun after the preposition, not a name.
_EARLIER = ("سابق", "لاحق")
_BEFORE_NOUN = ("ANY_CUE", "TIME", "DEFINITE", "UNKNOWN_DEFINITE", "ORG", "COUNTRY", "PLACE")
_COMPLETED = (
    "ORG",
    "DEFINITE",
    "UNKNOWN_DEFINITE",
    "NOUN",
    "CONTENT_NOUN",
    "ORG_HEAD",
    "SOURCE",
    "WHAT",
)
_WITH = "^[وف]?ب\\S{3,}"
# `أدانت الجامعة بأشد العبارات الهجوم`: how it is said, and not what.
_STRONGEST = "^با(?:شد|قوي|قسي)$"
_TERMS = "^(?:ال)?(?:عبارات|الفاظ|كلمات|لهجة)$"


def settle_homographs(reading: Reading) -> None:
    """Set the letters of words that are cues where they stand, and the proclitics of unlisted ones.

    Args:
        reading: Words of the batch with names marked.
    """
    text = reading.text
    row = text.vocabulary.find(_rows)[text.tokens["word"]]
    at = text.tokens["token"].filter((row > 0) & (_LISTED[row] == reading.letters))
    tokens = text.tokens.select("token", "document")[at]
    found = with_contexts(tokens, reading, left=_BACK, right=_REACH).with_columns(
        row=row[at], is_written=text.at("surface", at).str.contains(_VERB_IN_WRITING)
    )
    # Each pattern is shown its own words alone.
    cues = [
        forms.filter(_STANDS[number]).select("token", pl.lit(_CUES[number]).alias("class"))
        for (number,), forms in found.partition_by("row", as_dict=True).items()
    ]
    if cues:
        reading.set_letters(pl.concat(cues).with_columns(n_tokens=1))
    _settle_happened(reading)
    settle_called(reading)
    _settle_manner(reading)
    _settle_way(reading)
    _settle_unlisted(reading)
    _settle_initials(reading)
    settle_taken(reading)


def _rows(words: pl.DataFrame) -> pl.Series:
    """The row of each word, as it is or without a conjunction: the `ف` of `فرض` is none."""
    return words["folded"].replace_strict(_ROWS, default=0, return_dtype=pl.UInt8)


def _settle_happened(reading: Reading) -> None:
    """`أدانت الحكومة الجريمة`: after a body by its kind alone, what it condemns or welcomes."""
    text, letters = reading.text, reading.letters
    at = text.which(_happened)
    body, verb = text.step(at, -1), text.step(at, -2)
    is_taken = is_class(letters[body], "ORG_HEAD", "SOURCE", "TITLE_DEFINITE")
    is_taken &= text.at("bare", body).str.starts_with("ال")
    is_taken &= is_class(letters[verb], "FINITE", "WEAK_FINITE")
    reading.set_class(at.filter(is_taken & is_class(letters[at], "DEFINITE")), "CONTENT_NOUN")


def _happened(words: pl.DataFrame) -> pl.Series:
    return words["folded"].is_in(HAPPENED)


def _settle_manner(reading: Reading) -> None:
    text = reading.text
    at = text.which(_is_strongest)
    at = at.filter(text.at("folded", text.step(at, 1)).str.contains(_TERMS))
    reading.set_class(pl.concat([at, at + 1]), "ADVERB")


def _is_strongest(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_STRONGEST)


def _settle_way(reading: Reading) -> None:
    """`أكد بشكل نهائي أن`: how it is said, and by nobody."""
    at = reading.text.step(reading.text.which(_is_way), 1)
    at = at.filter(is_class(reading.letters[at], *_HOW))
    reading.set_class(at, "ADVERB")


def _is_way(words: pl.DataFrame) -> pl.Series:
    return words["folded"].is_in(_WAYS)


def _settle_initials(reading: Reading) -> None:
    """`قناة إن.تي.بي`: letters of a name, which open no clause."""
    at = reading.text.tokens["token"].filter(is_class(reading.letters, "COMP"))
    at = at.filter(reading.letters[reading.text.step(at, 1)] == code("MARK"))
    at = at.filter(reading.text.at("folded", reading.text.step(at, 1)) == ".")
    reading.set_class(at, "UNKNOWN")


def _settle_unlisted(reading: Reading) -> None:
    """`متعهدا بموافاة الجانب`: the preposition of a noun that no list holds."""
    letters, step = reading.letters, reading.text.step
    at = reading.text.tokens["token"].filter(letters == code("UNKNOWN"))
    at = at.filter(is_clitic(reading.clitics[at], "bare", "w"))
    is_completed = is_class(letters[step(at, 1)], *_COMPLETED)
    before = step(at, -1)
    # `هددت في وقت سابق بفرض عقوبات`
    is_after = reading.text.at("folded", before).is_in(_EARLIER)
    is_after |= is_class(letters[before], *_BEFORE_NOUN)
    at = at.filter(is_completed & is_after)
    is_with = reading.text.at("folded", at).str.contains(_WITH)
    reading.set_clitics(at.filter(is_with), "b")
