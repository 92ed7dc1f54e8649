"""Subjects that are several people of somebody's: `حملة بايدن`, `مكتب رئيس الكاميرون`.

Whom else a subject names is found in `extract.reading.holders`.
"""

import polars as pl

from extract.reading.alphabet import is_class, is_clitic
from extract.reading.role_rules import OF_HIS
from extract.reading.spans import spread
from extract.reading.words import Reading

_SEVERAL_OF = (
    "^[وف]?(?:مكتب|حكومة|ادارة|اسرة|عائلة|حملة|انصار|مؤيدو|محامو|قوات|ميليشيات|ميليشيا|نظام|معسكر"
    "|فريق|تيار|جماعة|ذوو)$"
)
_TITLE_REACH = 4
_ONE_OF = "^[وف]?(?:احد|احدي|بعض|عدد)$"
_SERVANTS = "^[وف]?(?:مستشار|مساعد|معاون|محام|مرافق)[يو]$"
_AIDE = "^[وف]?(?:مستشار|مساعد|معاون|محامي|مرافق|نائب|وكيل)ة?$"
_GREAT = ["كبار", "ابرز", "من"]


def is_owned(persons: pl.DataFrame, statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether a subject is several people of somebody's: `حملة بايدن`, `مكتب رئيس الكاميرون`."""
    head = statements["subject_token"][persons["row"]]
    is_several = reading.text.at("folded", head).str.contains(_SEVERAL_OF)
    # `أحد كبار مستشاري الرئيس سامي نور`, but `كبير مستشاري الرئيس سامي نور` may be his own name.
    is_one = reading.text.at("folded", head).str.contains(_ONE_OF)
    second, third = (reading.text.at("folded", reading.text.step(head, n)) for n in (1, 2))
    serves = second.str.contains(_SERVANTS)
    serves |= second.is_in(_GREAT) & third.str.contains(_SERVANTS)
    # `معاون نور`: a title without an article before a name is somebody of his.
    is_aide = reading.text.at("folded", head).str.contains(_AIDE)
    is_several |= is_aide & (persons["at"] == head + 1)
    # `مسؤول في مكتب نور`
    before = reading.text.step(persons["at"], -1)
    is_his = reading.text.at("bare", before).str.contains(OF_HIS) & (before > head)
    is_several |= is_his.fill_null(value=False)
    is_several |= _serves_in_his(persons["at"], reading)
    is_several |= (is_one & serves) | reading.text.at("folded", head).str.contains(_SERVANTS)
    return (is_several & (persons["at"] > head)).fill_null(value=False)


def _serves_in_his(names: pl.Series, reading: Reading) -> pl.Series:
    """`مسؤول في إدارة الرئيس الأمريكي نور`; `مدير مكتب الوزير نور` may be the director's name."""
    at, serves = names, pl.repeat(False, len(names), dtype=pl.Boolean, eager=True)
    is_titled = pl.repeat(True, len(names), dtype=pl.Boolean, eager=True)
    # The name of whose it is may have a title, and that a country.
    for _ in range(_TITLE_REACH):
        at = reading.text.step(at, -1)
        is_within = is_class(reading.letters[reading.text.step(at, -1)], "IN")
        is_within |= is_clitic(reading.clitics[at], "b", "wb")
        serves |= is_titled & is_within & reading.text.at("bare", at).str.contains(OF_HIS)
        is_titled &= is_class(reading.letters[at], "TITLE_DEFINITE", "NISBA")
    return serves.fill_null(value=False)


def owner_country(owners: pl.DataFrame, n: int) -> pl.Series:
    """The country of the first owner of each of `n` subjects."""
    first = owners.unique("row", keep="first", maintain_order=True)
    return spread(first["person_country"], first["row"], n)
