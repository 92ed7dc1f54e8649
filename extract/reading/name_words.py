"""How the words of a text look to one who seeks the names of people in it.

A copy of the letters, made for `extract.reading.people` alone: titles of many people are no
titles of one, a word before `بن` is a name whatever else it means, a word with a pronoun is none.
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import CLITICS, code, is_among
from extract.reading.name_spelling import own_letters, spelling_flags, spelt
from extract.reading.spans import covered_tokens
from extract.reading.syllables import hyphenated, syllables
from extract.reading.titles_or_names import NAME_BEFORE, leads_of_god, titles_before_names
from extract.reading.words import Reading, write_letters

# A son's name says that the word before and the word after are names.
_MAY_BE_NAMES = (
    "VERB", "NOUN", "ADJECTIVE", "NISBA", "DEFINITE", "WEAK_FINITE", "FINITE", "UNKNOWN",
    "TITLE_OR_GIVEN", "PLACE",
    "TIME", "CONTENT_NOUN", "UNKNOWN_DEFINITE", "GIVEN", "TITLE_DEFINITE",
)  # fmt: skip
_NOUNS = (
    "NOUN",
    "DEFINITE",
    "ORG_HEAD",
    "DOCUMENT",
    "CONTENT_NOUN",
    "ADJECTIVE",
    "UNKNOWN_DEFINITE",
    "SOURCE",
)


def read_name_words(reading: Reading, names: pl.DataFrame) -> Reading:
    """Copy a reading with the letters that finding people's names goes by.

    Args:
        reading: Words with the letters of lexicon names set.
        names: Names of the lexicon from `mentions.find_names`.

    Returns:
        A reading of the same tokens; an unlisted word with a conjunction has it in `clitics`.
    """
    word = reading.text.tokens["word"]
    tokens = pl.DataFrame(
        {
            "letter": reading.letters,
            "listed": reading.text.gather("letter"),
            "own": reading.text.vocabulary.find(own_letters)[word],
            "flags": reading.text.vocabulary.find(spelling_flags)[word],
        }
    )
    # Phrases keep the letters that they were given.
    tokens = tokens.select(
        "flags",
        letter=pl.when(pl.col("letter") == pl.col("listed")).then("own").otherwise("letter"),
    )
    letters = without_titles_of_many(tokens["letter"], names)
    tokens = tokens.with_columns(letter=hyphenated(letters, reading))
    tokens = tokens.with_columns(letter=_titles_that_describe())
    tokens = tokens.with_columns(letter=titles_before_names())
    tokens = tokens.with_columns(letter=_beside_son())
    tokens = tokens.with_columns(letter=syllables())
    clitics = pl.DataFrame(
        {
            "letter": tokens["letter"],
            "flags": tokens["flags"],
            "clitic": reading.clitics,
        }
    )
    return Reading(reading.text, tokens["letter"], clitics.select(_clitic()).to_series())


def without_titles_of_many(letters: pl.Series, names: pl.DataFrame) -> pl.Series:
    """Mark titles in the dual or plural, or with a pronoun (`فريقه`), as sources, not as titles."""
    titles = names.select(
        *("token", "n_tokens", "lexicon", "suffix", "mention_kind", "number", "entry_id")
    ).filter(pl.col("lexicon") == "title")
    # `حفيدهم` is somebody's, but `نظيره الطاجيكي` is one official of the country that follows.
    is_own = (pl.col("suffix").fill_null("") == "") | (pl.col("mention_kind") == "counterpart")
    is_plain = (pl.col("number") == "s") & is_own
    # An abbreviation has no dual: `مين` is none of `م`.
    is_abbreviation = pl.col("entry_id").str.len_chars() <= 2  # noqa: PLR2004
    return _write(
        _write(letters, titles.filter(~is_plain & ~is_abbreviation), "SOURCE"),
        titles.filter(~is_plain & is_abbreviation),
        "UNKNOWN",
    )


def _write(letters: pl.Series, spans: pl.DataFrame, name: str) -> pl.Series:
    return write_letters(letters, covered_tokens(spans), code(name))


@cache
def _titles_that_describe() -> pl.Expr:
    """A title in the form of an adjective after a noun describes it: `مؤتمر صحفي`."""
    letter = pl.col("letter")
    describes = (
        is_among(letter, ("TITLE", "TITLE_DEFINITE"))
        & spelt("ends_like_nisba")
        & is_among(letter.shift(1), _NOUNS)
    )
    return pl.when(describes).then(code("DEFINITE")).otherwise(letter)


@cache
def _beside_son() -> pl.Expr:
    letter = pl.col("letter")
    # `وأضاف بن مبارك أن`: a verb of speech before a son is what he does.
    speaks = is_among(letter, ("FINITE", "WEAK_FINITE")) & ~spelt("is_father_too")
    may_be = is_among(letter, _MAY_BE_NAMES) & ~speaks
    before = (may_be & (letter != code("TITLE_DEFINITE")) | (letter == code("TITLE"))) & (
        spelt("is_son").shift(-1)
    )
    # `وقال بن فالح إن`: the word before is no name of his.
    before &= letter != code("FINITE")
    after = may_be & spelt("is_of_son").shift(1)
    # `علي فضل الله`
    is_of_god = spelt("is_of_god") | spelt("is_of_god_after_name")
    after |= is_of_god & spelt("is_god").shift(-1) & is_among(letter.shift(1), NAME_BEFORE)
    after |= leads_of_god()
    # `وقالت أم حنان إن`: elsewhere it means `or`.
    opens = is_among(letter.shift(1), ("FINITE", "WEAK_FINITE", "TITLE", "TITLE_DEFINITE"))
    is_mother = spelt("is_mother") & opens & (letter.shift(-1) == code("GIVEN"))
    return (
        pl.when((before | after).fill_null(value=False))
        .then(code("GIVEN"))
        .when(is_mother.fill_null(value=False))
        .then(code("NAME_PARTICLE"))
        .otherwise(letter)
    )


@cache
def _clitic() -> pl.Expr:
    """`و` opens an unlisted word after a name or what describes it, where a name is joined."""
    letter = pl.col("letter")
    follows = is_among(letter.shift(1), ("PERSON", "RPAREN", "NISBA", "DEFINITE", "COMMA", "CLOSE"))
    # After a first name alone the word is the surname: `ادوارد ووكر`.
    name = ("UNKNOWN", "GIVEN", "UNKNOWN_DEFINITE")
    follows |= is_among(letter.shift(1), name) & is_among(letter.shift(2), name)
    is_joined = (letter == code("UNKNOWN")) & spelt("opens_in_waw") & follows
    # `وزير الصناعة اللاوي بونمي سيسومفون`: between a title and a name's word nothing is led by ب.
    closes = ("NISBA", "COUNTRY", "TITLE_DEFINITE", "TITLE_OR_GIVEN", "UNKNOWN_DEFINITE")
    is_whole = (
        (letter == code("UNKNOWN"))
        & pl.col("clitic").is_in([ord(CLITICS[name]) for name in ("b", "k", "l")])
        & is_among(letter.shift(1), closes)
        & is_among(letter.shift(-1), ("UNKNOWN", "GIVEN"))
    )
    return (
        pl.when(is_joined.fill_null(value=False))
        .then(ord(CLITICS["w"]))
        # `ولد` is a son in names, not `لد` after `و`.
        .when((letter == code("NAME_PARTICLE")) | is_whole.fill_null(value=False))
        .then(ord(CLITICS["bare"]))
        .otherwise("clitic")
        .cast(pl.UInt8)
    )
