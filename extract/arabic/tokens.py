"""Text to tokens and sentences that know where they stand.

A batch becomes a frame of tokens in running order. What a word is (its folded form, its class) is
found once in the vocabulary, whose rows are distinct pieces, and gathered by number.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from extract.arabic.initials import find_initials
from extract.arabic.normalize import fold_series
from extract.arabic.vocabulary import Vocabulary, Words, step_within

NEWLINE = "\n"
# White space belongs to the token before it, so that offsets are sums of lengths. A line break is a
# token of its own: it ends a sentence where no stop is written.
PIECE = r"(?:[\w\p{M}\u200c\u200d]+|[^\w\s])[^\S\n]*|\n\s*|\s+"
_STOPS = [".", "؟", "?", "!", "…"]
_CLOSERS = [NEWLINE, '"', "»", "”", "“", ")", "}", "]", "'", "’", *_STOPS]


@dataclass(frozen=True)
class Text:
    """The tokens of a batch and its vocabulary.

    Attributes:
        tokens: `token` (UInt32, counts through the batch), `document` (UInt32, position in the
            batch), `word` (UInt32, row of the vocabulary), `start_char`, `end_char` (Int32, code
            points of the document), `sentence` (UInt32, counts through the batch),
            `is_sentence_end`.
        vocabulary: Row number is `word`: `surface`, `folded` (strings), `is_spaced` (white space
            follows).
        initials: The tokens that are the letter of a title (`د. سعاد`), whose stop is the next.
    """

    tokens: pl.DataFrame
    vocabulary: Words
    raw: pl.Series
    initials: pl.Series

    @cached_property
    def bounds(self) -> pl.Series:
        """By document its first token, and one more, the number of all tokens (UInt32)."""
        document = self.tokens["document"]
        n_documents = 0 if document.is_empty() else int(document[-1]) + 1
        numbers = pl.int_range(n_documents + 1, dtype=pl.UInt32, eager=True)
        return document.search_sorted(numbers).cast(pl.UInt32)

    def gather(self, column: str) -> pl.Series:
        """A column of the vocabulary, one value a token."""
        return self.vocabulary[column][self.tokens["word"]]

    def step(self, tokens: pl.Series, n: int | pl.Series) -> pl.Series:
        """The tokens so many further on, before where negative.

        Beyond either end of the batch stands its last token, which is a line break as is the token
        before any other text: the first is read as every other.
        """
        at = tokens.cast(pl.Int64) + n
        last = self.tokens.height - 1
        is_beyond = ((at < 0) | (at > last)).cast(pl.Int64)
        return (at + (last - at) * is_beyond).cast(pl.UInt32)

    def at(self, column: str, tokens: pl.Series) -> pl.Series:
        """A column of the vocabulary at some tokens only."""
        return self.vocabulary[column][self.tokens["word"][tokens]]

    @cached_property
    def _start_bytes(self) -> pl.Series:
        n_bytes = self.gather("piece_bytes")
        return n_bytes.cum_sum() - n_bytes

    def written(
        self, first: pl.Series, last: pl.Series, n_skipped: pl.Series | None = None
    ) -> pl.Series:
        """What stands in the texts from one token to another.

        Args:
            first: Tokens to begin at.
            last: Tokens to end with.
            n_skipped: Letters to leave out at the head of each.
        """
        start = self._start_bytes[first]
        n_bytes = self._start_bytes[last] + self.at("surface_bytes", last) - start
        # Bytes are cut where they stand; to find a letter Polars reads a text from its start.
        text = pl.lit(self.raw).bin.slice(start, n_bytes).cast(pl.String)
        return pl.select(text if n_skipped is None else text.str.slice(n_skipped)).to_series()

    def where(self, find: Callable[..., pl.Series], *context: object) -> pl.Series:
        """Carry what a function says of each word, yes or no, to its tokens; see `Words.find`."""
        # Bytes are gathered in half the time that bits are.
        flags = self.vocabulary.find(_flags, find, *context)
        return flags[self.tokens["word"]] == 1

    def which(self, find: Callable[..., pl.Series], *context: object) -> pl.Series:
        """The tokens of whose words a function says yes, in order; see `where`."""
        # To keep some of a column takes a fifth of the time of numbering what is true.
        return self.tokens["token"].filter(self.where(find, *context))


def _flags(words: pl.DataFrame, find: Callable[..., pl.Series], *context: object) -> pl.Series:
    return find(words, *context).fill_null(value=False).cast(pl.UInt8)


_LONG_WORD = r"^[\p{L}\p{M}]{3,}$"
_SENTENCE_OPENS = r"^[وف]?(?:ال|قال|أ[كضوش])\p{L}{2,}$|^و\p{L}{3,}$|^(?:كما|وفي|لكن|غير)$"

# `غدا.وفقا لوكالة كذا`: goes with what stands before.
_ATTRIBUTES = "^و?(?:وفق|حسب|بحسب|نقلا|طبقا)"


def tokenize(texts: pl.Series, vocabulary: Vocabulary | None = None) -> Text:
    """Split texts into words, single other characters and line breaks.

    Args:
        texts: One text a document, in the order that `document` counts.
        vocabulary: Of `describe_pieces` and more; of these texts alone where none is given.
    """
    pieces = (
        pl.DataFrame({"piece": texts.str.extract_all(PIECE)})
        .with_row_index("document")
        .explode("piece", empty_as_null=False)
    )
    word, words = (vocabulary or Vocabulary(describe_pieces)).number(pieces["piece"])
    length, piece_length = (words[name][word] for name in ("length", "piece_length"))
    before = piece_length.cum_sum() - piece_length
    document = pieces["document"]
    # The sum over the batch less that of the documents before: cheaper than a sum in each document.
    firsts = (document != document.shift(1)).fill_null(value=True).arg_true()
    base = pl.repeat(0, len(texts), dtype=before.dtype, eager=True)
    start = before - base.scatter(document[firsts], before[firsts])[document]
    tokens = pl.DataFrame(
        {"document": document, "word": word, "start_char": start, "end_char": start + length}
    ).with_row_index("token")
    raw = texts.str.join("").cast(pl.Binary)
    initials = find_initials(word, words)
    return Text(_number_sentences(tokens, words, initials), words, raw, initials)


def is_line_break(words: pl.DataFrame) -> pl.Series:
    """Which words of a vocabulary are line breaks."""
    return words["surface"] == NEWLINE


def has_letters(words: pl.DataFrame) -> pl.Series:
    """Which words of a vocabulary are words or numbers, and no marks."""
    return words["surface"].str.contains(r"[\p{L}\p{N}]")


def describe_pieces(pieces: pl.Series) -> pl.DataFrame:
    """Describe distinct pieces: a word or mark with the white space after it.

    Returns:
        `surface`, `folded`, `piece_length`, `length` (code points, Int32), `piece_bytes`,
        `surface_bytes` (UInt32), `is_spaced`.
    """
    stripped = pl.col("piece").str.strip_chars()
    words = pl.DataFrame({"piece": pieces}).select(
        surface=pl.when(stripped == "").then(pl.lit(NEWLINE)).otherwise(stripped),
        piece_length=pl.col("piece").str.len_chars().cast(pl.Int32),
        piece_bytes=pl.col("piece").str.len_bytes(),
    )
    surface, is_blank = pl.col("surface"), pl.col("surface") == NEWLINE
    length = surface.str.len_chars().cast(pl.Int32)
    words = words.with_columns(
        # A line break would fall apart in folding, which joins words by it.
        folded=pl.when(~is_blank).then(surface),
        length=pl.when(is_blank).then("piece_length").otherwise(length),
        surface_bytes=pl.when(is_blank).then("piece_bytes").otherwise(surface.str.len_bytes()),
    )
    return words.select(
        "surface",
        fold_series(words["folded"]).fill_null(""),
        *("piece_length", "length", "piece_bytes", "surface_bytes"),
        is_spaced=pl.col("length") < pl.col("piece_length"),
    )


def _number_sentences(tokens: pl.DataFrame, words: Words, initials: pl.Series) -> pl.DataFrame:
    """Number the sentences: a line break ends one, a stop where white space or a mark follows.

    The stop of a title (`د. سعاد`) ends none.
    """
    kind = words.find(_kinds)[tokens["word"]]
    is_break, is_stop = kind == _BREAK, kind.is_in((_STOP, _SPACED_STOP))
    is_closer = is_break | is_stop | (kind == _CLOSER)
    ends_document = tokens["document"] != tokens["document"].shift(-1)
    followed = (kind == _SPACED_STOP) | is_closer.shift(-1) | ends_document
    is_end = (is_break | (is_stop & followed) | ends_document).fill_null(value=True)
    is_end = is_end.scatter(initials + 1, values=False)
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


_WORD, _BREAK, _STOP, _SPACED_STOP, _CLOSER = range(5)


def _kinds(words: pl.DataFrame) -> pl.Series:
    """Which words are line breaks, stops, and marks that may follow a stop (UInt8)."""
    surface = pl.col("surface")
    kind = (
        pl.when(surface == NEWLINE)
        .then(_BREAK)
        .when(surface.is_in(_STOPS) & pl.col("is_spaced"))
        .then(_SPACED_STOP)
        .when(surface.is_in(_STOPS))
        .then(_STOP)
        .when(surface.is_in(_CLOSERS))
        .then(_CLOSER)
        .otherwise(_WORD)
    )
    return words.select(kind.cast(pl.UInt8)).to_series()
