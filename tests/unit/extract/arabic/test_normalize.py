import re

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.arabic.normalize import PLAIN_LETTERS, fold, fold_words

PLAIN = [chr(code) for code in range(0x20, 0x700) if re.match(f"[{PLAIN_LETTERS}]", chr(code))]
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


@given(st.text(st.sampled_from(PLAIN), min_size=1, max_size=12))
def test_word_of_plain_letters_is_its_own_folded_form(word: str) -> None:
    assert fold_words([word]) == [word]


def test_no_letter_that_folding_changes_is_called_plain() -> None:
    arabic = [chr(code) for code in range(0x0600, 0x0700)]
    changed = {letter for letter in arabic if fold_words([letter]) != [letter]}
    assert changed.isdisjoint(PLAIN)
