"""What parties of a sentence do to each other, from words of dealing and the parties' markers.

`زار الرئيس الصيني كازاخستان`, `محادثات مع اليابان`, `العلاقات الصينية - الكازاخية`: the act says
which markers the other side may follow. Speech belongs in `extract.reading.dyads`.
"""

from functools import cache

import polars as pl

from extract.reading.act_roles import BETWEEN, parties_around
from extract.reading.act_sides import name_sides
from extract.reading.acts import clauses
from extract.reading.alphabet import among, code
from extract.reading.markers import VERB
from extract.reading.neighbours import neighbours
from extract.reading.words import Reading

PAIR = ("document", "sentence", "token", "last", "initiator_code", "other", "basis", "is_directed")
# More countries than this in a row are a list, not dealings.
MAX_IN_CHAIN = 4
_PROCLITICS = "^[وف]?[بل]?(?:ال)?"
_JOINT_ACTS = ["تمويل", "دعم", "رعاية", "وساطة", "منحة", "مساعدة", "مبادرة", "تنظيم"]
_BORDER_NOUNS = ["حدود", "حدودية", "شريط", "منطقة"]
# What lies between two, or goes from one to the other.
BORDERS = (
    "^(?:ال|لل)?(?:حدود|حدودي|حدودية|واقعة|مسافة|منطقة|طريق|ممر|تنقل|متنقلا?|تحرك|تحركات|رحلة|رحلات"
    "|واصل|يصل|توزعت?|يتوزع|موزعة|مقارنة|فرق|فارق)(?:ه|ها|هم)?$"
)
_PERSONS = ("TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN", "SOURCE", "PERSON", "GIVEN")
# As far as a subject may stand from the verb after it.
_BESIDE = 3


def pairs_of_acts(
    parties: pl.DataFrame, acts: pl.DataFrame, reading: Reading, defaults: pl.DataFrame
) -> pl.DataFrame:
    """Pairs of one act each.

    Args:
        parties: From `parties.find_parties`.
        acts: From `find_acts`.
        reading: Words of the batch.
        defaults: One row an act: `cue_code`, `cue_chain`: who says what an act of speech opens, and
            with whom; `said_code`: in whose statement it stands; `default_code`: who acts where the
            sentence names nobody before.

    Returns:
        Columns as in `PAIR`; those who do it to each other have `is_directed` false.
    """
    parties = parties.with_columns(party_clause=clauses(parties["hangs_at"].clip(0), reading))
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
    """The countries of each chain that is no list: `chain`, `member`."""
    members = (
        parties.filter(pl.col("kind") != "place")
        .select("chain", member="country_code")
        .unique(maintain_order=True)
    )
    return members.filter(pl.len().over("chain") <= MAX_IN_CHAIN)


def _spread(sides: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    of_subject = members.select(subject_chain="chain", initiator_code="member")
    of_object = members.select("chain", other="member")
    return (
        sides.join(of_subject, on="subject_chain", how="left", maintain_order="left")
        .join(of_object, on="chain", how="left", maintain_order="left")
        .with_columns(
            initiator_code=pl.coalesce("initiator_code", "subject"),
            other=pl.coalesce("other", "code"),
        )
        .filter(
            (pl.col("subject_chain") != pl.col("chain")).fill_null(value=True)
            & (pl.col("initiator_code") != pl.col("other"))
        )
        .select(PAIR)
    )


def _mutual(roles: pl.DataFrame, parties: pl.DataFrame, members: pl.DataFrame) -> pl.DataFrame:
    """Those named together do it to each other: `اتفقت مصر والسودان`."""
    together = roles.filter("is_mutual").select(
        *("document", "sentence", "basis"),
        chain=pl.when(pl.col("is_verb"))
        # `مصر والسودان تتفقان`: those named just before.
        .then(
            pl.coalesce(
                "doer_chain",
                pl.when(pl.col("act") - pl.col("before_last") <= _BESIDE).then("before_chain"),
            )
        )
        .otherwise(pl.coalesce("possessor_chain", pl.when(_is_held()).then("before_chain"))),
    )
    several = roles.filter(pl.col("is_mutual") & pl.col("is_of_several"))
    several = several.select("document", "sentence", "basis", chain="joined_chain")
    together = pl.concat([together, several])
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
    in_clause = pl.col("before_clause") == pl.col("clause")
    is_alone = pl.col("joined").is_null() & ~pl.col("has_pronoun")
    return pl.col("is_indefinite") & is_alone & in_clause & (pl.col("before_marker") == VERB)


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
    # Rows stand in running order: a shift and a look at the sentence do what a window would.
    follows = pl.col("sentence") == pl.col("sentence").shift(1)
    gap = pl.col("token").cast(pl.Int64) - pl.col("last").shift(1)
    is_dash = pl.col("letter") == code("DASH")
    is_next = follows & ((gap == 1) | ((gap == 2) & is_dash))  # noqa: PLR2004
    # `الكاتبة الأمريكية الزيمبابوية` is one person of two countries.
    describes_person = among("letter", _PERSONS).shift(1)
    is_joined = is_next.fill_null(value=False) & ~pl.col("is_conjoined")
    is_joined &= ~describes_person.fill_null(value=False)
    nisbas = nisbas.hstack(before).with_columns(is_joined=is_joined)
    # Most stand alone.
    nisbas = nisbas.filter(pl.col("is_joined") | pl.col("is_joined").shift(-1))
    # `بتمويل ألماني دنماركي`: both do it to a third.
    # `الحدود التركية السورية`: that they are neighbours is no dealing.
    first = pl.col("folded").str.replace(_PROCLITICS, "")
    is_beside = first.is_in([*_JOINT_ACTS, *_BORDER_NOUNS]).shift(1).fill_null(value=False)
    is_alone = ~(pl.col("is_joined") & ~is_beside)
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
