"""Rows of a table shown in Markdown: Arabic in order, and nothing that an article says at work."""

import polars as pl
import pytest

from extract.schemas import QUOTES, SENTENCES
from orchestration.findings.samples import (
    MAX_CHARACTERS,
    as_markdown,
    inert,
    sample,
    telling_columns,
)

STORY = "قال الوزير (واس) إن الميناء يعمل."


def test_arabic_is_set_apart_so_that_its_marks_stay_in_place() -> None:
    assert inert(STORY).startswith("\u2068")
    assert inert(STORY).endswith("\u2069")


def test_arabic_and_numbers_stand_at_the_right() -> None:
    table = as_markdown(pl.DataFrame({"a": ["x"], "b": [STORY], "c": [1]})).value
    assert table.splitlines()[1] == "| --- | ---: | ---: |"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "![x](https://example.com/x.png)",
        "[واس](javascript:alert(1))",
        "a | b",
        "`code` **bold** _it_ ~~no~~",
        "https://example.com and www.example.com and x@example.com",
        "&lt;b&gt;",
        "# title",
    ],
)
def test_markdown_and_html_of_an_article_mean_nothing(hostile: str) -> None:
    bare = inert(hostile).strip("\u2068\u2069")
    escaped = [bare[i : i + 2] for i in range(len(bare)) if bare[i] == "\\"]
    specials = [char for char in hostile if not char.isalnum() and not char.isspace()]
    assert [pair[1] for pair in escaped] == specials


def test_text_of_several_lines_stays_in_its_row() -> None:
    assert "\n" not in inert("سطر\nآخر\r\n\u2028ثالث")


def test_marks_that_turn_the_page_are_shown_by_number() -> None:
    assert "U\\+202E" in inert("abc\u202egnp.exe")
    assert "\u202e" not in inert("abc\u202egnp.exe")


def test_long_text_is_cut() -> None:
    assert len(inert("ا" * 500)) == MAX_CHARACTERS + 2


def test_sample_is_spread_over_the_table_and_repeats() -> None:
    table = pl.DataFrame({"n": range(100)})
    assert sample(table)["n"].to_list() == list(range(0, 100, 10))
    assert sample(table.head(3)).height == 3


def test_what_is_shown_of_a_statement_is_who_said_what() -> None:
    shown = telling_columns(list(QUOTES))
    assert {"speaker_name", "quote_text", "speaker_resolution"} <= set(shown)
    assert "quote_id" not in shown


def test_text_is_shown_where_it_is_the_table() -> None:
    assert "sentence_text" in telling_columns(list(SENTENCES))


def test_empty_table_says_so() -> None:
    assert as_markdown(QUOTES.to_frame()).value == "_no rows_"
