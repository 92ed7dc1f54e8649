"""Words that stand for a country named elsewhere: `بلاده`, `المملكة`, `ضده`."""

import polars as pl

from extract.reading.alphabet import code, is_class
from extract.reading.neighbours import neighbours
from extract.reading.words import Reading

# Who acts for the state by a word alone, and whose words beside them say that they act for another.
_STATE_ACTORS = (
    "الحكومة", "الوزارة", "الوزير", "الوزيرة", "الرئيس", "الرئيسة", "البرلمان", "السلطات",
    "الرئاسة", "الملك", "الامير", "المجلس",
)  # fmt: skip
_OWNERS = ("NISBA", "COUNTRY", "PLACE", "ORG", "PERSON", "GIVEN", "UNKNOWN")
# `قوات الاحتلال`, where no adjective says whose.
_SETTLERS = "^[وفبلك]?(?:(?:ال|لل)?(?:مستوطن|مستعمر)(?:ون|ين)|(?:ال|لل)احتلال)$"
_SETTLED = ("ISR", "PSE")
# Tokens from a coalition to the word for leading it, and from that to who leads.
_LED_FROM, _LED_BY = 4, 4
# `المملكة` is the first where the article names none of them.
KINGDOMS = ("SAU", "JOR", "MAR", "BHR")
_COLUMNS = (
    "document", "sentence", "token", "last", "country_code", "kind", "is_name", "is_nisba",
)  # fmt: skip


def own_countries(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`بلاده`, `بلادها`, `بلادنا` in a content, standing for the country of who speaks."""
    own = reading.text.tokens.select("token", "document", "sentence").filter(
        reading.text.where(_is_own_country)
    )
    spoken = statements.drop_nulls("speaker_country_code").select(
        "document", "content_token", "end_token", country_code="speaker_country_code"
    )
    return (
        own.join(spoken, on="document", how="inner", maintain_order="left")
        .filter(pl.col("token").is_between("content_token", "end_token", closed="left"))
        .sort("token", "content_token", descending=[False, True])
        .unique("token", keep="first", maintain_order=True)
        .with_columns(
            last="token",
            kind=pl.lit("state"),
            is_name=pl.lit(value=False),
            is_nisba=pl.lit(value=False),
        )
        .select(_COLUMNS)
    )


def local_actors(homes: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`الحكومة`, `الوزير` with no country named beside them: of the home country.

    Args:
        homes: `document`, `home_code` of articles that tell of their own country.
        reading: Words of the batch.
    """
    at = reading.text.which(_is_state_actor)
    tokens = reading.text.tokens.select("token", "document", "sentence", "part")[at]
    after = neighbours(at, 1, reading, "letter", "clitic")
    two = neighbours(at, 2, reading, "letter")["letter"]
    is_owned = is_class(after["letter"], *_OWNERS) & (after["clitic"] == ord("0"))
    # `الوزارة الخارجية الصينية`
    is_owned |= is_class(after["letter"], "DEFINITE") & is_class(two, "NISBA", "COUNTRY")
    return (
        tokens.filter(~is_owned & (tokens["part"] != "dateline"))
        .join(homes, on="document", how="inner", maintain_order="left")
        .with_columns(
            country_code="home_code", last="token", kind=pl.lit("side"),
            is_name=pl.lit(value=False), is_nisba=pl.lit(value=False),
        )
        .select(_COLUMNS)
    )  # fmt: skip


def _is_state_actor(words: pl.DataFrame) -> pl.Series:
    return words["bare"].is_in(_STATE_ACTORS)


def kingdoms(mentions: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`المملكة` alone: of the kingdoms that the article names the one named most."""
    tokens = reading.text.tokens
    at = reading.text.which(is_kingdom)
    at = at.filter((reading.letters[at] != code("COUNTRY")) & (tokens["part"][at] != "dateline"))
    alone = tokens.select("token", "document", "sentence")[at]
    named = mentions.select("token", "country_code").filter(pl.col("country_code").is_in(KINGDOMS))
    named = named.with_columns(document=tokens["document"][named["token"]])
    most = (
        named.group_by("document", "country_code")
        .len()
        .sort("document", "len", "country_code", descending=[False, True, True])
        .unique("document", keep="first", maintain_order=True)
    )
    return alone.join(most, on="document", how="left", maintain_order="left").with_columns(
        pl.col("country_code").fill_null(KINGDOMS[0]),
        last="token", kind=pl.lit("state"), is_name=pl.lit(value=True),
        is_nisba=pl.lit(value=False),
    ).select(_COLUMNS)  # fmt: skip


def settlers(mentions: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`المستوطنون`, `الاحتلال` are Israel's, in an article that names it or Palestine."""
    named = mentions.filter(pl.col("country_code").is_in(_SETTLED))["token"]
    documents = reading.text.tokens["document"][named].unique().implode()
    at = reading.text.which(is_settler)
    after = neighbours(at, 1, reading, "letter")["letter"]
    at = at.filter(~is_class(after, "NISBA", "COUNTRY"))
    return (
        reading.text.tokens.select("token", "document", "sentence")[at]
        .filter(pl.col("document").is_in(documents))
        .with_columns(
            country_code=pl.lit(_SETTLED[0]), last="token", kind=pl.lit("side"),
            is_name=pl.lit(value=False), is_nisba=pl.lit(value=False),
        )
        .select(_COLUMNS)
    )  # fmt: skip


def coalitions(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`التحالف` in an article that says who leads it (`بقيادة السعودية`, `الذي تقوده واشنطن`).

    Args:
        parties: Those that are named, `token`, `document`, `country_code`, `kind`.
        reading: Words of the batch.
    """
    tokens, text = reading.text.tokens, reading.text
    lead = text.which(_is_lead)
    leads = tokens.select("document", lead="token")[lead]
    named = parties.filter(pl.col("kind") != "place").select("token", "document", "country_code")
    leaders = leads.join_asof(
        named.sort("token"), left_on="lead", right_on="token", by="document", strategy="forward",
        check_sortedness=False,
    ).filter(pl.col("token") - pl.col("lead") <= _LED_BY)  # fmt: skip
    at = tokens.select("token", "document", "sentence")[text.which(_is_coalition)]
    met = leaders.join_asof(
        at.select("document", coalition="token"), left_on="lead", right_on="coalition",
        by="document", strategy="backward", check_sortedness=False,
    ).filter(pl.col("lead") - pl.col("coalition") <= _LED_FROM)  # fmt: skip
    one = met.group_by("document").agg(pl.col("country_code").unique(maintain_order=True))
    one = one.filter(pl.col("country_code").list.len() == 1).explode("country_code")
    return at.join(one, on="document", how="inner", maintain_order="left").with_columns(
        last="token", kind=pl.lit("side"),
        is_name=pl.lit(value=False), is_nisba=pl.lit(value=False),
    ).select(_COLUMNS)  # fmt: skip


def _is_coalition(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains("^[وفبك]?(?:ال|لل)?تحالفا?$")


def _is_lead(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains("^(?:بقيادة|[يت]قوده(?:ا)?)$")


def is_settler(words: pl.DataFrame) -> pl.Series:
    """Which words are settlers."""
    return words["folded"].str.contains(_SETTLERS)


def opponents(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`ضده`, `ضدها`: the country named before those who act against it."""
    at = reading.text.tokens.filter(reading.text.where(_is_against)).select(
        "document", "sentence", at="token"
    )
    before = at.join(parties, on="sentence", how="inner", maintain_order="left", suffix="_party")
    before = before.filter((pl.col("token") < pl.col("at")) & (pl.col("kind") != "place"))
    acting = pl.col("chain") == pl.col("chain").max().over("at")
    return (
        before.filter(
            ~acting
            & ~pl.col("country_code").is_in(
                pl.col("country_code").filter(acting).implode().over("at")
            )
        )
        .sort("at", "token")
        .unique("at", keep="last", maintain_order=True)
        .with_columns(
            token="at",
            last="at",
            start=pl.col("at").cast(pl.Int64),
            hangs_at=pl.col("at").cast(pl.Int64),
            marker=pl.lit("ضد"),
            is_name=pl.lit(value=False),
            is_nisba=pl.lit(value=False),
            is_conjoined=pl.lit(value=False),
            is_located=pl.lit(value=False),
            chain=(pl.col("at") + parties.height).cast(pl.UInt32),
            gender=pl.lit(None, pl.String),
            is_object=pl.lit(value=False),
        )
    )


def _is_own_country(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains("^[وفبلك]?بلاد(?:ه|ها|نا|هما|هم)$")


def is_kingdom(words: pl.DataFrame) -> pl.Series:
    """Which words may stand for a kingdom named elsewhere, or for the first of `KINGDOMS`."""
    return words["bare"] == "المملكة"


def _is_against(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains("^ضده(?:ا|م)?$")
