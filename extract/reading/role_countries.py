"""The country that an office tells: `سفير كينيا`, but not where its bearer is sent."""

import polars as pl

from extract.reading.alphabet import is_clitic
from extract.reading.spans import named_countries, rows_after, tokens_inside, without_topics
from extract.reading.words import Reading

_ATTACHE = "^(?:ال)?(?:سفير|قنصل|ملحق|مستشار)ة?$"
_ENVOY = "^(?:ال)?(?:مبعوث|موفد|وسيط|منسق)ة?$"
# Who writes, plays or trades for one may be of another country.
_NO_STATE_BODY = (
    "صحيف|جريدة|مجلة|قناة|شبكة|وكالة|موقع|إذاعة|فريق|نادي|منتخب|شركة|مجموعة|تنظيم|جماعة"
)


def with_role_country(
    mentions: pl.DataFrame, names: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """The first country of each role; not the one the bearer is sent to (`المبعوث إلى اليمن`).

    Whoever serves a body of no country has none, wherever he serves it.
    """
    worldwide = names.select("token", "country_code", "lexicon").filter(
        (pl.col("lexicon") == "organization") & pl.col("country_code").is_null()
    )
    named = named_countries(without_topics(names, reading))
    named = pl.concat([named, worldwide.drop("lexicon")], how="vertical_relaxed")
    named = named.unique("token", keep="first", maintain_order=True).sort("token")
    before = reading.text.step(named["token"], -1)
    is_elsewhere = reading.text.at("folded", before).is_in(["الي", "لدي", "عن"])
    named = named.filter(~is_elsewhere)
    beside = rows_after(named, mentions["role_token"].fill_null(0))
    return (
        mentions.with_columns(role_country_code=beside["country_code"], at=beside["at"])
        .with_columns(is_sent=_is_sent(mentions["role_token"], beside["at"], reading))
        .with_columns(
            role_country_code=pl.when(
                pl.col("at") < pl.col("role_token") + pl.col("n_role"), ~pl.col("is_sent")
            ).then("role_country_code")
        )
        .drop("at", "is_sent")
    )


def _is_sent(roles: pl.Series, countries: pl.Series, reading: Reading) -> pl.Series:
    """Whether a role's country is where its bearer is sent.

    `المبعوث الأممي الخاص لليمن`, `المستشار التجاري في أوكرانيا`.
    """
    head, country = reading.text.at("bare", roles.fill_null(0)), countries.fill_null(0)
    leads = is_clitic(reading.clitics[country], "l", "wl") & head.str.contains(_ENVOY)
    serves = reading.text.at("folded", reading.text.step(country, -1)) == "في"
    return (leads | (serves & head.str.contains(_ATTACHE))).fill_null(value=False)


def take_country_of_body(people: pl.DataFrame, organizations: pl.DataFrame) -> pl.DataFrame:
    """Give whom nothing else gives a country that of the body in his office.

    `المتحدث باسم رئاسة الجمهورية سامي نور`, where the article tells whose presidency it is.

    Args:
        people: From `describe_people`.
        organizations: From `organizations.find_organizations`.
    """
    asked = people.filter(pl.col("person_country").is_null()).select(
        "token", "role_at", "n_role_at"
    )
    words = tokens_inside(asked.drop_nulls(), "role_at", "n_role_at")
    of_state = ~organizations["entity_name"].str.contains(_NO_STATE_BODY)
    bodies = organizations.filter(of_state).drop_nulls("country_code")
    bodies = bodies.select(at="token", of_body="country_code")
    found = words.join(bodies, on="at", how="inner", maintain_order="left")
    found = found.select("token", "of_body").unique("token", keep="first", maintain_order=True)
    return people.join(found, on="token", how="left", maintain_order="left").with_columns(
        person_country=pl.coalesce("person_country", "of_body")
    ).drop("of_body")  # fmt: skip
