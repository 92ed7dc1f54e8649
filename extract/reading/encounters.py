"""Encounters of two countries' officials: who met whom, where, on which occasion, on which day.

That two countries meet is read in `extract.reading.dyads`; an encounter is such evidence with a
word that says how they came together (`encounter_kind` of `acts.csv`). Days belong in
`extract.reading.encounter_days`, venues and occasions in `extract.reading.encounter_places`.
"""

import polars as pl

from extract.reading.encounter_days import with_days
from extract.reading.encounter_places import with_occasions, with_venues
from extract.reading.findings import Dealings, Scene
from extract.reading.spans import tokens_of_sentences
from extract.reading.words import Reading
from extract.schemas import ENCOUNTERS

# What is told of who stands for a side, by the columns of mentions.
_OF_PERSON = {
    "entity_id": "person_id", "entity_name": "person_name", "role_text": "role_text",
}  # fmt: skip
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
    events = _with_persons(events, scene.mentions)
    words = _words(events, scene.reading)
    events = with_days(events, words, scene)
    events = with_occasions(events, phrases, words, scene)
    events = with_venues(events, words, scene)
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


def _words(events: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The tokens of the sentences of events, with the folded words before and after each."""
    words, text = tokens_of_sentences(events["sentence"], reading), reading.text
    beside = {"two_before": -2, "before": -1, "folded": 0, "after": 1}
    return words.select("document", "sentence", "token").with_columns(
        text.at("folded", text.step(words["token"], n)).fill_null("").alias(name)
        for name, n in beside.items()
    )


def _with_persons(events: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add who stands for each side: of the persons of its country in the sentence the nearest."""
    people = mentions.filter(
        (pl.col("entity_type") == "person") & pl.col("country_code").is_not_null()
    ).select("document", "sentence", "token", "country_code", *_OF_PERSON)
    asked = pl.concat(
        events.select("document", "sentence", "act", country_code=side)
        for side in ("country_a", "country_b")
    )
    nearest = (
        asked.join(
            people.drop("document", "role_text"),
            on=["sentence", "country_code"], how="inner", maintain_order="left",
        )
        .with_columns(distance=(pl.col("token").cast(pl.Int64) - pl.col("act")).abs())
        .sort("act", "country_code", "distance", "token")
        .unique(["act", "country_code"], keep="first", maintain_order=True)
    )  # fmt: skip
    who = ["document", "entity_id"]
    roles = people.select(*who, "role_text").drop_nulls("role_text")
    roles = nearest.select(who).join(roles, on=who, maintain_order="left_right")
    nearest = nearest.join(
        roles.unique(who, keep="first"), on=who, how="left", maintain_order="left"
    )
    for side in ("a", "b"):
        of_side = nearest.select(
            "act",
            pl.col("country_code").alias(f"country_{side}"),
            *(pl.col(name).alias(f"{column}_{side}") for name, column in _OF_PERSON.items()),
        )
        events = events.join(
            of_side, on=["act", f"country_{side}"], how="left", maintain_order="left"
        )
    return events
