"""Names of several countries or places: whose each is, by the words beside it and its article."""

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, once_a_version

# What the word beside a name says outweighs any number of other mentions.
_BESIDE = 1000


@once_a_version
def contexts_of_names(lexicons: Lexicons) -> pl.DataFrame:
    """The list of what neighbours make of names, with folded `entry` and `neighbour`."""
    contexts = fold(lexicons["name_contexts"], "form", "entry")
    return fold(contexts, "word", "neighbour")


def settle_owners(hits: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Weigh names of several by the words beside them, and move a country's to its namesake."""
    # `حوض النيل والجنوب الأفريقي`: what is added describes nothing.
    is_added = pl.col("proclitics").fill_null("").str.starts_with("و")
    nisbas = hits.filter((pl.col("lexicon") == "nisba") & ~is_added).select(
        beside="token", nisba_code="country_code"
    ).unique("beside", keep="first", maintain_order=True)  # fmt: skip
    shared = hits.with_columns(beside=pl.col("token") + pl.col("n_tokens"))
    shared = shared.join(nisbas, on="beside", how="left", maintain_order="left")
    is_told = (pl.col("nisba_code") == pl.col("country_code")) | (
        pl.col("before_code") == pl.col("country_code")
    )
    is_place = pl.col("lexicon") == "place"
    weighs = (is_place & is_told).fill_null(value=False) | (~is_place & pl.col("is_listed"))
    shared = shared.with_columns(
        n_backing=pl.col("n_backing") + pl.when(weighs).then(_BESIDE).otherwise(0).cast(pl.UInt32)
    )
    # `كردستان الإيرانية` lies in Iran, whatever else is called so.
    shared = shared.with_columns(
        country_code=pl.when(is_place)
        .then(pl.coalesce("nisba_code", "country_code"))
        .otherwise("country_code")
    )
    return _move(shared, _namesakes(hits, lexicons), lexicons)


def _namesakes(hits: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """By article and form, the namesake that is named where the usual country is not."""
    contexts = contexts_of_names(lexicons).filter(pl.col("side") == "article")
    named = hits.filter(~pl.col("is_namesake")).select("document", "country_code")
    named = named.unique(maintain_order=True)
    asking = hits.filter("is_namesake").select("document", "entry", "country_code")
    asking = asking.unique(maintain_order=True).join(
        named, on=["document", "country_code"], how="anti", maintain_order="left"
    )
    others = contexts.select("entry", other="country_code").unique(maintain_order=True)
    return (
        asking.join(others, on="entry", how="inner", maintain_order="left")
        .join(
            named, left_on=["document", "other"], right_on=["document", "country_code"],
            how="semi", maintain_order="left",
        )
        .unique(["document", "entry"], keep="first", maintain_order=True)
        .select("document", "entry", "other")
    )  # fmt: skip


def _move(hits: pl.DataFrame, namesakes: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    countries = lexicons["countries"].select(
        moved_code="country_code", moved_name="name_ar", moved_latin="name_en"
    )
    moved = hits.join(namesakes, on=["document", "entry"], how="left", maintain_order="left")
    moved = moved.with_columns(
        moved_code=pl.when(pl.col("lexicon") != "place").then(pl.coalesce("told_code", "other"))
    ).join(countries, on="moved_code", how="left", maintain_order="left")
    return moved.with_columns(
        country_code=pl.coalesce("moved_code", "country_code"),
        entity_id=pl.coalesce(pl.concat_str(pl.lit("country:"), "moved_code"), "entity_id"),
        entity_name=pl.coalesce("moved_name", "entity_name"),
        entity_name_latin=pl.coalesce("moved_latin", "entity_name_latin"),
    )
