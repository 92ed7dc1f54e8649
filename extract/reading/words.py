"""A batch of texts as tokens with their classes, and each article as a string of letters.

Which words are names and phrases is found in `extract.reading.mentions`, which sets their letters.
"""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import polars as pl

from extract.arabic.foreign import installed_lexicon
from extract.arabic.pieces import piece_vocabulary
from extract.arabic.stops import NEWLINE
from extract.arabic.tokens import Text, is_line_break, tokenize
from extract.arabic.vocabulary import Vocabulary
from extract.reading.alphabet import CLITIC_CODES, CODES, WIDTH, is_class
from extract.reading.knowledge import Knowledge
from extract.reading.word_classes import STRAIGHT_QUOTES, describe_words

# So many words between slashes are a clause.
_CLAUSE_WORDS = 4
_OPENS_CLAUSE = (
    *("DEFINITE", "UNKNOWN_DEFINITE", "NOUN", "CONTENT_NOUN", "ADJECTIVE", "NUMBER", "PRONOUN"),
    *("COUNTRY", "PLACE", "ORG", "ORG_HEAD", "SOURCE", "DOCUMENT", "ANY_TITLE", "GIVEN", "UNKNOWN"),
    *("NEGATION", "VERB"),
)
_SPEAKING = ("FINITE", "WEAK_FINITE", "SAYING", "PARTICIPLE")
_CURVED_QUOTES = ["“", "”", "„", "‘", "’", "'"]
_AFTER_CLOSING = [NEWLINE, ".", "،", ",", "؛", ";", ":", ")", "!", "؟", "?"]


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
    # Many rules read the letters as a string. It is made once, and written into like `letters`.
    _pairs: pl.Series | None = field(init=False, default=None, repr=False)

    def set_letters(self, spans: pl.DataFrame, name: str | None = None) -> None:
        """Write a class over spans (`token`, `n_tokens`; `class` unless `name` is given)."""
        classes = pl.col("class").replace_strict(CODES, return_dtype=pl.UInt8)
        tokens = spans.select(
            pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32),
            letter=pl.lit(CODES[name], pl.UInt8) if name else classes,
        ).explode("token", empty_as_null=False)
        self._write(tokens["token"], tokens["letter"])

    def set_class(self, tokens: pl.Series, name: str) -> None:
        """Write a class over single tokens."""
        self._write(tokens, CODES[name])

    def _write(self, tokens: pl.Series, letters: pl.Series | int) -> None:
        self.letters = write_letters(self.letters, tokens, letters)
        if self._pairs is not None:
            self._pairs = write_letters(self._pairs, tokens * WIDTH + 1, letters)

    def set_clitics(self, tokens: pl.Series, name: str) -> None:
        """Give tokens a proclitic."""
        self.clitics = write_letters(self.clitics, tokens, CLITIC_CODES[name])
        if self._pairs is not None:
            self._pairs = write_letters(self._pairs, tokens * WIDTH, CLITIC_CODES[name])

    def string(self) -> pl.Series:
        """The letters of all tokens as one value of bytes, two characters a token."""
        if self._pairs is None:
            self._pairs = _in_turns(self.clitics, self.letters)
        # A list of bytes is as good as text, and a tenth of the time of joining strings.
        return self._pairs.implode().cast(pl.Binary)


def _in_turns(clitics: pl.Series, letters: pl.Series) -> pl.Series:
    """Two columns of bytes as one, a byte of the one and of the other in turn."""
    # Python copies every second byte in a third of the time that Polars takes to gather them.
    pairs = bytearray(WIDTH * len(letters))
    for first, column in enumerate((clitics, letters)):
        pairs[first::WIDTH] = column.implode().cast(pl.Binary).item()
    whole = pl.Series([bytes(pairs)], dtype=pl.Binary).cast(pl.List(pl.UInt8))
    return whole.explode(empty_as_null=False)


def write_letters(letters: pl.Series, tokens: pl.Series, value: pl.Series | int) -> pl.Series:
    """A copy of letters with others at some tokens; `scatter` itself writes into the series."""
    return letters.clone().scatter(tokens, value)


def read_words(texts: pl.Series, knowledge: Knowledge) -> Reading:
    """Tokenise texts and give every token its class and proclitic."""
    # A line break after each text: what looks a word back or ahead must not look into another.
    text = tokenize(texts + NEWLINE, _vocabulary(knowledge, installed_lexicon()))
    # The last word of a text without a stop ends its sentence too, but is a word.
    is_end = text.tokens["is_sentence_end"] & text.where(_is_mark)
    letters = write_letters(text.gather("letter"), is_end.arg_true(), CODES["STOP"])
    reading = Reading(text, letters, text.gather("clitic"))
    _settle_quotes(reading)
    _settle_slashes(reading)
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


def _settle_quotes(reading: Reading) -> None:
    """Tell opening from closing marks: by the white space around them, else `"` by turns.

    Some houses write „…“ or ”…“, and ‘ ’ are apostrophes too.
    """
    text = reading.text
    tokens = text.tokens
    spaced = text.is_spaced
    is_break, is_mark, may_follow = (
        text.where(is_line_break),
        text.where(_is_quote),
        text.where(_may_follow_closing),
    )
    # `لـ”المساء”`
    parted = is_class(reading.letters, "LI", "BI")
    at_start = tokens["document"] != tokens["document"].shift(1)
    marks = pl.DataFrame(
        {
            "token": tokens["token"],
            "document": tokens["document"],
            "before": (spaced.shift(1) | at_start | is_break.shift(1) | parted.shift(1)).fill_null(
                value=True
            ),
            "after": (spaced | may_follow.shift(-1)).fill_null(value=True),
            "opens_line": (at_start | is_break.shift(1)).fill_null(value=True),
            "ends_line": is_break.shift(-1).fill_null(value=True),
            "stops": is_class(reading.letters, "STOP", "COMMA").shift(-1).fill_null(value=False),
            "colon": is_class(reading.letters, "COLON").shift(1).fill_null(value=False),
            "said": is_class(reading.letters, *_SPEAKING).shift(1).fill_null(value=False),
        }
    ).filter(is_mark)
    is_straight = reading.text.at("surface", marks["token"]).is_in(STRAIGHT_QUOTES)
    sure = (
        pl.when(pl.col("colon") & ~pl.col("stops"))
        .then(pl.lit(0))
        .when(pl.col("before") & ~pl.col("after"))
        .then(pl.lit(0))
        # `وأضاف" نعم"`: a mark on the verb takes turns.
        .when(pl.col("after") & ~pl.col("before") & ~(pl.col("said") & ~pl.col("stops")))
        .then(pl.lit(1))
        # `" قال …` opens with its line, and closes at its end `… جريمة هذه "`.
        .when(pl.col("opens_line") & ~pl.col("ends_line"))
        .then(pl.lit(0))
        .when(pl.col("ends_line") & ~pl.col("opens_line"))
        .then(pl.lit(1))
        # `قال : " نعم " .`
        .when(pl.col("stops"))
        .then(pl.lit(1))
    )
    marks = marks.with_columns(sure=sure)
    curved = _by_turns(marks.filter(~is_straight), reading)
    marks = marks.filter(is_straight)
    marks = marks.with_columns(turn=pl.int_range(pl.len()).over("document"))
    # An unsure mark takes turns from the last sure one of its article.
    anchor = (pl.col("sure") - pl.col("turn")).forward_fill().over("document").fill_null(0)
    closes = marks.select(
        "token", is_close=pl.col("sure").fill_null((anchor + pl.col("turn")) % 2) == 1
    )
    reading.set_class(closes["token"].filter(closes["is_close"]), "CLOSE")
    reading.set_class(curved["token"].filter(curved["sure"] == 0), "OPEN")
    reading.set_class(curved["token"].filter(curved["sure"] == 1), "CLOSE")


def _by_turns(curved: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Curved marks with `sure`: a closing one between blanks takes turns (`” نعم ”`)."""
    curved = curved.with_columns(turn=pl.int_range(pl.len()).over("document"))
    anchor = (pl.col("sure") - pl.col("turn")).forward_fill().over("document")
    is_closing = pl.lit(reading.text.at("surface", curved["token"]) == "”")
    return curved.with_columns(
        sure=pl.when(is_closing)
        .then(pl.col("sure").fill_null((anchor.fill_null(0) + pl.col("turn")) % 2))
        .otherwise("sure")
    ).drop_nulls("sure")


def _settle_slashes(reading: Reading) -> None:
    """Make quotation marks of `/…/` where a clause stands between: some agencies write so.

    A word or two between them are a name, a number or the agency itself (`/شينخوا/`).
    """
    text = reading.text
    at = text.which(_is_slash)
    is_after = text.is_spaced[at] | text.where_at(text.step(at, 1), _may_follow_closing)
    is_before = text.is_spaced[text.step(at, -1)]
    slashes = text.tokens.select("token", "sentence")[at].with_columns(
        opens=is_before & ~is_after, closes=is_after & ~is_before
    )
    n_between = pl.col("token").shift(-1) - pl.col("token") - 1
    is_pair = pl.col("opens") & pl.col("closes").shift(-1) & (n_between >= _CLAUSE_WORDS)
    is_pair &= pl.col("sentence") == pl.col("sentence").shift(-1)
    pairs = slashes.with_columns(close=pl.col("token").shift(-1)).filter(is_pair)
    reading.set_class(pairs["token"], "OPEN")
    reading.set_class(pairs["close"], "CLOSE")


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
    at = text.which(_is_slash)
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


def _is_slash(words: pl.DataFrame) -> pl.Series:
    return words["surface"] == "/"


def _is_colon(words: pl.DataFrame) -> pl.Series:
    return words["surface"] == ":"


def _is_quote(words: pl.DataFrame) -> pl.Series:
    return words["surface"].is_in([*STRAIGHT_QUOTES, *_CURVED_QUOTES])


def _may_follow_closing(words: pl.DataFrame) -> pl.Series:
    return words["surface"].is_in(_AFTER_CLOSING)
