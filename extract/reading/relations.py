"""Phrases of relations: those whom `بين` joins, and adjectives side by side.

What words of dealing say of the parties around them belongs in `extract.reading.dealings`.
"""

import polars as pl

from extract.reading.act_role_rules import BETWEEN
from extract.reading.alphabet import among, code, is_class
from extract.reading.dealings import MAX_IN_CHAIN
from extract.reading.markers import START, VERB
from extract.reading.neighbours import neighbours
from extract.reading.words import Reading

_PROCLITICS = "^[وف]?[بل]?(?:ال)?"
_JOINT_ACTS = ["تمويل", "دعم", "رعاية", "وساطة", "منحة", "مساعدة", "مبادرة", "تنظيم"]
_BORDER_NOUNS = ["حدود", "حدودية", "شريط", "منطقة"]
# What lies between two, or goes from one to the other.
BORDERS = (
    "^(?:ال|لل)?(?:حدود|حدودي|حدودية|واقعة|مسافة|منطقة|طريق|ممر|تنقل|متنقلا?|تحرك|تحركات|رحلة|رحلات"
    "|واصلة?|رابطة?|ممتدة?|يصل|ما|جولة|جولات|طريقين|ينتقل|يتارجح|تارجح|توزعت?|يتوزع|موزعة|مقارنة|فرق|فارق|[يت]فصل|فاصلة?)(?:ه|ها|هم)?$"
)
_NO_HEADS = (
    "OPEN",
    "COMMA",
    "STOP",
    "BREAK",
    "TO",
    "ON",
    "ABOUT",
    "FROM",
    "IN",
    "BI",
    "PREP",
    "TIME",
)
# What has two adjectives of countries and is of one person or firm.
_OWNED = (
    "^(?:بنك|مصرف|مستشفي|مستشفيات|شركة|شركات|مجموعة|معهد|جامعة|مدرسة|مدارس|فيلم|فلم|افلام|مسلسل|رواية"
    "|جاسوس|عميل|جالية|شاب|شابة|سينمائي|فنان|فنانة|مخرج|ممثل|كاتب|كاتبة|شاعر|عالم|باحث|مهاجر|مواطن"
    "|مواطنة|رجل|سيدة|طبيب|مهندس|صحفي|صحافي|صحافية|قبارصة|لاعب|مدرب)$"
)
# Those of two countries in one word, who act: in the nominative, or after `أن`.
_OF_TWO = (
    "^[وف]?(?:ال)?(?:جانب|طرف|رئيس|وزير|زعيم|وفد|جيش|شعب|بلد|مسؤول|ملك|عاهل|حكومت|قيادت|وزارت)"
)
_TWO_ACT, _TWO_AFTER_THAT = f"{_OF_TWO}(?:ان|ا)$", f"{_OF_TWO}ين$"
_THAT = "^[وف]?ب?[كل]?ان$"
_PERSONS = ("TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN", "SOURCE", "PERSON", "GIVEN")


def between(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Those whom `بين` joins (`الخلاف بين مصر وإثيوبيا`), columns as in `PAIR`.

    What only lies between them (`الحدود بين البلدين`) is no dealing.
    """
    joined = parties.filter((pl.col("marker") == BETWEEN) & (pl.col("kind") != "place"))
    related = reading.text.at("bare", (joined["start"] - 2).clip(0))
    lies_between = related.str.contains(BORDERS).fill_null(value=False)
    at_border = joined.filter(lies_between)["chain"].unique().implode()
    joined = joined.filter(~pl.col("chain").is_in(at_border))
    return pl.concat([_pairs_within(joined, "chain"), _with_first(joined)])


def of_both(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`أن الجانبين الأردني والسوري`, `التقى رئيسا مصر وغانا`, columns as in `PAIR`."""
    start = parties["start"].clip(0)
    act, after_that = (
        reading.text.where_at(start, asked) for asked in (_is_of_two, _is_of_two_after_that)
    )
    before = reading.text.step(start, -1)
    that = reading.text.at("folded", before).str.contains(_THAT).fill_null(value=False)
    # What both only say (`أدان الرئيسان`) is no dealing.
    says = is_class(reading.letters[before], "FINITE", "WEAK_FINITE")
    is_acting = pl.lit((act & ~says) | (after_that & that))
    is_acting &= pl.col("marker").is_in([VERB, START])
    states = parties.filter(pl.col("kind") == "state")
    acting = parties.filter(is_acting & (pl.col("kind") == "state"))["chain"].unique().implode()
    two = states.filter(pl.col("chain").is_in(acting)).filter(
        pl.col("country_code").n_unique().over("chain") == 2  # noqa: PLR2004 - a pair
    )
    return _pairs_within(two, "chain")


def _is_of_two(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_TWO_ACT)


def _is_of_two_after_that(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_TWO_AFTER_THAT)


def _with_first(parties: pl.DataFrame) -> pl.DataFrame:
    """`الاتفاق بين إيران والولايات المتحدة وبريطانيا وفرنسا والصين`: the first with each other."""
    firsts = parties.unique(["chain", "country_code"], keep="first", maintain_order=True)
    firsts = firsts.filter(pl.len().over("chain") > MAX_IN_CHAIN)
    first = firsts.unique("chain", keep="first", maintain_order=True)
    others = firsts.select("chain", other="country_code", other_last="last")
    return (
        first.join(others, on="chain", how="inner", maintain_order="left")
        .filter(pl.col("other") != pl.col("country_code"))
        .select(*undirected(pl.col("other_last"), "relations_phrase"))
    )


def undirected(last: pl.Expr, basis: str) -> list[pl.Expr]:
    """The columns of `PAIR` for a party beside `other`, neither of whom does it to the other."""
    return [
        *(pl.col(name) for name in ("document", "sentence", "token")),
        last.alias("last"),
        pl.col("country_code").alias("initiator_code"),
        pl.col("other"),
        pl.lit(basis).alias("basis"),
        pl.lit(value=False).alias("is_directed"),
    ]


def compounds(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Adjectives side by side (`العلاقات الصينية - الكازاخية`), columns as in `PAIR`."""
    nisbas = parties.filter(pl.col("is_nisba") & (pl.col("kind") == "state"))
    before = neighbours(nisbas["token"], -1, reading, "letter", "folded")
    # `اللجنة الاقتصادية الكينية الغانية`: an adjective that may be a title too.
    two = neighbours(nisbas["token"], -2, reading, "letter")["letter"]
    is_described = is_class(two, "DEFINITE", "UNKNOWN_DEFINITE", "ORG_HEAD")
    is_described &= before["folded"].str.contains("ية?$")
    # Rows stand in running order: a shift and a look at the sentence do what a window would.
    follows = pl.col("sentence") == pl.col("sentence").shift(1)
    gap = pl.col("token").cast(pl.Int64) - pl.col("last").shift(1)
    is_dash = pl.col("letter") == code("DASH")
    is_next = follows & ((gap == 1) | ((gap == 2) & is_dash))  # noqa: PLR2004
    # `الكاتبة الأمريكية الزيمبابوية` is one person of two countries.
    describes_person = (among("letter", _PERSONS) & ~pl.lit(is_described)).shift(1)
    is_joined = is_next.fill_null(value=False) & ~pl.col("is_conjoined")
    is_joined &= ~describes_person.fill_null(value=False)
    nisbas = nisbas.hstack(before).with_columns(is_joined=is_joined)
    # Most stand alone.
    nisbas = nisbas.filter(pl.col("is_joined") | pl.col("is_joined").shift(-1))
    # `بتمويل ألماني دنماركي`: both do it to a third.
    # `الحدود التركية السورية`: that they are neighbours is no dealing.
    first = pl.col("folded").str.replace(_PROCLITICS, "")
    # `«السعودي الفرنسي»`, `الفيلم الإسباني البلجيكي`, `تحاكم أردنيا أمريكيا`: one of two countries.
    is_owned = first.str.contains(_OWNED) | (
        among("letter", _NO_HEADS) & (pl.col("folded") != "لقاء")
    )
    is_owned = is_owned.shift(1).fill_null(value=False)
    is_beside = first.is_in([*_JOINT_ACTS, *_BORDER_NOUNS]).shift(1).fill_null(value=False)
    # A third goes with the second.
    is_first = ~pl.col("is_joined").shift(1).fill_null(value=False)
    is_owned = pl.when(is_first).then(is_owned).forward_fill()
    is_alone = ~(pl.col("is_joined") & ~is_beside & ~is_owned)
    return _pairs_within(nisbas.with_columns(compound=is_alone.cum_sum()), "compound")


def _pairs_within(parties: pl.DataFrame, group: str) -> pl.DataFrame:
    firsts = parties.unique([group, "country_code"], keep="first", maintain_order=True)
    firsts = firsts.filter(pl.len().over(group).is_between(2, MAX_IN_CHAIN))
    other = firsts.select(group, other="country_code", other_last="last")
    return (
        firsts.join(other, on=group, how="inner", maintain_order="left")
        .filter(pl.col("country_code") < pl.col("other"))
        .select(*undirected(pl.max_horizontal("last", "other_last"), "relations_phrase"))
    )
