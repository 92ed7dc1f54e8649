"""The country that an article takes for granted: where it was written, else the one it speaks of most.

A wire does not say whose minister speaks in his own capital. It fills a speaker's country only
where
neither titles nor lexicons give one, and never for international bodies.
"""

import polars as pl

from extract.reading.words import Reading


def home_countries(articles: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """One row a document: `document`, `home_code` (null where the article names no country)."""
    named = names.filter(pl.col("entity_type") == "country").drop_nulls("country_code")
    most = (
        named.group_by("document", "country_code")
        .agg(n=pl.len(), first=pl.col("token").min())
        .sort("document", "n", "first", descending=[False, True, False])
        .unique("document", keep="first", maintain_order=True)
        .select("document", most_named="country_code")
    )
    datelines = articles.select("dateline_country_code").with_row_index("document")
    return datelines.join(most, on="document", how="left", maintain_order="left").select(
        "document", home_code=pl.coalesce("dateline_country_code", "most_named")
    )


def take_home(
    statements: pl.DataFrame,
    homes: pl.DataFrame,
    organizations: pl.DataFrame,
    names: pl.DataFrame,
    reading: Reading,
) -> pl.DataFrame:
    """Fill `speaker_country_code` with the home country; empty it where two countries speak at once.

    Args:
        statements: With speakers.
        homes: From `home_countries`.
        organizations: Organisation mentions; those of no country are international.
        names: Names of the lexicon.
        reading: Words of the batch.
    """
    worldwide = organizations.filter(
        pl.col("entity_id").is_not_null() & pl.col("country_code").is_null()
    )
    is_worldwide = _holds(statements, worldwide["token"], reading)
    states = names.filter(
        pl.col("lexicon").is_in(["country"]) | (pl.col("mention_kind") == "capital")
    ).drop_nulls("country_code")
    several = _countries_in_subject(statements, states) > 1
    speaks_as_states = pl.col("speaker_type").is_in(["organization", "unnamed"]) & pl.Series(
        several
    )
    may_take = pl.col("speaker_country_code").is_null() & ~pl.Series(is_worldwide)
    may_take &= pl.col("speaker_name").is_not_null() & (pl.col("co_speakers").list.len() == 0)
    return (
        statements.join(homes, on="document", how="left", maintain_order="left")
        .with_columns(
            speaker_country_code=pl.when(speaks_as_states)
            .then(None)
            .when(may_take)
            .then("home_code")
            .otherwise("speaker_country_code")
        )
        .drop("home_code")
    )


def _holds(statements: pl.DataFrame, tokens: pl.Series, reading: Reading) -> pl.Series:
    """Whether the speaker's title or words hold one of these tokens."""
    marks = pl.select(pl.repeat(0, len(reading.letters), dtype=pl.UInt32)).to_series()
    before = marks.scatter(tokens, 1).cum_sum() if len(tokens) else marks
    last = len(before) - 1

    def between(start: str, length: str) -> pl.Series:
        first = (statements[start].cast(pl.Int64) - 1).clip(0, last)
        end = (statements[start].cast(pl.Int64) + statements[length].cast(pl.Int64) - 1).clip(
            0, last
        )
        return (
            before.gather(end.fill_null(0)) > before.gather(first.fill_null(0))
        ) & first.is_not_null()

    title = between("speaker_role_token", "speaker_n_role")
    words = between("subject_token", "n_subject")
    bodies = statements["speaker_entity_id"].str.starts_with("organization:").fill_null(value=False)
    return title | words | (bodies & statements["speaker_country_code"].is_null())


def _countries_in_subject(statements: pl.DataFrame, states: pl.DataFrame) -> pl.Series:
    inside = (
        statements.select(
            "row",
            token=pl.int_ranges(
                pl.col("subject_token"),
                pl.col("subject_token") + pl.col("n_subject"),
                dtype=pl.UInt32,
            ),
        )
        .drop_nulls("token")
        .explode("token", empty_as_null=False)
    )
    found = inside.join(states.select("token", "country_code"), on="token", how="inner")
    counts = found.group_by("row").agg(n=pl.col("country_code").n_unique())
    return statements.join(counts, on="row", how="left", maintain_order="left")["n"].fill_null(0)
