"""Organisations: those of the lexicon, and those named by what they are (`وزارة الخارجية الكازاخية`)."""

import polars as pl

from extract.reading.alphabet import LETTERS, WIDTH, compile_rule
from extract.reading.roles import last_country
from extract.reading.words import Reading

_REACH = 10
# The head alone is not a name (`الوزارة`); what completes it makes it one.
_NAME = compile_rule(
    "^[name: free+ORG_HEAD bare+NOUN|ORG_HEAD{0,2} bare+DEFINITE|NISBA|COUNTRY|PLACE|UNKNOWN_DEFINITE"
    " (?:free+DEFINITE | bare+NISBA|COUNTRY|PLACE|UNKNOWN_DEFINITE | withl+NOUN|DEFINITE|UNKNOWN_DEFINITE|PLACE"
    " | IN PLACE|COUNTRY)*]"
)
_QUOTED = compile_rule("^[name: free+ORG_HEAD OPEN UNKNOWN|UNKNOWN_DEFINITE|GIVEN|NOUN|DEFINITE|ORG{1,4} CLOSE]")


def find_organizations(reading: Reading, names: pl.DataFrame) -> pl.DataFrame:
    """Organisations in running order; the letters of those named by their kind are set in `reading`.

    Returns:
        `token`, `n_tokens`, `document`, and `entity_id`, `entity_name`, `entity_name_latin`,
        `country_code` (null name and id where no lexicon knows the organisation).
    """
    heads = reading.text.tokens.select("token", "document").filter(
        reading.letters == ord(LETTERS["ORG_HEAD"])
    )
    offset = (pl.col("token") - pl.col("first_token")) * WIDTH
    right = heads.join(reading.strings(), on="document", how="left", maintain_order="left").select(
        "token", "document", right=pl.col("letters").str.slice(offset, _REACH * WIDTH)
    )
    name = pl.coalesce(pl.col("right").str.extract(_NAME, 1), pl.col("right").str.extract(_QUOTED, 1))
    found = (
        right.with_columns(n_tokens=(name.str.len_bytes() // WIDTH).cast(pl.UInt32))
        .drop_nulls("n_tokens")
        .select("token", "n_tokens", "document")
    )
    end = (pl.col("token") + pl.col("n_tokens")).cum_max().shift(1).fill_null(0)
    found = found.filter(pl.col("token") >= end)
    found = _with_country(found, names, reading)
    listed = names.filter(pl.col("entity_type") == "organization").select(found.columns)
    return pl.concat([found, listed]).sort("token", "n_tokens", descending=[False, True]).unique(
        "token", keep="first", maintain_order=True
    )


def _with_country(found: pl.DataFrame, names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    last = last_country(names, reading)
    end = found["token"] + found["n_tokens"] - 1
    missing = pl.lit(None, pl.String)
    return found.with_columns(
        at=last["at"].gather(end), code=last["country_code"].gather(end)
    ).select(
        "token",
        "n_tokens",
        "document",
        entity_id=missing,
        entity_name=missing,
        entity_name_latin=missing,
        country_code=pl.when(pl.col("at") >= pl.col("token")).then("code"),
    )
