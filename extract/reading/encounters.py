"""Encounters of two countries' officials: who met whom, where, on which occasion, on which day.

That two countries meet is read in `extract.reading.dyads`; an encounter is such evidence with a
word that says how they came together (`encounter_kind` of `acts.csv`). Days belong in
`extract.reading.encounter_days`, venues and occasions in `extract.reading.encounter_places`.
"""

import polars as pl

from extract.reading.encounter_days import with_days
from extract.reading.encounter_places import with_occasions, with_venues
from extract.reading.findings import Dealings, Scene
from extract.schemas import ENCOUNTERS

_PAIR = ["sentence", "country_a", "country_b"]


def encounter_rows(
    dealings: Dealings, pairs: pl.DataFrame, phrases: pl.DataFrame, scene: Scene
) -> pl.DataFrame:
    """The table of encounters: one row a sentence and a pair that meets in it.

    Args:
        dealings: From `dyads.find_dealings`.
        pairs: From `dyads.find_dyads`.
        phrases: From `phrases.find_phrases`.
        scene: The batch.
    """
    events = _events(dealings.acts, pairs)
    for side in ("a", "b"):
        events = _with_person(events, side, scene.mentions)
    events = with_days(events, scene)
    events = with_occasions(events, phrases, scene)
    events = with_venues(events, scene)
    tokens = scene.reading.text.tokens
    rows = events.with_columns(
        start_char=tokens["start_char"][events["first"]],
        end_char=tokens["end_char"][events["until"]],
    ).join(
        scene.sentences.select("sentence", "sentence_id", "article_id"),
        on="sentence", how="left", maintain_order="left",
    )  # fmt: skip
    return rows.select(ENCOUNTERS.names()).cast(ENCOUNTERS)


def _events(acts: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """One row a sentence and pair: `act` (token), `encounter_kind`, `first` and `until` (tokens).

    Of several words of meeting the one nearest to the evidence counts; where that is no encounter
    (`سفير`, `وصل`) there is none.
    """
    meetings = acts.filter(pl.col("basis") == "meeting").select("sentence", "act", "encounter_kind")
    seen = pairs.filter(pl.col("basis") == "meeting").join(
        meetings, on="sentence", how="inner", maintain_order="left"
    )
    act = pl.col("act").cast(pl.Int64)
    distance = pl.max_horizontal(pl.lit(0), pl.col("token") - act, act - pl.col("last"))
    return (
        seen.with_columns(distance=distance)
        .sort(*_PAIR, "distance", "act")
        .unique(_PAIR, keep="first", maintain_order=True)
        .drop_nulls("encounter_kind")
        .with_columns(
            first=pl.min_horizontal("token", "act"), until=pl.max_horizontal("last", "act")
        )
        .sort("act", "country_a", "country_b")
        .select("document", *_PAIR, "act", "encounter_kind", "first", "until")
    )


def _with_person(events: pl.DataFrame, side: str, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add who stands for one side: the person of its country nearest to the act in the sentence."""
    people = mentions.filter(
        (pl.col("entity_type") == "person") & pl.col("country_code").is_not_null()
    )
    roles = (
        people.drop_nulls("role_text")
        .select("document", "entity_id", role_text="role_text")
        .unique(["document", "entity_id"], keep="first", maintain_order=True)
    )
    country = f"country_{side}"
    named = people.select(
        "sentence", "token", "entity_id", "entity_name", pl.col("country_code").alias(country)
    )
    nearest = (
        events.select("document", "sentence", "act", country)
        .join(named, on=["sentence", country], how="inner", maintain_order="left")
        .with_columns(distance=(pl.col("token").cast(pl.Int64) - pl.col("act")).abs())
        .sort("act", country, "distance", "token")
        .unique(["act", country], keep="first", maintain_order=True)
        .join(roles, on=["document", "entity_id"], how="left", maintain_order="left")
        .select(
            "act",
            country,
            pl.col("entity_id").alias(f"person_id_{side}"),
            pl.col("entity_name").alias(f"person_name_{side}"),
            pl.col("role_text").alias(f"role_text_{side}"),
        )
    )
    return events.join(nearest, on=["act", country], how="left", maintain_order="left")
