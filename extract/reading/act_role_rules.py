"""Which parties may have which role beside an act, by what marks them and how far they stand.

A role is who does the act (`doer`, `possessor`, …) or whom it concerns (`direct`, `joined`, …);
each rule is a condition over a party beside an act, with the words that show it.
"""

from functools import cache

import polars as pl

from extract.reading.markers import BESIDE, LOOSE, NO_COUNTRY, ROVING, START, VENUE, VERB

_VENUES = (VENUE, "في", "ب", "شمال", "جنوب", "شرق", "غرب", "وسط", "داخل", "خارج", "قرب", "عبر")
_DIRECT = (BESIDE, LOOSE)
# Cities stand for their country where one goes there or fights there.
_TO_PLACES = ("الي", "علي", "ضد", "في", "ل")
_TOLD = ("الي", "لدي", "امام")
BETWEEN = "بين"
_MEETING = "لقاء"
# As far as the other side may stand from the act.
_REACH = 20
_ATTACHED = {"ب": 6, "ل": 9}
_GIVEN = 3
_SOURCE = 6


@cache
def beside() -> dict[str, pl.Expr]:
    """How a party stands to an act, where several roles ask for it."""
    # `السوريون الذين دربتهم لمحاربة داعش`: what for.
    is_aim = (pl.col("marker") == "ل") | pl.col("has_pronoun")
    is_aim &= pl.col("is_verb") & pl.col("takes_object") & (pl.col("country_code") == ROVING)
    is_after = pl.col("token") > pl.col("act")
    in_clause = pl.col("party_clause") == pl.col("clause")
    return {
        "is_aim": is_aim,
        "is_after": is_after,
        "in_clause": in_clause,
        "is_state": pl.col("kind") != "place",
        "opens_after": is_after & in_clause & (pl.col("start") > pl.col("act")),
        "is_near": pl.col("start") - pl.col("act") <= _REACH,
    }


def first_roles() -> dict[str, pl.Expr]:
    """By role, which parties beside an act may have it; the first of them does."""
    return _who_acts() | _whom_it_concerns() | {"joined": _is_joined()}


@cache
def _who_acts() -> dict[str, pl.Expr]:
    is_after, in_clause, is_state = map(pl.col, ("is_after", "in_clause", "is_state"))
    opens_after, is_near = pl.col("opens_after"), pl.col("is_near")
    # The phrase after a verb that looks like a noun (`توجه`) is walked back over it.
    is_doer = (pl.col("marker") == VERB) | (pl.col("start") <= pl.col("act"))
    # `وصل إلى الرياض اليوم وزير الدفاع البريطاني`: who arrives may stand after where.
    arrives = (pl.col("basis") == "meeting") & pl.col("takes_to") & ~pl.col("takes_object")
    is_doer |= arrives & pl.col("is_verb") & pl.col("marker").is_in(_DIRECT)
    # `لقاء الوزير`, which is a preposition too.
    is_governed = (pl.col("marker") == _MEETING) & (pl.col("start") == pl.col("act") + 1)
    return {
        # `التقى الرئيس المصري …`
        "doer": is_after & in_clause & is_state & pl.col("is_verb") & is_doer & ~_is_its_object(),
        # `الهجوم الإسرائيلي`, `زيارة الرئيس الصيني`
        "possessor": is_after
        & ~pl.col("is_verb")
        & ((pl.col("start") <= pl.col("act")) | is_governed)
        & is_state,
        # `زيارة لرئيس بيرو إلى الصين`: whose visit, and where to.
        "bearer": opens_after & ~pl.col("is_verb") & is_state & (pl.col("marker") == "ل"),
        # `الموالون لروسيا في شرق أوكرانيا`: where those are who have no name; `بضرب الحوثيين
        # | المدعومين من إيران`: whom it describes.
        "located": pl.col("is_adjective")
        & (
            (opens_after & is_state & pl.col("marker").is_in(_VENUES) & is_near)
            | (pl.col("last") + 1 == pl.col("act"))
        ),
        # `بدعوة من طوكيو`, `بوساطة من قطر`: who gives it.
        "giver": opens_after
        & ~pl.col("is_verb")
        & pl.col("is_adjunct")
        & (pl.col("marker") == "من")
        & (pl.col("start") - pl.col("act") <= _GIVEN),
        # `منحة مقدمة من اليابان إلى سوريا`
        "source": opens_after
        & is_state
        & ~pl.col("is_verb")
        & pl.col("takes_to")
        & (pl.col("basis") == "act")
        & ~pl.col("markers").list.contains("من")
        & (pl.col("marker") == "من")
        & (pl.col("start") - pl.col("act") <= _SOURCE),
    }


@cache
def _whom_it_concerns() -> dict[str, pl.Expr]:
    is_state, opens_after, is_near = map(pl.col, ("is_state", "opens_after", "is_near"))
    # `استقبل الرئيس الكيني، في قصر الرئاسة، وزير الخارجية الغاني`
    is_resumed = pl.col("is_after_aside") & (pl.col("marker") == START) & pl.col("is_verb")
    is_resumed &= (pl.col("kind") == "side") | (pl.col("start") < pl.col("token"))
    return {
        # `زار أنقرة الرئيس الفلسطيني`: a city after the verb is gone to.
        "visited": opens_after
        & pl.col("is_verb")
        & pl.col("takes_object")
        & (pl.col("basis") == "meeting")
        & (pl.col("marker") == VERB)
        & ~is_state,
        "direct": opens_after
        & is_near
        & ~pl.col("is_aim")
        & pl.col("takes_object")
        # `دعم الأصدقاء والشعوب في لبنان`: who acts there is whom it is done to.
        & (
            pl.col("marker").is_in(_DIRECT)
            | (pl.col("is_located") & (pl.col("marker") == "في"))
            | _is_its_object()
            | is_resumed
        )
        # `بتمويل ألماني دنماركي`: a noun has no adjective for its object.
        & (pl.col("is_verb") | ~pl.col("is_nisba"))
        & (is_state | (pl.col("basis") == "meeting")),
        "aim": opens_after
        & is_near
        & ~pl.col("is_verb")
        & (pl.col("marker") == "الي")
        & pl.col("takes_to"),
    }


@cache
def _is_its_object() -> pl.Expr:
    """`اعترضت طائرتين روسيتين`: the verb's own subject is another."""
    return pl.col("is_object") & (pl.col("marker") == VERB)


@cache
def _is_joined() -> pl.Expr:
    """Which parties a preposition joins to the act (`لقاء مع`, `هجوم على`)."""
    # `لدول حوض النيل السودانية`: the adjective is no place.
    is_beside = pl.col("is_nisba") & (pl.col("marker") == "ل")
    # Whom `بين` joins deal with each other, not with who says so; but who goes between deals with
    # both (`عرضت قطر التوسط بين كينيا والصومال`).
    is_between = pl.col("marker") == BETWEEN
    # `تعارض بيع السلاح لغانا`: who is done something to stands bare after a verb, and not `ل`.
    is_for = pl.col("is_verb") & pl.col("takes_object") & (pl.col("marker") == "ل")
    is_for &= ~pl.col("gives")
    # `التقى نظيره لبحث العلاقات مع إيران`: what they talk of meets nobody.
    is_topic = (pl.col("marker") == "مع") & (pl.col("topic") != pl.col("party_topic"))
    # `السفير الكيني بأنقرة`
    is_posted = pl.col("is_envoy") & (pl.col("marker") == "ب")
    # Far from an act `ب` and `ل` open something else (`بمشاركة`, `للتصدي لأنشطة`); whose visit it
    # is may be told at length.
    reach = pl.col("marker").replace_strict(_ATTACHED, default=_REACH, return_dtype=pl.Int64)
    is_close = pl.col("start") - pl.col("act") <= reach
    is_close |= (pl.col("marker") == "ل") & (pl.col("basis") == "meeting")
    is_party = pl.col("is_state") | (pl.col("marker").is_in(_TO_PLACES) & ~is_beside) | is_posted
    return (
        pl.col("opens_after")
        & pl.col("is_near")
        & pl.col("markers").list.contains(pl.col("marker"))
        & (~is_between | ~pl.col("is_mutual"))
        & ~is_for
        & ~is_topic
        & ~pl.col("is_aim")
        & is_party
        & is_close
    )


@cache
def stands_for_doer() -> pl.Expr:
    """Which parties stand where who does a verb stands: after it or first in the clause."""
    return pl.col("marker").is_in([VERB, START])


@cache
def may_stand_before() -> pl.Expr:
    """Which parties may be whose act it is by standing before it; the last of them is."""
    # The act may be taken for the end of a name (`حركة الحوثيين المتحالفة مع إيران`).
    before = (pl.col("token") < pl.col("act")) & (pl.col("last") <= pl.col("act"))
    before &= pl.col("is_state")
    # `في إريتريا العدو اللدود لإثيوبيا`: who stands right before what he is is that.
    is_named_so = pl.col("is_ally") & (pl.col("act") - pl.col("last") == 1)
    is_named_so &= ~pl.col("country_code").is_in([NO_COUNTRY, ROVING])
    before &= (~pl.col("marker").is_in(_VENUES) | is_named_so) & ~pl.col("is_self")
    # `شكوى إلى مجلس الأمن ضد إسرائيل`: a body that is told does nothing.
    is_told = pl.col("marker").is_in(_TOLD) & (pl.col("country_code") == NO_COUNTRY)
    before &= ~is_told
    # `زيارته إلى كينيا، المتبوعة بزيارة أخرى إلى إثيوبيا`: who is visited does not visit.
    before &= ~((pl.col("basis") == "meeting") & (pl.col("marker") == "الي"))
    # `إيران … نظام الأسد، وتدخلها في اليمن`
    is_other = ~pl.col("is_verb") & (pl.col("gender") != pl.col("of_gender"))
    before &= ~is_other.fill_null(value=False)
    # `وصل الوزير الكيني أنقرة في جولة تشمل قطر`: who tours has an office, and is no place.
    has_office = (pl.col("start") < pl.col("token")) | (pl.col("kind") == "side")
    before &= ~pl.col("is_tour") | (stands_for_doer() & has_office)
    # `لمحاربة داعش والتعاون مع دمشق`: such do what a verb says they do.
    # … and `الشرعية في اليمن` is mostly whom something is done to.
    return before & (
        stands_for_doer() | ((pl.col("country_code") != ROVING) & ~pl.col("is_located"))
    )
