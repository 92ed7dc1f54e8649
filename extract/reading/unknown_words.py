"""How much of a text no word list knows: a sign of news of another kind, or of damaged text."""

import polars as pl

from extract.reading.alphabet import codes
from extract.reading.knowledge import Knowledge
from extract.reading.word_reading import read_words

_UNKNOWN = codes("UNKNOWN", "UNKNOWN_DEFINITE")
_NO_WORD = codes("STOP", "BREAK", "COMMA", "COLON", "OPEN", "CLOSE", "LPAREN", "RPAREN", "DASH")
_NO_WORD += codes("MARK", "NUMBER")


def count_unknown_words(texts: pl.Series, knowledge: Knowledge) -> tuple[int, int]:
    """Count words that no list holds and whose looks do not tell what they are.

    Args:
        texts: Strings; nothing is told of an empty series.
        knowledge: The word lists, compiled.

    Returns:
        How many words are unknown, of how many; marks and numbers are no words.
    """
    if not texts.str.contains(r"\S").any():
        return 0, 0
    letters = read_words(texts, knowledge).letters
    n_marks = int(letters.is_in(_NO_WORD).sum())
    return int(letters.is_in(_UNKNOWN).sum()), letters.len() - n_marks
