"""Marks and the words of closed classes: punctuation, function words, and the words rules name."""

import polars as pl

from extract.arabic.clitics import cliticise
from extract.arabic.normalize import fold
from extract.lexicons import Lexicons
from extract.reading.alphabet import CLITICS, LETTERS
from extract.reading.claims import Priority, claim

_FUNCTION_CLASSES = {
    "complementizer": "COMP",
    "preposition": "PREP",
    "relative": "WHICH",
    "auxiliary": "AUX",
    "negation": "NEGATION",
    "pronoun": "PRONOUN",
    "demonstrative": "PRONOUN",
    "conjunction": "PARTICLE",
    "particle": "PARTICLE",
    "question": "PARTICLE",
    "adverb": "ADVERB",
    "time": "TIME",
    "month": "TIME",
    "weekday": "TIME",
    "number": "NUMBER",
}
# The prepositions that open the content of a cue have letters of their own.
_MARKERS = {
    "ما": "WHAT",
    "كما": "AS",
    "الي": "TO",
    "علي": "ON",
    "عن": "ABOUT",
    "من": "FROM",
    "في": "IN",
}

_MARKS = {
    "COMMA": "،,؛;",
    "COLON": ":",
    "OPEN": "«“„‹{",
    "CLOSE": "»”›}",
    "LPAREN": "([",
    "RPAREN": ")]",
    "DASH": "-–—−",
}

# `معاليه` names nobody: it stands for whom the article last named.
_HONOURS = ("معالي", "سمو", "سيادت", "فخامت", "جلالت", "دولت", "سعادت", "فضيلت")
_TURNS = ("جانب", "جهت", "ناحيت")
_HONOURED = ("ه", "ها", "هما")
_OWNERS = ("ه", "ها", "هم", "هما")
# `رحب بأي مبادرة`; without the hamza the word is a name (`باي`).
_WITH_ANY = ("باي", "باية")
_PRONOUN_ENDING = "(?:ها|هما|هم|هن|ه|نا|كم|ك|ي)$"
# `من` and `عن` lose a letter before `نا` and `ي`.
_CONTRACTED = ("منا", "عنا", "مني", "عني")
_NO_PHRASE = f"^(?:بال|(?:بين|بعد|بدون){_PRONOUN_ENDING})"
# Before a pronoun some prepositions end otherwise (`عليه`, `مني`, `به`).
_BEFORE_PRONOUN = ("الي", "علي", "عن", "من", "في", "ب", "ل")


def mark_claims() -> pl.DataFrame:
    """Punctuation that is the same wherever it stands."""
    rows = [(mark, LETTERS[name]) for name, marks in _MARKS.items() for mark in marks]
    return pl.DataFrame(rows, schema=["folded", "letter"], orient="row").select(
        "folded",
        bare="folded",
        clitic=pl.lit(CLITICS["bare"]),
        letter="letter",
        priority=pl.lit(int(Priority.MARK), pl.Int32),
    )


def rule_word_claims(lexicons: Lexicons) -> pl.DataFrame:
    """The few words that rules name: prepositions written apart (`لـ«…»`), turns, `وفقا`."""
    words = [
        ("ب", "BI", "bare"),
        ("ل", "LI", "bare"),
        ("بما", "WHAT", "b"),
        ("باسم", "ON_BEHALF", "bare"),
        # `ولي العهد`, whom `ولي` (and to me) would hide.
        ("ولي", "NOUN", "bare"),
        # `ولاية برلين`, whom `ولأية` (and for any) would hide.
        ("ولاية", "NOUN", "bare"),
        # `فتح باب القبول`, whom `بآب` (in August) would hide.
        ("باب", "NOUN", "bare"),
        # `رئيس الوزراء بالإنابة`: an adjective of the office.
        *((f"بال{how}", "ADJECTIVE", "bare") for how in ("انابة", "وكالة", "تكليف")),
        *((f"بصفت{owner}", "NOUN", "b") for owner in _OWNERS),
        *((f"{honour}{owner}", "ADVERB", "bare") for honour in _HONOURS for owner in _HONOURED),
        *((f"{noun}{owner}", "TURN", "bare") for noun in _TURNS for owner in _OWNERS),
        *((f"{conj}بدور{owner}", "TURN", "bare") for conj in ("", "و") for owner in _OWNERS),
    ]
    frame = pl.DataFrame(words, schema=["form", "word_class", "clitic_class"], orient="row")
    according = lexicons["cues"].filter(
        (pl.col("cue_type") == "according_to") & ~pl.col("lemma").str.contains(" ", literal=True)
    )
    according = fold(according, "lemma", "folded").with_columns(word_class=pl.lit("ACCORDING"))
    return pl.concat(
        [
            claim(frame.with_columns(bare="form"), Priority.RULE_WORD),
            claim(cliticise(according, lexicons["clitics"], "perfect"), Priority.RULE_WORD),
        ]
    )


def function_word_claims(lexicons: Lexicons) -> pl.DataFrame:
    """Function words as they are, after a conjunction, and (the nominal ones) a preposition."""
    clitics, words = lexicons["clitics"], _classed(lexicons["function_words"])
    nominal = words.filter(pl.col("word_class").is_in(["PRONOUN", "TIME", "NUMBER"]))
    conjoined = with_own_preposition(cliticise(words, clitics, "perfect"))
    # `وو` and `فو` are Chinese names, and no two conjunctions.
    is_letter = pl.col("folded").str.len_chars() == 1
    conjoined = conjoined.filter(~is_letter | (pl.col("form") == pl.col("folded")))
    priority = (
        pl.when(pl.col("word_class") == "NUMBER")
        .then(Priority.NUMBER)
        .when(pl.col("form") == pl.col("folded"))
        .then(Priority.FUNCTION_WORD)
        .otherwise(Priority.CLITICISED_FUNCTION_WORD)
    )
    after_preposition = cliticise(nominal, clitics, "nominal")
    return pl.concat(
        [
            claim(conjoined, priority),
            claim(after_preposition, Priority.NOMINAL_FUNCTION_WORD),
        ]
    )


def _classed(words: pl.DataFrame) -> pl.DataFrame:
    """Function words with `folded` and `word_class`."""
    words = fold(words, "word", "folded").with_columns(
        word_class=pl.col("folded")
        .replace_strict(_MARKERS, default=None)
        .fill_null(pl.col("word_class").replace_strict(_FUNCTION_CLASSES))
    )
    is_preposition = pl.col("word_class") == "PREP"
    # `منه`, `بعدها` take no clause along, as `بعد أن` does.
    stem = pl.col("folded").str.replace(_PRONOUN_ENDING, "")
    prepositions = [*words.filter(is_preposition)["folded"], *_BEFORE_PRONOUN]
    has_pronoun = (stem != pl.col("folded")) & stem.is_in(prepositions)
    has_pronoun |= pl.col("folded").is_in(_CONTRACTED)
    return words.with_columns(
        word_class=pl.when(is_preposition & has_pronoun)
        .then(pl.lit("ADVERB"))
        .otherwise("word_class")
    )


def with_own_preposition(words: pl.DataFrame) -> pl.DataFrame:
    """`بشدة` is an adverb, but `ببطء الاستجابة` a noun after its preposition: rules see both.

    Nothing completes `بالإجماع`, and the ب of `بينهم` is its own.
    """
    is_phrase = (pl.col("word_class") == "ADVERB") & pl.col("folded").str.contains(r"^ب\w{3,}")
    is_phrase &= ~pl.col("folded").str.contains(_NO_PHRASE)
    is_phrase |= pl.col("folded").is_in(_WITH_ANY)
    return words.with_columns(
        clitic_class=pl.when(is_phrase & (pl.col("clitic_class") == "bare"))
        .then(pl.lit("b"))
        .otherwise("clitic_class")
    )
