"""How likely what was found is right: the share of its kind that was, on the annotated samples.

The shares are the word list `confidences`, which `tests/golden/calibrate.py` counts. A kind is told
by what was found, by how it was settled and by the evidence that there was; one that was never met
has the share of all that were settled like it.
"""

import polars as pl

from extract.lexicons import Lexicons
from extract.reading.words import Reading

STATEMENTS, MENTIONS = "statement", "mention"
_ANY = "any"
_NEAR_SENTENCES = 1


def statement_confidence(
    statements: pl.DataFrame, mentions: pl.DataFrame, reading: Reading, lexicons: Lexicons
) -> pl.Series:
    """Confidence that a statement is one and that its speaker is who it is said to be.

    Args:
        statements: With `token`, `antecedent_token`, `speaker_resolution`, `speaker_type`.
        mentions: With `token` and `entity_type`, from `tables.mention_rows`.
        reading: Words of the batch.
        lexicons: The word lists.
    """
    evidence = _evidence(statements, mentions, reading)
    cells = statements.select(
        kind=pl.col("speaker_resolution"),
        detail=pl.col("speaker_type").fill_null("none"),
        evidence=evidence,
    )
    return _look_up(cells, STATEMENTS, lexicons)


def mention_confidence(mentions: pl.DataFrame, lexicons: Lexicons) -> pl.Series:
    """Confidence that a mention is one, of that kind and, for a place, in that country.

    Args:
        mentions: With `entity_type`, `mention_kind`, `latin_name_source`.
        lexicons: The word lists.
    """
    is_listed = pl.col("latin_name_source") == "lexicon"
    cells = mentions.select(
        kind="entity_type",
        detail="mention_kind",
        evidence=pl.when(is_listed).then(pl.lit("listed")).otherwise(pl.lit("found")),
    )
    return _look_up(cells, MENTIONS, lexicons)


def _evidence(statements: pl.DataFrame, mentions: pl.DataFrame, reading: Reading) -> pl.Series:
    """What leads to the speaker: a mention `beside`, `near` or `far`, or `none`.

    `near` is in the same or the last sentence with nobody else named between, `beside` in the same.
    """
    cue, antecedent = statements["token"], statements["antecedent_token"]
    sentence = reading.text.tokens["sentence"].cast(pl.Int64)
    persons = mentions.filter(pl.col("entity_type") == "person")["token"].unique()
    n_named = pl.zeros(len(sentence), pl.Int32, eager=True).scatter(persons, 1).cum_sum()
    distance = pl.lit(sentence[cue] - sentence[antecedent])
    is_clear = pl.lit(n_named[cue] <= n_named[antecedent])
    return statements.select(
        evidence=pl.when(pl.col("antecedent_token").is_null())
        .then(pl.lit("none"))
        .when(is_clear & (distance <= 0))
        .then(pl.lit("beside"))
        .when(is_clear & (distance <= _NEAR_SENTENCES))
        .then(pl.lit("near"))
        .otherwise(pl.lit("far"))
    ).to_series()


def _look_up(cells: pl.DataFrame, subject: str, lexicons: Lexicons) -> pl.Series:
    shares = lexicons["confidences"].filter(pl.col("subject") == subject)
    shares = shares.with_columns(pl.col("confidence").cast(pl.Float64))
    keys = ["kind", "detail", "evidence"]
    of_kind = shares.filter(pl.col("detail") == _ANY).select("kind", any="confidence")
    return (
        cells.join(shares, on=keys, how="left", maintain_order="left")
        .join(of_kind, on="kind", how="left", maintain_order="left")
        .select(pl.coalesce("confidence", "any"))
        .to_series()
        .alias("confidence")
    )
