"""Words that dates are written with: month names of every system, and days as ordinals.

The tables give numbers by folded name; `any_of` turns a table into a regular expression for every
spelling that folds to one of its names. The grammar of dates belongs in `extract.arabic.dates`.
"""

from collections.abc import Iterable, Mapping

from babel import Locale

# Eastern and Egyptian; Levantine and Iraqi; Algerian and Tunisian; Moroccan; Mauritanian.
_MONTH_LOCALES = ("ar", "ar_LB", "ar_DZ", "ar_MA", "ar_MR")

# What the press writes beside the names in CLDR.
_MORE_GREGORIAN: Mapping[int, tuple[str, ...]] = {
    1: ("كانون ثاني", "كانون ثان", "كانون الثانى", "جانفييه", "ينائر"),
    2: ("اشباط", "فبرائر", "فيفرييه"),
    3: ("اذار", "مارت"),
    4: ("نيسان", "ابريل", "افريل", "ابرايل"),
    5: ("ايار", "مايس", "ماي"),
    6: ("يونيه", "حزيران", "جوان"),
    7: ("يوليه", "جويليه", "جوييه", "يوليوز", "جولية"),
    8: ("اب", "اغشت", "اوت", "آوت", "اغسطوس"),
    9: ("ايلول", "شتمبر", "سبتنبر"),
    10: ("تشرين اول", "تشرين الاول", "اكتوبر", "اوكتوبر"),
    11: ("تشرين ثاني", "تشرين ثان", "نوفنبر", "نفمبر"),
    12: ("كانون اول", "كانون الاول", "دجمبر", "دسمبر", "ديسنبر"),
}
_HIJRI_NAMES: Mapping[int, tuple[str, ...]] = {
    1: ("محرم", "المحرم", "محرم الحرام"),
    2: ("صفر", "صفر الخير"),
    3: ("ربيع الاول", "ربيع اول"),
    4: ("ربيع الثاني", "ربيع الاخر", "ربيع ثاني", "ربيع ثان", "ربيع اخر"),
    5: ("جمادي الاولي", "جمادي الاول", "جماد الاول", "جماد الاولي", "جمادي اول"),
    6: (
        "جمادي الاخرة",
        "جمادي الثانية",
        "جمادي الاخر",
        "جمادي الثاني",
        "جماد الاخر",
        "جماد الاخرة",
        "جماد الثاني",
        "جماد الثانية",
    ),
    7: ("رجب",),
    8: ("شعبان",),
    9: ("رمضان", "رمضان المبارك"),
    10: ("شوال",),
    11: ("ذي القعدة", "ذو القعدة", "ذا القعدة", "ذيالقعدة", "ذوالقعدة", "القعدة"),
    12: ("ذي الحجة", "ذو الحجة", "ذا الحجة", "ذيالحجة", "ذوالحجة", "الحجة"),
}

_UNITS = ("الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")
_TENS: Mapping[int, tuple[str, ...]] = {20: ("العشرين", "العشرون"), 30: ("الثلاثين", "الثلاثون")}

_FOLDED = str.maketrans("أإآٱىیة", "ااااييه")
# Folding read backwards: the spellings that a folded letter stands for.
_SPELLINGS = str.maketrans({"\u0627": "[اأإآٱ]", "ي": "[يىی]", "\u0647": "[ةه]", " ": r"[^\S\n]+"})


def fold_name(name: str) -> str:
    """A name as the tables have it: bare alef, dotted yeh, heh for teh marbuta, single blanks."""
    return " ".join(name.translate(_FOLDED).split())


def any_of(names: Iterable[str]) -> str:
    """A regular expression, without groups, for any of some folded names in any spelling.

    It looks neither behind nor ahead, so that Python's and Polars' engines both take it.
    """
    # Longest first: an alternation takes the first that fits, and `محرم` begins `محرم الحرام`.
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return "(?:" + "|".join(name.translate(_SPELLINGS) for name in ordered) + ")"


def _gregorian_months() -> dict[str, int]:
    names = {fold_name(name): month for month, more in _MORE_GREGORIAN.items() for name in more}
    for locale in _MONTH_LOCALES:
        table = Locale.parse(locale).months["format"]["wide"]
        names |= {fold_name(table[month]): month for month in range(1, 13)}
    return names


def _day_words() -> dict[str, int]:
    days = dict(zip(_UNITS, range(1, 10), strict=True))
    units = {**days, "الحادي": 1, "الواحد": 1}
    days |= {"اول": 1, "ثاني": 2, "ثالث": 3, "الاولي": 1, "فاتح": 1, "الفاتح": 1, "غرة": 1}
    days |= {"العاشر": 10, "عاشر": 10}
    days |= {f"{word} عشر": 10 + unit for word, unit in units.items()}
    for ten, spellings in _TENS.items():
        for word in spellings:
            days[word] = ten
            last = 9 if ten == 20 else 1  # noqa: PLR2004
            days |= {f"{one} و{word}": ten + n for one, n in units.items() if n <= last}
    return {fold_name(word): day for word, day in days.items()}


GREGORIAN_MONTHS: Mapping[str, int] = _gregorian_months()
HIJRI_MONTHS: Mapping[str, int] = {
    fold_name(name): month for month, names in _HIJRI_NAMES.items() for name in names
}
DAY_WORDS: Mapping[str, int] = _day_words()
