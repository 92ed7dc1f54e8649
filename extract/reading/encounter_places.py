"""Where an encounter took place, and on whose sidelines: `هنا`, `في بكين`, `على هامش قمة …`."""

import polars as pl

from extract.reading.alphabet import codes, is_class, is_clitic
from extract.reading.findings import Scene
from extract.reading.neighbours import neighbours, paces
from extract.reading.phrases import phrases_of

_HERE = "^[وف]?هنا$"
_SIDELINES = "^[بل]?هامش$"
# As far as an occasion may stand from `هامش`, and its words where no list has it.
_REACH = 12
# What ends the name of an occasion that no list has.
_ENDS = ("STOP", "BREAK", "COMMA", "COLON", "LPAREN", "COMP", "RELATIVE", "TIME", "FINITE",
         "VERB", "PARTICIPLE", "WEAK_FINITE")  # fmt: skip
# `الأوضاع في حلب` is what they talked of, `الرئيس … في حلب` where.
_TALKED_OF = codes("DEFINITE", "ADJECTIVE", "CONTENT_NOUN", "UNKNOWN_DEFINITE")
_TALKS = "^[وفبل]*(?:ال|لل)?(?:محادثات|مباحثات|لقاء|اجتماع|اجتماعات|قمة|مشاورات|مفاوضات|ثنائية)$"


def with_venues(events: pl.DataFrame, words: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """Add `venue_text`, `venue_place_id`, `venue_country_code` and `venue_source`.

    Args:
        events: `document`, `sentence`, `act`, `encounter_kind`.
        words: The `token`s of their sentences, `folded`.
        scene: The batch.

    Returns:
        `events`; `venue_source` is `here` (the dateline's city), `stated`, or null. A call has no
        venue.
    """
    stated = _stated_venues(events, scene)
    is_here = pl.col("folded").str.contains(_HERE)
    here = words.filter(is_here).select("sentence", is_here=True).unique()
    datelines = scene.articles.with_row_index("document").select(
        "document",
        here_text="dateline_city",
        here_place="dateline_place_id",
        here_country="dateline_country_code",
    )
    found = (
        events.join(stated, on="act", how="left", maintain_order="left")
        .join(here, on="sentence", how="left", maintain_order="left")
        .join(datelines, on="document", how="left", maintain_order="left")
    )
    is_here_known = pl.col("is_here").is_not_null() & pl.col("here_text").is_not_null()
    source = (
        pl.when(pl.col("encounter_kind") == "call")
        .then(None)
        .when(is_here_known)
        .then(pl.lit("here"))
        .when(pl.col("stated_text").is_not_null())
        .then(pl.lit("stated"))
    )
    return found.with_columns(venue_source=source).with_columns(
        _by_source("here_text", "stated_text", "venue_text"),
        _by_source("here_place", "stated_place", "venue_place_id"),
        _by_source("here_country", "stated_country", "venue_country_code"),
    )


def _by_source(here: str, stated: str, name: str) -> pl.Expr:
    source = pl.col("venue_source")
    return pl.when(source == "here").then(here).when(source == "stated").then(stated).alias(name)


def _stated_venues(events: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """Places after `في` or with `ب`, one an act: the first after it, else the last before it."""
    places = scene.mentions.select(
        "sentence", "token", "entity_type", "name_text", "entity_id", "country_code"
    )
    places = places.filter(
        pl.col("sentence").is_in(events["sentence"].implode()) & (pl.col("entity_type") == "place")
    )
    own = scene.reading.clitics[places["token"]]
    before = neighbours(places["token"], -1, scene.reading, "folded")
    further = neighbours(places["token"], -2, scene.reading, "letter", "folded")
    beside = before.hstack(further.rename({"folded": "further"}))
    is_topic = pl.col("letter").is_in(_TALKED_OF) & ~pl.col("further").str.contains(_TALKS)
    is_in = pl.col("folded").is_in(["في", "وفي"]) & ~is_topic
    is_at = is_in | pl.lit(is_clitic(own, "b", "wb"))
    places = (
        places.hstack(beside)
        .filter(is_at)
        .select(
            "sentence",
            at="token",
            stated_text="name_text",
            stated_place=pl.col("entity_id").str.strip_prefix("place:"),
            stated_country="country_code",
        )
    )
    seen = events.select("sentence", "act").join(
        places, on="sentence", how="inner", maintain_order="left"
    )
    distance = pl.col("at").cast(pl.Int64) - pl.col("act")
    return (
        seen.with_columns(is_before=distance < 0, distance=distance.abs())
        .sort("act", "is_before", "distance")
        .unique("act", keep="first", maintain_order=True)
        .select("act", "stated_text", "stated_place", "stated_country")
    )


def with_occasions(
    events: pl.DataFrame, phrases: pl.DataFrame, words: pl.DataFrame, scene: Scene
) -> pl.DataFrame:
    """Add `occasion_id` and `occasion_text`: on whose sidelines (`على هامش`) they met.

    Args:
        events: `sentence`, `act`.
        phrases: From `phrases.find_phrases`.
        words: The `token`s of their sentences, `folded`.
        scene: The batch.
    """
    text = scene.reading.text
    margins = words.filter(pl.col("folded").str.contains(_SIDELINES))
    margins = margins.select("document", "sentence", margin="token")
    margins = margins.unique("sentence", keep="first", maintain_order=True)
    known = (
        margins.join(
            phrases_of(phrases, "occasion"), on="document", how="inner", maintain_order="left"
        )
        .filter(
            (pl.col("token") > pl.col("margin")) & (pl.col("token") <= pl.col("margin") + _REACH)
        )
        .unique("margin", keep="first", maintain_order=True)
        .select("margin", "occasion_id", known_end=pl.col("token") + pl.col("n_tokens"))
    )
    found = margins.join(known, on="margin", how="left", maintain_order="left")
    end = pl.Series(_ends(found["margin"], scene)).cast(pl.Int64)
    found = found.with_columns(end=pl.coalesce(pl.col("known_end").cast(pl.Int64), pl.lit(end)))
    found = found.filter(pl.col("end") > pl.col("margin") + 1)
    named = found.select("sentence", "occasion_id").with_columns(
        text.written(found["margin"] + 1, (found["end"] - 1).cast(pl.UInt32)).alias("occasion_text")
    )
    return events.join(named, on="sentence", how="left", maintain_order="left")


def _ends(margins: pl.Series, scene: Scene) -> pl.Series:
    """The token after the words that may name an occasion."""
    ahead = paces(margins, range(1, _REACH + 1))
    letter = neighbours(ahead["token"], ahead["step"], scene.reading, "letter")["letter"]
    ends = ahead.filter(is_class(letter, *_ENDS)).unique("row", keep="first", maintain_order=True)
    first = pl.repeat(_REACH + 1, len(margins), dtype=pl.Int64, eager=True)
    return margins.cast(pl.Int64) + first.scatter(ends["row"], ends["step"])
