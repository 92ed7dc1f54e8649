"""A batch of texts as tokens with their classes, and each article as a string of letters.

Which words are names and phrases is found in `extract.reading.mentions`, which sets their letters.
"""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import polars as pl

from extract.arabic.foreign import foreign_words, installed_lexicon
from extract.arabic.tokens import NEWLINE, Text, describe_pieces, is_line_break, tokenize
from extract.arabic.vocabulary import Vocabulary
from extract.reading.alphabet import CLITICS, LETTERS, codes
from extract.reading.knowledge import Knowledge
from extract.reading.plurals import in_construct, with_duals
from extract.reading.unlisted import without_prefixes

# Marks of one family close each other.
_FAMILIES = ("«»‹›", "“”„", "{}", '"″＂', "‘’")
MARK_FAMILIES = {mark: number for number, marks in enumerate(_FAMILIES, 1) for mark in marks}
_STRAIGHT_QUOTES = ['"', "″", "＂"]
_CURVED_QUOTES = ["“", "”", "„", "‘", "’"]
_AFTER_CLOSING = [NEWLINE, ".", "،", ",", "؛", ";", ":", ")", "!", "؟", "?"]
_DIGITS = r"^[\d٠-٩۰-۹]+$"
_VOWELS_AND_TATWEEL = r"[\u064b-\u065f\u0670\u0640]"
# The article has no hamza: `أليسا` is a name.
_HAMZATED = "^[وفبكل]?[أإآ]ل"
_WITH_ARTICLE = r"^[وفبك]?(?:ال|لل)\w{2,}"
# An unlisted word with an ending that names do not have; short names have some (`لين`).
_WORD_ENDINGS = r"(?:ات|ون|ين|ية|ًا|اً)$"
_SHORT_WORD = 4
_PRONOUN_ENDING = r"^(\w{3,}?)(?:ها|هما|هم|هن|ه|نا)$"


@dataclass
class Reading:
    """Tokens of a batch with class and proclitic; the letters change as names are found.

    Attributes:
        text: Tokens and vocabulary.
        letters: One character code a token (UInt8).
        clitics: One character code a token (UInt8).
    """

    text: Text
    letters: pl.Series
    clitics: pl.Series
    # Many rules read the string of one state of the letters: kept until a letter changes.
    _string: pl.Series | None = field(init=False, default=None, repr=False)

    def set_letters(self, spans: pl.DataFrame, name: str | None = None) -> None:
        """Write a class over spans (`token`, `n_tokens`; `class` unless `name` is given)."""
        tokens = spans.select(
            pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32),
            letter=pl.lit(name) if name else pl.col("class"),
        ).explode("token", empty_as_null=False)
        values = tokens["letter"].replace_strict(_CODES, return_dtype=pl.UInt8)
        self.letters = write_letters(self.letters, tokens["token"], values)
        self._string = None

    def set_clitics(self, tokens: pl.Series, name: str) -> None:
        """Give tokens a proclitic."""
        self.clitics = write_letters(self.clitics, tokens, _CLITIC_CODES[name])
        self._string = None

    def string(self) -> pl.Series:
        """The letters of all tokens as one value of bytes, two characters a token."""
        if self._string is None:
            pair = self.letters.cast(pl.UInt32) * 8 + (self.clitics - ord("0"))
            self._string = _PAIRS[pair].str.join("").cast(pl.Binary)
        return self._string


_CODES = {name: ord(letter) for name, letter in LETTERS.items()}
_CLITIC_CODES = {name: ord(digit) for name, digit in CLITICS.items()}
_TAKE_PRONOUNS = codes(
    *("NOUN", "ADJECTIVE", "VERB", "DEFINITE", "ORG_HEAD", "DOCUMENT", "SOURCE", "PREP")
)
# The two characters of a token by letter and proclitic; letters are ASCII.
_PAIRS = pl.Series([str(clitic) + chr(letter) for letter in range(128) for clitic in range(8)])


def write_letters(letters: pl.Series, tokens: pl.Series, value: pl.Series | int) -> pl.Series:
    """A copy of letters with others at some tokens; `scatter` itself writes into the series."""
    return letters.clone().scatter(tokens, value)


def read_words(texts: pl.Series, knowledge: Knowledge) -> Reading:
    """Tokenise texts and give every token its class and proclitic."""
    # A line break after each text: what looks a word back or ahead must not look into another.
    text = tokenize(texts + NEWLINE, _vocabulary(knowledge, installed_lexicon()))
    # The last word of a text without a stop ends its sentence too, but is a word.
    is_end = text.tokens["is_sentence_end"] & text.where(_is_mark)
    letters = write_letters(text.gather("letter"), is_end.arg_true(), _CODES["STOP"])
    reading = Reading(text, letters, text.gather("clitic"))
    _settle_quotes(reading)
    return reading


def _is_mark(words: pl.DataFrame) -> pl.Series:
    return ~words["surface"].str.contains(r"[\w\n]")


_vocabularies: dict[tuple[int, Path | None], Vocabulary] = {}


def _vocabulary(knowledge: Knowledge, lexicon: Path | None) -> Vocabulary:
    """The words met so far with this knowledge, which is compiled once a process and version."""
    key = (id(knowledge), lexicon)
    if key not in _vocabularies:
        _vocabularies[key] = Vocabulary(partial(_describe, knowledge))
    return _vocabularies[key]


def _describe(knowledge: Knowledge, pieces: pl.Series) -> pl.DataFrame:
    """What distinct pieces are, by themselves: columns of `describe_pieces` and of `_classify`."""
    vocabulary = _without_arabic(_classify(describe_pieces(pieces), knowledge))
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
    folded, surface = pl.col("folded"), pl.col("surface")
    # A word that only folding makes alike with a closed-class word (`علي` and `على`) is a name.
    unvoiced = surface.str.replace_all(_VOWELS_AND_TATWEEL, "")
    is_lookalike = folded.is_in(knowledge.exact_folded) & ~unvoiced.is_in(knowledge.exact_surfaces)
    letter = pl.when(is_lookalike).then(_CODES["GIVEN"]).otherwise("letter").cast(pl.UInt8)
    without_conjunction = folded.str.replace("^[وفبك](?:ال)", "ال").str.replace("^لل", "ال")
    return known.with_columns(
        family=surface.replace_strict(MARK_FAMILIES, default=None, return_dtype=pl.UInt8),
        letter=letter.fill_null(_guess_letter()),
        bare=pl.col("bare").fill_null(without_conjunction),
        clitic=pl.col("clitic").fill_null(_guess_clitic()),
    ).with_columns(display=_display())


def _guess_letter() -> pl.Expr:
    """The class of a word that no list holds, by its looks."""
    surface, folded = pl.col("surface"), pl.col("folded")
    name = (
        pl.when(surface == NEWLINE)
        .then(pl.lit("BREAK"))
        .when(surface.is_in(_STRAIGHT_QUOTES))
        .then(pl.lit("OPEN"))
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
    return name.replace_strict(_CODES, return_dtype=pl.UInt8)


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
    return name.replace_strict(_CLITIC_CODES, return_dtype=pl.UInt8)


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
    unknown = vocabulary.filter(pl.col("letter") == _CODES["UNKNOWN"])["folded"].unique(
        maintain_order=True
    )
    known = (
        foreign_words(unknown)
        .filter(~pl.col("is_foreign"))
        .select(folded="word", noun=pl.lit(_CODES["NOUN"], pl.UInt8))
    )
    found = vocabulary.join(known, on="folded", how="left", maintain_order="left")
    is_unknown = pl.col("letter") == _CODES["UNKNOWN"]
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


def _settle_quotes(reading: Reading) -> None:
    """Tell opening from closing marks: by the white space around them, else `"` by turns.

    Some houses write „…“ or ”…“, and ‘ ’ are apostrophes too.
    """
    text = reading.text
    tokens = text.tokens
    spaced = text.where(_is_spaced)
    is_break, is_mark, may_follow = (
        text.where(is_line_break),
        text.where(_is_quote),
        text.where(_may_follow_closing),
    )
    at_start = tokens["document"] != tokens["document"].shift(1)
    marks = pl.DataFrame(
        {
            "token": tokens["token"],
            "document": tokens["document"],
            "before": (spaced.shift(1) | at_start | is_break.shift(1)).fill_null(value=True),
            "after": (spaced | may_follow.shift(-1)).fill_null(value=True),
        }
    ).filter(is_mark)
    is_straight = reading.text.at("surface", marks["token"]).is_in(_STRAIGHT_QUOTES)
    sure = (
        pl.when(pl.col("before") & ~pl.col("after"))
        .then(pl.lit(0))
        .when(pl.col("after") & ~pl.col("before"))
        .then(pl.lit(1))
    )
    marks = marks.with_columns(sure=sure)
    curved = marks.filter(~is_straight).drop_nulls("sure").select("token", "sure", n_tokens=1)
    marks = marks.filter(is_straight)
    marks = marks.with_columns(turn=pl.int_range(pl.len()).over("document"))
    # An unsure mark takes turns from the last sure one of its article.
    anchor = (pl.col("sure") - pl.col("turn")).forward_fill().over("document").fill_null(0)
    closes = marks.select(
        "token", is_close=pl.col("sure").fill_null((anchor + pl.col("turn")) % 2) == 1
    )
    reading.set_letters(closes.filter("is_close").select("token", n_tokens=1), "CLOSE")
    reading.set_letters(curved.filter(pl.col("sure") == 0), "OPEN")
    reading.set_letters(curved.filter(pl.col("sure") == 1), "CLOSE")


def _is_spaced(words: pl.DataFrame) -> pl.Series:
    return words["is_spaced"]


def _is_quote(words: pl.DataFrame) -> pl.Series:
    return words["surface"].is_in([*_STRAIGHT_QUOTES, *_CURVED_QUOTES])


def _may_follow_closing(words: pl.DataFrame) -> pl.Series:
    return words["surface"].is_in(_AFTER_CLOSING)
