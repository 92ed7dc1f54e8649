"""Places beyond the lexicon's names: of datelines, after `مدينة`.

Names that the lexicon holds are found in `extract.reading.mentions`, the unlisted ones in
`extract.reading.unlisted_places`; which capitals stand for their governments is told in
`extract.reading.capitals`.
"""

import polars as pl

from extract.reading.alphabet import is_clitic
from extract.reading.capitals import governments
from extract.reading.knowledge import Knowledge
from extract.reading.spans import span_text
from extract.reading.unlisted_places import find_joined, find_unlisted
from extract.reading.words import Reading

# An adjective or place this near after a name says where it lies: `بلدة رفح المصرية`, `حي ناديا
# بولاية`.
_NEAR = 3


def find_places(
    reading: Reading, names: pl.DataFrame, articles: pl.DataFrame, knowledge: Knowledge
) -> pl.DataFrame:
    """Add the places that words around them give away, and tell governments from cities.

    Args:
        reading: Words with names marked, split at the parts of the articles; letters of places
        found
            here are set in it.
        names: From `mentions.find_names`.
        articles: Columns as in `schemas.ARTICLES`, in the order that `document` counts.
        knowledge: For the words that open names of places.

    Returns:
        `names` with rows added, in running order. Cities of datelines are places even where a
        country has their name (`تونس`); capitals that act have the `mention_kind` `capital`, others
        `name`.
    """
    names = governments(_cities_of_datelines(names, reading, articles), reading, knowledge)
    cities = _unlisted_cities(names, reading, articles)
    found = pl.concat([find_unlisted(reading, knowledge), cities])
    found = found.sort("token", maintain_order=True)
    found = found.unique("token", keep="first", maintain_order=True)
    reading.set_letters(found, "PLACE")
    joined = find_joined(reading)
    reading.set_letters(joined, "PLACE")
    found = pl.concat([found, joined]).sort("token")
    found = _located(found, names, reading, articles)
    return pl.concat([names, _rows(found, reading, names)]).sort(
        "token", "n_tokens", descending=[False, True], maintain_order=True
    )


def _cities_of_datelines(
    names: pl.DataFrame, reading: Reading, articles: pl.DataFrame
) -> pl.DataFrame:
    """A country in a dateline is its city of that name, and the dateline says whose a city is."""
    # Few names stand in datelines: elsewhere there is nothing to look for.
    at = (reading.text.tokens["part"][names["token"]] == "dateline").arg_true()
    rows = names[at].hstack(
        articles.select(
            city_code="dateline_country_code", city="dateline_city", city_id="dateline_place_id"
        )[names["document"][at]]
    )
    surface = pl.lit(reading.text.at("surface", rows["token"]))
    is_city = pl.col("entity_type").is_in(["country", "place"])
    is_city &= pl.col("city").str.contains(surface, literal=True)
    cities = rows.select(
        lexicon=pl.lit("place"),
        entity_type=pl.lit("place"),
        entity_id=pl.coalesce(pl.concat_str(pl.lit("place:"), "city_id"), "entity_id"),
        mention_kind=pl.lit("name"),
        country_code=pl.coalesce("city_code", "country_code"),
        is_city=is_city.fill_null(value=False),
    )
    at, cities = at.filter(cities["is_city"]), cities.filter("is_city").drop("is_city")
    return names.with_columns(names[city.name].clone().scatter(at, city) for city in cities)


def _unlisted_cities(names: pl.DataFrame, reading: Reading, articles: pl.DataFrame) -> pl.DataFrame:
    """Cities of datelines that no name of the lexicon covers."""
    cities = articles.select(
        "dateline_city", n_tokens=pl.col("dateline_city").str.split(" ").list.len().cast(pl.UInt32)
    ).with_row_index("document").drop_nulls()  # fmt: skip
    first = reading.text.tokens.filter(pl.col("part") == "dateline").select("token", "document")
    first = first.with_columns(surface=reading.text.at("surface", first["token"]))
    opens = first.join(cities, on="document", how="inner", maintain_order="left").filter(
        pl.col("dateline_city").str.split(" ").list.first() == pl.col("surface")
    )
    opens = opens.unique("document", keep="first", maintain_order=True)
    return opens.join(names, on="token", how="anti", maintain_order="left").select(
        "token", "n_tokens", "document"
    )


def _located(
    found: pl.DataFrame, names: pl.DataFrame, reading: Reading, articles: pl.DataFrame
) -> pl.DataFrame:
    """Add `country_code`: of the name just after, else of the dateline, else of the name before.

    What an article calls by one name is one place, of one country.
    """
    coded = names.select("document", "token", "entity_type", code="country_code").filter(
        pl.col("entity_type").is_in(["country", "place"]) & pl.col("code").is_not_null()
    )
    # Names stand in running order: those of one token are neighbours.
    coded = coded.filter(pl.col("token").ne_missing(pl.col("token").shift(1)))
    found = found.sort("token").with_columns(
        at=pl.col("token").cast(pl.Int64),
        sentence=reading.text.tokens["sentence"][found["token"]],
    )
    beside = coded.with_columns(at=pl.col("token").cast(pl.Int64)).select("document", "at", "code")
    after = found.join_asof(
        beside.rename({"code": "code_after"}), on="at", by="document", strategy="forward",
        tolerance=_NEAR, check_sortedness=False,
    )  # fmt: skip
    both = after.join_asof(
        beside.rename({"code": "code_before"}), on="at", by="document", strategy="backward",
        check_sortedness=False,
    )  # fmt: skip
    own = articles.select(code_dateline="dateline_country_code").with_row_index("document")
    # A place lies in one country, which its article says once: beside it, if anywhere.
    here = ["document", "place"]
    both = both.with_columns(place=_place_text(both, reading)).with_columns(
        pl.col(code).drop_nulls().first().over(here) for code in ("code_after", "code_before")
    )
    return both.join(own, on="document", how="left", maintain_order="left").select(
        "token",
        "n_tokens",
        "document",
        country_code=pl.coalesce("code_after", "code_dateline", "code_before"),
    )


def _place_text(found: pl.DataFrame, reading: Reading) -> pl.Series:
    """The words of each place found, without a `و` that joins it."""
    text = span_text(found.select("token", "n_tokens"), reading)
    is_joined = is_clitic(reading.clitics[found["token"]], "w")
    return text.str.strip_prefix("و").zip_with(is_joined, text)


def _rows(found: pl.DataFrame, reading: Reading, names: pl.DataFrame) -> pl.DataFrame:
    """The places found, as rows of `names`; their ids are made of their words."""
    text = _place_text(found, reading)
    missing = [
        pl.lit(None, dtype).alias(name)
        for name, dtype in names.schema.items()
        if name not in {"token", "n_tokens", "document", "country_code"}
    ]
    rows = found.with_columns(*missing).with_columns(
        lexicon=pl.lit("place"),
        entity_type=pl.lit("place"),
        mention_kind=pl.lit("name"),
        entity_name=text,
        entity_id=pl.concat_str(pl.lit("name:"), text.str.replace_all(" ", "-")),
        is_ambiguous=pl.lit(value=False),
    )
    return rows.select(names.columns).cast(names.schema)
