"""What distinct words are by themselves: class, proclitic, bare form.

One row a word of the vocabulary, asked once a process. What words become beside others belongs in
`extract.reading.word_reading` and the modules that find names.
"""

from functools import cache

import polars as pl

from extract.arabic.foreign import foreign_words, installed_lexicon
from extract.arabic.pieces import describe_surfaces
from extract.arabic.stops import NEWLINE
from extract.reading.alphabet import CLITIC_CODES, CODES, codes
from extract.reading.knowledge import Knowledge
from extract.reading.plurals import in_construct, with_duals
from extract.reading.unlisted import without_prefixes

# Marks of one family close each other.
_FAMILIES = ("«»‹›", "“”„", "{}", '"″＂', "‘’", "/", "'")
MARK_FAMILIES = {mark: number for number, marks in enumerate(_FAMILIES, 1) for mark in marks}
STRAIGHT_QUOTES = ['"', "″", "＂"]
_DIGITS = r"^[\d٠-٩۰-۹]+$"
_VOWELS_AND_TATWEEL = r"[\u064b-\u065f\u0670\u0640]"
# The article has no hamza: `أليسا` is a name.
_HAMZATED = "^[وفبكل]?[أإآ]ل"
_WITH_ARTICLE = r"^[وفبك]?(?:ال|لل)\S{2,}"
# An unlisted word with an ending that names do not have; short names have some (`لين`).
_WORD_ENDINGS = r"(?:ات|ون|ين|ية|ًا|اً)$"
_SHORT_WORD = 4
_PRONOUN_ENDING = r"^(\S{3,}?)(?:ها|هما|هم|هن|ه|نا)$"

# With its `ي` it is hardly ever `وإلى`.
_GOVERNOR = "والي"
_TAKE_PRONOUNS = codes(
    *("NOUN", "ADJECTIVE", "VERB", "DEFINITE", "ORG_HEAD", "DOCUMENT", "SOURCE", "PREP")
)


def describe_words(knowledge: Knowledge, words: pl.Series) -> pl.DataFrame:
    """What distinct words are, by themselves: columns of `describe_surfaces` and of `_classify`."""
    vocabulary = _without_arabic(_classify(describe_surfaces(words), knowledge))
    return vocabulary.hstack(knowledge.heads_of(vocabulary["bare"]))


def _classify(vocabulary: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Add what every word is.

    Returns:
        `vocabulary` with `letter` and `clitic` (character codes), `bare` (folded, without its
        proclitics), `display` (as written, without them), `is_listed` and `family` (of marks).
    """
    known = vocabulary.hstack(knowledge.classes_of(vocabulary["folded"]))
    known = with_duals(known, knowledge).with_columns(is_listed=pl.col("letter").is_not_null())
    known = without_prefixes(_with_pronouns(in_construct(known, knowledge), knowledge), knowledge)
    # What no list holds is guessed, and of that alone.
    guessed = known.select("surface", "folded", "letter", "clitic", "bare").with_row_index("row")
    guessed = guessed.filter(pl.any_horizontal(pl.col("letter", "clitic", "bare").is_null()))
    without_conjunction = (
        pl.col("folded").str.replace("^[وفبك](?:ال)", "ال").str.replace("^لل", "ال")
    )
    guessed = guessed.select(
        "row",
        pl.col("letter").fill_null(_guess_letter()),
        pl.col("clitic").fill_null(_guess_clitic()),
        pl.col("bare").fill_null(without_conjunction),
    )
    filled = [
        known[name].clone().scatter(guessed["row"], guessed[name])
        for name in ("letter", "clitic", "bare")
    ]
    filled[0].scatter(_lookalikes(known, knowledge), CODES["GIVEN"])
    governors = (known["surface"] == _GOVERNOR).arg_true()
    filled[0].scatter(governors, CODES["TITLE"])
    filled[1].scatter(governors, CLITIC_CODES["bare"])
    filled[2].scatter(governors, _GOVERNOR)
    return known.with_columns(
        *filled,
        family=pl.col("surface").replace_strict(MARK_FAMILIES, default=None, return_dtype=pl.UInt8),
    ).with_columns(display=_display())


def _lookalikes(known: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    """Words, by row, that only folding makes a closed-class word: `علي`, a name, `على`."""
    alike = known.select("surface", "folded").with_row_index("row")
    alike = alike.filter(pl.col("folded").is_in(knowledge.exact_folded))
    unvoiced = pl.col("surface").str.replace_all(_VOWELS_AND_TATWEEL, "")
    return alike.filter(~unvoiced.is_in(knowledge.exact_surfaces))["row"]


@cache
def _guess_letter() -> pl.Expr:
    """The class of a word that no list holds, by its looks."""
    surface, folded = pl.col("surface"), pl.col("folded")
    name = (
        pl.when(surface == NEWLINE)
        .then(pl.lit("BREAK"))
        .when(surface.is_in(STRAIGHT_QUOTES))
        .then(pl.lit("OPEN"))
        # Some houses write ` ـ ` for a dash.
        .when(surface == "\u0640")
        .then(pl.lit("DASH"))
        .when(folded.str.contains(_DIGITS))
        .then(pl.lit("NUMBER"))
        .when(~folded.str.contains(r"\w"))
        .then(pl.lit("MARK"))
        .when(surface.str.contains(_HAMZATED))
        .then(pl.lit("UNKNOWN"))
        .when(folded.str.contains(_WITH_ARTICLE))
        .then(pl.lit("UNKNOWN_DEFINITE"))
        .when(surface.str.contains(_WORD_ENDINGS) & (folded.str.len_chars() > _SHORT_WORD))
        .then(pl.lit("NOUN"))
        .otherwise(pl.lit("UNKNOWN"))
    )
    return name.replace_strict(CODES, return_dtype=pl.UInt8)


@cache
def _guess_clitic() -> pl.Expr:
    """The proclitics before the article of a word that no list holds; others count as bare."""
    folded = pl.col("folded")
    name = (
        pl.when(folded.str.contains("^[وف]بال"))
        .then(pl.lit("wb"))
        .when(folded.str.contains("^[وف]ال"))
        .then(pl.lit("w"))
        .when(folded.str.starts_with("بال"))
        .then(pl.lit("b"))
        .when(folded.str.starts_with("لل"))
        .then(pl.lit("l"))
        .otherwise(pl.lit("bare"))
    )
    return name.replace_strict(CLITIC_CODES, return_dtype=pl.UInt8)


@cache
def _display() -> pl.Expr:
    """The word as written without its proclitics, the article of `لل` restored."""
    surface, folded, bare = pl.col("surface"), pl.col("folded"), pl.col("bare")
    n = bare.str.len_chars()
    return (
        pl.when(folded.str.ends_with(bare) & (folded != bare))
        .then(surface.str.tail(n))
        .when(folded.str.contains("^[وف]?لل") & bare.str.starts_with("ال"))
        .then(pl.lit("ال") + surface.str.tail(n.cast(pl.Int64) - 2))
        .otherwise(surface)
    )


def _without_arabic(vocabulary: pl.DataFrame) -> pl.DataFrame:
    """Where a full Arabic lexicon is installed, unknown words that it reads are no names."""
    if installed_lexicon() is None:
        return vocabulary
    unknown = vocabulary.filter(pl.col("letter") == CODES["UNKNOWN"])["folded"].unique(
        maintain_order=True
    )
    known = (
        foreign_words(unknown)
        .filter(~pl.col("is_foreign"))
        .select(folded="word", noun=pl.lit(CODES["NOUN"], pl.UInt8))
    )
    found = vocabulary.join(known, on="folded", how="left", maintain_order="left")
    is_unknown = pl.col("letter") == CODES["UNKNOWN"]
    return found.with_columns(
        letter=pl.when(is_unknown).then(pl.coalesce("noun", "letter")).otherwise("letter")
    ).drop("noun")


def _with_pronouns(vocabulary: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Give an unknown word with a pronoun the class of the word without it (`إجراءاتها`)."""
    stems = vocabulary.select(
        stem=pl.when(pl.col("letter").is_null()).then(
            pl.col("folded").str.extract(_PRONOUN_ENDING, 1).str.replace("ت$", "ة")
        )
    )
    found = _plain(stems["stem"], knowledge)
    # `رئاستها` goes back to `رئاسة`, but `وقتها` to `وقت`.
    again = _plain(stems["stem"].str.replace("ة$", "ت"), knowledge)
    return vocabulary.with_columns(
        letter=pl.coalesce("letter", found["letter"], again["letter"]),
        clitic=pl.coalesce("clitic", found["clitic"], again["clitic"]),
    )


def _plain(stems: pl.Series, knowledge: Knowledge) -> pl.DataFrame:
    """Letter and proclitic of the stems that take a pronoun; null for others."""
    takes_pronoun = pl.col("letter").is_in(_TAKE_PRONOUNS)
    return knowledge.classes_of(stems).select(
        pl.when(takes_pronoun).then("letter"), pl.when(takes_pronoun).then("clitic")
    )
