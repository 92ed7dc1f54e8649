"""Spans of tokens: what they hold, their words as written, and the countries beside them."""

import polars as pl

from extract.arabic.lookup import no_rows
from extract.reading.words import Reading

# What says whose a title or a description is.
_LEXICONS = ["country", "nisba", "organization", "place", "title"]

# What is studied or dealt with, before the nisba of the country that it is about.
TOPICS = "^[وفبك]?(?:ال|لل)(?:دراسات|شؤون|شئون|شان|ملف|لغة|ادب|تاريخ|قضية|قضايا|ازمة|حضارة|سياسة)$"


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
    return spans.with_columns(at=at).explode("at", empty_as_null=False, keep_nulls=False)


def marked(rows: pl.Series, n: int) -> pl.Series:
    """Of so many rows, which are among some."""
    return pl.Series([False]).new_from_index(0, n).scatter(rows, True)


def spread(values: pl.Series, rows: pl.Series, n: int) -> pl.Series:
    """So many rows with values at some of them, null elsewhere."""
    return pl.Series([None], dtype=values.dtype).new_from_index(0, n).scatter(rows, values)


def covered_tokens(spans: pl.DataFrame) -> pl.Series:
    """The tokens of spans (`token`, `n_tokens`), span by span."""
    at = pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32)
    return spans.select(at.explode(empty_as_null=False, keep_nulls=False)).to_series()


def tokens_of_sentences(sentences: pl.Series, reading: Reading) -> pl.DataFrame:
    """The tokens of some sentences, given in order: rows of `Text.tokens`, each sentence once."""
    numbers = reading.text.tokens["sentence"]
    wanted = sentences.unique().sort()
    # Sentences are numbered in running order: a search costs less than a look at every token.
    spans = pl.DataFrame(
        {
            "first": numbers.search_sorted(wanted, side="left"),
            "end": numbers.search_sorted(wanted, side="right"),
        }
    )
    at = spans.select(pl.int_ranges("first", "end", dtype=pl.UInt32)).to_series()
    return reading.text.tokens[at.explode(empty_as_null=False)]


def span_text(spans: pl.DataFrame, reading: Reading) -> pl.Series:
    """The words of spans (`token`, `n_tokens`) as written, the first without its proclitics.

    A blank stands where white space does: `صحيفة "المساء"`.
    """
    first = reading.text.at("display", spans["token"])
    # Two spans in three are one word, which needs no joining.
    long = (spans["n_tokens"] > 1).arg_true()
    after = pl.DataFrame({"start": spans["token"][long] + 1, "length": spans["n_tokens"][long] - 1})
    words = tokens_inside(after.with_row_index("span"), "start", "length")
    blank = pl.when(reading.text.is_spaced[words["at"] - 1]).then(pl.lit(" "))
    words = words.select(
        "span", word=blank.otherwise(pl.lit("")) + reading.text.at("surface", words["at"])
    )
    # A list is joined in a sixth of the time that joining a group takes.
    lists = words.group_by("span", maintain_order=True).agg("word")
    rest = lists.select(pl.col("word").list.join("")).to_series()
    return first.scatter(long, first[long] + rest)


def without_topics(names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Leave out the nisbas of what one studies or deals with: `أستاذ الدراسات الإيرانية`.

    Returns:
        `token`, `country_code` and `lexicon` of the others, in order.
    """
    names = names.select("token", "country_code", "lexicon")
    rows = (names["lexicon"] == "nisba").arg_true()
    follows = reading.text.where_at(reading.text.step(names["token"][rows], -1), _is_topic)
    return names.filter(~marked(rows.filter(follows), names.height))


def _is_topic(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(TOPICS).fill_null(value=False)


def last_country(names: pl.DataFrame, tokens: pl.Series) -> pl.DataFrame:
    """The country named at each token or last before it: `at` (its token) and `country_code`."""
    named = named_countries(names)
    rows = named["token"].search_sorted(tokens, side="right").cast(pl.Int64) - 1
    return _gather_rows(named, rows)


def next_country(names: pl.DataFrame, tokens: pl.Series) -> pl.DataFrame:
    """The country named at each token or next after it: `at` (its token) and `country_code`."""
    return rows_after(named_countries(names), tokens)


def named_countries(names: pl.DataFrame) -> pl.DataFrame:
    """Where names say whose something is: `token` and `country_code`, in order."""
    named = (
        names.select("token", "country_code", "lexicon")
        .filter(pl.col("lexicon").is_in(_LEXICONS) & pl.col("country_code").is_not_null())
        .select("token", "country_code")
    )
    # Names stand in running order: those of one token are neighbours.
    return named.filter(pl.col("token").ne_missing(pl.col("token").shift(1)))


def rows_after(named: pl.DataFrame, tokens: pl.Series) -> pl.DataFrame:
    """Of `named_countries` the row at each token or next after it: `at` and `country_code`."""
    return _gather_rows(named, named["token"].search_sorted(tokens))


def _gather_rows(named: pl.DataFrame, rows: pl.Series) -> pl.DataFrame:
    is_there = (rows >= 0) & (rows < named.height)
    rows = rows.cast(pl.UInt32, strict=False).zip_with(is_there, no_rows(len(rows)))
    return pl.DataFrame({"at": named["token"][rows], "country_code": named["country_code"][rows]})
