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
_NAME_BEFORE = ("GIVEN", "UNKNOWN", "PERSON", "TITLE_DEFINITE")


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
    tokens = tokens.with_columns(letter=_titles_before_names())
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
def _titles_before_names() -> pl.Expr:
    """`السيد رفيق` is a titled man, `محمد الأمين ولد الداه` one name; `باسم` asks for a body."""
    letter = pl.col("letter")
    is_both = (letter == code("TITLE_OR_GIVEN")) & spelt("has_article")
    name = ("GIVEN", "UNKNOWN", "PERSON", "NAME_PARTICLE", "UNKNOWN_DEFINITE", "TITLE_OR_GIVEN")
    is_title = (
        is_both
        & is_among(letter.shift(-1), name)
        & ~is_among(letter.shift(1), ("GIVEN", "UNKNOWN", "PERSON"))
    )
    is_on_behalf = is_among(letter, ("TITLE", "TITLE_DEFINITE")) & spelt("is_on_behalf")
    # A bank's own name ends where a given name begins: `بنك سيفيرن آن هولواي`.
    is_of_body = (
        (letter == code("UNKNOWN"))
        & (letter.shift(1) == code("ORG_HEAD"))
        & (letter.shift(-1) == code("GIVEN"))
    )
    # `أمير قطر` bears a title, `أمير حكمتي` a name.
    governs = (letter == code("TITLE_OR_GIVEN")) & is_among(
        letter.shift(-1), ("COUNTRY", "PLACE", "NISBA", "ORG", "ORG_HEAD")
    )
    is_after_name = is_among(letter.shift(1), ("GIVEN", "UNKNOWN")) | is_among(
        letter.shift(2), _NAME_BEFORE
    )
    is_part = spelt("is_of_god").shift(1) | _leads_of_god().shift(1)
    is_part |= spelt("is_of_god_after_name").shift(1) & is_after_name
    is_god = spelt("is_god") & (letter != code("PERSON")) & ~is_part
    # `القشطيني لبراعته`: after a surname an unlisted word in ل or ب is no name.
    is_prefixed = (
        (letter == code("UNKNOWN"))
        & spelt("opens_in_preposition")
        & spelt("has_article").shift(1)
        & is_among(letter.shift(1), ("UNKNOWN_DEFINITE", "GIVEN", "PERSON"))
    )
    # `القيادي الحوثي أبو حمزة`: between a title and a name a surname's form describes.
    describes = (
        (letter == code("GIVEN"))
        & spelt("has_article")
        & spelt("ends_like_nisba")
        & (letter.shift(1) == code("TITLE_DEFINITE"))
        & is_among(letter.shift(-1), ("GIVEN", "PERSON", "NAME_PARTICLE"))
        & ~spelt("is_son").shift(-1)
    )
    # `الدكتور مدحت زيدان`, `وأكد فالح العبودي`
    is_verb_too = (
        is_among(letter, ("FINITE", "WEAK_FINITE"))
        & spelt("is_verb_too")
        & is_among(letter.shift(-1), ("UNKNOWN", "GIVEN", "UNKNOWN_DEFINITE", "PERSON"))
    )
    is_first_name = (
        (letter == code("TITLE"))
        & spelt("is_title_too")
        & (letter.shift(1) == code("TITLE_DEFINITE"))
        & is_among(letter.shift(-1), ("UNKNOWN", "GIVEN", "UNKNOWN_DEFINITE", "NAME_PARTICLE"))
    )
    return (
        pl.when(governs.fill_null(value=False))
        .then(code("TITLE"))
        .when((is_first_name | is_verb_too).fill_null(value=False))
        .then(code("GIVEN"))
        .when(describes.fill_null(value=False))
        .then(code("NISBA"))
        .when((is_god | is_prefixed).fill_null(value=False))
        .then(code("NOUN"))
        .when(is_title.fill_null(value=False))
        .then(code("TITLE_DEFINITE"))
        .when(is_on_behalf)
        .then(code("BI"))
        .when(is_of_body.fill_null(value=False))
        .then(code("ORG"))
        .otherwise(letter)
    )


@cache
def _leads_of_god() -> pl.Expr:
    """`صرح نور الله خان`, `المتحدث، محب الله محب،`: a first name in two words."""
    letter = pl.col("letter")
    opens = is_among(letter.shift(1), ("FINITE", "WEAK_FINITE", "COMMA", "TITLE_DEFINITE", "NISBA"))
    goes_on = is_among(letter.shift(-2), ("UNKNOWN", "GIVEN"))
    return spelt("is_of_god_after_name") & spelt("is_god").shift(-1) & opens & goes_on


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
    after |= is_of_god & spelt("is_god").shift(-1) & is_among(letter.shift(1), _NAME_BEFORE)
    after |= _leads_of_god()
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
