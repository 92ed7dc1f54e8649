"""Which names of places and countries their spelling shows to be other words, and one title."""

import polars as pl

from extract.reading.alphabet import is_class
from extract.reading.words import Reading

# `وأعلن والي الخرطوم`: who governs a town or a state, and no `وإلى`.
_BEFORE_GOVERNOR = ("ANY_CUE", "FINITE", "WEAK_FINITE", "TITLE", "PERSON", "GIVEN", "UNKNOWN")
_GOVERNED = ("ولاية", "مدينة", "منطقة", "اقليم")
_RUNS = "^[وفبلك]?(?:ال|لل)?مُ?جر(?:ى|يات)$"


def spelt_otherwise(hits: pl.DataFrame, reading: Reading) -> pl.Series:
    """Which hits only folding makes a name.

    Args:
        hits: `token` and `n_tokens` of names.
        reading: Words, names not yet marked.
    """
    return _opens_clause(hits, reading) | _is_a_course(hits, reading)


def _opens_clause(hits: pl.DataFrame, reading: Reading) -> pl.Series:
    """Which names end with a word that opens a clause: `أضاف شي أن` is not about Xi'an."""
    last = reading.text.at("surface", hits["token"] + hits["n_tokens"] - 1)
    return (hits["n_tokens"] > 1) & last.is_in(["أن", "إن"])


def _is_a_course(hits: pl.DataFrame, reading: Reading) -> pl.Series:
    """`مجرى القناة`, `مجريات`, but `الرئيس المجرى` in houses that write so."""
    token = hits["token"]
    before = reading.letters[reading.text.step(token, -1)]
    is_described = is_class(before, "DEFINITE", "TITLE_DEFINITE", "NISBA", "TITLE_OR_GIVEN")
    is_described &= reading.text.at("bare", token).str.starts_with("ال")
    return reading.text.where_at(token, is_course) & ~is_described


def is_course(words: pl.DataFrame) -> pl.Series:
    """Which words may be the course of a river or of things."""
    return words["surface"].str.contains(_RUNS)


def settle_governors(reading: Reading) -> None:
    """Give `والي` the letters of a title where a place follows what governors do or are."""
    text, letters = reading.text, reading.letters
    at = text.which(_may_govern)
    before, after = letters[text.step(at, -1)], text.step(at, 1)
    governs = is_class(before, *_BEFORE_GOVERNOR)
    governs &= is_class(letters[after], "PLACE", "COUNTRY") | text.at("folded", after).is_in(
        _GOVERNED
    )
    reading.set_class(at.filter(governs), "TITLE")
    reading.set_clitics(at.filter(governs), "bare")


def _may_govern(words: pl.DataFrame) -> pl.Series:
    return words["surface"] == "والي"
