"""What parties of a sentence do to each other, from words of dealing and the parties' markers.

`زار الرئيس الصيني كازاخستان`, `محادثات مع اليابان`: the act says which markers the other side may
follow. `بين` and adjectives side by side belong in `extract.reading.relations`.
"""

from functools import cache

import polars as pl

from extract.reading.act_roles import parties_around
from extract.reading.act_sides import name_sides
from extract.reading.acts import clauses, topics
from extract.reading.markers import BESIDE, LOOSE, START, VERB
from extract.reading.words import Reading

PAIR = ("document", "sentence", "token", "last", "initiator_code", "other", "basis", "is_directed")
# More countries than this in a row are a list, not dealings.
MAX_IN_CHAIN = 4
# What marks who may be a verb's subject before it.
_ACTING = (VERB, START, BESIDE, LOOSE)
# As far as a subject may stand from the verb after it, and from that verb's object.
_BESIDE = 3
_HELD = 4


def pairs_of_acts(
    parties: pl.DataFrame, acts: pl.DataFrame, reading: Reading, defaults: pl.DataFrame
) -> pl.DataFrame:
    """Pairs of one act each.

    Args:
        parties: From `parties.find_parties`.
        acts: From `find_acts`.
        reading: Words of the batch.
        defaults: One row an act: `cue_code`, `cue_chain`: who says what an act of speech opens, and
            with whom; `said_code`: in whose statement it stands; `is_told`: if by one of the home
            country; `default_code`: who acts where the sentence names nobody before.

    Returns:
        Columns as in `PAIR`; those who do it to each other have `is_directed` false.
    """
    parties = parties.with_columns(
        party_clause=clauses(parties["hangs_at"].clip(0), reading),
        party_topic=topics(parties["start"].clip(0), reading),
    )
    roles, members = parties_around(acts.hstack(defaults), parties), _members(parties)
    return pl.concat([_directed(roles, parties, members), _mutual(roles, parties, members)])


def _directed(roles: pl.DataFrame, parties: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    """One does it to the other: subject and object of an act, with those joined to them by `و`."""
    roles = name_sides(roles, parties)
    # `القوات الأمريكية في العراق`, but no `قوات الطوارئ في أبها`; where `ب` and `ل` may follow too
    # the preposition is the act's own (`التدخل في سوريا`).
    is_loose = (pl.col("object_marker") == "في") & ~pl.col("is_verb") & ~pl.col("names_subject")
    governs = pl.all_horizontal(pl.col("markers").list.contains(other) for other in "بل")
    is_loose &= ~pl.col("has_pronoun") & ~governs
    # `نفذ الطيران الكيني غارات في غانا`
    is_loose &= ~(pl.col("strikes") & _holds())
    # `حلفاء إيران في لبنان`, but `ضغوط من حلفائه بسبب الأزمة في أوكرانيا`.
    is_loose |= (
        (pl.col("object_marker") == "في")
        & pl.col("has_pronoun")
        & pl.col("markers").list.contains("مع")
    )
    # `واشنطن وحليفتها السعودية`: the two are no list.
    is_both = ~pl.col("is_verb") & pl.col("has_pronoun")
    is_both &= (pl.col("subject_chain") == pl.col("chain")).fill_null(value=False)
    roles = roles.with_columns(
        pl.when(~is_both).then(name).alias(name) for name in ("subject_chain", "chain")
    )
    is_told = pl.col("subject").is_not_null() & pl.col("code").is_not_null()
    sides = roles.filter(is_told & ~(is_loose.fill_null(value=False) | _only_arrives())).select(
        *("document", "sentence", "basis", "subject", "subject_chain", "code", "chain"),
        token=pl.min_horizontal("act", "at"),
        last=pl.max_horizontal("act", "to"),
        is_directed=~pl.col("is_mutual"),
    )
    return _spread(sides, members)


@cache
def _only_arrives() -> pl.Expr:
    """`وصلت الشحنات إلى شانغهاي`: who comes to a city is a party where the clause names him."""
    is_named = pl.col("own").is_not_null() | pl.col("before").is_not_null()
    return (pl.col("object_kind") == "place") & pl.col("is_verb") & ~is_named & ~pl.col("is_visit")


def _members(parties: pl.DataFrame) -> pl.DataFrame:
    """The countries of each chain: `chain`, `member`, `n_members`."""
    members = (
        parties.filter(pl.col("kind") != "place")
        .select("chain", member="country_code")
        .unique(maintain_order=True)
    )
    return members.with_columns(n_members=pl.len().over("chain"))


def _spread(sides: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    """Each of those who do it with each of those it is done to; of two lists only the first."""
    of_subject = members.select(
        subject_chain="chain", initiator_code="member", n_subjects="n_members"
    )
    of_object = members.select("chain", other="member", n_objects="n_members")
    return (
        sides.join(of_subject, on="subject_chain", how="left", maintain_order="left")
        .join(of_object, on="chain", how="left", maintain_order="left")
        .with_columns(
            initiator_code=pl.coalesce("initiator_code", "subject"),
            other=pl.coalesce("other", "code"),
        )
        .filter(
            _is_spread("subject", "initiator_code", "n_subjects", "n_objects")
            & _is_spread("code", "other", "n_objects", "n_subjects")
            & (pl.col("subject_chain") != pl.col("chain")).fill_null(value=True)
            & (pl.col("initiator_code") != pl.col("other"))
        )
        .select(PAIR)
    )


@cache
def _is_spread(named: str, member: str, count: str, others: str) -> pl.Expr:
    """`استنكرت الكويت والبحرين وقطر والأردن ومصر قصف سوريا`: a long list beside one country."""
    is_short = pl.col(count).fill_null(1) <= MAX_IN_CHAIN
    return is_short | (pl.col(others).fill_null(1) == 1) | (pl.col(member) == pl.col(named))


def _mutual(roles: pl.DataFrame, parties: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    """Those named together do it to each other: `اتفقت مصر والسودان`."""
    together = roles.filter("is_mutual").select(
        *("document", "sentence", "basis"),
        chain=pl.when(pl.col("is_verb"))
        # `مصر والسودان تتفقان`: those named just before.
        .then(
            pl.coalesce(
                "doer_chain",
                pl.when(
                    pl.col("before_marker").is_in(_ACTING)
                    & (pl.col("act") - pl.col("before_last") <= _BESIDE)
                ).then("before_chain"),
            )
        )
        .otherwise(pl.coalesce("possessor_chain", pl.when(_is_held()).then("before_chain"))),
    )
    several = roles.filter(pl.col("is_mutual") & pl.col("is_of_several"))
    several = several.select("document", "sentence", "basis", chain="joined_chain")
    together = pl.concat([together, several])
    members = members.filter(pl.col("n_members") <= MAX_IN_CHAIN).drop("n_members")
    pairs = together.join(members, on="chain", how="inner", maintain_order="left").join(
        members, on="chain", how="inner", maintain_order="left", suffix="_other"
    )
    at = parties.group_by("chain", maintain_order=True).agg(
        token=pl.col("token").first(), last=pl.col("last").last()
    )
    return (
        pairs.filter(pl.col("member") < pl.col("member_other"))
        .join(at, on="chain", how="left", maintain_order="left")
        .select(
            "document",
            "sentence",
            "token",
            "last",
            initiator_code="member",
            other="member_other",
            basis="basis",
            is_directed=pl.lit(value=False),
        )
    )


@cache
def _is_held() -> pl.Expr:
    """`بدأت اليابان والهند مناورات`: those named after the verb hold its object together."""
    is_alone = pl.col("joined").is_null() & ~pl.col("has_pronoun")
    # `ترتبط اليابان والهند بعلاقات وثيقة`
    is_object = pl.col("is_indefinite")
    is_object |= pl.col("is_adjunct") & (pl.col("basis") == "relations_phrase")
    # `تعزز اليابان والهند التعاون`
    is_object |= pl.col("is_tie") & pl.col("has_article") & ~pl.col("is_governed")
    return is_object & is_alone & _holds()


@cache
def _holds() -> pl.Expr:
    """Whether who stands before a noun does the verb that it is the object of."""
    in_clause = (pl.col("before_clause") == pl.col("clause")) & (pl.col("before_marker") == VERB)
    # `أن كينيا نفذت ضربات`: the verb right after them mostly begins a clause.
    leads = pl.col("clause") - pl.col("before_clause") <= 1
    leads &= (pl.col("before_marker") == START) & ~pl.col("is_governed")
    leads &= pl.col("act") - pl.col("before_last") <= _HELD
    return (in_clause | leads).fill_null(value=False)
