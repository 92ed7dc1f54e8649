"""What parties of a sentence do to each other, from words of dealing and the markers beside the parties.

`زار الرئيس الصيني كازاخستان`, `محادثات مع اليابان`, `العلاقات الصينية - الكازاخية`: the act says which
markers the other side may follow (`acts.csv`). Speech belongs in `extract.reading.dyads`.
"""

import polars as pl

from extract.reading.alphabet import LETTERS
from extract.reading.knowledge import Knowledge
from extract.reading.parties import BESIDE, LOOSE, START, VERB
from extract.reading.words import Reading

PAIR = ("document", "sentence", "token", "last", "initiator_code", "other", "basis", "is_directed")
_BOUNDARIES = (
    "COMP",
    "RELATIVE",
    "FINITE",
    "WEAK_FINITE",
    "VERB",
    "PARTICIPLE",
    "SAYING",
    "COLON",
    "STOP",
    "BREAK",
)
_VERBS = ("FINITE", "WEAK_FINITE", "VERB", "AUX")
# Words that are names here are no acts: `تمام سلام`.
_NO_ACTS = ("PERSON", "ORG", "PLACE", "GIVEN", "COUNTRY")
_VENUES = ("في", "ب", "شمال", "جنوب", "شرق", "غرب", "وسط", "داخل", "خارج", "قرب", "عبر")
_DIRECT = (BESIDE, LOOSE)
_BETWEEN = "بين"
# Cities stand for their country where one goes there or fights there.
_TO_PLACES = ("الي", "علي", "ضد", "في")
_RELATIVE = "^[وفبلك]?(?:ال|لل)(?:ذي|تي|ذين|لذين|لتين|لذان|لتان)$"
# `إنه سيبحث`: whoever speaks does it, not who was named last.
_SELF = "^[وفبلك]?انه(?:ا|م|ما)?$"
# More countries than this in a row are a list, not dealings.
_MAX_IN_CHAIN = 4
# As far as the other side may stand from the act.
_REACH = 20
_BESIDE = 3
_ATTACHED = 6


def find_acts(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Words of dealing: `act` (their token), `document`, `sentence`, `clause`, and what the act is like."""
    vocabulary = reading.text.vocabulary.select("folded").with_row_index("word")
    words = vocabulary.join(knowledge.acts, on="folded", how="inner", maintain_order="left").drop(
        "folded"
    )
    is_word = ~reading.letters.is_in([ord(LETTERS[name]) for name in _NO_ACTS])
    acts = reading.text.tokens.filter(is_word & (reading.text.tokens["part"] != "dateline")).join(
        words, on="word", how="inner", maintain_order="left"
    )
    clause = clauses(reading)
    verbs = [ord(LETTERS[name]) for name in _VERBS]
    return acts.select(
        "document",
        "sentence",
        act="token",
        clause=clause.gather(acts["token"]),
        is_self=_before_is(acts, reading, _SELF),
        is_relative=_before_is(acts, reading, _RELATIVE),
        is_conjoined=reading.clitics.gather(acts["token"]) == ord("1"),
        # Of a word that is verb and noun (`قصف`) the letter says which it is here.
        is_verb=pl.col("form").is_in(["perfect", "imperfect"])
        & (~pl.col("is_noun_too") | reading.letters.gather(acts["token"]).is_in(verbs)),
        has_pronoun=pl.col("suffix").fill_null("") != "",
        markers="markers",
        takes_object=pl.col("markers").list.contains("object"),
        is_mutual="is_mutual",
        basis="basis",
    )


def _before_is(acts: pl.DataFrame, reading: Reading, pattern: str) -> pl.Series:
    before = (acts["token"].cast(pl.Int64) - 1).clip(0)
    return reading.text.at("folded", before).str.contains(pattern)


def clauses(reading: Reading) -> pl.Series:
    """A number for every token that grows wherever a clause may begin."""
    is_boundary = reading.letters.is_in([ord(LETTERS[name]) for name in _BOUNDARIES])
    return is_boundary.cast(pl.UInt32).cum_sum()


def dealings(
    parties: pl.DataFrame, acts: pl.DataFrame, reading: Reading, defaults: pl.DataFrame
) -> pl.DataFrame:
    """Pairs of one act each.

    Args:
        parties: From `parties.find_parties`.
        acts: From `find_acts`.
        reading: Words of the batch.
        defaults: `act`, `cue_code`: who says what an act of speech opens; `default_code`: who acts
            where the sentence names nobody before the act.

    Returns:
        Columns as in `PAIR`; those who do it to each other have `is_directed` false.
    """
    clause = clauses(reading)
    party = parties.with_columns(party_clause=clause.gather(parties["start"].clip(0)))
    seen = acts.join(party, on="sentence", how="inner", maintain_order="left", suffix="_party")
    roles = _roles(seen).join(acts, on="act", how="left", maintain_order="left")
    roles = roles.join(defaults, on="act", how="left", maintain_order="left")
    return pl.concat([_directed(roles, parties), _mutual(roles, parties)])


def _roles(seen: pl.DataFrame) -> pl.DataFrame:
    """For each act the parties in its roles: nearest token first; columns `<role>_row`, …"""
    is_after = pl.col("token") > pl.col("act")
    in_clause = pl.col("party_clause") == pl.col("clause")
    is_state = pl.col("kind") != "place"
    is_venue = pl.col("marker").is_in(_VENUES)
    opens_after = is_after & in_clause & (pl.col("start") > pl.col("act"))
    is_near = pl.col("token") - pl.col("act") <= _REACH
    # Whom `بين` joins deal with each other, not with who says so.
    is_between = pl.col("marker") == _BETWEEN
    first = {
        # `التقى الرئيس المصري …`
        "doer": opens_after & pl.col("is_verb") & (pl.col("marker") == VERB) & is_state,
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
        & (is_state | (pl.col("basis") == "meeting")),
    }
    before = (pl.col("last") < pl.col("act")) & is_state & ~is_venue & ~pl.col("is_self")
    last = {"before": before, "agent": before & pl.col("marker").is_in([VERB, START])}
    frames = [_pick(seen.filter(which), role, "first") for role, which in first.items()]
    frames += [_pick(seen.filter(which), role, "last") for role, which in last.items()]
    roles = seen.select("act", "is_verb", "is_relative").unique("act", maintain_order=True)
    for frame in frames:
        roles = roles.join(frame, on="act", how="left", maintain_order="left")
    # A verb goes back to who did the last, a noun to who was named last (`غزوه الكويت`).
    is_agent = pl.col("is_verb") & ~pl.col("is_relative") & pl.col("agent_code").is_not_null()
    return roles.with_columns(
        pl.when(is_agent)
        .then(f"agent_{column}")
        .otherwise(f"before_{column}")
        .alias(f"before_{column}")
        for column in ("code", "token", "last", "chain", "is_name", "marker")
    ).drop("is_verb", "is_relative")


def _pick(rows: pl.DataFrame, role: str, keep: str) -> pl.DataFrame:
    return (
        rows.sort("act", "token")
        .unique("act", keep=keep, maintain_order=True)
        .select(  # type: ignore[arg-type]
            "act",
            pl.col("country_code").alias(f"{role}_code"),
            pl.col("token").alias(f"{role}_token"),
            pl.col("last").alias(f"{role}_last"),
            pl.col("chain").alias(f"{role}_chain"),
            pl.col("is_name").alias(f"{role}_is_name"),
            pl.col("marker").alias(f"{role}_marker"),
        )
    )


def _directed(roles: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """One does it to the other: subject and object of each act, with those joined to them by `و`."""
    own_subject = (
        pl.when(pl.col("is_verb"))
        .then("doer_code")
        .when(~pl.col("has_pronoun"))
        .then("possessor_code")
    )
    marked = pl.when(pl.col("joined_code").is_not_null()).then(_role("joined"))
    direct = pl.when((pl.col("direct_code") != own_subject).fill_null(value=True)).then(
        _role("direct")
    )
    is_direct_nearer = (pl.col("direct_token") < pl.col("joined_token")).fill_null(
        value=True
    ) & pl.col("direct_code").is_not_null()
    other = pl.when(is_direct_nearer).then(direct).otherwise(marked)
    roles = roles.with_columns(object=other, own_subject=own_subject)
    has_object = pl.col("object").struct.field("code").is_not_null()
    # `غزو العراق`, `نظيره المصري`, `الذي يزور مصر`: what stands alone after the act is its object.
    opens = pl.col("is_conjoined") | pl.col("before_code").is_null()
    alone = (
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
    takes_alone = ~has_object & pl.col("takes_object")
    is_next = (pl.col("act") - pl.col("before_last") == 1).fill_null(value=False)
    names_subject = pl.col("own_subject").is_not_null() & (
        has_object | (pl.col("is_verb") & pl.col("has_pronoun"))
    )
    subject = (
        pl.when(names_subject)
        .then("own_subject")
        .otherwise(
            pl.coalesce(
                pl.when(is_next).then("before_code"), "cue_code", "before_code", "default_code"
            )
        )
    )
    chain = (
        pl.when(names_subject & pl.col("is_verb"))
        .then("doer_chain")
        .when(names_subject)
        .then("possessor_chain")
        .when(pl.col("cue_code").is_null() | is_next)
        .then("before_chain")
    )
    roles = roles.with_columns(
        subject=subject,
        subject_chain=chain,
        names_subject=names_subject,
        object=pl.when(takes_alone).then(alone).otherwise("object"),
    ).unnest("object")
    # `القوات الأمريكية في العراق`, but no `قوات الطوارئ في أبها`.
    is_loose = (pl.col("object_marker") == "في") & ~pl.col("is_verb") & ~pl.col("names_subject")
    is_loose &= ~pl.col("has_pronoun")
    roles = roles.filter(~is_loose.fill_null(value=False))
    return _spread(roles.drop_nulls(["subject", "code"]), parties)


def _role(role: str) -> pl.Expr:
    return pl.struct(
        code=f"{role}_code", at=f"{role}_token", to=f"{role}_last", chain=f"{role}_chain",
        object_marker=f"{role}_marker",
    )  # fmt: skip


def _members(parties: pl.DataFrame) -> pl.DataFrame:
    """The countries of each chain that is no list: `chain`, `member`."""
    members = (
        parties.filter(pl.col("kind") != "place")
        .select("chain", member="country_code")
        .unique(maintain_order=True)
    )
    return members.filter(pl.len().over("chain") <= _MAX_IN_CHAIN)


def _spread(roles: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    members = _members(parties)
    pairs = (
        roles.join(
            members, left_on="subject_chain", right_on="chain", how="left", maintain_order="left"
        )
        .with_columns(initiator_code=pl.coalesce("member", "subject"))
        .drop("member")
        .join(members, on="chain", how="left", maintain_order="left")
        .with_columns(other=pl.coalesce("member", "code"))
        .filter((pl.col("subject_chain") != pl.col("chain")).fill_null(value=True))
    )
    first = pl.min_horizontal("act", "at")
    return pairs.filter(pl.col("initiator_code") != pl.col("other")).select(
        "document",
        "sentence",
        first.alias("token"),
        pl.max_horizontal("act", "to").alias("last"),
        "initiator_code",
        "other",
        "basis",
        is_directed=~pl.col("is_mutual"),
    )


def _mutual(roles: pl.DataFrame, parties: pl.DataFrame) -> pl.DataFrame:
    """Those named together do it to each other: `اتفقت مصر والسودان`, `القمة السعودية الأمريكية`."""
    together = roles.filter(pl.col("is_mutual")).with_columns(
        chain=pl.when(pl.col("is_verb"))
        # `مصر والسودان تتفقان`: those named just before.
        .then(
            pl.coalesce(
                "doer_chain",
                pl.when(pl.col("act") - pl.col("before_last") <= _BESIDE).then("before_chain"),
            )
        )
        .otherwise("possessor_chain")
    )
    members = _members(parties)
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


def between(parties: pl.DataFrame) -> pl.DataFrame:
    """Those whom `بين` joins (`الخلاف بين مصر وإثيوبيا`), columns as in `PAIR`."""
    joined = parties.filter((pl.col("marker") == _BETWEEN) & (pl.col("kind") != "place"))
    return _pairs_within(joined, "chain")


def compounds(parties: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Adjectives side by side (`العلاقات الصينية - الكازاخية`), columns as in `PAIR`."""
    nisbas = parties.filter(pl.col("is_nisba") & (pl.col("kind") == "state")).with_columns(
        gap=(pl.col("token").cast(pl.Int64) - pl.col("last").shift(1).over("sentence"))
    )
    middle = reading.letters.gather((nisbas["token"].cast(pl.Int64) - 1).clip(0))
    is_dash = middle == ord(LETTERS["DASH"])
    is_next = (pl.col("gap") == 1) | ((pl.col("gap") == 2) & is_dash)  # noqa: PLR2004
    is_joined = is_next.fill_null(value=False) & ~pl.col("is_conjoined")
    grouped = nisbas.with_columns(compound=(~is_joined).cast(pl.UInt32).cum_sum())
    return _pairs_within(grouped, "compound")


def _pairs_within(parties: pl.DataFrame, group: str) -> pl.DataFrame:
    firsts = parties.unique([group, "country_code"], keep="first", maintain_order=True)
    firsts = firsts.filter(pl.len().over(group).is_between(2, _MAX_IN_CHAIN))
    other = firsts.select(group, other="country_code", other_last="last")
    return (
        firsts.join(other, on=group, how="inner", maintain_order="left")
        .filter(pl.col("country_code") < pl.col("other"))
        .select(
            "document",
            "sentence",
            "token",
            pl.max_horizontal("last", "other_last").alias("last"),
            initiator_code="country_code",
            other="other",
            basis=pl.lit("relations_phrase"),
            is_directed=pl.lit(value=False),
        )
    )
