"""The office and country of each named person, from the titles before or after the name."""

import polars as pl

from extract.reading.alphabet import compile_rule
from extract.reading.contexts import n_tokens, with_contexts
from extract.reading.latin_names import with_latin_names
from extract.reading.name_words import without_titles_of_many
from extract.reading.person_rules import TITLE_CHAIN
from extract.reading.spans import named_countries, rows_after, span_text, tokens_inside
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
    # A title of several people, or somebody's (`حفيدهم`), is nobody's role.
    letters = without_titles_of_many(reading.letters, names)
    seen = Reading(reading.text, letters, reading.clitics)
    ends = mentions.select("document", token=pl.col("token") + pl.col("n_tokens"))
    contexts = with_contexts(
        mentions.select("token", "n_tokens", "document"), seen, left=_REACH, right=0
    ).select(
        "token",
        "n_tokens",
        before="left",
        after=with_contexts(ends, seen, left=0, right=_REACH)["right"],
    )
    n_before = n_tokens(pl.col("before").str.extract(_BEFORE, 1))
    after = pl.col("after").str.extract(_AFTER, 1)
    skipped = n_tokens(pl.col("after").str.extract(_AFTER, 0)) - n_tokens(after)
    contexts = contexts.with_columns(n_before=n_before, n_after=n_tokens(after), skipped=skipped)
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
    return (
        mentions.join(roles, on="token", how="left", maintain_order="left")
        .with_columns(
            pl.when(pl.col("n_role").is_not_null()).then("role_token").alias("role_token")
        )
        .pipe(_with_country, names, reading)
        .pipe(_with_rank, names)
    )


def _with_country(mentions: pl.DataFrame, names: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The first country of each role; not the one the bearer is sent to (`المبعوث إلى اليمن`)."""
    named = named_countries(names)
    before = (named["token"].cast(pl.Int64) - 1).clip(0, None)
    is_elsewhere = reading.text.at("folded", before).is_in(["الي", "لدي", "عن"])
    named = named.filter(~is_elsewhere)
    beside = rows_after(named, mentions["role_token"].fill_null(0))
    return (
        mentions.with_columns(role_country_code=beside["country_code"], at=beside["at"])
        .with_columns(
            role_country_code=pl.when(pl.col("at") < pl.col("role_token") + pl.col("n_role")).then(
                "role_country_code"
            )
        )
        .drop("at")
    )


def _with_rank(mentions: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Add `is_office`: the role holds more than honorifics (`الشيخ`, `الدكتور`)."""
    titles = names.filter((pl.col("lexicon") == "title") & (pl.col("mention_kind") != "honorific"))
    offices = titles.select(at="token").unique().with_columns(is_office=pl.lit(value=True))
    roles = mentions.select("token", "role_token", "n_role").drop_nulls()
    held = tokens_inside(roles, "role_token", "n_role").join(
        offices, on="at", how="inner", maintain_order="left"
    )
    return mentions.join(
        held.select("token", "is_office").unique("token", maintain_order=True),
        on="token", how="left", maintain_order="left",
    ).with_columns(pl.col("is_office").fill_null(value=False))  # fmt: skip


def describe_people(mentions: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Give every mention what its article says of the person anywhere.

    Returns:
        `mentions` with `display_name` (the fullest name as written), `person_id`, `person_country`,
        `role_at` and `n_role_at` (the span of the longest role, an office before an honorific),
        `entity_name_latin` and `latin_name_source` (`lexicon`, else `rule`).
    """
    texts = mentions.with_columns(text=span_text(mentions, reading))
    # A `و` that no list tells is still before the word.
    is_written = pl.col("is_conjoined") & pl.col("text").str.contains("^[وفبلك]")
    texts = texts.with_columns(
        text=pl.when(is_written).then(pl.col("text").str.slice(1)).otherwise("text")
    )
    fullest = texts.sort("n_tokens", "token", descending=[True, False]).unique(
        ["document", "person"], keep="first", maintain_order=True
    )
    longest_role = (
        texts.drop_nulls("n_role")
        .sort("is_office", "n_role", "token", descending=[True, True, False])
        .unique(["document", "person"], keep="first", maintain_order=True)
    )
    countries = texts.drop_nulls("role_country_code").unique(
        ["document", "person"], keep="first", maintain_order=True
    )
    key = ["document", "person"]
    return (
        mentions.join(
            fullest.select(*key, display_name="text"), on=key, how="left", maintain_order="left"
        )
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
                "entity_id",
                pl.concat_str(pl.lit("name:"), pl.col("person").str.replace_all(" ", "-")),
            ),
            person_country=pl.coalesce("stated_country", "country_code"),
        )
        .drop("stated_country")
        .pipe(with_latin_names, "display_name")
    )  # fmt: skip
