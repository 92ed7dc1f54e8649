"""What the forms of the lexicons stand for: one entity a form, whatever list it comes from."""

import polars as pl

from extract.arabic.normalize import fold
from extract.lexicons import Lexicons, split_cell

ENTRY = pl.Schema(
    {
        "lexicon": pl.String,
        "entry_id": pl.String,
        "entity_type": pl.String,
        "mention_kind": pl.String,
        "entity_id": pl.String,
        "entity_name": pl.String,
        "entity_name_latin": pl.String,
        "country_code": pl.String,
        "is_ambiguous": pl.Boolean,
    }
)


def name_entries(forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """One row a form, in the order of `forms`: its number `form` and the entity that it stands for."""
    entries = pl.concat(
        [
            frame.select(ENTRY.names()).cast(ENTRY)  # type: ignore[arg-type]
            for frame in (
                _countries(lexicons),
                _nisbas(lexicons),
                _places(lexicons),
                _organizations(lexicons),
                _agencies(lexicons),
                _persons(lexicons),
                _titles(lexicons),
            )
        ]
    )
    return (
        forms.select("lexicon", "entry_id", "proclitics", "has_article", "gender", "number")
        .with_row_index("form")
        .join(entries, on=["lexicon", "entry_id"], how="inner", maintain_order="left")
        .with_columns(pl.col("form").cast(pl.UInt32))
    )


def _countries(lexicons: Lexicons) -> pl.DataFrame:
    names = lexicons["countries"].select("country_code", "name_ar", "name_en")
    return lexicons["country_forms"].join(names, on="country_code").select(
        pl.lit("country").alias("lexicon"),
        pl.col("form").alias("entry_id"),
        pl.lit("country").alias("entity_type"),
        # The kinds of mention tell names from adjectives; a variant is a name.
        pl.lit("name").alias("mention_kind"),
        pl.concat_str(pl.lit("country:"), "country_code").alias("entity_id"),
        pl.col("name_ar").alias("entity_name"),
        pl.col("name_en").alias("entity_name_latin"),
        "country_code",
        "is_ambiguous",
    )


def _nisbas(lexicons: Lexicons) -> pl.DataFrame:
    names = lexicons["countries"].select("country_code", "name_ar", "name_en")
    return lexicons["nisbas"].unique("nisba", keep="first", maintain_order=True).join(
        names, on="country_code"
    ).select(
        pl.lit("nisba").alias("lexicon"),
        pl.col("nisba").alias("entry_id"),
        pl.lit("country").alias("entity_type"),
        pl.lit("nisba").alias("mention_kind"),
        pl.concat_str(pl.lit("country:"), "country_code").alias("entity_id"),
        pl.col("name_ar").alias("entity_name"),
        pl.col("name_en").alias("entity_name_latin"),
        "country_code",
        "is_ambiguous",
    )


def _places(lexicons: Lexicons) -> pl.DataFrame:
    return lexicons["places"].select(
        pl.lit("place").alias("lexicon"),
        pl.col("place_id").alias("entry_id"),
        pl.lit("place").alias("entity_type"),
        pl.when("is_capital").then(pl.lit("capital")).otherwise(pl.lit("name")).alias("mention_kind"),
        pl.concat_str(pl.lit("place:"), "place_id").alias("entity_id"),
        pl.col("name_ar").alias("entity_name"),
        pl.col("name_en").alias("entity_name_latin"),
        "country_code",
        "is_ambiguous",
    )


def _organizations(lexicons: Lexicons) -> pl.DataFrame:
    return lexicons["organizations"].select(
        pl.lit("organization").alias("lexicon"),
        pl.col("organization_id").alias("entry_id"),
        pl.lit("organization").alias("entity_type"),
        pl.lit("name").alias("mention_kind"),
        pl.concat_str(pl.lit("organization:"), "organization_id").alias("entity_id"),
        pl.col("name_ar").alias("entity_name"),
        pl.col("name_en").alias("entity_name_latin"),
        "country_code",
        "is_ambiguous",
    )


def _agencies(lexicons: Lexicons) -> pl.DataFrame:
    return lexicons["agencies"].select(
        pl.lit("agency").alias("lexicon"),
        pl.col("agency_id").alias("entry_id"),
        pl.lit("organization").alias("entity_type"),
        pl.lit("name").alias("mention_kind"),
        pl.concat_str(pl.lit("agency:"), "agency_id").alias("entity_id"),
        pl.col("name_ar").alias("entity_name"),
        pl.col("name_en").alias("entity_name_latin"),
        "country_code",
        pl.lit(value=False).alias("is_ambiguous"),
    )


def _persons(lexicons: Lexicons) -> pl.DataFrame:
    return lexicons["persons"].select(
        pl.lit("person").alias("lexicon"),
        pl.col("person_id").alias("entry_id"),
        pl.lit("person").alias("entity_type"),
        pl.lit("name").alias("mention_kind"),
        pl.concat_str(pl.lit("person:"), "person_id").alias("entity_id"),
        pl.col("name_ar").alias("entity_name"),
        pl.col("name_latin").alias("entity_name_latin"),
        "country_code",
        pl.lit(value=False).alias("is_ambiguous"),
    )


def _titles(lexicons: Lexicons) -> pl.DataFrame:
    return lexicons["titles"].select(
        pl.lit("title").alias("lexicon"),
        pl.col("title").alias("entry_id"),
        pl.lit("title").alias("entity_type"),
        pl.col("title_type").alias("mention_kind"),
        pl.col("office_id").alias("entity_id"),
        pl.col("title").alias("entity_name"),
        pl.lit(None).alias("entity_name_latin"),
        pl.lit(None).alias("country_code"),
        pl.lit(value=False).alias("is_ambiguous"),
    )

def known_people(persons: pl.DataFrame) -> pl.DataFrame:
    """The lexicon's people by every folded way of writing their name; a way of two people is none's."""
    ways = persons.with_columns(
        way=pl.concat_list(
            pl.concat_list("name_ar"), split_cell("variants"), pl.concat_list("surname_ar")
        )
    ).explode("way", empty_as_null=False)
    ways = fold(ways.filter(pl.col("way") != "").drop_nulls("way"), "way", "folded")
    ways = ways.unique(["folded", "person_id"], maintain_order=True)
    return ways.filter(pl.col("person_id").n_unique().over("folded") == 1).select(
        "folded",
        entity_id=pl.concat_str(pl.lit("person:"), "person_id"),
        entity_name="name_ar",
        entity_name_latin="name_latin",
        country_code="country_code",
        gender="gender",
    )
