import polars as pl
import pytest

from extract.arabic.initials import find_initials
from extract.arabic.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("قال د. سعاد إن", ["د"]),
        ("قالت د.سعاد إن", ["د"]),
        ("ود. سعاد", ["ود"]),
        ("ذكر أ.د. محمود", ["أ", "د"]),
        ("ذكر أ. د. محمود", ["أ", "د"]),
        # An agency, the year's own letter, a vitamin, a list, the end of a text.
        ("وكالة (د.ب.أ) أفادت", []),
        ("وكالة أ.ف.ب. أفادت", []),
        ("عام 2015 م. وارتفع", []),
        ("إلى فيتامين د. ويحتاج", []),
        ("البند أ. الأول", []),
        ("الأحرف ش. أ. أ", []),
        ("نقطة د.", []),
        ("د", []),
    ],
)
def test_one_letter_and_a_stop_before_a_name_is_a_title(text: str, titles: list[str]) -> None:
    read = tokenize(pl.Series([text]))
    found = find_initials(read.tokens["word"], read.vocabulary)
    assert read.at("surface", found).to_list() == titles


def test_stop_of_such_a_title_ends_no_sentence() -> None:
    text = tokenize(pl.Series(["قالت أ.د. سعاد نعم. ثم سكتت."]))
    ends = text.tokens.filter("is_sentence_end")
    assert text.at("surface", ends["token"] - 1).to_list() == ["نعم", "سكتت"]
