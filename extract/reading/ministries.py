"""State bodies named by two words: `الخارجية المصرية`, `رئاسة الجمهورية`, `النيابة العامة`."""

import polars as pl

from extract.reading.alphabet import code, codes
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

# Fields that no noun but a ministry's is called by before a country.
_OF_COUNTRY = ("خارجية", "داخلية")
_CLEAR_FIELDS = ("الخارجية", "الداخلية", "المالية")
# `الحرب` is feminine itself: `الحرب السورية` is a war.
_FEMININE = "الحرب"
_PRESIDED = ("الجمهورية", "الوزراء", "الحكومة", "الاركان")
_SOUGHT = (
    "^[وفبل]?(?:ال|لل)?(?:منصب|سباق|كرسي|انتخابات|تول\\S*|[يت]تول\\S*|[مت]?ترشح\\S*|مرشح\\S*|وحيد)$"
)
# Nouns, and the adjectives that make each the one body of its kind in a state.
_KINDS = {
    "نيابة": ("العامة", "الادارية"),
    "ادعاء": ("العام",),
    "محكمة": ("الدستورية", "العليا", "الاتحادية"),
    "ديوان": ("الملكي", "الاميري", "السلطاني"),
    "بنك": ("المركزي",),
    "مصرف": ("المركزي",),
    "حرس": ("الوطني", "الجمهوري", "الملكي", "الثوري", "الاميري", "الرئاسي"),
    "دفاع": ("المدني",),
    "هلال": ("الاحمر",),
    "صليب": ("الاحمر",),
    "جمعية": ("الوطنية", "التاسيسية"),
    "مجلس": ("الدستوري", "القضائي", "التشريعي", "العسكري", "الرئاسي", "الانتقالي", "الوطني"),
    "مخابرات": ("العامة",),
    "استخبارات": ("العامة", "العسكرية"),
    "قوات": ("المسلحة", "الجوية", "البحرية"),
    "شرطة": ("العسكرية",),
}
# … and nouns that another noun makes it, without an article.
_OWNED = {"سلاح": ("الجو", "البحرية", "الطيران"), "خفر": ("السواحل",)}
_IN_TITLES = ("TITLE", "TITLE_DEFINITE")
_INSTITUTION = f"^[وفبك]?(?:ال|لل)({'|'.join(_KINDS)})$|^[وفبلك]?({'|'.join(_OWNED)})$"
_INSTITUTIONS = [
    f"{noun} {kind}"
    for names in (_KINDS, _OWNED)
    for noun, kinds in names.items()
    for kind in kinds
]
_OF_MINISTRY = "^(?:بيان|تصريح|موقع|متحدث|ناطق|مبنى|مبني|مقر|موقف|رد)$"
# After one of these the field belongs to another phrase: `السياسة الخارجية الأمريكية`.
_NOUNS = ("NOUN", "ORG_HEAD", "CONTENT_NOUN", "DEFINITE", "SOURCE", "DOCUMENT", "ORG")


def find_ministries(seen: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Ministries by their field and country alone: `الخارجية المصرية`, `خارجية الصين`."""
    text, letters = seen.text, seen.letters
    is_country = letters == code("COUNTRY")
    of_country = text.where(_is_field_alone) & is_country.shift(-1, fill_value=False)
    nisba = (letters == code("NISBA")) & text.where(_is_feminine_nisba)
    at = text.where(_is_field, knowledge) & nisba.shift(-1, fill_value=False)
    after, titles = codes(*_NOUNS), codes(*_IN_TITLES)
    behalf = text.where(_is_on_behalf).shift(1, fill_value=False)
    follows = letters.shift(1).is_in(after) | (letters.shift(1).is_in(titles) & ~behalf)
    follows &= ~text.where(_is_of_ministry).shift(1, fill_value=False)
    # `خارجية الولايات المتحدة`
    is_long = of_country & is_country.shift(-2, fill_value=False)
    return (
        text.tokens.select("token", "document", n_tokens=is_long.cast(pl.UInt32) + 2)
        .filter((at | of_country) & ~follows.fill_null(value=False))
        .select("token", "n_tokens", "document")
    )


def find_presidencies(seen: Reading) -> pl.DataFrame:
    """Presidencies of the state or its ministers, but no act of presiding (`برئاسة`)."""
    text = seen.text
    at = text.where(_is_presidency) & text.where(_is_presided).shift(-1, fill_value=False)
    at &= ~text.where(_is_sought).shift(1, fill_value=False)
    return (
        text.tokens.select("token", "document")
        .filter(at)
        .select("token", n_tokens=pl.lit(2, pl.UInt32), document="document")
    )


def find_institutions(seen: Reading) -> pl.DataFrame:
    """Bodies of which a state has one, named by what they are: `النيابة العامة الكينية`."""
    text = seen.text
    at = text.where(_is_institution).arg_true()
    heads = text.at("folded", at)
    nouns = heads.str.extract(_INSTITUTION, 1).fill_null("") + heads.str.extract(
        _INSTITUTION, 2
    ).fill_null("")
    pairs = nouns + " " + text.at("folded", text.step(at, 1))
    at = at.filter(pairs.is_in(_INSTITUTIONS))
    after, last = (seen.letters[text.step(at, n)] for n in (2, 3))
    # `البنك المركزي الكيني`, `البنك المركزي في كينيا`
    is_in = (after == code("IN")) & (last == code("COUNTRY"))
    n_nation = (after == code("NISBA")).cast(pl.UInt32) + is_in.cast(pl.UInt32) * 2
    return text.tokens.select("token", "document")[at].select(
        "token", n_tokens=n_nation + 2, document="document"
    )


def _is_institution(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_INSTITUTION)


def _is_presidency(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains("^[وف]?ل?رئاسة$")


def _is_sought(words: pl.DataFrame) -> pl.Series:
    """`منصب رئاسة الوزراء`, `المرشح لرئاسة الجمهورية`: the office, and no body."""
    return words["folded"].str.contains(_SOUGHT)


def _is_presided(words: pl.DataFrame) -> pl.Series:
    return words["folded"].is_in(_PRESIDED)


def _is_field(words: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    """Fields of ministers; of the feminine ones only those that nothing else is called after."""
    bare = words["bare"]
    is_clear = bare.is_in(_CLEAR_FIELDS) | ~(bare.str.ends_with("ة") | (bare == _FEMININE))
    return bare.is_in(knowledge.portfolios) & is_clear


def _is_field_alone(words: pl.DataFrame) -> pl.Series:
    return words["folded"].is_in(_OF_COUNTRY)


def _is_feminine_nisba(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains("ية$")


def _is_of_ministry(words: pl.DataFrame) -> pl.Series:
    """`بيان الخارجية الكينية`: no feminine adjective is the man's or the statement's."""
    return words["bare"].str.contains(_OF_MINISTRY)


def _is_on_behalf(words: pl.DataFrame) -> pl.Series:
    return words["folded"] == "باسم"
