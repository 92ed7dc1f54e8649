"""`يدعى`: how somebody is called, and no report, which `يدعي` is."""

import polars as pl

from extract.reading.alphabet import is_class, is_clitic
from extract.reading.words import Reading

_NAME = ("PERSON", "GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE", "OPEN")
_CLOSES = ("COMMA", "COLON", "COMP", "STOP", "RPAREN", "LPAREN", "CLOSE", "BREAK")


def _says_name(words: pl.DataFrame) -> pl.Series:
    return words["surface"].str.contains("^[وف]?[يت]\u064f?دعى$")


def settle_called(reading: Reading) -> None:
    """Let `يدعى` before a name open no content: `وقال متطوع يدعى علي مطر إن` is what he says."""
    at = reading.text.which(_says_name)
    after = reading.letters[reading.text.step(at, 1)]
    reading.set_class(at.filter(is_class(after, *_NAME)), "VERB")


def lone_called(seen: Reading) -> pl.DataFrame:
    """Single foreign words that `يدعى` says to be names: `token`, `n_tokens`, `document`.

    Args:
        seen: Words with the letters that names are looked for by.
    """
    at = seen.text.step(seen.text.which(_says_name), 1)
    after = seen.letters[seen.text.step(at, 1)]
    is_name = is_class(seen.letters[at], "UNKNOWN", "GIVEN") & is_clitic(seen.clitics[at], "bare")
    at = at.filter(is_name & is_class(after, *_CLOSES))
    tokens = seen.text.tokens[at]
    return tokens.select("token", n_tokens=pl.lit(1, pl.UInt32), document="document")


def called_after(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Who is called so right after each subject (`متطوع يدعى علي مطر`).

    Args:
        statements: `row`, `subject_token`, `n_subject`.
        people: Mentions of people by `token`.
        reading: Words of the batch.

    Returns:
        `row`, `at` (the name's first token) and the columns of `people`.
    """
    before = reading.text.step(people["token"], -1)
    is_marked = is_class(reading.letters[before], "OPEN")
    verb = reading.text.step(before, -1).zip_with(is_marked, before)
    called = people.with_columns(verb=verb, at="token").filter(
        reading.text.where_at(verb, _says_name)
    )
    ends = statements.select("row", verb=pl.col("subject_token") + pl.col("n_subject")).drop_nulls()
    return ends.join(called.drop("token"), on="verb", how="inner", maintain_order="left")
