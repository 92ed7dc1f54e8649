"""The agency of each dateline as a mention: what the dateline's reading named, where it stands."""

import polars as pl

from extract.arabic.pieces import PIECE
from extract.lexicons import Lexicons, once_a_version
from extract.reading.words import Reading


def dateline_agencies(reading: Reading, articles: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Agencies in datelines, whatever else their names mean (`وام`, `الأناضول`).

    Args:
        reading: Words with the parts of articles.
        articles: `agency` and `agency_id`, in the order that `document` counts.
        lexicons: For what an agency is called, and whether it is an organisation of the lexicon.

    Returns:
        `token`, `n_tokens`, `document`, `entity_id`, `entity_name_latin`, `country_code`.
    """
    named = (
        articles.select("agency", "agency_id")
        .with_row_index("document")
        .drop_nulls("agency")
        .with_columns(
            words=pl.col("agency").str.extract_all(PIECE).list.eval(pl.element().str.strip_chars())
        )
        .with_columns(first=pl.col("words").list.first(), n_tokens=pl.col("words").list.len())
    )
    tokens = reading.text.tokens.filter(pl.col("part") == "dateline").select(
        "token", "document", "word"
    )
    surface = reading.text.vocabulary["surface"]
    found = tokens.with_columns(first=surface[tokens["word"]]).join(
        named, on=["document", "first"], how="inner", maintain_order="left"
    )
    texts = (
        found.select(
            "token",
            at=pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32),
        )
        .explode("at", empty_as_null=False)
        .filter(pl.col("at") < len(reading.letters))
    )
    word = reading.text.tokens["word"][texts["at"]]
    texts = texts.with_columns(surface[word].alias("surface"))
    spans = texts.group_by("token", maintain_order=True).agg(written=pl.col("surface"))
    found = (
        found.join(spans, on="token", how="left", maintain_order="left")
        .filter(pl.col("written") == pl.col("words"))
        .unique("document", keep="last", maintain_order=True)
        .join(_agencies(lexicons), on="agency_id", how="left", maintain_order="left")
    )
    return found.select(
        "token",
        pl.col("n_tokens").cast(pl.UInt32),
        "document",
        "entity_id",
        "entity_name_latin",
        "country_code",
    )


@once_a_version
def _agencies(lexicons: Lexicons) -> pl.DataFrame:
    bodies = lexicons["organizations"]["organization_id"].implode()
    prefix = (
        pl.when(pl.col("agency_id").is_in(bodies))
        .then(pl.lit("organization:"))
        .otherwise(pl.lit("agency:"))
    )
    return lexicons["agencies"].select(
        "agency_id",
        "country_code",
        entity_id=pl.concat_str(prefix, "agency_id"),
        entity_name_latin="name_en",
    )
