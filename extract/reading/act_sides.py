"""Who does an act and to whom: subject and object, of the parties around it.

Which parties stand around an act is found in `extract.reading.act_roles`.
"""

from functools import cache

import polars as pl

from extract.reading.markers import START

_AGAINST = ("ضد", "علي", "بحق")
# As far as an adjective may stand from whom it describes.
_BESIDE = 3
# What is told of the object.
_OF_OBJECT = {
    "code": "country_code", "at": "token", "to": "last", "chain": "chain",
    "object_marker": "marker", "object_kind": "kind",
}  # fmt: skip


def name_sides(roles: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """Settle subject and object of each act.

    Args:
        roles: From `parties_around`, with what `acts.find_acts` and
            `spoken_dealings.default_subjects` say of each act.
        parties: Those that the roles are of.

    Returns:
        `roles` with `subject`, `subject_chain`, `own_subject`, and of the object `code`, `at`,
        `to`, `chain`, `object_marker` and `object_kind`; null where there is none.
    """
    code = parties["country_code"]
    roles = roles.with_columns(own=_own(), is_visit=pl.col("visited").is_not_null())
    roles = roles.with_columns(code[roles["own"]].alias("own_subject"))
    roles = roles.with_columns(object=_object())
    has_object, names_own = pl.col("object").is_not_null(), pl.col("own").is_not_null()
    roles = roles.with_columns(
        names_subject=names_own & (has_object | (pl.col("is_verb") & pl.col("has_pronoun"))),
        is_next=(pl.col("act") - pl.col("before_last") == 1).fill_null(value=False),
    )
    is_alone = ~has_object & pl.col("takes_object")
    is_alone &= ~pl.col("needs_both") | pl.col("is_next")
    roles = roles.with_columns(object=pl.when(is_alone).then(_alone()).otherwise("object"))
    found = parties.select(**_OF_OBJECT)[roles["object"]]
    roles = roles.with_columns(subject=_subject())
    settled = roles.with_columns(subject_chain=_subject_chain())
    return settled.hstack(found).with_columns(*_of_us()).with_columns(_turned())


@cache
def _of_us() -> list[pl.Expr]:
    """`قالت اليابان: الصين تهددنا`: who speaks is whom it is done to."""
    is_done_to = pl.col("is_verb") & pl.col("is_of_us") & pl.col("said_code").is_not_null()
    is_done_to &= pl.col("subject").is_not_null() & (pl.col("subject") != pl.col("said_code"))
    is_done_to = is_done_to.fill_null(value=False)
    return [
        pl.when(is_done_to).then("said_code").otherwise("code").alias("code"),
        pl.when(~is_done_to).then("chain").alias("chain"),
    ]


@cache
def _turned() -> list[pl.Expr]:
    """`تلقى الملك برقية من الرئيس`: who gives it acts, and who summons an envoy, not he.

    Who calls back her own envoy acts as he does.
    """
    is_own = (pl.col("before_code") == pl.col("subject")).fill_null(value=False)
    is_turned = pl.col("is_received") & (pl.col("object_marker") == "من")
    is_turned = (is_turned | (pl.col("is_summoned") & ~is_own)).fill_null(value=False)
    sides = [("subject", "code"), ("subject_chain", "chain")]
    return [
        pl.when(is_turned).then(other).otherwise(name).alias(name)
        for name, other in [*sides, *((other, name) for name, other in sides)]
    ]


@cache
def _is_given() -> pl.Expr:
    return pl.col("giver").is_not_null() & pl.col("before").is_not_null()


@cache
def _helps() -> pl.Expr:
    """`لمساعدة اللاجئين السوريين في الأردن`: whom somebody named before helps, and where."""
    is_other = pl.col("before_code").is_not_null() & pl.col("possessor").is_not_null()
    return (is_other & pl.col("is_help") & (pl.col("joined_marker") == "في")).fill_null(value=False)


@cache
def _is_sent() -> pl.Expr:
    """`منحة مقدمة من اليابان إلى سوريا`: who gives it stands after `من`."""
    goes_on = pl.col("source_token") < pl.col("joined_token")
    is_to = pl.col("joined_marker").is_in(["الي", "ل"])
    return (goes_on & is_to & pl.col("possessor").is_null()).fill_null(value=False)


@cache
def _is_borne() -> pl.Expr:
    """`زيارة للرئيس إلى الصين`, `هجمات للمستوطنين ضد القرى`: whose it is stands after `ل`."""
    aims = pl.col("bearer_token") < pl.col("aim_token")
    is_against = ~pl.col("markers").list.contains("ل") & ~pl.col("is_mutual")
    is_against &= pl.col("joined_marker").is_in(_AGAINST)
    is_against &= pl.col("bearer_token") < pl.col("joined_token")
    return (aims | is_against).fill_null(value=False)


@cache
def _own() -> pl.Expr:
    """The party whose act its own words say it is."""
    return (
        pl.when(pl.col("is_verb") & ~pl.col("is_first_person"))
        .then("doer")
        .when(_is_given())
        .then("giver")
        .when(_is_sent())
        .then("source")
        .when(~pl.col("has_pronoun") & ~_helps())
        .then(pl.coalesce("possessor", pl.when(_is_borne()).then("bearer")))
    )


@cache
def _object() -> pl.Expr:
    """The other side: a city gone to, else the nearer of who is joined and who stands bare."""
    is_other = (pl.col("direct_code") != pl.col("own_subject")).fill_null(value=True)
    # `حليفة مصر والأردن`: those whom `و` joins are no two sides.
    is_same = ~pl.col("is_verb") & (pl.col("direct_chain") == pl.col("possessor_chain"))
    is_other &= ~is_same.fill_null(value=False)
    is_one = ~pl.col("is_verb") & (pl.col("joined_chain") == pl.col("possessor_chain"))
    is_nearer = (pl.col("direct_token") < pl.col("joined_token")).fill_null(value=True)
    is_direct = pl.col("direct").is_not_null() & is_nearer
    return (
        pl.when("is_visit")
        .then("visited")
        .when(_helps())
        .then("possessor")
        .when(_is_given())
        .then("before")
        .when(_is_borne() & pl.col("aim").is_not_null())
        .then("aim")
        .when(is_direct & is_other)
        .then("direct")
        .when(~is_direct & ~is_one.fill_null(value=False))
        .then("joined")
    )


@cache
def _alone() -> pl.Expr:
    """Who alone stands after the act is its object: `غزو العراق`, `الذي يزور مصر`."""
    opens = pl.col("is_conjoined") | pl.col("before").is_null()
    return (
        pl.when("is_first_person")
        .then("doer")
        .when(pl.col("is_verb") & pl.col("doer_is_name") & ~opens & ~pl.col("has_pronoun"))
        .then("doer")
        # `إيران تدعم حزب الله`: who stands right before the verb does it.
        .when(pl.col("is_verb") & pl.col("is_next") & ~pl.col("has_pronoun"))
        .then("doer")
        .when(_stands_after() & ~pl.col("has_pronoun"))
        .then("doer")
        .when(~pl.col("is_verb"))
        .then("possessor")
        # `الجماعة التي تدعمها إيران`: the pronoun is the object, whoever stands before.
        .when(
            pl.col("is_verb")
            & pl.col("has_pronoun")
            & (pl.col("doer_code") != pl.col("before_code"))
        )
        .then("before")
    )


@cache
def _stands_after() -> pl.Expr:
    """`أن المقاتلات الكينية اعترضت طائرة غانية`: who opens the clause acts in it."""
    opens = (pl.col("before_marker") == START) & (pl.col("before_clause") + 1 == pl.col("clause"))
    opens &= pl.col("act") - pl.col("before_last") <= _BESIDE
    is_free = pl.col("is_verb") & ~pl.col("is_conjoined") & ~pl.col("is_relative")
    # Countries are gone to, and not men.
    is_free &= (pl.col("doer_kind") == "state") | (pl.col("encounter_kind") != "visit").fill_null(
        value=True
    )
    return (opens & is_free).fill_null(value=False)


@cache
def _subject() -> pl.Expr:
    """Who acts: whom the act names, who stands right before it, who speaks, who stood before."""
    in_clause = pl.col("before_clause") == pl.col("clause")
    return (
        pl.when("is_first_person")
        .then(pl.coalesce("said_code", "cue_code"))
        .when(pl.col("needs_both") & ~pl.col("names_subject") & ~pl.col("is_next"))
        .then(None)
        # `أدانت كينيا الحرب على غزة`, but `حاربتها في الحرب مع غانا`
        .when(pl.col("is_told_of") & pl.col("own").is_null() & (pl.col("joined_marker") != "مع"))
        .then(None)
        .when(_is_located())
        .then("located_code")
        .when("is_visit")
        .then(pl.coalesce("direct_code", "before_code", "default_code"))
        .when("names_subject")
        .then("own_subject")
        .otherwise(
            pl.coalesce(
                pl.when("is_next").then("before_code"),
                "cue_code",
                pl.when(in_clause | ~_begins_anew()).then("before_code"),
                pl.when(_goes_on()).then("default_code"),
            )
        )
    )


@cache
def _is_located() -> pl.Expr:
    """`الموالون لروسيا في أوكرانيا`, where whom the adjective describes is not named beside it."""
    is_beside = (pl.col("act") - pl.col("before_last") <= _BESIDE).fill_null(value=False)
    return ~pl.col("names_subject") & ~is_beside & pl.col("located_code").is_not_null()


@cache
def _goes_on() -> pl.Expr:
    """Whether who was spoken of may act here: `وزار القاهرة`, `زيارته`, or what is said."""
    refers = ~pl.col("is_verb") & pl.col("has_pronoun")
    refers |= pl.col("is_verb") & pl.col("is_bare") & ~pl.col("is_relative")
    # `وقعت إدارة المطار عقدا مع شركة يابانية`, `سفارة خادم الحرمين لدى عمان`
    refers |= pl.col("is_mutual") & (pl.col("joined_marker") == "مع")
    refers |= pl.col("joined_marker") == "لدي"
    return refers | pl.col("is_self") | pl.col("is_told") | pl.col("said_code").is_not_null()


@cache
def _begins_anew() -> pl.Expr:
    """`أكد أن مصر …، وأن المشاورات مع السودان مستمرة`: those of who says so."""
    return pl.col("opens_clause") & ~pl.col("is_verb") & pl.col("said_code").is_not_null()


@cache
def _subject_chain() -> pl.Expr:
    # `أعلنت مصر والسودان أنهما سترسلان`: who speaks stood before with others.
    is_before = (pl.col("before_code") == pl.col("subject")).fill_null(value=False)
    return (
        pl.when(_is_located())
        .then(None)
        .when("is_visit")
        .then(pl.coalesce("direct_chain", "before_chain"))
        .when(pl.col("names_subject") & pl.col("is_verb"))
        .then("doer_chain")
        .when("names_subject")
        .then("possessor_chain")
        .when((pl.col("cue_code").is_null() & ~_begins_anew()) | pl.col("is_next") | is_before)
        .then("before_chain")
        .when(pl.col("cue_code") == pl.col("subject"))
        .then("cue_chain")
    )
