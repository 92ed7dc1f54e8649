"""Whose an office beside a name is, where it belongs to somebody else or in part.

What reads as an office beside a name is found in `extract.reading.roles`.
"""

import polars as pl

from extract.reading.alphabet import is_class, is_clitic
from extract.reading.role_rules import OF_HIS, SERVES
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

# `التقى الوزير الأمريكي الرئيس محمود`: whom somebody of another office receives.
COUNTERPART = "^نظير(?:ه|ها|ته|تها|هم)$"
_RULERS = ("الرئيس", "الرئيسة", "الملك", "الملكة", "البابا", "المستشارة", "السلطان")
_RECEIVED_BY = "^(?:الرئيس|الوزير|وزيرة?|سفيرة?|مبعوثة?|مستشارة?|امين|رئيسة?|نائبة?|وفد)$"

# Who does one of these to an official does it to another: `استقبل السيسي الرئيس الكيني`.
_RECEIVES = (
    "^[وف]?س?(?:استقبل|[يت]ستقبل|التقي|[يت]لتقي|هنا|[يت]هنئ|[يت]ودع|عزي|[يت]عزي"
    "|قابل|[يت]قابل|هاتف|[يت]هاتف|استدعي|[يت]ستدعي|استدع|حث|[يت]حث)ت?$"
)
# `تسلم الرئيس المصري | والأمير سامي نور`: another, where the first has his country.
_JOINED = "^وال(?:امير|شيخ|رئيس|وزير|سفير|ملك|سلطان|مستشار|فريق|لواء)ة?$"
_RECEIVED = "^(?:ال(?:رئيس|وزير|سفير|مستشار|مبعوث|ملك)ة?|البابا|نظير(?:ه|ها|ته|تها|يه|يها))$"


def begin_at_rulers(roles: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Begin roles at the ruler whom another serves or receives: `الوزير الأمريكي | الرئيس نور`.

    And at somebody's counterpart (`هنأ الرئيس المصري | نظيره الفرنسي سامي نور`), or at who stands
    with him.
    """
    text = reading.text
    spans = roles.filter(pl.col("n_role") > 2).select("token", "role_token", "n_role")  # noqa: PLR2004 - both
    words = tokens_inside(spans, "role_token", "n_role")
    words = words.filter(words["at"] > words["role_token"])
    is_ruler = text.at("folded", words["at"]).is_in(_RULERS)
    is_ruler &= text.at("folded", words["role_token"]).str.contains(_RECEIVED_BY)
    before = text.step(words["at"], -1)
    is_ruler &= is_class(reading.letters[before], "NISBA", "COUNTRY")
    # `مسؤول بإدارة | الرئيس نور`
    is_his = text.at("folded", words["at"]).is_in(_RULERS) & _is_his_own(before, reading)
    is_ruler |= is_his & (words["role_token"] < words["token"])
    is_ruler |= text.at("bare", words["at"]).str.contains(COUNTERPART)
    is_ruler |= text.at("folded", words["at"]).str.contains(_JOINED) & is_class(
        reading.letters[before], "NISBA", "COUNTRY"
    )
    # `التقى الرئيس الكيني | زعيم حزب النور سامي نور`: of whom he meets.
    verb = text.at("folded", text.step(words["role_token"], -1))
    is_met = verb.str.contains(_RECEIVES) & is_class(reading.letters[words["at"]], "TITLE")
    # … where it tells whose it is: `نائب الرئيس الكيني رئيس الوزراء` is one man.
    owned = words.filter(is_class(reading.letters[words["at"]], "NISBA", "COUNTRY", "ORG"))
    owned = owned.group_by("token").agg(last=pl.col("at").max())
    last = words.select("token").join(owned, on="token", how="left", maintain_order="left")["last"]
    is_met &= (last > words["at"]).fill_null(value=False)
    is_ruler |= is_met & is_class(reading.letters[before], "NISBA", "COUNTRY")
    found = words.filter(is_ruler.fill_null(value=False))
    rulers = found.group_by("token").agg(ruler=pl.col("at").max())
    joined = roles.join(rulers, on="token", how="left", maintain_order="left")
    end = pl.col("role_token") + pl.col("n_role")
    return joined.with_columns(
        role_token=pl.coalesce("ruler", "role_token").cast(pl.UInt32),
        n_role=pl.when(pl.col("ruler").is_not_null())
        .then(end - pl.col("ruler"))
        .otherwise("n_role")
        .cast(pl.UInt32),
    ).drop("ruler")


def take_from_served(roles: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Take from whoever is served the office of who serves: `مساعد كيري`, `المتحدث باسم كيري`.

    `المتحدث باسم الرئيس سامي نور` may be either's name.
    """
    held = roles["role_token"].is_not_null().arg_true()
    first, n = roles["role_token"][held], roles["n_role"][held]
    is_before = first + n == roles["token"][held]
    serves = (n == 1) & reading.text.at("folded", first).str.contains(SERVES)
    text = reading.text
    serves |= text.at("folded", text.step(first, n - 1)) == "باسم"
    serves |= _is_his_own(text.step(first, n - 1), reading)
    served = held.filter(is_before & serves.fill_null(value=False))
    return roles.with_columns(
        roles[name].clone().scatter(served, None) for name in ("role_token", "n_role")
    )


def _is_his_own(at: pl.Series, reading: Reading) -> pl.Series:
    """`بإدارة`, `بحملة` before a name or a ruler: in what is his."""
    his = reading.text.at("bare", at).str.contains(OF_HIS)
    return (his & is_clitic(reading.clitics[at], "b", "wb")).fill_null(value=False)


def take_from_received(
    roles: pl.DataFrame, mentions: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Take from whoever receives somebody the office of whom he receives, named next."""
    text, token = reading.text, mentions["token"]
    is_next = roles["role_token"] == token + mentions["n_tokens"]
    one, two = text.step(token, -1), text.step(token, -2)
    titled = is_class(reading.letters[one], "TITLE", "TITLE_DEFINITE")
    receives = text.at("folded", one).str.contains(_RECEIVES)
    receives_titled = titled & text.at("folded", two).str.contains(_RECEIVES)
    spans = roles.drop_nulls("n_role").select("token", "role_token", "n_role")
    words = tokens_inside(spans, "role_token", "n_role")
    of_country = words.filter(is_class(reading.letters[words["at"]], "NISBA", "COUNTRY"))["token"]
    # `استقبل الشيخ تميم بن حمد أمير دولة قطر`: who has his full name may have his office after it.
    is_told = text.at("folded", roles["role_token"].fill_null(0)).str.contains(_RECEIVED)
    is_told |= mentions["n_tokens"] == 1
    takes = is_next.fill_null(value=False) & is_told & token.is_in(of_country.implode())
    own = {"role_token": pl.lit(token - 1), "n_role": pl.lit(1)}
    return roles.with_columns(
        pl.when(takes & receives_titled)
        .then(office)
        .when(~(takes & receives))
        .then(name)
        .cast(pl.UInt32)
        .alias(name)
        for name, office in own.items()
    )
