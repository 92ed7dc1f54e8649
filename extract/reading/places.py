"""Places beyond the lexicon's names: cities of datelines, names after `مدينة`, capitals as governments.

Names that the lexicon holds are found in `extract.reading.mentions`.
"""

import polars as pl

from extract.arabic.normalize import fold
from extract.reading.alphabet import LETTERS
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

_NAME = ("UNKNOWN", "UNKNOWN_DEFINITE", "GIVEN")
_FURTHER = ("UNKNOWN", "GIVEN")
_BARE = ord("0")
_PROCLITIC = "^[وفبلك]"
# An adjective or place this near after a name says where it lies: `بلدة رفح المصرية`, `حي ناديا بولاية`.
_NEAR = 3
_SPEAKING = ("FINITE", "WEAK_FINITE")
_POLITICAL = ("CONTENT_NOUN",)


def find_places(
    reading: Reading, names: pl.DataFrame, articles: pl.DataFrame, knowledge: Knowledge
) -> pl.DataFrame:
    """Add the places that words around them give away, and tell governments from cities.

    Args:
        reading: Words with names marked, split at the parts of the articles; letters of places found
            here are set in it.
        names: From `mentions.find_names`.
        articles: Columns as in `schemas.ARTICLES`, in the order that `document` counts.
        knowledge: For the words that open names of places.

    Returns:
        `names` with rows added, in running order. Cities of datelines are places even where a country
        has their name (`تونس`); capitals that act have the `mention_kind` `capital`, others `name`.
    """
    names = _capitals(_cities_of_datelines(names, reading, articles), reading, knowledge)
    headed = _after_heads(reading, names, knowledge)
    found = pl.concat([headed, _repeated(headed, reading)])
    found = found.sort("token").unique("token", keep="first", maintain_order=True)
    reading.set_letters(found, "PLACE")
    found = _located(found, names, reading, articles)
    return pl.concat([names, _rows(found, reading, names)]).sort(
        "token", "n_tokens", descending=[False, True], maintain_order=True
    )


def _cities_of_datelines(
    names: pl.DataFrame, reading: Reading, articles: pl.DataFrame
) -> pl.DataFrame:
    """A country in a dateline is its city of that name, and the dateline says whose a city is."""
    of_article = articles.select(
        city_code="dateline_country_code", city="dateline_city", city_id="dateline_place_id"
    ).with_row_index("document")
    rows = names.join(of_article, on="document", how="left", maintain_order="left").with_columns(
        part=reading.text.tokens["part"].gather(names["token"]).cast(pl.String),
        surface=reading.text.gather("surface").gather(names["token"]),
    )
    is_city = (
        (pl.col("part") == "dateline")
        & pl.col("entity_type").is_in(["country", "place"])
        & pl.col("city").str.contains(pl.col("surface"), literal=True)
    ).fill_null(value=False)
    place_id = pl.coalesce(pl.concat_str(pl.lit("place:"), "city_id"), "entity_id")
    return rows.with_columns(
        lexicon=pl.when(is_city).then(pl.lit("place")).otherwise("lexicon"),
        entity_type=pl.when(is_city).then(pl.lit("place")).otherwise("entity_type"),
        entity_id=pl.when(is_city).then(place_id).otherwise("entity_id"),
        mention_kind=pl.when(is_city).then(pl.lit("name")).otherwise("mention_kind"),
        country_code=pl.when(is_city)
        .then(pl.coalesce("city_code", "country_code"))
        .otherwise("country_code"),
    ).select(names.columns)


def _capitals(names: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """A capital stands for its government where it speaks, is spoken with, or owns a stance."""
    last = len(reading.letters) - 1
    before = (names["token"].cast(pl.Int64) - 1).clip(0, last)
    after = (names["token"].cast(pl.Int64) + names["n_tokens"]).clip(0, last)
    word, bare = reading.text.tokens["word"], reading.text.vocabulary["bare"].fill_null("")
    political = knowledge.lexicons["acts"].filter(pl.col("opens_government"))["word"]
    political = fold(political.alias("word").to_frame(), "word", "folded")["folded"].implode()
    is_bare = reading.clitics.gather(names["token"]).is_in([ord("0"), ord("1")])
    speaks = (
        is_bare
        & _letters(reading, before, ("IN", "TO", "FROM")).not_()
        & (_letters(reading, after, (*_SPEAKING, "AUX")) | _letters(reading, before, _SPEAKING))
    )
    owns = is_bare & (
        bare.gather(word.gather(before)).is_in(political) | _letters(reading, before, _POLITICAL)
    )
    acts = pl.Series(speaks | owns)
    return names.with_columns(
        mention_kind=pl.when((pl.col("mention_kind") == "capital") & ~acts)
        .then(pl.lit("name"))
        .otherwise("mention_kind")
    )
