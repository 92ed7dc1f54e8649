import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.arabic.normalize import fold, fold_words

LETTERS = st.text(st.characters(codec="utf-8", categories=["L", "Mn", "Nd", "P"]), max_size=12)
ARABIC = st.text(st.characters(min_codepoint=0x0610, max_codepoint=0x06D3), max_size=12)
WORDS = st.lists(ARABIC | LETTERS, max_size=10)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أكّدَ", "اكد"),
        ("إلى", "الي"),
        ("آسيا", "اسيا"),
        ("ٱلله", "الله"),
        ("مــصر", "مصر"),
        ("مصطفى", "مصطفي"),
        ("ﻻ", "لا"),
        ("مسؤول", "مسؤول"),
        ("شؤون", "شؤون"),
        ("هيئة", "هيئة"),
        ("مي\u200cشود", "ميشود"),
        ("", ""),
    ],
)
def test_spellings_of_one_word_fold_alike_and_different_words_do_not(
    written: str, folded: str
) -> None:
    assert fold_words([written]) == [folded]


@given(WORDS)
def test_folding_again_changes_nothing(words: list[str]) -> None:
    once = fold_words(words)
    assert fold_words(once) == once


@given(WORDS)
def test_every_word_is_folded_by_itself(words: list[str]) -> None:
    assert fold_words(words) == [fold_words([word])[0] for word in words]


@given(st.lists(ARABIC | st.none(), max_size=10))
def test_column_is_folded_as_its_words_are(words: list[str | None]) -> None:
    frame = fold(pl.DataFrame({"word": pl.Series(words, dtype=pl.String)}), "word", "folded")
    expected = [None if word is None else fold_words([word])[0] for word in words]
    assert frame["folded"].to_list() == expected
    assert frame["word"].to_list() == words
