"""The distinct words that a process has met: each is described once, in whatever batch it comes.

Of the distinct words of a batch of news most stood in those before it. What is found of a word
hangs on the word alone, so that batches give the same rows whichever came first. What a word of the
vocabulary is belongs in `extract.reading`.
"""

from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

import polars as pl

# Beyond this the words are forgotten and numbered anew; 400,000 take about 150 MB.
_MAX_WORDS = 400_000

Found = TypeVar("Found", pl.Series, pl.DataFrame)


class Words:
    """Words in the order of their numbers, and what has been found of them.

    Attributes:
        frame: One row a word: what the vocabulary's description says of it.
        of: Of pieces, the words that they are of.
    """

    def __init__(
        self, frame: pl.DataFrame, found: dict[tuple[object, ...], Any], of: "Words | None" = None
    ) -> None:
        """Take the words described so far, where findings of them are kept, and their words."""
        self.frame = frame
        self.of = of
        self._found = found

    def __getitem__(self, column: str) -> pl.Series:
        """Give a column of the description."""
        return self.frame[column]

    def find(self, find: Callable[..., Found], *context: object) -> Found:
        """What a function finds of every word, asking it of new words only.

        Args:
            find: A function of a module, of the words' frame and `context`: one row a word, each of
                its own word alone.
            context: Further arguments, which live as long as the process.
        """
        n = self.frame.height
        key = (find, *map(id, context))
        kept = self._found.get(key)
        if kept is None:
            kept = find(self.frame, *context)
        elif len(kept) < n:
            kept = pl.concat([kept, find(self.frame.slice(len(kept)), *context)], rechunk=True)
        self._found[key] = kept
        return kept if len(kept) == n else kept.head(n)


class Vocabulary:
    """Numbers words as they come, and keeps their description."""

    def __init__(
        self,
        describe: Callable[[pl.Series], pl.DataFrame],
        max_words: int = _MAX_WORDS,
        of: "Vocabulary | None" = None,
    ) -> None:
        """Take what describes distinct words, each by itself, and after how many to begin anew.

        What is numbered here may be made `of` words of another vocabulary, which its description
        gives by number: the two begin anew together.
        """
        self._describe = describe
        self._max_words = max_words
        self._of = of
        self._lock = Lock()
        self._forget()

    def number(self, words: pl.Series) -> tuple[pl.Series, Words]:
        """Number words (UInt32), and give all words that have numbers by now."""
        with self._lock:
            if self._words is not None and self._words.frame.height > self._max_words:
                self._forget()
            named = words.cast(self._categories)
            numbers = named.to_physical().cast(pl.UInt32)
            try:
                return numbers, self._extend(words, numbers)
            except BaseException:
                # Words that have numbers but no description would put all later ones a row off.
                self._forget()
                raise

    def _forget(self) -> None:
        # Categories of its own: those that all share would never be given back.
        self._categories = pl.Categorical(pl.Categories.random())
        # Polars keeps the numbers of categories as long as a series has them.
        self._numbered = pl.Series([], dtype=self._categories)
        self._words: Words | None = None
        self._kept: dict[tuple[object, ...], Any] = {}
        if self._of is not None:
            self._of._forget()

    def _extend(self, words: pl.Series, numbers: pl.Series) -> Words:
        n_known = 0 if self._words is None else self._words.frame.height
        is_new = numbers >= n_known
        if self._words is not None and not is_new.any():
            return self._words
        new = (
            pl.DataFrame({"number": numbers.filter(is_new), "word": words.filter(is_new)})
            .unique("number", keep="any")
            .sort("number")
        )
        described = self._describe(new["word"])
        if self._words is not None:
            described = pl.concat([self._words.frame, described], rechunk=True)
        self._words = Words(described, self._kept, self._of._words if self._of else None)
        return self._words


def step_within(tokens: pl.Series, n: int, n_tokens: int) -> pl.Series:
    """The tokens so many further on, before where negative, held at the ends (UInt32).

    For looks at neighbours before there is a text of sentences; after, `Text.step`.
    """
    return (tokens.cast(pl.Int64) + n).clip(0, n_tokens - 1).cast(pl.UInt32)
