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


def next_country(names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """For every token the country named at it or next: `at` (its token) and `country_code`."""
    kinds = ["country", "nisba", "organization", "place"]
    named = names.filter(pl.col("lexicon").is_in(kinds) & pl.col("country_code").is_not_null())
    marked = named.select("token", "country_code", at="token").unique(
        "token", keep="first", maintain_order=True
    )
    return (
        reading.text.tokens.select("token")
        .join(marked, on="token", how="left", maintain_order="left")
        .with_columns(pl.col("at", "country_code").backward_fill())
    )


def _with_country(mentions: pl.DataFrame, names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    last = last_country(names, reading)
    end = (mentions["role_token"] + mentions["n_role"] - 1).fill_null(0)
    code, at = last["country_code"].gather(end), last["at"].gather(end)
    return mentions.with_columns(role_country_code=code, at=at).with_columns(
        role_country_code=pl.when(pl.col("at") >= pl.col("role_token")).then("role_country_code")
    ).drop("at")


def describe_people(mentions: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Give every mention what its article says of the person anywhere.

    Returns:
        `mentions` with `display_name` (the fullest name as written), `person_id`, `person_country`,
        `role_at` and `n_role_at` (the span of the longest role).
    """
    texts = mentions.with_columns(text=span_text(mentions, reading))
    fullest = texts.sort("n_tokens", "token", descending=[True, False]).unique(
        ["document", "person"], keep="first", maintain_order=True
    )
    longest_role = texts.drop_nulls("n_role").sort("n_role", "token", descending=[True, False]).unique(
        ["document", "person"], keep="first", maintain_order=True
    )
    countries = texts.drop_nulls("role_country_code").unique(
        ["document", "person"], keep="first", maintain_order=True
    )
    key = ["document", "person"]
    return (
        mentions.join(fullest.select(*key, display_name="text"), on=key, how="left", maintain_order="left")
        .join(
            longest_role.select(*key, role_at="role_token", n_role_at="n_role"),
            on=key, how="left", maintain_order="left",
        )
        .join(
            countries.select(*key, stated_country="role_country_code"),
            on=key, how="left", maintain_order="left",
        )
        .with_columns(
            person_id=pl.coalesce(
                "entity_id", pl.concat_str(pl.lit("name:"), pl.col("person").str.replace_all(" ", "-"))
            ),
            person_country=pl.coalesce("stated_country", "country_code"),
        )
        .drop("stated_country")
    )  # fmt: skip


def span_text(spans: pl.DataFrame, reading: Reading) -> pl.Series:
    """The words of spans (`token`, `n_tokens`) as written, a blank between, the first without proclitics."""
    at = (
        spans.select("token", "n_tokens")
        .with_row_index("span")
        .with_columns(at=pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32))
        .explode("at", empty_as_null=False)
    )
    word = reading.text.tokens["word"].gather(at["at"])
    words = at.with_columns(
        surface=reading.text.vocabulary["surface"].gather(word),
        display=reading.text.vocabulary["display"].gather(word),
    ).with_columns(
        word=pl.when(pl.col("at") == pl.col("token")).then("display").otherwise("surface")
    )
    return words.group_by("span", maintain_order=True).agg(text=pl.col("word").str.join(" "))["text"]
