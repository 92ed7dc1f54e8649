"""What the forms of the lexicons stand for: one entity a form, whatever list it comes from."""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class _List:
    """How the rows of a word list become entries.

    Attributes:
        lexicon: What the forms of the list are called.
        table: The list's file.
        key: Its key column, which forms refer to.
        entity_type: What its rows are.
        names: Column with the name in Arabic, and in Latin letters.
        entity_key: Column of the entity's id.
        kind: What a mention by such a form is: `name`, or the column that says so.
        has_ambiguous: Whether the list marks forms that are also other words.
    """

    lexicon: str
    table: str
    key: str
    entity_type: str
    names: tuple[str, str] = ("name_ar", "name_en")
    entity_key: str | None = None
    kind: pl.Expr | None = None
    has_ambiguous: bool = True


_LISTS = (
    _List("country", "country_forms", "form", "country", entity_key="country_code"),
    _List(
        *("nisba", "nisbas", "nisba", "country"), entity_key="country_code", kind=pl.lit("nisba")
    ),
    _List(
        *("place", "places", "place_id", "place"),
        kind=pl.when("is_government").then(pl.lit("capital")).otherwise(pl.lit("name")),
    ),
    _List("organization", "organizations", "organization_id", "organization"),
    _List("agency", "agencies", "agency_id", "organization", has_ambiguous=False),
    _List(
        *("person", "persons", "person_id", "person"),
        names=("name_ar", "name_latin"),
        has_ambiguous=False,
    ),
    _List(
        *("title", "titles", "title", "title"),
        names=("title", "title_latin"),
        entity_key="office_id",
        kind=pl.col("title_type"),
        has_ambiguous=False,
    ),
)


def name_entries(forms: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Forms with the entity each stands for; `form` is a form's number, its row in `forms`."""
    entries = pl.concat([_entries(way, lexicons) for way in _LISTS])
    return (
        forms.select(
            "lexicon", "entry_id", "proclitics", "has_article", "suffix", "gender", "number"
        )
        .with_row_index("form")
        .join(entries, on=["lexicon", "entry_id"], how="inner", maintain_order="left")
        .with_columns(pl.col("form").cast(pl.UInt32))
    )


def _entries(way: _List, lexicons: Lexicons) -> pl.DataFrame:
    """The rows of one list as entries, columns as in `ENTRY`."""
    rows = lexicons[way.table].unique(way.key, keep="first", maintain_order=True)
    if way.entity_type == "country":
        # Forms and adjectives are named by their country.
        names = lexicons["countries"].select("country_code", "name_ar", "name_en")
        rows = rows.join(names, on="country_code", how="inner", maintain_order="left")
    missing = pl.lit(None, pl.String)
    columns = {name: pl.col(name) if name in rows.columns else missing for name in way.names}
    entity = pl.col(way.entity_key or way.key)
    is_title = way.entity_type == "title"
    prefix = "country" if way.entity_type == "country" else way.lexicon
    return rows.select(
        lexicon=pl.lit(way.lexicon),
        entry_id=pl.col(way.key),
        entity_type=pl.lit(way.entity_type),
        mention_kind=pl.lit("name") if way.kind is None else way.kind,
        entity_id=entity if is_title else pl.concat_str(pl.lit(f"{prefix}:"), entity),
        entity_name=columns[way.names[0]],
        entity_name_latin=columns[way.names[1]],
        country_code=pl.col("country_code") if "country_code" in rows.columns else missing,
        is_ambiguous=pl.col("is_ambiguous") if way.has_ambiguous else pl.lit(value=False),
    ).cast(ENTRY)


def known_people(persons: pl.DataFrame) -> pl.DataFrame:
    """People of the lexicon by folded way of writing their name; a way of two people is none's."""
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
