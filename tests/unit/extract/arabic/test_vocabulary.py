import gc

import polars as pl
import pytest

from extract.arabic.pieces import describe_surfaces, piece_vocabulary
from extract.arabic.tokens import tokenize
from extract.arabic.vocabulary import Vocabulary

FIRST = pl.Series(["قال الوزير إن الوفد وصل", "قال السفير"])
SECOND = pl.Series(["وصل السفير، قال الوزير", "أكد الوفد ذلك"])


def surfaces(texts: pl.Series, vocabulary: Vocabulary) -> list[str]:
    return tokenize(texts, vocabulary).gather("surface").to_list()


def test_words_of_a_later_batch_are_read_as_in_a_batch_of_their_own() -> None:
    vocabulary = piece_vocabulary(describe_surfaces)
    surfaces(FIRST, vocabulary)
    # The numbers must not go with the batch that they were first given in.
    gc.collect()
    assert surfaces(SECOND, vocabulary) == surfaces(SECOND, piece_vocabulary(describe_surfaces))


def test_a_word_is_described_once() -> None:
    described: list[str] = []

    def describe(words: pl.Series) -> pl.DataFrame:
        described.extend(words)
        return words.to_frame("word")

    vocabulary = Vocabulary(describe)
    vocabulary.number(pl.Series(["قال", "الوزير", "قال"]))
    _, words = vocabulary.number(pl.Series(["الوزير", "وصل"]))
    assert described == ["قال", "الوزير", "وصل"]
    assert words["word"].to_list() == described


def ends_in_waw(words: pl.DataFrame) -> pl.Series:
    return words["surface"].str.ends_with("و")


def test_what_is_found_of_words_grows_with_them() -> None:
    vocabulary = piece_vocabulary(describe_surfaces)
    tokenize(pl.Series(["دعو سعد"]), vocabulary).where(ends_in_waw)
    text = tokenize(pl.Series(["سعد ثم عمرو"]), vocabulary)
    assert text.where(ends_in_waw).to_list() == [False, False, True]


def test_more_words_than_are_kept_are_numbered_anew() -> None:
    vocabulary = piece_vocabulary(describe_surfaces, max_words=3)
    for texts in (FIRST, SECOND, FIRST):
        assert surfaces(texts, vocabulary) == surfaces(texts, piece_vocabulary(describe_surfaces))


def test_a_batch_that_fails_leaves_no_word_without_its_description() -> None:
    def describe(words: pl.Series) -> pl.DataFrame:
        if "خلل" in words:
            raise ValueError("خلل")
        return words.to_frame("word")

    vocabulary = Vocabulary(describe)
    vocabulary.number(pl.Series(["قال"]))
    with pytest.raises(ValueError, match="خلل"):
        vocabulary.number(pl.Series(["أكد", "خلل"]))
    numbers, words = vocabulary.number(pl.Series(["وصل", "قال"]))
    assert words["word"].gather(numbers).to_list() == ["وصل", "قال"]
