"""Text to tokens and sentences that know where they stand.

A batch becomes a frame of tokens in running order. What a word is (its folded form, its class) is
found once in the vocabulary, whose rows are distinct words, and gathered by number.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from extract.arabic.initials import find_initials
from extract.arabic.pieces import PIECE, describe_surfaces, piece_vocabulary
from extract.arabic.stops import NEWLINE, number_sentences
from extract.arabic.vocabulary import Vocabulary, Words

# A step as short as this is one look-up: most steps are, and a batch takes hundreds.
_NEAR = 16


@dataclass(frozen=True)
class Text:
    """The tokens of a batch and its vocabulary.

    Attributes:
        tokens: `token` (UInt32, counts through the batch), `document` (UInt32, position in the
            batch), `word` (UInt32, row of the vocabulary), `start_char`, `end_char` (Int32, code
            points of the document), `sentence` (UInt32, counts through the batch),
            `is_sentence_end`.
        vocabulary: Row number is `word`: `surface`, `folded` (strings).
        is_spaced: Which tokens white space follows.
        piece: By token its row of `pieces`.
        pieces: What words are with the white space after them: lengths.
        initials: The tokens that are the letter of a title (`د. سعاد`), whose stop is the next.
    """

    tokens: pl.DataFrame
    vocabulary: Words
    is_spaced: pl.Series
    piece: pl.Series
    pieces: Words
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
        if isinstance(n, int) and abs(n) <= _NEAR:
            return self._near[tokens.cast(pl.UInt32) + (_NEAR + n)]
        at = tokens.cast(pl.Int64) + n
        last = self.tokens.height - 1
        is_beyond = ((at < 0) | (at > last)).cast(pl.Int64)
        return (at + (last - at) * is_beyond).cast(pl.UInt32)

    @cached_property
    def _near(self) -> pl.Series:
        """By number, `_NEAR` added, every token and what stands for those beyond the ends."""
        token = self.tokens["token"]
        beyond = token.tail(1).new_from_index(0, _NEAR) if len(token) else token
        return pl.concat([beyond, token, beyond], rechunk=True)

    def at(self, column: str, tokens: pl.Series) -> pl.Series:
        """A column of the vocabulary at some tokens only."""
        return self.vocabulary[column][self.tokens["word"][tokens]]

    @cached_property
    def _start_bytes(self) -> pl.Series:
        n_bytes = self.pieces["piece_bytes"][self.piece]
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
        n_bytes = self._start_bytes[last] + self.pieces["surface_bytes"][self.piece[last]] - start
        # Bytes are cut where they stand; to find a letter Polars reads a text from its start.
        text = pl.lit(self.raw).bin.slice(start, n_bytes).cast(pl.String)
        return pl.select(text if n_skipped is None else text.str.slice(n_skipped)).to_series()

    def where(self, find: Callable[..., pl.Series], *context: object) -> pl.Series:
        """Carry what a function says of each word, yes or no, to its tokens; see `Words.find`."""
        # Bytes are gathered in half the time that bits are.
        flags = self.vocabulary.find(_flags, find, *context)
        return flags[self.tokens["word"]] == 1

    def where_at(
        self, tokens: pl.Series, find: Callable[..., pl.Series], *context: object
    ) -> pl.Series:
        """What `where` says of some tokens only."""
        flags = self.vocabulary.find(_flags, find, *context)
        return flags[self.tokens["word"][tokens]] == 1

    def which(self, find: Callable[..., pl.Series], *context: object) -> pl.Series:
        """The tokens of whose words a function says yes, in order; see `where`."""
        # To keep some of a column takes a fifth of the time of numbering what is true.
        return self.tokens["token"].filter(self.where(find, *context))


def _flags(words: pl.DataFrame, find: Callable[..., pl.Series], *context: object) -> pl.Series:
    return find(words, *context).fill_null(value=False).cast(pl.UInt8)


def tokenize(texts: pl.Series, vocabulary: Vocabulary | None = None) -> Text:
    """Split texts into words, single other characters and line breaks.

    Args:
        texts: One text a document, in the order that `document` counts.
        vocabulary: From `piece_vocabulary`; of these texts alone where none is given.
    """
    pieces = (
        pl.DataFrame({"piece": texts.str.extract_all(PIECE)})
        .with_row_index("document")
        .explode("piece", empty_as_null=False)
    )
    piece, known = (vocabulary or piece_vocabulary(describe_surfaces)).number(pieces["piece"])
    word, length, piece_length = (known[name][piece] for name in ("word", "length", "piece_length"))
    words = known.of
    assert words is not None  # noqa: S101 - pieces are of words
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
    spaced = known["is_spaced"][piece]
    tokens = number_sentences(tokens, words, spaced, initials)
    return Text(tokens, words, spaced, piece, known, raw, initials)


def is_line_break(words: pl.DataFrame) -> pl.Series:
    """Which words of a vocabulary are line breaks."""
    return words["surface"] == NEWLINE


def has_letters(words: pl.DataFrame) -> pl.Series:
    """Which words of a vocabulary are words or numbers, and no marks."""
    return words["surface"].str.contains(r"[\p{L}\p{N}]")
