"""The country an article takes for granted: where it was written, else where its places lie most.

A wire does not say whose minister speaks in his own capital. It fills a speaker's country only
where neither titles nor lexicons give one, and never for international bodies.
"""

import polars as pl

from extract.reading.findings import Findings
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

# `مصدر مطلع`, `أحد المصادر`: who hides his name hides whom he speaks for.
_HIDDEN = "(?:^| )(?:ال)?(?:مصدر|مصادر|دبلوماسي|دبلوماسى)(?: |$)"


def home_countries(articles: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """One row a document: `document`, `home_code` (null where the article names no country)."""
    named = names.filter(pl.col("entity_type").is_in(["country", "place"])).drop_nulls(
        "country_code"
    )
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
    statements: pl.DataFrame, homes: pl.DataFrame, findings: Findings, reading: Reading
) -> pl.DataFrame:
    """Fill `speaker_country_code` with the home country; empty it where several countries speak.

    Args:
        statements: With speakers.
        homes: From `home_countries`.
        findings: For bodies of no country, which are international, and for states.
        reading: Words of the batch.

    Returns:
        `statements` in order.
    """
    speaks_as_states = pl.col("speaker_type").is_in(["organization", "unnamed"]) & pl.lit(
        _count_states(statements, findings.names) > 1
    )
    may_take = pl.col("speaker_country_code").is_null() & pl.col("speaker_name").is_not_null()
    may_take &= pl.col("co_speakers").list.len() == 0
    may_take &= ~(
        (pl.col("speaker_type") == "unnamed") & pl.col("speaker_name").str.contains(_HIDDEN)
    )
    may_take &= ~pl.lit(_is_worldwide(statements, findings.organizations, reading))
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


def _is_worldwide(
    statements: pl.DataFrame, organizations: pl.DataFrame, reading: Reading
) -> pl.Series:
    """Whether a body of no country speaks, or the speaker's title or words name one."""
    worldwide = organizations.filter(
        pl.col("entity_id").is_not_null() & pl.col("country_code").is_null()
    )["token"]
    marks = reading.text.tokens["token"].is_in(worldwide.implode())
    # How many of them stand before each token, and one more for the end of the batch.
    before = pl.Series([0], dtype=pl.UInt32).append(marks.cast(pl.UInt32).cum_sum())
    is_listed = statements["speaker_entity_id"].str.starts_with("organization:")
    return (
        _holds(statements, before, "speaker_role_token", "speaker_n_role")
        | _holds(statements, before, "subject_token", "n_subject")
        | (is_listed.fill_null(value=False) & statements["speaker_country_code"].is_null())
    )


def _holds(statements: pl.DataFrame, before: pl.Series, start: str, length: str) -> pl.Series:
    """Whether spans hold any of the tokens counted in `before`; false where a span is null."""
    first = statements[start]
    end = (first + statements[length]).fill_null(0)
    return (before.gather(end) > before.gather(first.fill_null(0))) & first.is_not_null()


def _count_states(statements: pl.DataFrame, names: pl.DataFrame) -> pl.Series:
    """How many countries, or capitals for their governments, each subject names."""
    is_state = (pl.col("lexicon") == "country") | (pl.col("mention_kind") == "capital")
    states = names.filter(is_state).drop_nulls("country_code").select("token", "country_code")
    inside = tokens_inside(
        statements.select("row", "subject_token", "n_subject"), "subject_token", "n_subject"
    )
    found = inside.join(states, left_on="at", right_on="token", how="inner")
    counts = found.group_by("row").agg(n=pl.col("country_code").n_unique())
    return statements.join(counts, on="row", how="left", maintain_order="left")["n"].fill_null(0)
