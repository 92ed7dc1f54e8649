"""Places beyond the lexicon's names: of datelines, after `مدينة`; capitals as governments.

Names that the lexicon holds are found in `extract.reading.mentions`, the unlisted ones in
`extract.reading.unlisted_places`.
"""

import polars as pl

from extract.reading.alphabet import among, compile_rule, is_class, is_clitic
from extract.reading.contexts import with_contexts
from extract.reading.knowledge import Knowledge
from extract.reading.neighbours import neighbours
from extract.reading.spans import marked, span_text
from extract.reading.unlisted_places import find_joined, find_unlisted
from extract.reading.words import Reading

# An adjective or place this near after a name says where it lies: `بلدة رفح المصرية`, `حي ناديا
# بولاية`.
_NEAR = 3
_SPEAKING = ("FINITE", "WEAK_FINITE")
# `اتهم المندوب الروسي كييف بتجاهل الاتفاق`, `حذر الرئيس باريس من التدخل`: whom the verb is about.
_CALLED = ("NISBA", "DEFINITE", "TITLE_DEFINITE", "GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE", "ORG")
# As far as the verb of a relative clause may stand from a capital that speaks in it.
_CUES, _TOLD = ("FINITE", "WEAK_FINITE"), 6
_CALLS = compile_rule("FINITE|WEAK_FINITE (?:TIME|ADVERB)* (?:free+NOMINAL_WORD){1,8}$")
_CALLED_ON = compile_rule("^bare+ANY (?:FROM|TO|ON | withb+ANY)")
_REACH = 10
_BETWEEN = ("بين", "وبين", "مع", "ومع")


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
    names = _capitals(_cities_of_datelines(names, reading, articles), reading, knowledge)
    cities = _unlisted_cities(names, reading, articles)
    found = pl.concat([find_unlisted(reading, knowledge), cities])
    found = found.sort("token").unique("token", keep="first", maintain_order=True)
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


def _capitals(names: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """A capital stands for its government where it speaks, is spoken with, or owns a stance."""
    capitals = (names["mention_kind"] == "capital").arg_true()
    # `أسفت باريس وبرلين`: what one of two does the other does.
    token, ends = names["token"], (names["token"] + names["n_tokens"]).shift(1)
    joined = (ends == token)[capitals] & is_clitic(reading.clitics[token[capitals]], "w")
    joined = capitals.filter(joined)
    acting = _acts(names[joined - 1], reading, knowledge)
    acts = _acts(names[capitals], reading, knowledge) | _are_called(names[capitals], reading)
    acts |= capitals.is_in(joined.filter(acting).implode())
    # `موسكو وبكين ستجريان`, `الرياض والقاهرة اتفقتا`: the verb is of both.
    after = reading.text.step(names["token"], names["n_tokens"])[joined]
    both = joined.filter(reading.text.where_at(after, _is_of_two))
    acts |= capitals.is_in(pl.concat([both, both - 1]).implode())
    kind = names["mention_kind"].clone().scatter(capitals.filter(~acts), "name")
    return names.with_columns(kind)


def _is_of_two(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(r"^(?:س?[تي]\S{2,}ان|\S{3,}تا)$")


def _are_called(names: pl.DataFrame, reading: Reading) -> pl.Series:
    """Which capitals somebody accuses, warns or calls upon, right after he is named."""
    before = neighbours(names["token"], -1, reading, "letter")["letter"]
    # Few stand so: the sentence before is looked at for these alone.
    at = (is_class(before, *_CALLED) & (names["n_tokens"] == 1)).fill_null(value=False).arg_true()
    around = with_contexts(names[at].select("token", "document"), reading, left=_REACH, right=2)
    is_called = pl.col("left").str.contains(_CALLS) & pl.col("right").str.contains(_CALLED_ON)
    return marked(at.filter(around.select(is_called).to_series()), names.height)


def _acts(names: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.Series:
    """Which names speak, are spoken with, or own a stance, as the words beside them show."""
    token, last = names["token"], names["token"] + names["n_tokens"] - 1
    before = reading.text.step(token, -1)
    follows_own, follows_held = (
        (token > 0) & reading.text.where_at(before, find, knowledge)
        for find in (_may_be_own, _is_held)
    )
    after = neighbours(last, 1, reading, "letter", "clitic")
    beside = pl.DataFrame(
        {
            "before": neighbours(token, -1, reading, "letter")["letter"],
            "after": after["letter"],
            "after_clitic": after["clitic"],
            "follows_own": follows_own,
            "follows_held": follows_held,
            "clitic": reading.clitics[token],
        }
    )
    speaks = among("after", (*_SPEAKING, "AUX")) | among("before", _SPEAKING)
    # `اتفاق جنيف` was made there, but `اتفاق واشنطن وأنقرة` is theirs.
    is_pair = among("after", ("PLACE", "COUNTRY")) & (pl.col("after_clitic") == ord("1"))
    is_made_there = pl.col("follows_held") & ~is_pair
    owns = pl.col("follows_own") | (among("before", ("CONTENT_NOUN",)) & ~is_made_there)
    is_free = pl.col("clitic").is_in([ord("0"), ord("1")]) & ~among("before", ("IN", "TO", "FROM"))
    # `اتهمت موسكو واشنطن`
    is_beside = (pl.col("clitic") == ord("0")) & among("before", ("PLACE", "COUNTRY"))
    # `بلغراد التي لا تزال ترفض`
    tells = pl.repeat(False, names.height, eager=True)
    for step in range(2, _TOLD):
        tells |= is_class(neighbours(last, step, reading, "letter")["letter"], *_CUES)
    speaks |= among("after", ("RELATIVE",)) & pl.lit(tells)
    does = (is_free & (speaks | owns | is_beside)).fill_null(value=False)
    return beside.select(does).to_series()


def _may_be_own(words: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    """Words before a capital that is more than a venue: `محادثات الدوحة` were held there only."""
    # `علاقات موسكو` are its own.
    is_own = ~pl.col("is_mutual") | (pl.col("basis") == "relations_phrase")
    nouns = knowledge.acts.filter((pl.col("form") == "masdar") & is_own)["folded"]
    return words["folded"].is_in(pl.concat([nouns, pl.Series(_BETWEEN)]).implode())


def _is_held(words: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    """What two sides hold or make somewhere: `اتفاق`, `مفاوضات`."""
    is_held = pl.col("is_mutual") & (pl.col("basis") != "relations_phrase")
    nouns = knowledge.acts.filter((pl.col("form") == "masdar") & is_held)["folded"]
    return words["folded"].is_in(nouns.implode())


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
