"""Names in Latin letters: the lexicon's, else spelt by rule."""

import polars as pl

from extract.arabic.latin import latin_names

LEXICON, RULE = "lexicon", "rule"


def with_latin_names(mentions: pl.DataFrame, name: str) -> pl.DataFrame:
    """Fill `entity_name_latin` where no lexicon gives it; say which in `latin_name_source`.

    Args:
        mentions: With `entity_name_latin` and the name as written in the column `name`.
        name: That column.
    """
    missing = (
        mentions.filter(pl.col("entity_name_latin").is_null())[name].drop_nulls().unique().sort()
    )
    spelt = pl.DataFrame(
        {name: missing, "by_rule": latin_names(missing.to_list())},
        schema={name: pl.String, "by_rule": pl.String},
    )
    is_listed = pl.col("entity_name_latin").is_not_null()
    return (
        mentions.join(spelt, on=name, how="left", maintain_order="left")
        .with_columns(
            entity_name_latin=pl.coalesce("entity_name_latin", "by_rule"),
            latin_name_source=pl.when(is_listed).then(pl.lit(LEXICON)).otherwise(pl.lit(RULE)),
        )
        .drop("by_rule")
    )
