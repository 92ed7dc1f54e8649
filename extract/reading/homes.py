"""The country an article takes for granted: where it was written, else what it names most.

A wire does not say whose minister speaks in his own capital. It fills a speaker's country only
where neither titles nor lexicons give one, and never for international bodies.
"""

import polars as pl

from extract.lexicons import Lexicons
from extract.reading.alphabet import is_class
from extract.reading.stand_ins import KINGDOMS, is_kingdom
from extract.reading.words import Reading

# An article is about a country that it names a half as often as the one it names most.
_OFTEN = 2
# Without a dateline the country named most is guessed to be home where no other comes near it.
_CLEARLY = 1.5
# Else it is the one whose speakers are heard so many times as often as any other's.
_FAR_MORE = 2
# As often as this a story names the country that it is about.
_AGAIN = 3
# A desk at home writes of one country abroad that it names more than so many times as often.
_ALONE = 7
_COUNTERPART = "^[ولب]?نظير(?:ه|ها|ته|تها)$"


def count_countries(names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """How often each document names each country.

    Returns:
        `document`, `country_code`, `n`, and of names outside of datelines `n_told`, `first_told`
        (token) and `n_hosts`, how often somebody's counterpart is of it (`نظيره الأردني`).
    """
    named = names.select("document", "country_code", "token").filter(
        names["entity_type"].is_in(["country", "place"]) & names["country_code"].is_not_null()
    )
    named = pl.concat([named, _kingdoms(named, reading)])
    is_told = reading.text.tokens["part"][named["token"]] != "dateline"
    before = reading.text.at("folded", reading.text.step(named["token"], -1))
    named = named.with_columns(
        told=pl.when(pl.lit(is_told)).then("token"), is_host=before.str.contains(_COUNTERPART)
    )
    return named.group_by("document", "country_code", maintain_order=True).agg(
        n=pl.len(),
        n_told=pl.col("told").count(),
        first_told=pl.col("told").min(),
        n_hosts=pl.col("is_host").sum(),
    )


def _kingdoms(named: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`المملكة` alone, of the kingdoms that the article names the one named first."""
    at = _kingdom_words(reading).cast(named.schema["token"])
    alone = pl.DataFrame({"document": reading.text.tokens["document"][at], "token": at})
    own = named.filter(pl.col("country_code").is_in(KINGDOMS)).unique("document", keep="first")
    return (
        alone.cast({"document": named.schema["document"]})
        .join(own.select("document", "country_code"), on="document", how="left")
        .select("document", pl.col("country_code").fill_null(KINGDOMS[0]), "token")
        .sort("token")
    )


def _kingdom_words(reading: Reading) -> pl.Series:
    """Tokens of `المملكة` that are no part of a country's name (`المملكة المتحدة`)."""
    at = reading.text.which(is_kingdom)
    return at.filter(~is_class(reading.letters[at], "COUNTRY"))


def home_countries(
    articles: pl.DataFrame,
    counts: pl.DataFrame,
    statements: pl.DataFrame,
    reading: Reading,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """One row a document: `document`, `home_code` (null where it names none), `is_guessed`.

    A desk abroad (`لندن: «الشرق الأوسط»`, AFP's Nicosia) writes of a country that is not its own:
    where the story names another again and again and the dateline's nowhere, or next to nowhere, it
    is that one. An agency abroad (`عمان (كونا)`) that writes of somebody and `نظيره الأردني` writes
    of a guest, who is of `guest_code`.

    Args:
        articles: Columns as in `schemas.ARTICLES`.
        counts: From `count_countries`.
        statements: With speakers and the countries that they name.
        reading: Words of the batch.
        lexicons: For the countries of agencies.
    """
    agencies = lexicons["agencies"].select("agency_id", agency_code="country_code")
    datelines = articles.select("dateline_country_code", "agency_id").with_row_index("document")
    datelines = datelines.join(agencies, on="agency_id", how="left", maintain_order="left")
    counts = counts.filter(pl.col("n_told") > 0)
    own = counts.select("document", "n_hosts", dateline_country_code="country_code", n_own="n_told")
    most = _most(counts).select("document", "n_told", "n_next", most_named="country_code")
    # `المملكة` is the dateline's own.
    kingdoms = reading.text.tokens["document"][_kingdom_words(reading)].unique()
    is_named = pl.col("n_own").is_not_null() | pl.col("document").is_in(kingdoms.implode())
    is_again = pl.col("n_told") >= _AGAIN
    is_alone = pl.col("n_told") > _ALONE * pl.col("n_own")
    is_abroad = pl.col("dateline_country_code").is_not_null() & (~is_named | is_alone) & is_again
    is_clear = pl.col("n_told") >= _CLEARLY * pl.col("n_next")
    guessed = pl.coalesce(pl.when(is_clear | is_again).then("most_named"), "most_heard")
    return (
        datelines.join(most, on="document", how="left", maintain_order="left")
        .join(_most_heard(statements), on="document", how="left", maintain_order="left")
        .join(own, on=["document", "dateline_country_code"], how="left", maintain_order="left")
        .select(
            "document",
            home_code=pl.when(is_abroad)
            .then("most_named")
            .otherwise(pl.coalesce("dateline_country_code", guessed)),
            guest_code=pl.when(pl.col("n_hosts") > 0).then("agency_code"),
            is_guessed=pl.col("dateline_country_code").is_null(),
        )
    )


def own_homes(articles: pl.DataFrame, counts: pl.DataFrame) -> pl.DataFrame:
    """Where an article is about the country it was written in: `document`, `home_code`.

    There `الوزير` and `الحكومة` are that country's; elsewhere they are those last spoken of.
    """
    datelines = articles.select(country_code="dateline_country_code").with_row_index("document")
    often = pl.col("n") * _OFTEN >= pl.col("n").max().over("document")
    return datelines.join(
        counts.filter(often), on=["document", "country_code"], how="inner", maintain_order="left"
    ).select(
        "document",
        home_code="country_code",
        guest_code=pl.lit(None, pl.String),
        is_guessed=pl.lit(value=False),
    )


def _most(counts: pl.DataFrame) -> pl.DataFrame:
    """The country that each document names most, with `n_next` of the one after it."""
    ordered = counts.sort("document", "n_told", "first_told", descending=[False, True, False])
    ordered = ordered.with_columns(n_next=pl.col("n_told").shift(-1).over("document").fill_null(0))
    return ordered.unique("document", keep="first", maintain_order=True)


def _most_heard(statements: pl.DataFrame) -> pl.DataFrame:
    """The country whose speakers each document hears twice as often as any other's.

    Returns:
        `document` and `most_heard`, where there is one.
    """
    is_told = pl.col("speaker_country_code").is_not_null() & ~pl.col("is_of_none").fill_null(
        value=False
    )
    heard = statements.select("document", "token", "speaker_country_code").filter(
        statements.select(is_told).to_series()
    )
    counts = heard.group_by("document", "speaker_country_code").agg(
        n_spoken=pl.len(), first=pl.col("token").min()
    )
    counts = counts.sort("document", "n_spoken", "first", descending=[False, True, False])
    is_same = pl.col("document") == pl.col("document").shift(-1)
    n_next = pl.when(is_same).then(pl.col("n_spoken").shift(-1)).fill_null(0)
    counts = counts.with_columns(n_next=n_next).unique(
        "document", keep="first", maintain_order=True
    )
    return counts.filter(pl.col("n_spoken") >= _FAR_MORE * pl.col("n_next")).select(
        "document", most_heard="speaker_country_code"
    )
