"""Where sentences end: which stops end one, and which belong to a name, a title, an omission.

Cutting texts into tokens belongs in `extract.arabic.tokens`.
"""

import polars as pl

from extract.arabic.vocabulary import Words, step_within

NEWLINE = "\n"
_STOPS = [".", "؟", "?", "!", "…"]
_CLOSERS = [NEWLINE, '"', "»", "”", "“", ")", "}", "]", "'", "’", *_STOPS]
_LETTER = r"^[\p{L}\p{M}]{1,4}$"
_ADJECTIVE = r"^ال\p{L}{3,}(?:ية|ي|ى)$"
_LONG_WORD = r"^[\p{L}\p{M}]{3,}$"
_SENTENCE_OPENS = (
    r"^[وف]?(?:ال|قال|أ[كضوش])\p{L}{2,}$|^و\p{L}{3,}$|^(?:كما|وفي|لكن|غير|من|بدوره|بدورها)$"
)

# `غدا.وفقا لوكالة كذا`: goes with what stands before.
_ATTRIBUTES = "^و?(?:وفق|حسب|بحسب|نقلا|طبقا)"


def number_sentences(
    tokens: pl.DataFrame, words: Words, is_spaced: pl.Series, initials: pl.Series
) -> pl.DataFrame:
    """Number the sentences: a line break ends one, a stop where white space or a mark follows.

    The stop of a title (`د. سعاد`) ends none.
    """
    kind = words.find(_kinds)[tokens["word"]]
    is_break, is_stop = kind == _BREAK, kind == _STOP
    is_closer = is_break | is_stop | (kind == _CLOSER)
    ends_document = tokens["document"] != tokens["document"].shift(-1)
    followed = is_spaced | is_closer.shift(-1) | ends_document
    is_end = (is_break | (is_stop & followed) | ends_document).fill_null(value=True)
    is_end = is_end.scatter(initials + 1, values=False)
    is_end = is_end.scatter(_dotted(tokens["word"], is_stop & is_end, words), values=False)
    is_end = is_end.scatter(_omissions(tokens["word"], is_stop, words), values=False)
    is_end = is_end.scatter(
        _glued(tokens["word"], (is_stop & ~is_end).arg_true(), words), values=True
    )
    # A run of stops and line breaks ends one sentence, not several.
    begins = (is_end & ~is_end.shift(-1).fill_null(value=False)).shift(1, fill_value=False)
    begins |= ends_document.shift(1, fill_value=False).fill_null(value=True)
    return tokens.with_columns(sentence=begins.cum_sum(), is_sentence_end=is_end)


def _omissions(word: pl.Series, is_stop: pl.Series, words: Words) -> pl.Series:
    """The stops of `(...)`, by which a quotation leaves something out: they end no sentence."""
    brackets = words.find(_brackets)[word]
    opens = ((brackets == _OPENS) & is_stop.shift(-1, fill_value=False)).arg_true()
    found = []
    for n in range(1, _LONGEST_OMISSION + 1):
        after = step_within(opens, n + 1, len(word))
        closed = opens.filter(brackets[after] == _CLOSES)
        found += [(closed + ahead) for ahead in range(1, n + 1)]
        goes_on = is_stop[after]
        opens = opens.filter(goes_on)
    return pl.concat([pl.Series([], dtype=pl.UInt32), *found]).unique()


def _dotted(word: pl.Series, is_end: pl.Series, words: Words) -> pl.Series:
    """The last stops of names spelt with stops: `قناة سي.إن.إن. الإخبارية`, `(أ.ف.ب.)`.

    They end a sentence where the next word opens one (`لقناة سي.إن.إن. وأضاف`) or no other follows.
    """
    stops = is_end.arg_true()
    around = (words["surface"][word[step_within(stops, n, len(word))]] for n in (-3, -2, -1, 1))
    first, stop, last, after = around
    is_name = (stop == ".") & first.str.contains(_LETTER) & last.str.contains(_LETTER)
    goes_on = after.str.contains(_ADJECTIVE) | ~after.str.contains(_SENTENCE_OPENS)
    goes_on &= after != NEWLINE
    is_inside = stops + 1 < len(word)
    return stops.filter(is_name & goes_on & is_inside)


_OTHER, _OPENS, _CLOSES = range(3)
_LONGEST_OMISSION = 4


def _brackets(words: pl.DataFrame) -> pl.Series:
    surface = pl.col("surface")
    bracket = pl.when(surface.is_in(["(", "["])).then(_OPENS).when(surface.is_in([")", "]"]))
    return words.select(bracket.then(_CLOSES).otherwise(_OTHER).cast(pl.UInt8)).to_series()


def _glued(word: pl.Series, stops: pl.Series, words: Words) -> pl.Series:
    """Stops that end a sentence though nothing stands between: `انتهت الحرب.وأضاف الوزير`."""
    before, after = (words["surface"][word[step_within(stops, n, len(word))]] for n in (-1, 1))
    opens = after.str.contains(_SENTENCE_OPENS) & ~after.str.contains(_ATTRIBUTES)
    return stops.filter(before.str.contains(_LONG_WORD) & opens)


_WORD, _BREAK, _STOP, _CLOSER = range(4)


def _kinds(words: pl.DataFrame) -> pl.Series:
    """Which words are line breaks, stops, and marks that may follow a stop (UInt8)."""
    surface = pl.col("surface")
    kind = (
        pl.when(surface == NEWLINE)
        .then(_BREAK)
        .when(surface.is_in(_STOPS))
        .then(_STOP)
        .when(surface.is_in(_CLOSERS))
        .then(_CLOSER)
        .otherwise(_WORD)
    )
    return words.select(kind.cast(pl.UInt8)).to_series()
