"""Venues that look like what a verb takes: `أكد على هامش القمة أن`, `طالب النائب بمدينة السويس ب…`.

Where something is said in an article of its own belongs in `extract.reading.datelines`.
"""

import polars as pl

from extract.reading.alphabet import CLITIC_CODES, code, is_class
from extract.reading.words import Reading, write_letters

# `على مواقع التواصل`
_MEDIA = "^(?:مواقع?|منصات?|وسائل|شبكات?)$"
_SOCIAL = "^(?:ال(?:تواصل|تدوين|تغريد)|تويتر|فيسبوك|فيس|اكس|انستغرام|تلغرام)$"
_STATEMENTS = "^(?:ال)?(?:تصريح|تصريحات|حديث|أحاديث|احاديث|مقابلة|حوار|اتصال|رسالة)$"
_VENUES = "^(?:هامش|لسان|(?:حساب|صفحت|موقع)(?:ه|ها|هم)|شاشة|متن|تويتر|فيسبوك)$"
_PLACES = "^ب(?:محافظة|مدينة|ولاية|منطقة|بلدة|قرية|برنامج|قناة|قاعة|فندق|مقر|جامعة)$"


def with_venues(reading: Reading) -> Reading:
    """The reading with prepositions of place where a cue would take its own."""
    text = reading.text
    on = is_class(reading.letters, "ON").arg_true()
    first, second = (text.at("folded", text.step(on, ahead)) for ahead in (1, 2))
    is_venue = first.str.contains(_VENUES)
    is_venue |= first.str.contains(_MEDIA) & second.str.contains(_SOCIAL)
    on = on.filter(is_venue.fill_null(value=False))
    # `في تصريحات إلى «المساء» أن`: whom it is told to.
    to = is_class(reading.letters, "TO").arg_true()
    is_told = text.at("bare", text.step(to, -1)).str.contains(_STATEMENTS)
    is_told &= is_class(reading.letters[text.step(to, 1)], "OPEN", "ORG", "ORG_HEAD", "SOURCE")
    on = pl.concat([on, to.filter(is_told.fill_null(value=False))])
    at = text.which(_is_place)
    named = is_class(
        reading.letters[text.step(at, 1)], "PLACE", "OPEN", "ORG", "UNKNOWN_DEFINITE", "UNKNOWN"
    )
    letters = write_letters(reading.letters, on, code("ADVERB"))
    at = at.filter(named)
    letters = write_letters(letters, at, code("PREP"))
    clitics = write_letters(reading.clitics, at, CLITIC_CODES["bare"])
    return Reading(text, letters, clitics)


def _is_place(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_PLACES)
