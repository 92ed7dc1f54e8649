"""Who does an act and to whom: the parties around it by where they stand and what marks them."""

from functools import cache

import polars as pl

from extract.arabic.lookup import no_rows
from extract.reading.markers import BESIDE, LOOSE, START, VERB

_VENUES = ("في", "ب", "شمال", "جنوب", "شرق", "غرب", "وسط", "داخل", "خارج", "قرب", "عبر")
_DIRECT = (BESIDE, LOOSE)
# Cities stand for their country where one goes there or fights there.
_TO_PLACES = ("الي", "علي", "ضد", "في")
BETWEEN = "بين"
_AGAINST = ("ضد", "علي", "بحق")
# What is asked of the party in a role, and of its object all of what comes last.
_ASKED = {
    "doer": ("code", "chain", "is_name"),
    "possessor": ("chain",),
    "joined": ("token", "marker"),
    "direct": ("code", "token", "chain"),
    "bearer": ("token",),
    "aim": ("token",),
    "before": ("code", "last", "chain", "clause"),
}
_COLUMNS = {"code": "country_code", "clause": "party_clause"}
_OF_OBJECT = {
    "code": "country_code", "at": "token", "to": "last", "chain": "chain",
    "object_marker": "marker", "object_kind": "kind",
}  # fmt: skip
_OF_ACT = (
    "sentence", "act", "clause", "is_self", "is_adjunct", "is_verb", "markers", "takes_object",
    "basis",
)  # fmt: skip
# As far as the other side may stand from the act.
_REACH = 20
_ATTACHED = 6
_GIVEN = 3


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
    )
    first, last = _first_roles(), _last_roles()
    # Parties stand in running order.
    may = seen.select("row", "party", **first, **last)
    found = _last_of(may.reverse(), list(first), acts.height)
    roles = acts.hstack(found + _last_of(may, list(last), acts.height))
    # A verb goes back to who did the last, a noun to who was named last (`غزوه الكويت`).
    does = (pl.col("is_verb") & ~pl.col("is_relative")) | pl.col("is_circumstance")
    is_agent = does & pl.col("agent").is_not_null()
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
def _first_roles() -> dict[str, pl.Expr]:
    """By role, which parties beside an act may have it; the first of them does."""
    is_after = pl.col("token") > pl.col("act")
    in_clause = pl.col("party_clause") == pl.col("clause")
    is_state = pl.col("kind") != "place"
    opens_after = is_after & in_clause & (pl.col("start") > pl.col("act"))
    # The phrase after a verb that looks like a noun (`توجه`) is walked back over it.
    is_doer = (pl.col("marker") == VERB) | (pl.col("start") <= pl.col("act"))
    is_near = pl.col("token") - pl.col("act") <= _REACH
    # Whom `بين` joins deal with each other, not with who says so.
    is_between = pl.col("marker") == BETWEEN
    return {
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
        & pl.col("takes_to"),
        # `بدعوة من طوكيو`, `بوساطة من قطر`: who gives it.
        "giver": opens_after
        & ~pl.col("is_verb")
        & pl.col("is_adjunct")
        & (pl.col("marker") == "من")
        & (pl.col("start") - pl.col("act") <= _GIVEN),
    }


@cache
def _last_roles() -> dict[str, pl.Expr]:
    """By role, which parties beside an act may have it; the last of them does."""
    before = (pl.col("last") < pl.col("act")) & (pl.col("kind") != "place")
    before &= ~pl.col("marker").is_in(_VENUES) & ~pl.col("is_self")
    return {"before": before, "agent": before & pl.col("marker").is_in([VERB, START])}


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
        object=pl.when(~has_object & pl.col("takes_object")).then(_alone()).otherwise("object"),
    )
    found = parties.select(**_OF_OBJECT)[roles["object"]]
    return roles.with_columns(subject=_subject(), subject_chain=_subject_chain()).hstack(found)


@cache
def _is_given() -> pl.Expr:
    return pl.col("giver").is_not_null() & pl.col("before").is_not_null()


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
        pl.when(pl.col("is_verb"))
        .then("doer")
        .when(_is_given())
        .then("giver")
        .when(~pl.col("has_pronoun"))
        .then(pl.coalesce("possessor", pl.when(_is_borne()).then("bearer")))
    )


@cache
def _object() -> pl.Expr:
    """The other side: a city gone to, else the nearer of who is joined and who stands bare."""
    is_other = (pl.col("direct_code") != pl.col("own_subject")).fill_null(value=True)
    is_nearer = (pl.col("direct_token") < pl.col("joined_token")).fill_null(value=True)
    is_direct = pl.col("direct").is_not_null() & is_nearer
    return (
        pl.when("is_visit")
        .then("visited")
        .when(_is_given())
        .then("before")
        .when(_is_borne() & pl.col("aim").is_not_null())
        .then("aim")
        .when(is_direct & is_other)
        .then("direct")
        .when(~is_direct)
        .then("joined")
    )


@cache
def _alone() -> pl.Expr:
    """Who alone stands after the act is its object: `غزو العراق`, `الذي يزور مصر`."""
    opens = pl.col("is_conjoined") | pl.col("before").is_null()
    return (
        pl.when(pl.col("is_verb") & pl.col("doer_is_name") & ~opens & ~pl.col("has_pronoun"))
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


@cache
def _begins_anew() -> pl.Expr:
    """`أكد أن مصر …، وأن المشاورات مع السودان مستمرة`: those of who says so."""
    return pl.col("opens_clause") & ~pl.col("is_verb") & pl.col("said_code").is_not_null()


@cache
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
