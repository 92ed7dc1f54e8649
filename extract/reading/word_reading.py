"""Give words their classes, from the vocabulary and from what stands beside them in the text."""

from functools import partial
from pathlib import Path

import polars as pl

from extract.arabic.foreign import installed_lexicon
from extract.arabic.pieces import piece_vocabulary
from extract.arabic.stops import NEWLINE
from extract.arabic.tokens import tokenize
from extract.arabic.vocabulary import Vocabulary
from extract.reading.alphabet import CODES, is_class
from extract.reading.knowledge import Knowledge
from extract.reading.quotation_marks import (
    is_slash,
    settle_quotes,
    settle_reversed,
    settle_slashes,
)
from extract.reading.word_classes import describe_words
from extract.reading.words import Reading, write_letters

_OPENS_CLAUSE = (
    *("DEFINITE", "UNKNOWN_DEFINITE", "NOUN", "CONTENT_NOUN", "ADJECTIVE", "NUMBER", "PRONOUN"),
    *("COUNTRY", "PLACE", "ORG", "ORG_HEAD", "SOURCE", "DOCUMENT", "ANY_TITLE", "GIVEN", "UNKNOWN"),
    *("NEGATION", "VERB"),
)


def read_words(texts: pl.Series, knowledge: Knowledge) -> Reading:
    """Tokenise texts and give every token its class and proclitic."""
    # A line break after each text: what looks a word back or ahead must not look into another.
    text = tokenize(texts + NEWLINE, _vocabulary(knowledge, installed_lexicon()))
    # The last word of a text without a stop ends its sentence too, but is a word.
    is_end = text.tokens["is_sentence_end"] & text.where(_is_mark)
    letters = write_letters(text.gather("letter"), is_end.arg_true(), CODES["STOP"])
    reading = Reading(text, letters, text.gather("clitic"))
    settle_quotes(reading)
    settle_reversed(reading)
    settle_slashes(reading)
    _settle_clocks(reading)
    _settle_titles(reading)
    _settle_that(reading)
    return reading


def _is_mark(words: pl.DataFrame) -> pl.Series:
    return ~words["surface"].str.contains(r"[\w\n]")


_vocabularies: dict[tuple[int, Path | None], Vocabulary] = {}


def _vocabulary(knowledge: Knowledge, lexicon: Path | None) -> Vocabulary:
    """The words met so far with this knowledge, which is compiled once a process and version."""
    key = (id(knowledge), lexicon)
    if key not in _vocabularies:
        _vocabularies[key] = piece_vocabulary(partial(describe_words, knowledge))
    return _vocabularies[key]


def _settle_clocks(reading: Reading) -> None:
    """Make no colon of the one in `11:12`: nobody says what follows it."""
    text, letters = reading.text, reading.letters
    at = text.which(_is_colon)
    is_clock = is_class(letters[text.step(at, -1)], "NUMBER")
    is_clock &= is_class(letters[text.step(at, 1)], "NUMBER") & ~text.is_spaced[at]
    reading.set_class(at.filter(is_clock), "MARK")


def _settle_titles(reading: Reading) -> None:
    """Make one title of `د.` and its stop, and of `الدكتور/` before a name with its slash."""
    text, letters, initials = reading.text, reading.letters, reading.text.initials
    at = text.which(is_slash)
    is_titles = is_class(letters[text.step(at, -1)], "ANY_TITLE")
    is_titles &= is_class(letters[text.step(at, 1)], "GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE")
    reading.set_class(pl.concat([initials, initials + 1, at.filter(is_titles)]), "TITLE")


def _settle_that(reading: Reading) -> None:
    """Make `بأن` of `بان` before a clause, where no hamza is written; `بان كي مون` is a name."""
    at = reading.text.which(_is_ban)
    after, before = (reading.text.step(at, n) for n in (1, -1))
    opens = is_class(reading.letters[after], *_OPENS_CLAUSE)
    opens &= reading.text.at("folded", after) != "كي"
    opens &= ~is_class(reading.letters[before], "STOP", "BREAK", "COLON")
    reading.set_class(at.filter(opens), "COMP")


def _is_ban(words: pl.DataFrame) -> pl.Series:
    return words["folded"] == "بان"


def _is_colon(words: pl.DataFrame) -> pl.Series:
    return words["surface"] == ":"
