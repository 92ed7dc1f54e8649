"""Whose an office beside a name is, where it belongs to somebody else or in part.

What reads as an office beside a name is found in `extract.reading.roles`.
"""

import polars as pl

from extract.reading.alphabet import is_class
from extract.reading.role_rules import SERVES
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

# `التقى الوزير الأمريكي الرئيس محمود`: whom somebody of another office receives.
_RULERS = ("الرئيس", "الرئيسة", "الملك", "الملكة", "البابا", "المستشارة", "السلطان")
_RECEIVED_BY = "^(?:الرئيس|الوزير|وزيرة?|سفيرة?|مبعوثة?|مستشارة?|امين|رئيسة?|نائبة?|وفد)$"


def begin_at_rulers(roles: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Begin roles at the ruler whom another receives: `الوزير الأمريكي | الرئيس محمود`."""
    text = reading.text
    spans = roles.filter(pl.col("n_role") > 2).select("token", "role_token", "n_role")  # noqa: PLR2004 - both
    words = tokens_inside(spans, "role_token", "n_role")
    words = words.filter(words["at"] > words["role_token"])
    is_ruler = text.at("folded", words["at"]).is_in(_RULERS)
    is_ruler &= text.at("folded", words["role_token"]).str.contains(_RECEIVED_BY)
    is_ruler &= is_class(reading.letters[text.step(words["at"], -1)], "NISBA", "COUNTRY")
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
    serves |= reading.text.at("folded", reading.text.step(first, n - 1)) == "باسم"
    served = held.filter(is_before & serves.fill_null(value=False))
    return roles.with_columns(
        roles[name].clone().scatter(served, None) for name in ("role_token", "n_role")
    )
