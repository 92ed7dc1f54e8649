"""The parties around an act, by where they stand and what marks them.

Who of them does it and to whom is settled in `extract.reading.act_sides`.
"""

from functools import cache

import polars as pl

from extract.arabic.lookup import no_rows
from extract.reading.markers import BESIDE, LOOSE, NO_COUNTRY, ROVING, START, VENUE, VERB

_VENUES = (VENUE, "في", "ب", "شمال", "جنوب", "شرق", "غرب", "وسط", "داخل", "خارج", "قرب", "عبر")
_DIRECT = (BESIDE, LOOSE)
# Cities stand for their country where one goes there or fights there.
_TO_PLACES = ("الي", "علي", "ضد", "في", "ل")
_TOLD = ("الي", "لدي", "امام")
BETWEEN = "بين"
_MEETING = "لقاء"
# What is asked of the party in a role.
_ASKED = {
    "doer": ("code", "chain", "is_name", "kind"),
    "possessor": ("chain",),
    "joined": ("token", "marker", "chain"),
    "direct": ("code", "token", "chain"),
    "bearer": ("token",),
    "aim": ("token",),
    "located": ("code",),
    "source": ("token",),
    "before": ("code", "last", "chain", "clause", "marker"),
}
_COLUMNS = {"code": "country_code", "clause": "party_clause"}
_OF_ACT = (
    "sentence", "act", "clause", "topic", "is_self", "is_adjunct", "is_verb", "markers",
    "takes_object", "basis", "has_pronoun", "of_gender", "is_mutual", "is_adjective", "is_envoy",
    "gives", "is_ally", "is_tour",
)  # fmt: skip
# As far as the other side may stand from the act.
_REACH = 20
_ATTACHED = {"ب": 6, "ل": 9}
_GIVEN = 3
_SOURCE = 6


def parties_around(acts: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """The parties around each act, by where they stand.

    Args:
        acts: From `acts.find_acts`.
        parties: From `parties.find_parties`, with `party_clause` (see `acts.clauses`).

    Returns:
        `acts` in order: with the row of `parties` that is in each role, and `<role>_code`, … of
        what is asked of it.
    """
    seen = (
        acts.select(_OF_ACT, takes_to=pl.col("markers").list.contains("الي"))
        .with_row_index("row")
        .join(parties.with_row_index("party"), on="sentence", how="inner", maintain_order="left")
        .with_columns(**_beside())
    )
    first = _first_roles()
    may = seen.select("row", "party", "marker", **first, before=_may_stand_before())
    may = may.with_columns(agent=pl.col("before") & _acts())
    # Parties stand in running order.
    found = _last_of(may.reverse(), list(first), acts.height)
    roles = acts.hstack(found + _last_of(may, ["before", "agent"], acts.height))
    # A verb goes back to who did the last, a noun to who was named last (`غزوه الكويت`).
    does = (pl.col("is_verb") & ~pl.col("is_relative")) | pl.col("is_circumstance")
    is_agent = does & pl.col("agent").is_not_null() & ~pl.col("is_of_last")
    roles = roles.with_columns(before=pl.when(is_agent).then("agent").otherwise("before"))
    return roles.hstack(
        [
            parties[_COLUMNS.get(column, column)][roles[role]].alias(f"{role}_{column}")
            for role, columns in _ASKED.items()
            for column in columns
        ]
    )


def _last_of(may: pl.DataFrame, roles: list[str], n_acts: int) -> list[pl.Series]:
    """The last party that may have each role beside each act (`row`); null where none may."""
    return [
        no_rows(n_acts)
        .scatter(may["row"].filter(may[role]), may["party"].filter(may[role]))
        .alias(role)
        for role in roles
    ]


@cache
def _beside() -> dict[str, pl.Expr]:
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


@cache
def _first_roles() -> dict[str, pl.Expr]:
    """By role, which parties beside an act may have it; the first of them does."""
    is_aim, is_after, in_clause, is_state, opens_after, is_near = map(pl.col, _beside())
    # `لدول حوض النيل السودانية`: the adjective is no place.
    is_beside = pl.col("is_nisba") & (pl.col("marker") == "ل")
    # The phrase after a verb that looks like a noun (`توجه`) is walked back over it.
    is_doer = (pl.col("marker") == VERB) | (pl.col("start") <= pl.col("act"))
    # `وصل إلى الرياض اليوم وزير الدفاع البريطاني`: who arrives may stand after where.
    arrives = (pl.col("basis") == "meeting") & pl.col("takes_to") & ~pl.col("takes_object")
    is_doer |= arrives & pl.col("is_verb") & pl.col("marker").is_in(_DIRECT)
    # `لقاء الوزير`, which is a preposition too.
    is_governed = (pl.col("marker") == _MEETING) & (pl.col("start") == pl.col("act") + 1)
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
    # `اعترضت طائرتين روسيتين`: the verb's own subject is another.
    is_object = pl.col("is_object") & (pl.col("marker") == VERB)
    # `استقبل الرئيس الكيني، في قصر الرئاسة، وزير الخارجية الغاني`
    is_resumed = pl.col("is_after_aside") & (pl.col("marker") == START) & pl.col("is_verb")
    is_resumed &= (pl.col("kind") == "side") | (pl.col("start") < pl.col("token"))
    return {
        # `التقى الرئيس المصري …`
        "doer": is_after & in_clause & is_state & pl.col("is_verb") & is_doer & ~is_object,
        # `زار أنقرة الرئيس الفلسطيني`: a city after the verb is gone to.
        "visited": opens_after
        & pl.col("is_verb")
        & pl.col("takes_object")
        & (pl.col("basis") == "meeting")
        & (pl.col("marker") == VERB)
        & ~is_state,
        # `الهجوم الإسرائيلي`, `زيارة الرئيس الصيني`
        "possessor": is_after
        & ~pl.col("is_verb")
        & ((pl.col("start") <= pl.col("act")) | is_governed)
        & is_state,
        "joined": opens_after
        & is_near
        & pl.col("markers").list.contains(pl.col("marker"))
        & (~is_between | ~pl.col("is_mutual"))
        & ~is_for
        & ~is_topic
        & ~is_aim
        & (is_state | (pl.col("marker").is_in(_TO_PLACES) & ~is_beside) | is_posted)
        # Far from an act `ب` and `ل` open something else (`بمشاركة`, `للتصدي لأنشطة`); whose visit
        # it is may be told at length.
        & (
            (
                pl.col("start") - pl.col("act")
                <= pl.col("marker").replace_strict(_ATTACHED, default=_REACH, return_dtype=pl.Int64)
            )
            | ((pl.col("marker") == "ل") & (pl.col("basis") == "meeting"))
        ),
        "direct": opens_after
        & is_near
        & ~is_aim
        & pl.col("takes_object")
        # `دعم الأصدقاء والشعوب في لبنان`: who acts there is whom it is done to.
        & (
            pl.col("marker").is_in(_DIRECT)
            | (pl.col("is_located") & (pl.col("marker") == "في"))
            | is_object
            | is_resumed
        )
        # `بتمويل ألماني دنماركي`: a noun has no adjective for its object.
        & (pl.col("is_verb") | ~pl.col("is_nisba"))
        & (is_state | (pl.col("basis") == "meeting")),
        # `زيارة لرئيس بيرو إلى الصين`: whose visit, and where to.
        "bearer": opens_after & ~pl.col("is_verb") & is_state & (pl.col("marker") == "ل"),
        "aim": opens_after
        & is_near
        & ~pl.col("is_verb")
        & (pl.col("marker") == "الي")
        & pl.col("takes_to"),
        # `الموالون لروسيا في شرق أوكرانيا`: where those are who have no name.
        "located": opens_after
        & is_state
        & pl.col("is_adjective")
        & pl.col("marker").is_in(_VENUES)
        & is_near,
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
def _acts() -> pl.Expr:
    return pl.col("marker").is_in([VERB, START])


@cache
def _may_stand_before() -> pl.Expr:
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
    before &= ~pl.col("is_tour") | (_acts() & has_office)
    # `لمحاربة داعش والتعاون مع دمشق`: such do what a verb says they do.
    # … and `الشرعية في اليمن` is mostly whom something is done to.
    return before & (_acts() | ((pl.col("country_code") != ROVING) & ~pl.col("is_located")))
