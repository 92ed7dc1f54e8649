"""Sentences with the part of the article that they belong to; no rule reads across a dateline."""

from dataclasses import replace
from functools import cache

import polars as pl

from extract.arabic.tokens import has_letters, is_line_break
from extract.reading.alphabet import code
from extract.reading.words import Reading, write_letters
from extract.schemas import SENTENCES

_PARTS = ["headline", "dateline", "body", "footer"]


def split_at_parts(reading: Reading, articles: pl.DataFrame) -> Reading:
    """Begin a sentence at each part of an article, and close the dateline to every rule.

    Args:
        reading: Words of the articles' texts, `document` counting `articles`.
        articles: Columns as in `schemas.ARTICLES`.

    Returns:
        The words with `part` among the columns of their tokens: `headline`, `dateline`, `body` or
        `footer`.
    """
    tokens = reading.text.tokens
    begins = {start.name: start[tokens["document"]] for start in _part_starts(articles)}
    start = pl.col("start_char")
    part = (
        pl.when(start >= begins["body_end_char"])
        .then(_PARTS.index("footer"))
        .when(start >= begins["body_start_char"])
        .then(_PARTS.index("body"))
        .when(start >= begins["dateline_start_char"])
        .then(_PARTS.index("dateline"))
        .otherwise(_PARTS.index("headline"))
    )
    # By number: comparing the names of parts would read a string a token.
    tokens = tokens.with_columns(part=part.cast(pl.UInt8).cat.to(pl.Enum(_PARTS)))
    changes = (pl.col("part") != pl.col("part").shift(1)) | (
        pl.col("sentence") != pl.col("sentence").shift(1)
    )
    tokens = tokens.with_columns(sentence=changes.fill_null(value=True).cum_sum() - 1)
    in_dateline = (tokens["part"] == "dateline").arg_true()
    letters = write_letters(reading.letters, in_dateline, code("BREAK"))
    return Reading(replace(reading.text, tokens=tokens), letters, reading.clitics)


def _part_starts(articles: pl.DataFrame) -> pl.DataFrame:
    """Where each article's parts start; the dateline at its last occurrence before the body."""
    head = pl.col("raw_text").str.slice(0, pl.col("body_start_char"))
    after = head.str.split(pl.col("dateline_text")).list.last().str.len_chars()
    dateline_start = pl.col("body_start_char") - after - pl.col("dateline_text").str.len_chars()
    return articles.select(
        "body_start_char", "body_end_char", dateline_start_char=dateline_start.cast(pl.Int32)
    )


def sentence_rows(reading: Reading, articles: pl.DataFrame) -> pl.DataFrame:
    """The table of sentences, with `sentence`, the number that tokens refer to, before its columns.

    Returns:
        `sentence`, `document`, then columns as in `schemas.SENTENCES`.
    """
    text = reading.text
    breaks = text.where(is_line_break)
    others = (~breaks).arg_true()
    sentence = text.tokens["sentence"][others]
    begins = (sentence != sentence.shift(1)).fill_null(value=True).arg_true()
    start, end = others[begins], others[begins.shift(-1, fill_value=len(others)) - 1]
    rows = text.tokens[start].select(
        "sentence",
        "document",
        pl.col("part").cast(pl.String),
        "start_char",
        end_char=text.tokens["end_char"][end],
        # As many as line breaks stand before.
        paragraph=breaks.arg_true().search_sorted(start).cast(pl.Int32),
        sentence_text=text.written(start, end),
    )
    ids = articles.select("article_id").with_row_index("document")
    first = pl.col("paragraph").first().over("document")
    rows = rows.join(ids, on="document", how="left", maintain_order="left").with_columns(
        sentence_index=place_in_article(), paragraph_index=pl.col("paragraph") - first
    )
    sentence_ids = child_ids("s", rows["article_id"], rows["sentence_index"])
    return rows.with_columns(sentence_id=sentence_ids).select(
        "sentence", "document", *SENTENCES.names()
    )


def count_words(articles: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Set `word_count`: the words and numbers of each body, marks left out."""
    text = reading.text
    is_counted = text.where(has_letters) & (text.tokens["part"] == "body")
    runs = text.tokens["document"].filter(is_counted).rle().struct.unnest()
    counts = runs.select(document="value", word_count=pl.col("len").cast(pl.Int32))
    return (
        articles.drop("word_count")
        .with_row_index("document")
        .join(counts, on="document", how="left", maintain_order="left")
        .with_columns(pl.col("word_count").fill_null(0))
        .select(articles.columns)
    )


def place_in_article() -> pl.Expr:
    """Which row of its article each is, from 0 on; rows stand in running order."""
    row = pl.int_range(pl.len(), dtype=pl.Int32)
    begins = pl.col("document").ne_missing(pl.col("document").shift(1))
    return row - pl.when(begins).then(row).forward_fill()


def child_ids(kind: str, articles: pl.Series, places: pl.Series) -> pl.Series:
    """`<article_id>-s0012` of rows with these article ids and places in their articles."""
    last = places.max()
    size = 1 << int(last).bit_length() if isinstance(last, int) else 0
    return articles + _numbers(kind, size)[places.cast(pl.UInt32)]


@cache
def _numbers(kind: str, size: int) -> pl.Series:
    """The ends of ids: to take them from a list costs a third of writing them anew."""
    return pl.Series([f"-{kind}{number:04}" for number in range(size)], dtype=pl.String)
