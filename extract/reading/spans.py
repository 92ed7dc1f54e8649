"""Spans of tokens: what they hold, their words as written, and the countries beside them."""

import polars as pl

from extract.reading.words import Reading

# What says whose a title or a description is.
_LEXICONS = ["country", "nisba", "organization", "place"]


def tokens_inside(spans: pl.DataFrame, start: str, length: str) -> pl.DataFrame:
    """One row a token of each span.

    Args:
        spans: Any columns; those named by `start` (token) and `length` (tokens) may be null.
        start: Column of the first token.
        length: Column of the number of tokens.

    Returns:
        The columns of `spans` and `at`, in order; spans that are null have no row.
    """
    at = pl.int_ranges(pl.col(start), pl.col(start) + pl.col(length), dtype=pl.UInt32)
    return spans.with_columns(at=at).drop_nulls("at").explode("at", empty_as_null=False)


def span_text(spans: pl.DataFrame, reading: Reading) -> pl.Series:
    """The words of spans (`token`, `n_tokens`) as written, the first without its proclitics."""
    at = tokens_inside(
        spans.select("token", "n_tokens").with_row_index("span"), "token", "n_tokens"
    )
    word = reading.text.tokens["word"].gather(at["at"])
    words = at.with_columns(
        surface=reading.text.vocabulary["surface"].gather(word),
        display=reading.text.vocabulary["display"].gather(word),
    ).with_columns(
        word=pl.when(pl.col("at") == pl.col("token")).then("display").otherwise("surface")
    )
    texts = words.group_by("span", maintain_order=True).agg(text=pl.col("word").str.join(" "))
    return texts["text"]


def last_country(names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """For every token the country named at it or last: `at` (its token) and `country_code`."""
    marked = _mark_countries(names, reading)
    return marked.with_columns(pl.col("at", "country_code").forward_fill())


def next_country(names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """For every token the country named at it or next: `at` (its token) and `country_code`."""
    marked = _mark_countries(names, reading)
    return marked.with_columns(pl.col("at", "country_code").backward_fill())


def _mark_countries(names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    named = names.filter(
        pl.col("lexicon").is_in(_LEXICONS) & pl.col("country_code").is_not_null()
    ).select("token", "country_code", at="token")
    return reading.text.tokens.select("token").join(
        named.unique("token", keep="first", maintain_order=True),
        on="token",
        how="left",
        maintain_order="left",
    )
