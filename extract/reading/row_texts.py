"""Where rows of tables stand in their text, what they say, and their ids."""

import polars as pl

from extract.reading.alphabet import is_clitic
from extract.reading.sentences import child_ids, place_in_article
from extract.reading.words import Reading


def chars(
    spans: pl.DataFrame, reading: Reading, text: str, n_skipped: pl.Series | None = None
) -> list[pl.Series]:
    """Where spans of tokens stand and what they say.

    Args:
        spans: `token`, `n_tokens`.
        reading: Words of the batch.
        text: What the last column is called.
        n_skipped: Letters that are no part of it at the head of each.

    Returns:
        `start_char`, `end_char`, `sentence` and `text`.
    """
    tokens, first = reading.text.tokens, spans["token"]
    last = first + spans["n_tokens"] - 1
    start_char = tokens["start_char"][first]
    return [
        start_char if n_skipped is None else start_char + n_skipped,
        tokens["end_char"][last],
        tokens["sentence"][first],
        reading.text.written(first, last, n_skipped).alias(text),
    ]


def with_ids(rows: pl.DataFrame, sentences: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Add the ids of article and sentence."""
    article_ids = articles.select("article_id").with_row_index("document")
    ids = sentences.select("sentence", "sentence_id")
    return rows.join(article_ids, on="document", how="left", maintain_order="left").join(
        ids, on="sentence", how="left", maintain_order="left"
    )


def row_ids(kind: str, rows: pl.DataFrame) -> pl.Series:
    """Ids of a kind of rows (`m`, `q`), in running order within their article."""
    return child_ids(kind, rows["article_id"], rows.select(place_in_article()).to_series())


def with_role_text(titles: pl.DataFrame, reading: Reading, text: str) -> pl.DataFrame:
    """Add what titles say, as `text`; a conjunction before a title is no part of it."""
    clitics = reading.clitics[titles["token"]]
    has_conjunction = is_clitic(clitics, "w", "wb", "wl", "wk").cast(pl.Int32)
    return titles.with_columns(chars(titles, reading, text, has_conjunction)[-1])
