"""Text to tokens and sentences that know where they stand.

A batch becomes two frames: its tokens in running order, and its vocabulary, one row a distinct
piece. What a word is (its folded form, its class) is found once in the vocabulary and gathered by
number.
"""

from dataclasses import dataclass

import polars as pl

from extract.arabic.normalize import fold

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
    """

    tokens: pl.DataFrame
    vocabulary: pl.DataFrame

    def gather(self, column: str) -> pl.Series:
        """A column of the vocabulary, one value a token."""
        return self.vocabulary[column].gather(self.tokens["word"])

    def at(self, column: str, tokens: pl.Series) -> pl.Series:
        """A column of the vocabulary at some tokens only."""
        return self.vocabulary[column].gather(self.tokens["word"].gather(tokens))

    def where(self, words: pl.Series) -> pl.Series:
        """Carry a flag of each word of the vocabulary to its tokens."""
        return words.gather(self.tokens["word"])


def tokenize(texts: pl.Series) -> Text:
    """Split texts into words, single other characters and line breaks.

    Args:
        texts: One text a document, in the order that `document` counts.
    """
    own_categories = pl.Categorical(pl.Categories.random())
    pieces = (
        pl.DataFrame({"piece": texts.str.extract_all(PIECE)})
        .with_row_index("document")
        .explode("piece", empty_as_null=False)
        .with_columns(pl.col("piece").cast(own_categories))
    )
    pieces = pieces.with_columns(word=pl.col("piece").to_physical().cast(pl.UInt32))
    words = pieces["word"]
    distinct = pieces.select("piece", "word").unique("word").sort("word")
    vocabulary = _vocabulary(distinct["piece"].cast(pl.String))
    lengths = vocabulary["piece_length"].gather(words)
    after = lengths.cum_sum()
    tokens = (
        pieces.select("document", word=words, before=after - lengths)
        .with_row_index("token")
        .with_columns(length=vocabulary["length"].gather(words))
    )
    # The sum over the batch less that of the documents before: cheaper than a sum in each document.
    starts = tokens.group_by("document", maintain_order=True).agg(base=pl.col("before").first())
    tokens = tokens.join(starts, on="document", how="left", maintain_order="left").select(
        "token",
        "document",
        "word",
        start_char=pl.col("before") - pl.col("base"),
        end_char=pl.col("before") - pl.col("base") + pl.col("length"),
    )
    return Text(_number_sentences(tokens, vocabulary), vocabulary)


def _vocabulary(pieces: pl.Series) -> pl.DataFrame:
    frame = pl.DataFrame({"piece": pieces}).with_columns(
        surface=pl.col("piece").str.strip_chars(),
        piece_length=pl.col("piece").str.len_chars().cast(pl.Int32),
    )
    is_blank = pl.col("surface") == ""
    frame = frame.with_columns(
        surface=pl.when(is_blank).then(pl.lit(NEWLINE)).otherwise("surface"),
        length=pl.when(is_blank)
        .then("piece_length")
        .otherwise(pl.col("surface").str.len_chars().cast(pl.Int32)),
    ).with_columns(is_spaced=pl.col("length") < pl.col("piece_length"))
    # A line break would fall apart in folding, which joins words by it.
    words = frame.with_columns(word=pl.when(pl.col("surface") != NEWLINE).then("surface"))
    return fold(words, "word", "folded").drop("word", "piece")


def _number_sentences(tokens: pl.DataFrame, vocabulary: pl.DataFrame) -> pl.DataFrame:
    """Number the sentences: a line break ends one, a stop where white space or a mark follows."""
    kinds = vocabulary.select(
        is_break=pl.col("surface") == NEWLINE,
        is_stop=pl.col("surface").is_in(_STOPS),
        is_closer=pl.col("surface").is_in(_CLOSERS),
        is_spaced="is_spaced",
    )
    own = {name: kinds[name].gather(tokens["word"]) for name in kinds.columns}
    ends_document = tokens["document"] != tokens["document"].shift(-1)
    followed = own["is_spaced"] | own["is_closer"].shift(-1) | ends_document
    is_end = (own["is_break"] | (own["is_stop"] & followed) | ends_document).fill_null(value=True)
    # A run of stops and line breaks ends one sentence, not several.
    begins = (is_end & ~is_end.shift(-1).fill_null(value=False)).shift(1, fill_value=False)
    begins |= ends_document.shift(1, fill_value=False).fill_null(value=True)
    return tokens.with_columns(
        sentence=begins.cast(pl.UInt32).cum_sum().cast(pl.UInt32), is_sentence_end=is_end
    )
