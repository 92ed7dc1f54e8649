"""Lexicon forms found in a tokenised text: single words through the vocabulary, phrases by joins.

What a found form means in its sentence belongs in `extract.reading`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from extract.arabic.tokens import PIECE, Text

HITS = pl.Schema(
    {
        "token": pl.UInt32,
        "n_tokens": pl.UInt32,
        "form": pl.UInt32,
    }
)


class WordRows:
    """Row numbers by word. A join would hash a whole lexicon again for every batch."""

    def __init__(self, words: pl.Series) -> None:
        """Number distinct words in their order."""
        self._rows = {word: row for row, word in enumerate(words.to_list())}

    def rows(self, words: pl.Series) -> pl.Series:
        """The row of each word (UInt32), null where there is none."""
        row = self._rows.get
        return pl.Series("row", [row(word) for word in words.to_list()], dtype=pl.UInt32)


@dataclass(frozen=True)
class FormIndex:
    """Forms prepared for looking up.

    Attributes:
        forms: The forms as given; a row's number is its `form`.
        words: `form`: the forms of one token, those of one word together.
        spans: `first`, `n_forms`: which rows of `words` each word of `word_rows` has.
        word_rows: The words that have forms of one token.
        phrases: By number of tokens, `key` (folded tokens, a blank between) and `form`.
        prefixes: By number of tokens, the keys that a longer phrase begins with.
    """

    forms: pl.DataFrame
    words: pl.Series
    spans: pl.DataFrame
    word_rows: WordRows
    phrases: Mapping[int, pl.DataFrame]
    prefixes: Mapping[int, pl.DataFrame]


def index_forms(forms: pl.DataFrame) -> FormIndex:
    """Prepare forms (`surface` folded, any further columns) for `find_forms`."""
    tokens = forms.select(
        form=pl.int_range(pl.len(), dtype=pl.UInt32),
        tokens=pl.col("surface").str.extract_all(PIECE).list.eval(pl.element().str.strip_chars()),
    ).with_columns(n=pl.col("tokens").list.len())
    phrases, prefixes = {}, {}
    for n in range(2, max(tokens["n"].to_list(), default=1) + 1):
        whole = tokens.filter(pl.col("n") == n)
        longer = tokens.filter(pl.col("n") >= n)
        phrases[n] = whole.select(pl.col("tokens").list.join(" ").alias("key"), "form")
        prefixes[n] = longer.select(
            pl.col("tokens").list.head(n).list.join(" ").alias("key")
        ).unique(maintain_order=True)
    prefixes[1] = (
        tokens.filter(pl.col("n") > 1)
        .select(pl.col("tokens").list.first().alias("key"))
        .unique(maintain_order=True)
    )
    single = tokens.filter(pl.col("n") == 1)
    words = single.select(pl.col("tokens").list.first().alias("folded"), "form").sort(
        "folded", maintain_order=True
    )
    spans = (
        words.with_row_index("at")
        .group_by("folded", maintain_order=True)
        .agg(first=pl.col("at").first(), n_forms=pl.len())
    )
    rows = WordRows(spans["folded"])
    return FormIndex(forms, words["form"], spans.drop("folded"), rows, phrases, prefixes)


def find_words(text: Text, index: FormIndex) -> pl.DataFrame:
    """Forms of one token: `word` (row of the vocabulary), `form`; a word may have several."""
    rows = index.word_rows.rows(text.vocabulary["folded"])
    found = rows.to_frame().with_row_index("word").drop_nulls("row")
    spans = index.spans[found["row"]]
    hits = (
        found.select("word")
        .hstack(spans)
        .select("word", at=pl.int_ranges("first", pl.col("first") + pl.col("n_forms")))
    )
    hits = hits.explode("at", empty_as_null=False)
    return hits.select("word", form=index.words.gather(hits["at"]))


def find_phrases(text: Text, index: FormIndex) -> pl.DataFrame:
    """Forms of two tokens and more, overlapping ones too, columns as in `HITS`."""
    folded = text.vocabulary["folded"]
    opens = folded.is_in(index.prefixes[1]["key"].implode()) if index.prefixes else folded.is_null()
    word, document = text.tokens["word"], text.tokens["document"]
    candidates = text.tokens.select("token", "document", "word").filter(opens.gather(word))
    candidates = candidates.select("token", "document", key=folded.gather(candidates["word"]))
    hits = []
    for n, phrases in sorted(index.phrases.items()):
        at = candidates["token"] + (n - 1)
        candidates = candidates.filter(at < len(word))
        at = candidates["token"] + (n - 1)
        following = folded.gather(word.gather(at))
        candidates = (
            candidates.with_columns(key=candidates["key"] + " " + following)
            .filter(document.gather(at) == candidates["document"])
            .join(index.prefixes[n], on="key", how="semi", maintain_order="left")
        )
        found = candidates.join(phrases, on="key", how="inner", maintain_order="left")
        hits.append(found.select("token", n_tokens=pl.lit(n, dtype=pl.UInt32), form="form"))
    return pl.concat(hits) if hits else HITS.to_frame()


def longest(hits: pl.DataFrame) -> pl.DataFrame:
    """Of hits that overlap, keep the longest, then the first; rows that share a span stay together.

    Args:
        hits: `token`, `n_tokens` and any further columns.
    """
    left = hits.with_columns(last=pl.col("token") + pl.col("n_tokens") - 1)
    kept = []
    for n in sorted(left["n_tokens"].unique().to_list(), reverse=True):
        # Of two that overlap at one length the earlier stands, unless it falls to one before it.
        spans = left.filter(pl.col("n_tokens") == n)
        starts = _first_of_overlapping(spans["token"].unique().sort(), n)
        chosen = spans.join(starts.to_frame(), on="token", how="semi", maintain_order="left")
        kept.append(chosen)
        covered = (
            starts.to_frame()
            .select(token=pl.int_ranges("token", pl.col("token") + n, dtype=pl.UInt32))
            .explode("token", empty_as_null=False)
        )
        left = left.filter(pl.col("n_tokens") < n)
        left = left.join(covered, on="token", how="anti", maintain_order="left").join(
            covered, left_on="last", right_on="token", how="anti", maintain_order="left"
        )
    if not kept:
        return hits
    return pl.concat(kept).drop("last").sort("token", maintain_order=True)


def _first_of_overlapping(starts: pl.Series, n: int) -> pl.Series:
    """Of sorted starts of spans `n` long, those that overlap none kept before them."""
    if n == 1 or starts.is_empty():
        return starts
    kept, end = [], -1
    for start in starts.to_list():
        if start >= end:
            kept.append(start)
            end = start + n
    return pl.Series(starts.name, kept, dtype=starts.dtype)
