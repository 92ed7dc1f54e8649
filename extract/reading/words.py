"""A batch of texts as tokens with their classes, and each article as a string of letters.

Words get their classes in `extract.reading.word_reading`; which words are names and phrases is
found in `extract.reading.mentions`, which sets their letters.
"""

from dataclasses import dataclass, field

import polars as pl

from extract.arabic.tokens import Text
from extract.reading.alphabet import CLITIC_CODES, CODES, WIDTH


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
