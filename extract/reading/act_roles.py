"""Who does an act and to whom: the parties around it by where they stand and what marks them."""

from typing import Literal

import polars as pl

from extract.reading.markers import BESIDE, LOOSE, START, VERB

_VENUES = ("في", "ب", "شمال", "جنوب", "شرق", "غرب", "وسط", "داخل", "خارج", "قرب", "عبر")
_DIRECT = (BESIDE, LOOSE)
# Cities stand for their country where one goes there or fights there.
_TO_PLACES = ("الي", "علي", "ضد", "في")
BETWEEN = "بين"
# What a role says of its party.
_OF_PARTY = {
    "code": "country_code",
    "token": "token",
    "last": "last",
    "chain": "chain",
    "is_name": "is_name",
    "marker": "marker",
    "kind": "kind",
    "clause": "party_clause",
}
# As far as the other side may stand from the act.
_REACH = 20
_ATTACHED = 6
_GIVEN = 3


def parties_around(seen: pl.DataFrame) -> pl.DataFrame:
    """The parties around each act, by where they stand: columns `<role>_code`, … of each role."""
    is_after = pl.col("token") > pl.col("act")
    in_clause = pl.col("party_clause") == pl.col("clause")
    is_state = pl.col("kind") != "place"
    is_venue = pl.col("marker").is_in(_VENUES)
    opens_after = is_after & in_clause & (pl.col("start") > pl.col("act"))
    # The phrase after a verb that looks like a noun (`توجه`) is walked back over it.
    is_doer = (pl.col("marker") == VERB) | (pl.col("start") <= pl.col("act"))
    is_near = pl.col("token") - pl.col("act") <= _REACH
    # Whom `بين` joins deal with each other, not with who says so.
    is_between = pl.col("marker") == BETWEEN
    first = {
        # `التقى الرئيس المصري …`
        "doer": is_after & in_clause & is_state & pl.col("is_verb") & is_doer,
        # `زار أنقرة الرئيس الفلسطيني`: a city after the verb is gone to.
        "visited": opens_after
        & pl.col("is_verb")
        & pl.col("takes_object")
        & (pl.col("basis") == "meeting")
        & (pl.col("marker") == VERB)
        & ~is_state,
        # `الهجوم الإسرائيلي`, `زيارة الرئيس الصيني`
        "possessor": is_after & ~pl.col("is_verb") & (pl.col("start") <= pl.col("act")) & is_state,
        "joined": opens_after
        & is_near
        & pl.col("markers").list.contains(pl.col("marker"))
        & ~is_between
        & (is_state | pl.col("marker").is_in(_TO_PLACES))
        # Far from an act `ب` opens something else (`بمشاركة`).
        & ((pl.col("marker") != "ب") | (pl.col("start") - pl.col("act") <= _ATTACHED)),
        "direct": opens_after
        & is_near
        & pl.col("takes_object")
        & pl.col("marker").is_in(_DIRECT)
        # `بتمويل ألماني دنماركي`: a noun has no adjective for its object.
        & (pl.col("is_verb") | ~pl.col("is_nisba"))
        & (is_state | (pl.col("basis") == "meeting")),
        # `زيارة لرئيس بيرو إلى الصين`: whose visit, and where to.
        "bearer": opens_after & ~pl.col("is_verb") & is_state & (pl.col("marker") == "ل"),
        "aim": opens_after
        & is_near
        & ~pl.col("is_verb")
        & (pl.col("marker") == "الي")
        & pl.col("markers").list.contains("الي"),
        # `بدعوة من طوكيو`, `بوساطة من قطر`: who gives it.
        "giver": opens_after
        & ~pl.col("is_verb")
        & pl.col("is_adjunct")
        & (pl.col("marker") == "من")
        & (pl.col("start") - pl.col("act") <= _GIVEN),
    }
    before = (pl.col("last") < pl.col("act")) & is_state & ~is_venue & ~pl.col("is_self")
    last = {"before": before, "agent": before & pl.col("marker").is_in([VERB, START])}
    frames = [_pick(seen.filter(which), role, "first") for role, which in first.items()]
    frames += [_pick(seen.filter(which), role, "last") for role, which in last.items()]
    does = (pl.col("is_verb") & ~pl.col("is_relative")) | pl.col("is_circumstance")
    roles = seen.select("act", does=does).unique("act", maintain_order=True)
    for frame in frames:
        roles = roles.join(frame, on="act", how="left", maintain_order="left")
    # A verb goes back to who did the last, a noun to who was named last (`غزوه الكويت`).
    is_agent = pl.col("does") & pl.col("agent_code").is_not_null()
    return roles.with_columns(
        pl.when(is_agent)
        .then(f"agent_{column}")
        .otherwise(f"before_{column}")
        .alias(f"before_{column}")
        for column in _OF_PARTY
    ).drop("does")


def _pick(rows: pl.DataFrame, role: str, keep: Literal["first", "last"]) -> pl.DataFrame:
    return (
        rows.sort("act", "token")
        .unique("act", keep=keep, maintain_order=True)
        .select(
            "act",
            *(pl.col(source).alias(f"{role}_{column}") for column, source in _OF_PARTY.items()),
        )
    )


def name_sides(roles: pl.DataFrame) -> pl.DataFrame:
    """Settle subject and object of each act.

    Args:
        roles: From `parties_around`, with what `acts.find_acts` and
            `spoken_dealings.default_subjects` say of each act.

    Returns:
        `roles` with `subject`, `subject_chain`, and of the object `code`, `at`, `to`, `chain`,
        `object_marker` and `object_kind`; null where there is none.
    """
    roles = roles.with_columns(
        is_borne=(pl.col("bearer_token") < pl.col("aim_token")).fill_null(value=False),
        is_given=pl.col("giver_code").is_not_null() & pl.col("before_code").is_not_null(),
    )
    roles = roles.with_columns(
        own_subject=pl.when(pl.col("is_verb"))
        .then("doer_code")
        .when("is_given")
        .then("giver_code")
        .when(~pl.col("has_pronoun"))
        .then(pl.coalesce("possessor_code", pl.when("is_borne").then("bearer_code"))),
        is_visit=pl.col("visited_code").is_not_null(),
    )
    roles = roles.with_columns(object=_object())
    has_object = pl.col("object").struct.field("code").is_not_null()
    roles = roles.with_columns(
        names_subject=(
            pl.col("own_subject").is_not_null()
            & (has_object | (pl.col("is_verb") & pl.col("has_pronoun")))
        ),
        is_next=(pl.col("act") - pl.col("before_last") == 1).fill_null(value=False),
        object=pl.when(~has_object & pl.col("takes_object")).then(_alone()).otherwise("object"),
    )
    return roles.with_columns(subject=_subject(), subject_chain=_subject_chain()).unnest("object")


def _object() -> pl.Expr:
    """The other side: a city gone to, else the nearer of who is joined and who stands bare."""
    is_other = (pl.col("direct_code") != pl.col("own_subject")).fill_null(value=True)
    is_nearer = (pl.col("direct_token") < pl.col("joined_token")).fill_null(value=True)
    is_direct = pl.col("direct_code").is_not_null() & is_nearer
    return (
        pl.when("is_visit")
        .then(_role("visited"))
        .when("is_given")
        .then(_role("before"))
        .when("is_borne")
        .then(_role("aim"))
        .when(is_direct & is_other)
        .then(_role("direct"))
        .when(~is_direct & pl.col("joined_code").is_not_null())
        .then(_role("joined"))
    )


def _alone() -> pl.Expr:
    """Who alone stands after the act is its object: `غزو العراق`, `الذي يزور مصر`."""
    opens = pl.col("is_conjoined") | pl.col("before_code").is_null()
    return (
        pl.when(pl.col("is_verb") & pl.col("doer_is_name") & ~opens & ~pl.col("has_pronoun"))
        .then(_role("doer"))
        .when(~pl.col("is_verb"))
        .then(_role("possessor"))
        # `الجماعة التي تدعمها إيران`: the pronoun is the object, whoever stands before.
        .when(
            pl.col("is_verb")
            & pl.col("has_pronoun")
            & (pl.col("doer_code") != pl.col("before_code"))
        )
        .then(_role("before"))
    )


def _subject() -> pl.Expr:
    """Who acts: whom the act names, who stands right before it, who speaks, who stood before."""
    in_clause = pl.col("before_clause") == pl.col("clause")
    return (
        pl.when("is_visit")
        .then(pl.coalesce("direct_code", "before_code", "default_code"))
        .when("names_subject")
        .then("own_subject")
        .otherwise(
            pl.coalesce(
                pl.when("is_next").then("before_code"),
                "cue_code",
                pl.when(in_clause | ~_begins_anew()).then("before_code"),
                "default_code",
            )
        )
    )


def _begins_anew() -> pl.Expr:
    """`أكد أن مصر …، وأن المشاورات مع السودان مستمرة`: those of who says so."""
    return pl.col("opens_clause") & ~pl.col("is_verb") & pl.col("said_code").is_not_null()


def _subject_chain() -> pl.Expr:
    # `أعلنت مصر والسودان أنهما سترسلان`: who speaks stood before with others.
    is_before = (pl.col("before_code") == _subject()).fill_null(value=False)
    return (
        pl.when("is_visit")
        .then(pl.coalesce("direct_chain", "before_chain"))
        .when(pl.col("names_subject") & pl.col("is_verb"))
        .then("doer_chain")
        .when("names_subject")
        .then("possessor_chain")
        .when((pl.col("cue_code").is_null() & ~_begins_anew()) | pl.col("is_next") | is_before)
        .then("before_chain")
        .when(pl.col("cue_code") == _subject())
        .then("cue_chain")
    )


def _role(role: str) -> pl.Expr:
    return pl.struct(
        code=f"{role}_code", at=f"{role}_token", to=f"{role}_last", chain=f"{role}_chain",
        object_marker=f"{role}_marker", object_kind=f"{role}_kind",
    )  # fmt: skip
