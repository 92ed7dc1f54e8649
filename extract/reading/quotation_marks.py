"""Which marks open a quotation and which close it.

Houses write "…", „…“, ”…”, ‘…’, »…« and /…/, with blanks on either side or none.
"""

import polars as pl

from extract.arabic.stops import NEWLINE
from extract.arabic.tokens import is_line_break
from extract.reading.alphabet import is_class
from extract.reading.word_classes import STRAIGHT_QUOTES
from extract.reading.words import Reading

# So many words between slashes are a clause.
_CLAUSE_WORDS = 4
_SPEAKING = ("FINITE", "WEAK_FINITE", "SAYING", "PARTICIPLE")
_CURVED_QUOTES = ["“", "”", "„", "‘", "’", "'"]
_AFTER_CLOSING = [NEWLINE, ".", "،", ",", "؛", ";", ":", ")", "!", "؟", "?"]


def settle_quotes(reading: Reading) -> None:
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
    surface = reading.text.at("surface", marks["token"])
    # An unsure mark takes turns from the last sure one of its kind and article; of curved ones only
    # a closing mark between blanks does (`” نعم ”`).
    kind = ["document", "is_straight"]
    marks = marks.with_columns(sure=sure, is_straight=surface.is_in(STRAIGHT_QUOTES))
    marks = marks.with_columns(turn=pl.int_range(pl.len()).over(kind))
    anchor = (pl.col("sure") - pl.col("turn")).forward_fill().over(kind).fill_null(0)
    takes_turns = pl.col("is_straight") | pl.lit(surface == "”")
    in_turn = pl.when(takes_turns).then((anchor + pl.col("turn")) % 2)
    settled = marks.select("token", closes=pl.coalesce("sure", in_turn)).drop_nulls()
    reading.set_class(settled["token"].filter(settled["closes"] == 0), "OPEN")
    reading.set_class(settled["token"].filter(settled["closes"] == 1), "CLOSE")


def settle_reversed(reading: Reading) -> None:
    """Let `»` open and `«` close in articles that write most of them so: `أكد أن »السد آمن«`."""
    text, spaced = reading.text, reading.text.is_spaced
    at = text.which(_is_guillemet)
    before, after = (text.step(at, n) for n in (-1, 1))
    is_said = is_class(reading.letters[before], "COLON")
    is_before = spaced[before] | is_said
    is_before |= is_class(reading.letters[before], "LI", "BI", "BREAK", "LPAREN")
    stops = text.where_at(after, _may_follow_closing) & ~is_said
    is_after = spaced[at] | stops
    opens = text.at("surface", at) == "«"
    marks = text.tokens.select("token", "document")[at].with_columns(opens=opens)
    # A mark with a blank on one side alone tells which it is: 1 where it is reversed, -1 else.
    stands_open = (is_said & ~stops) | (is_before & ~is_after)
    stands_closed = (stops | (is_after & ~is_before)) & ~stands_open
    is_turned = (opens & stands_closed) | (~opens & stands_open)
    is_usual = (opens & stands_open) | (~opens & stands_closed)
    marks = marks.with_columns(turn=is_turned.cast(pl.Int32) - is_usual.cast(pl.Int32))
    marks = marks.filter(pl.col("turn").sum().over("document") > 0)
    reading.set_class(marks["token"].filter(~marks["opens"]), "OPEN")
    reading.set_class(marks["token"].filter(marks["opens"]), "CLOSE")


def settle_slashes(reading: Reading) -> None:
    """Make quotation marks of `/…/` where a clause stands between: some agencies write so.

    A word or two between them are a name, a number or the agency itself (`/شينخوا/`).
    """
    text = reading.text
    at = text.which(is_slash)
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


def is_slash(words: pl.DataFrame) -> pl.Series:
    """Which rows of the vocabulary are `/`."""
    return words["surface"] == "/"


def _is_guillemet(words: pl.DataFrame) -> pl.Series:
    return words["surface"].is_in(["«", "»"])


def _is_quote(words: pl.DataFrame) -> pl.Series:
    return words["surface"].is_in([*STRAIGHT_QUOTES, *_CURVED_QUOTES])


def _may_follow_closing(words: pl.DataFrame) -> pl.Series:
    return words["surface"].is_in(_AFTER_CLOSING)
