"""The office and country of each named person, from the titles that stand before or after the name."""

import polars as pl

from extract.reading.alphabet import WIDTH, compile_rule
from extract.reading.people import TITLE_CHAIN
from extract.reading.words import Reading

_REACH = 16
_BEFORE = compile_rule(f"[role: (?:{TITLE_CHAIN})+]$")
_AFTER = compile_rule(f"^COMMA? [role: (?:{TITLE_CHAIN.replace('free+', 'bare+')})+]")


def find_roles(mentions: pl.DataFrame, reading: Reading, names: pl.DataFrame) -> pl.DataFrame:
    """Add what each mention says of its person: `role_token`, `n_role`, `role_country_code`.

    Args:
        mentions: Person mentions (`token`, `n_tokens`, `document`), in running order.
        reading: Words with all names marked.
        names: Names of the lexicon, whose countries the roles are read for.

    Returns:
        `mentions` in their order; nulls where no title stands by the name.
    """
    strings = reading.strings()
    offset = (pl.col("token") - pl.col("first_token")) * WIDTH
    contexts = mentions.join(strings, on="document", how="left", maintain_order="left").select(
        "token",
        "n_tokens",
        before=pl.col("letters").str.slice(0, offset).str.tail(_REACH * WIDTH),
        after=pl.col("letters").str.slice(offset + pl.col("n_tokens") * WIDTH, _REACH * WIDTH),
    )
    n_before = pl.col("before").str.extract(_BEFORE, 1).str.len_bytes() // WIDTH
    after = pl.col("after").str.extract(_AFTER, 1)
    skipped = pl.col("after").str.extract(_AFTER, 0).str.len_bytes() // WIDTH - after.str.len_bytes() // WIDTH
    contexts = contexts.with_columns(
        n_before=n_before, n_after=after.str.len_bytes() // WIDTH, skipped=skipped
    )
    # The longer says more: `الدكتور محمد مختار جمعة وزير الأوقاف`.
    is_before = pl.col("n_before") >= pl.col("n_after").fill_null(0)
    roles = contexts.select(
        "token",
        role_token=pl.when(is_before)
        .then(pl.col("token") - pl.col("n_before"))
        .otherwise(pl.col("token") + pl.col("n_tokens") + pl.col("skipped"))
        .cast(pl.UInt32),
        n_role=pl.max_horizontal("n_before", "n_after").cast(pl.UInt32),
    )
    return mentions.join(roles, on="token", how="left", maintain_order="left").with_columns(
        pl.when(pl.col("n_role").is_not_null()).then("role_token").alias("role_token")
    ).pipe(_with_country, names, reading)


def last_country(names: pl.DataFrame, reading: Reading, *, people: bool = False) -> pl.DataFrame:
    """For every token the country named last: `at` (its token) and `country_code`."""
    kinds = ["country", "nisba", "organization", "place"] + (["person"] if people else [])
    named = names.filter(pl.col("lexicon").is_in(kinds) & pl.col("country_code").is_not_null())
    marked = named.select("token", "country_code", at="token").unique("token", keep="first", maintain_order=True)
    return (
        reading.text.tokens.select("token")
        .join(marked, on="token", how="left", maintain_order="left")
        .with_columns(pl.col("at", "country_code").forward_fill())
    )


def _with_country(mentions: pl.DataFrame, names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    last = last_country(names, reading)
    end = (mentions["role_token"] + mentions["n_role"] - 1).fill_null(0)
    code, at = last["country_code"].gather(end), last["at"].gather(end)
    return mentions.with_columns(role_country_code=code, at=at).with_columns(
        role_country_code=pl.when(pl.col("at") >= pl.col("role_token")).then("role_country_code")
    ).drop("at")
