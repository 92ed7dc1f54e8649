"""The office of each named person, from the titles before or after the name.

Whose country an office tells is found in `extract.reading.role_countries`.
"""

import polars as pl

from extract.reading.alphabet import code, is_class, is_clitic
from extract.reading.contexts import n_tokens, with_contexts
from extract.reading.latin_names import with_latin_names
from extract.reading.name_words import without_titles_of_many
from extract.reading.role_bearers import begin_at_rulers, take_from_received, take_from_served
from extract.reading.role_countries import with_role_country
from extract.reading.role_rules import (
    AFTER,
    BEFORE,
    COMMA,
    DESCRIBED,
    EXPLAINS,
    FAR,
    OF_ANOTHER,
    OF_COUNTRY,
    SET_OFF,
)
from extract.reading.spans import (
    span_text,
    tokens_inside,
)
from extract.reading.words import Reading, write_letters

_REACH = 24
_AT = "لدي"


def find_roles(mentions: pl.DataFrame, reading: Reading, names: pl.DataFrame) -> pl.DataFrame:
    """Add what each mention says of its person: `role_token`, `n_role`, `role_country_code`.

    Args:
        mentions: Person mentions (`token`, `n_tokens`, `document`), in running order.
        reading: Words with all names marked.
        names: Names of the lexicon, whose countries the roles are read for.

    Returns:
        `mentions` in their order; nulls where no title stands by the name.
    """
    seen = _seen(reading, names)
    ends = mentions.select("document", token=pl.col("token") + pl.col("n_tokens"))
    contexts = (
        with_contexts(mentions.select("token", "n_tokens", "document"), seen, left=_REACH, right=0)
        .select(
            "token",
            "n_tokens",
            before="left",
            after=with_contexts(ends, seen, left=0, right=_REACH)["right"],
            # `حضر الوزير الكيني | وسامي نور`: whom `و` adds is another.
            is_added=_is_added(mentions, reading),
        )
        .with_columns(before=pl.when(~pl.col("is_added")).then("before").otherwise(pl.lit("")))
    )
    roles = take_from_received(_nearest(contexts), mentions, reading)
    roles = take_from_served(begin_at_rulers(roles, reading), reading)
    return (
        mentions.join(roles, on="token", how="left", maintain_order="left")
        .pipe(with_role_country, names, reading)
        .pipe(_with_rank, names)
    )


def _is_added(mentions: pl.DataFrame, reading: Reading) -> pl.Series:
    has_and = is_clitic(reading.clitics[mentions["token"]], "w")
    has_and &= reading.text.at("surface", mentions["token"]).str.starts_with("و")
    return (has_and & ~mentions["is_whole"].fill_null(value=False)).rename("is_added")


def _seen(reading: Reading, names: pl.DataFrame) -> Reading:
    """The letters by which roles are read.

    A title of several people, or somebody's (`حفيدهم`), is nobody's role; `لدى` says where one
    serves, as `إلى` does.
    """
    letters = without_titles_of_many(reading.letters, names)
    letters = write_letters(letters, reading.text.which(_is_at), code("TO"))
    # `القائد العام للقوات المسلحة الفريق …`, `المفوض السامي لحقوق الإنسان`: what the title is
    # completed by goes on with it.
    fields = reading.text.which(_is_field)
    fields = fields.filter(is_class(letters[fields], "TITLE", "TITLE_DEFINITE"))
    letters = write_letters(letters, fields, code("DEFINITE"))
    return Reading(reading.text, letters, reading.clitics)


def _is_at(words: pl.DataFrame) -> pl.Series:
    return words["folded"] == _AT


def _is_field(words: pl.DataFrame) -> pl.Series:
    return words["folded"].is_in(["للقوات", "لحقوق", "لشؤون"])


def _nearest(contexts: pl.DataFrame) -> pl.DataFrame:
    """The role beside each name, else the one that reaches it over where its bearer serves."""
    before, after = pl.col("before"), pl.col("after")
    # `التقى فالون | ولي العهد الأمير محمد`: a title before another name is that one's.
    is_anothers = after.str.contains(OF_ANOTHER) & before.str.contains(BEFORE)
    right = pl.when(~is_anothers).then(after.str.extract(AFTER, 1))
    contexts = contexts.with_columns(
        n_before=n_tokens(before.str.extract(BEFORE, 1)),
        n_after=n_tokens(right),
        skipped=n_tokens(after.str.extract(AFTER, 0)) - n_tokens(right),
    )
    # The longer says more: `الدكتور محمد مختار جمعة وزير الأوقاف`. But whoever is of one country
    # by the title before his name is not the official of one after it: `استقبل الرئيس الأذربيجاني
    # إلهام علييف، وزير الخارجية التركي`.
    is_met = before.str.extract(BEFORE, 1).str.contains(OF_COUNTRY)
    is_met &= after.str.contains(COMMA) & right.str.contains(OF_COUNTRY)
    is_before = pl.col("n_before") >= pl.col("n_after").fill_null(0)
    is_before |= is_met.fill_null(value=False)
    is_alone = pl.max_horizontal("n_before", "n_after").fill_null(0) <= 1
    set_off = pl.when(is_alone & after.str.contains(EXPLAINS)).then(before)
    far = pl.when(pl.col("n_before").is_null() & pl.col("n_after").is_null()).then(before)
    contexts = contexts.with_columns(
        is_before=is_before,
        n_set_off=n_tokens(set_off.str.extract(SET_OFF, 1)),
        n_reach=n_tokens(set_off.str.extract(SET_OFF, 0)),
        n_far=n_tokens(pl.coalesce(far.str.extract(FAR, 1), far.str.extract(DESCRIBED, 1))),
    )
    token = pl.col("token")
    return contexts.select(
        "token",
        role_token=pl.when(pl.col("n_set_off").is_not_null())
        .then(token - pl.col("n_reach"))
        .when("is_before")
        .then(token - pl.col("n_before"))
        .when(pl.col("n_after").is_not_null())
        .then(token + pl.col("n_tokens") + pl.col("skipped"))
        .when(pl.col("n_far").is_not_null())
        .then(token - pl.col("n_far"))
        .cast(pl.UInt32),
        n_role=pl.coalesce(
            "n_set_off", pl.when("is_before").then("n_before").otherwise("n_after"), "n_far"
        ).cast(pl.UInt32),
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
        `mentions` with `display_name` (the fullest name as written), `person_id`, `person_country`
        (`stated_country`, that of a role in the article, else the lexicon's),
        `role_at` and `n_role_at` (the span of the longest role, an office before an honorific),
        `entity_name_latin` and `latin_name_source` (`lexicon`, else `rule`).
    """
    texts = mentions.with_columns(text=span_text(mentions, reading))
    # A `و` that no list tells is still before the word.
    is_written = pl.col("is_conjoined") & pl.col("text").str.contains("^[وفبلك]")
    surface = pl.lit(reading.text.at("surface", mentions["token"]))
    texts = texts.with_columns(
        text=pl.when(is_written)
        .then(pl.col("text").str.slice(1))
        .when(pl.col("is_whole").fill_null(value=False))
        .then(pl.col("text").str.replace("^[^ ]+", surface, literal=False))
        .otherwise("text")
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
        .pipe(with_latin_names, "display_name")
    )  # fmt: skip
