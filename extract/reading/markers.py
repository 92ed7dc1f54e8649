"""What joins a party to its sentence: the preposition of its noun phrase, a verb, `و`.

Parties joined by `و` hang on the same and make one chain. Where a party's phrase begins
belongs in `extract.reading.party_phrases`.
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import code, codes
from extract.reading.coordination import ADDED, borrow_markers
from extract.reading.party_phrases import (
    IN_PHRASE,
    PLAIN_NOUNS,
    PREPOSITIONS,
    VERBS,
    find_phrases,
    find_standing,
)
from extract.reading.party_words import acts_for_some, gender_of, is_accusative, is_of_group
from extract.reading.words import Reading

# Markers that are no prepositions: after a verb, at the start of a clause, next to another party,
# joined to one, anything else.
VERB, START, BESIDE, AND, LOOSE = "+verb", "+start", "+beside", ADDED, "+loose"
# Of where the party before is (`تنظيم القاعدة في اليمن`).
VENUE = "+venue"
# The country of parties that have none: what such a one does is nobody else's doing. Armed groups
# that fight in several are told from bodies of several.
NO_COUNTRY, ROVING = "", "-"
_ACTORS = (
    "TITLE",
    "TITLE_DEFINITE",
    "TITLE_OR_GIVEN",
    "PERSON",
    "GIVEN",
    "ORG",
    "ORG_HEAD",
    "SOURCE",
)
# What is no actor.
_OTHER_NOUNS = (*PLAIN_NOUNS, "DEFINITE", "UNKNOWN_DEFINITE")
_STARTS = (
    "COMP", "STOP", "BREAK", "COLON", "PARTICLE", "WHICH", "WHAT", "ACCORDING", "SAYING",
    "PARTICIPLE",
)  # fmt: skip
_BY_CLITIC = {
    ord(digit): marker
    for digits, marker in (("25", "ب"), ("36", "ل"), ("47", "ك"))
    for digit in digits
}
_JOINED = ord("1")
# Of phrases that markers are borrowed from (`لبعض دول الخليج`).
_IN_LENDERS = (*IN_PHRASE, "PLACE", "PRONOUN")
_INSIDE = ("داخل", "بداخل")
_LENT = _BY_CLITIC | {_JOINED: AND}
# As far as words of an armed group may stand from where it is.
_GROUP_REACH = 5
_BORDERS = "^[وفبلك]?(?:ال|لل)?(?:حدود(?:ها|ه|نا|هم)?|حدودية|حدودي|مقارنة|مقارنا)$"
_OPENS = "^[وفسبل]*[يت]?(?:ال)?(?:فتح|افتتاح|اغلاق|غلق|اغلق|نشر|حشد|حشود)(?:ت|وا|ها|ه)?$"
_DISPUTES = "^[وفبل]?(?:ال|لل)?(?:نزاع|نزاعات|خلاف|خلافات|ازمة|ترسيم)(?:ها|ه)?$"
# As far as what opens a border may stand before its other side.
_OPENED = 9
# As far as a conjunction may stand from what it joins.
_NEAR = 3


def mark_parties(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Say what joins each party to its sentence.

    Args:
        parties: `sentence`, `token`, `last`, `country_code` and others, in running order.
        reading: Words of the batch.

    Returns:
        `parties` with `start` (token that its noun phrase begins at), `marker` (a preposition
        without proclitic, or one of this module's), `hangs_at` (token of the clause that the marker
        is of), `is_conjoined`, `is_located` (named after `في`), and `chain`.
    """
    at = find_standing(parties, reading)
    phrases = find_phrases(parties, at, reading)
    marked = phrases.with_columns(marker=_marker()).select(
        *parties.columns,
        (pl.col("start") - pl.col("has_head").cast(pl.Int64)).alias("start"),
        "marker",
        "is_after_aside",
        is_conjoined=pl.col("own").is_in([ord(digit) for digit in "1567"]),
        is_located=at != parties["token"],
        # `والحكومة الأردنية`, but `والأزمة السورية` is something else.
        is_bracketed=pl.col("head") == code("LPAREN"),
        is_actor=(pl.col("own") == _JOINED) | pl.col("head").is_in(codes(*_ACTORS)),
        gender=gender_of(reading.text.at("folded", parties["token"])),
        is_object=is_accusative(phrases["start"], reading),
    )
    return _chained(_borrowing(_lodged(_bordering(marked, reading), reading), reading))


def _bordering(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`تأمين الحدود مع سوريا`, `مقارنة مع فرنسا`: who lies beside or is compared does nothing."""
    is_beside = pl.repeat(False, parties.height, eager=True)
    start = parties["start"].clip(0)
    beside = reading.text.where(_lies_beside)
    for back in (2, 3):
        is_beside |= beside[reading.text.step(start, -back)]
    # `فتح المعبر الحدودي مع الأردن`: that they let pass is their doing.
    # … and `نشر قوات على الحدود مع غانا`
    opens, disputes = reading.text.where(_opens_border), reading.text.where(_is_dispute)
    # … as is what they quarrel about (`نزاع الحدود مع غانا`)
    for back in (3, 4):
        is_beside &= ~disputes[reading.text.step(start, -back)]
    for back in range(3, _OPENED):
        is_beside &= ~opens[reading.text.step(start, -back)]
    is_border = (pl.col("marker") == "مع") & pl.lit(is_beside)
    return parties.with_columns(marker=pl.when(is_border).then(pl.lit(VENUE)).otherwise("marker"))


def _opens_border(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_OPENS)


def _is_dispute(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_DISPUTES)


def _lies_beside(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_BORDERS)


def _lodged(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """`مواقع لداعش في سوريا`: where armed groups are suffers nothing of what they do."""
    follows = (pl.col("sentence") == pl.col("sentence").shift(1)).fill_null(value=False)
    near = pl.col("start") - pl.col("last").shift(1).cast(pl.Int64) <= _NEAR
    is_theirs = follows & near & (pl.col("country_code").shift(1) == ROVING)
    # `ضرباتها ضد التنظيم المتطرف في سوريا`: groups that are not named.
    start, of_groups = parties["start"].clip(0), reading.text.where(is_of_group)
    are_groups = pl.repeat(False, parties.height, eager=True)
    for back in range(2, _GROUP_REACH):
        are_groups |= of_groups[reading.text.step(start, -back)]
    is_theirs |= pl.lit(are_groups)
    is_lodged = is_theirs & pl.col("marker").is_in(["في", "شمال", "جنوب", "داخل"])
    return parties.with_columns(marker=pl.when(is_lodged).then(pl.lit(VENUE)).otherwise("marker"))


def _borrowing(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Give those that are added to what names no party, or its examples, the marker of that."""
    is_added = (pl.col("marker") == AND) & pl.col("is_actor") & ~_is_near()
    added = parties.select(is_added).to_series()
    lent = borrow_markers(parties["start"], added, reading, _IN_LENDERS, _LENT)
    parties = parties.with_row_index("row").join(lent, on="row", how="left", maintain_order="left")
    return parties.with_columns(
        marker=pl.coalesce("lent", "marker"),
        start=pl.coalesce("lent_start", "start"),
        # Its clause is that of the phrase that it hangs on (`دول عربية بما فيها اليمن`).
        hangs_at=pl.coalesce("lender", "start"),
    ).drop("row", "lent", "lent_start", "lender", "is_actor")


@cache
def _is_near() -> pl.Expr:
    """Whether a conjunction or comma may join a party to the one before it."""
    follows = (pl.col("sentence") == pl.col("sentence").shift(1)).fill_null(value=False)
    before = pl.col("last").shift(1).cast(pl.Int64)
    return follows & ((pl.col("start") - before) <= _NEAR).fill_null(value=False)


@cache
def _marker() -> pl.Expr:
    clitics = list(_BY_CLITIC)
    return (
        pl.when(pl.col("own").is_in(clitics))
        .then(pl.col("own").replace_strict(_BY_CLITIC, default=None, return_dtype=pl.String))
        .when(pl.col("own") == _JOINED)
        .then(pl.lit(AND))
        .when(~pl.col("is_inside"))
        .then(pl.lit(START))
        # `مصر و السودان`, set apart
        .when((pl.col("head_word") == "و") & (pl.col("cut") == pl.col("start") - 1))
        .then(pl.lit(AND))
        # `داخل الأراضي السورية` is there.
        .when(pl.col("head_word").is_in(_INSIDE))
        .then(pl.lit("في"))
        .when(pl.col("head").is_in(codes(*PREPOSITIONS)))
        .then("head_word")
        .when(pl.col("has_head") & pl.col("head_clitic").is_in(clitics))
        .then(
            pl.col("head_clitic").replace_strict(_BY_CLITIC, default=None, return_dtype=pl.String)
        )
        # `الغزو العراقي للكويت والأزمة السورية`: a noun of its own begins something else.
        .when(pl.col("has_head") & pl.col("head").is_in(codes(*_OTHER_NOUNS)) & ~acts_for_some())
        .then(pl.lit(START))
        .when(pl.col("has_head"))
        .then(pl.lit(AND))
        .when(pl.col("is_cut"))
        .then(pl.lit(BESIDE))
        .when(pl.col("head").is_in(codes(*VERBS)))
        .then(pl.lit(VERB))
        .when(pl.col("head").is_in(codes(*_STARTS)))
        .then(pl.lit(START))
        .when(pl.col("head") == code("COMMA"))
        .then(pl.lit(","))
        .otherwise(pl.lit(LOOSE))
    )


@cache
def _is_second() -> pl.Expr:
    """`طالب الوزير الكيني، الرئيس الغاني، بالحوار`: no second one who asks, but who is asked."""
    follows = (pl.col("sentence") == pl.col("sentence").shift(1)).fill_null(value=False)
    has_office = (pl.col("start") < pl.col("token")) | (pl.col("kind") == "side")
    is_other = pl.col("country_code") != pl.col("country_code").shift(1)
    is_next = pl.col("start") - pl.col("last").shift(1).cast(pl.Int64) == 2  # noqa: PLR2004
    is_second = follows & is_next & is_other & has_office & has_office.shift(1)
    is_second &= (pl.col("marker") == ",") & (pl.col("marker").shift(1) == VERB)
    return is_second.fill_null(value=False)


def _chained(parties: pl.DataFrame) -> pl.DataFrame:
    """Give what `و` or a comma joins the marker of what it is joined to, and a common `chain`."""
    follows = (pl.col("sentence") == pl.col("sentence").shift(1)).fill_null(value=False)
    # `مجموعة 5+1 (فرنسا، بريطانيا، الصين)`
    is_member = pl.col("is_bracketed") & (pl.col("country_code").shift(1) == NO_COUNTRY)
    is_member &= _is_near()
    is_joined = (pl.col("marker").is_in([AND, ","]) & _is_near()) | is_member
    # `استقبله في قصر نيروبي، وزير الخارجية الغاني`: who comes after where is no second place.
    is_elsewhere = (pl.col("kind").shift(1) == "place") & (pl.col("kind") != "place")
    is_joined &= ~(pl.col("is_after_aside") & is_elsewhere & (pl.col("marker") == ","))
    is_second = _is_second()
    is_joined &= ~is_second
    same_phrase = follows & (pl.col("start") == pl.col("start").shift(1)).fill_null(value=False)
    marker = (
        pl.when(pl.col("is_joined"))
        .then(None)
        .when(pl.col("marker").is_in([AND, ","]))
        .then(pl.lit(START))
        .otherwise("marker")
    )
    return (
        parties.with_columns(
            is_joined=is_joined,
            is_new=~(is_joined | same_phrase),
            is_after_aside=pl.col("is_after_aside") | is_second,
        )
        .with_columns(marker=marker, chain=pl.col("is_new").cast(pl.UInt32).cum_sum())
        .with_columns(pl.col("marker").forward_fill())
        .drop("is_joined", "is_new", "is_bracketed")
    )
