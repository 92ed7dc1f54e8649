"""Who makes each statement: the person, body or document that its subject names.

What a description stands for belongs in `extract.reading.descriptions`, who goes on speaking where
no subject is in `extract.reading.carrying`. Every answer says how it was found
(`speaker_resolution`).
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import GROUPS, LETTERS, compile_rule
from extract.reading.carrying import carry_speakers, with_own_lands
from extract.reading.descriptions import resolve_descriptions
from extract.reading.findings import Findings
from extract.reading.holders import HOLDERS, with_holders
from extract.reading.knowledge import Knowledge
from extract.reading.offices import asked_offices, named_holders, office_holders
from extract.reading.speaking import (
    PERSON_SPEAKER,
    holds_office,
    knows_subject,
    take_speakers,
)
from extract.reading.words import Reading
from extract.reading.worldwide import with_allegiance

# `بيان مشترك`, `الجانبان`, `دول المنطقة`: what several countries say is none's.
_TOWNS = compile_rule("^PLACE|COUNTRY conj+PLACE|COUNTRY+$")
_OF_SEVERAL = (
    "^(?:ال)?(?:بيان|بلاغ|[إا]علان) (?:ال)?(?:مشترك|ختامي)"
    "|^(?:ال)?(?:جانب|طرف|بلد|دولت|رئيس|وزير|زعيم|قائد|حكومت|سفير|حليف)ان(?: |$)"
    "|^ال(?:وزراء|قادة|زعماء|رؤساء|سفراء)(?: |$)"
    "|^(?:[^ ]+ (?:من )?)?(?:ال)?دول(?: |$)"
    "| و(?:العديد من |عدد من |بعض |سائر |باقي )?(?:ال)?دول(?: |$)"
)
# `الولايات المتحدة والاتحاد الأوروبي`
_WITH_BODY = compile_rule("^(?:bare+COUNTRY|PLACE|NISBA|DEFINITE){1,4} conj+ORG|ORG_HEAD")
# `دولة الإمارات`
_STATE_OF = "^(?:دولة|مملكة|جمهورية|سلطنة|إمارة) "
_BODIES = [LETTERS[name] for name in ("ORG", "ORG_HEAD")]
_HUMANS = [LETTERS[name] for name in (*GROUPS["ANY_TITLE"], "SOURCE")]
_STATES = [LETTERS[name] for name in ("COUNTRY", "PLACE")]


def resolve_speakers(
    statements: pl.DataFrame,
    reading: Reading,
    findings: Findings,
    articles: pl.DataFrame,
    knowledge: Knowledge,
) -> pl.DataFrame:
    """Add the speaker to every statement.

    Args:
        statements: With subjects (`subjects.find_subjects`) and `parent` (`nesting.find_parents`).
        reading: Words with all names marked.
        findings: The names of the batch.
        articles: For the day on which an office is held.
        knowledge: For words of titles, and terms of office.

    Returns:
        `statements` in order of `token`, with `speaking.SPEAKER`, `speaker_token`, `n_speaker`,
        `speaker_resolution`, `co_speakers`, `is_scholar` (who knows a field, of any country) and
        `is_official` (who speaks for a state).
    """
    findings, marks = with_allegiance(findings, reading, knowledge)
    parts = reading.text.tokens["part"][statements["token"]]
    statements = statements.with_columns(part=parts)
    stated = _name_stated(with_holders(statements, reading, findings, marks, knowledge))
    is_of_several = stated["is_of_several"]
    described = resolve_descriptions(stated.drop("is_of_several"), reading, findings, knowledge)
    described = described.with_columns(is_of_none=pl.col("is_of_none") | is_of_several)
    described = _with_office_holders(described, findings, articles, knowledge)
    carried = carry_speakers(described, findings.people, findings.organizations, reading)
    carried = with_own_lands(_one_country_each(carried))
    return carried.with_columns(
        is_scholar=knows_subject(carried, reading, knowledge),
        is_official=holds_office(carried, reading),
    )


def _with_office_holders(
    statements: pl.DataFrame, findings: Findings, articles: pl.DataFrame, knowledge: Knowledge
) -> pl.DataFrame:
    """Say who held the office that speaks: whom the article names elsewhere without it, or nobody.

    `وزير الخارجية الصيني` keeps the words of the article for a name, and has its holder's id.
    """
    is_asked = (pl.col("speaker_resolution") == "stated") & (pl.col("speaker_type") == "unnamed")
    spans = statements.filter(is_asked).select(
        "row", "document", token="subject_token", n_tokens="n_subject"
    )
    asked = asked_offices(spans, findings.names)
    held = office_holders(asked, articles, knowledge).select("row", speaker_entity_id="person_id")
    found = held.with_columns(speaker_type=pl.lit("person"))
    named = named_holders(asked, findings.people, knowledge).select("row", **PERSON_SPEAKER)
    # Who is named and holds the office on another day only is not the one who speaks.
    named = named.join(held, on="row", how="left").filter(
        pl.col("speaker_entity_id_right").is_null()
        | (pl.col("speaker_entity_id_right") == pl.col("speaker_entity_id"))
    )
    statements = take_speakers(statements, found, "title")
    return take_speakers(statements, named.drop("speaker_entity_id_right"), "title")


def _one_country_each(statements: pl.DataFrame) -> pl.DataFrame:
    """Give people everywhere the country that one of their statements gives them, or none."""
    told = (pl.col("speaker_resolution") == "title") & (pl.col("speaker_type") == "person")
    told &= pl.col("is_of_none") & (pl.col("co_speakers").list.len() == 0)
    serves = statements.filter(told).select("document", "speaker_entity_id").unique()
    rows = statements.join(serves, on=["document", "speaker_entity_id"], how="semi")["row"]
    statements = take_speakers(
        statements, pl.DataFrame({"row": rows}).with_columns(is_of_none=pl.lit(value=True))
    )
    is_person = (pl.col("speaker_type") == "person") & ~pl.col("is_of_none")
    who = ["document", "speaker_entity_id"]
    people = statements.filter(is_person).select("row", *who, "speaker_country_code")
    known = people.drop_nulls("speaker_country_code").unique(who, keep="first", maintain_order=True)
    asked = people.filter(pl.col("speaker_country_code").is_null()).select("row", *who)
    found = asked.join(known.drop("row"), on=who, how="inner")
    return take_speakers(statements, found.select("row", "speaker_country_code"))


def _name_stated(holders: pl.DataFrame) -> pl.DataFrame:
    """Turn what a subject holds into the speaker's columns: a person before a body."""
    # In steps, for what several columns are chosen by is found out once.
    told = holders.with_columns(_kinds()).with_columns(speaker_type=_speaker_type())
    is_person, is_issued, is_body = (pl.col(f"is_{kind}") for kind in ("person", "issued", "body"))
    speaks = pl.col("speaker_type").is_not_null()
    serves_world = (
        pl.when(is_person)
        .then("is_worldwide")
        .when(is_issued)
        .then("is_worldwide_issuer")
        .otherwise(
            (pl.col("names_worldwide") & pl.col("phrase_country").is_null())
            | (is_body & pl.col("is_worldwide_body"))
        )
        .fill_null(value=False)
    )
    # Whose country nothing else tells is of where he speaks.
    local = pl.when(~is_person & speaks).then("venue_country")
    own_country = (
        pl.when(is_person)
        .then("person_country")
        .when(is_issued)
        .then("issuer_country")
        .when(is_body & pl.col("body_id").is_null())
        .then(pl.coalesce("phrase_country", "body_country"))
        .when(is_body)
        .then("body_country")
    )
    return told.with_columns(
        speaker_name=pl.when(is_person)
        .then("display_name")
        .when(is_issued)
        .then(pl.coalesce("issuer_name", "text"))
        .when(is_body & _is_longer())
        .then(pl.coalesce("body_name", "text"))
        .otherwise("text"),
        speaker_entity_id=pl.when(is_person)
        .then("person_id")
        .when(is_issued)
        .then("issuer_id")
        .when(is_body)
        .then("body_id"),
        speaker_country_code=pl.when(~serves_world).then(
            pl.coalesce(own_country, "phrase_country", local)
        ),
        is_of_none=(serves_world | pl.col("is_of_several")) & speaks,
        speaker_role_token=pl.when(is_person).then("role_at"),
        speaker_n_role=pl.when(is_person).then("n_role_at"),
        speaker_token=pl.when(is_person).then("at").otherwise("subject_token"),
        n_speaker=pl.when(is_person).then("n_tokens").otherwise("n_subject"),
        antecedent_token=pl.when(is_person)
        .then("at")
        .when(is_issued)
        .then("issuer_at")
        .when(is_body)
        .then("body_at"),
        speaker_resolution=_resolution(),
    ).drop(
        HOLDERS, "is_person", "is_issued", "is_body",
        "phrase_country", "names_worldwide", "n_states", "venue_country",
    )  # fmt: skip


@cache
def _kinds() -> list[pl.Expr]:
    """Whether a person speaks, who issued a document, a body, or several together."""
    head = pl.col("head")
    is_person = pl.col("display_name").is_not_null()
    # `رئيس حزب الجمهوريين` is no party.
    is_beside = pl.col("body_at") <= pl.col("subject_token") + 1
    is_body = ~is_person & (head.is_in(_BODIES) | (is_beside & ~head.is_in(_HUMANS)))
    is_issued = ~is_person & (head == LETTERS["DOCUMENT"]) & pl.col("issuer_at").is_not_null()
    # What several say together still makes pairs with the first of them.
    text, subject = (pl.when(~is_person).then(name).str for name in ("text", "subject"))
    is_several = pl.when(is_person).then("n_joint_countries").otherwise("n_states") > 1
    is_several |= text.contains(_OF_SEVERAL) | subject.contains(_TOWNS)
    is_several |= subject.contains(_WITH_BODY) & pl.col("names_worldwide")
    return [
        is_person.alias("is_person"),
        is_issued.alias("is_issued"),
        is_body.alias("is_body"),
        is_several.fill_null(value=False).alias("is_of_several"),
    ]


@cache
def _speaker_type() -> pl.Expr:
    head = pl.col("head")
    is_state = head.is_in(_STATES) | pl.col("text").str.contains(_STATE_OF)
    return (
        pl.when("is_person")
        .then(pl.lit("person"))
        .when("is_issued")
        .then(pl.lit("document"))
        .when(pl.col("is_body") | is_state)
        .then(pl.lit("organization"))
        .when(head == LETTERS["DOCUMENT"])
        .then(pl.lit("document"))
        .when(pl.col("subject").is_not_null())
        .then(pl.lit("unnamed"))
    )


@cache
def _is_longer() -> pl.Expr:
    """`شركة (نورد فال)`: a name in marks is part of the body's, and none of the subject's words."""
    is_longer = pl.col("body_at") == pl.col("subject_token")
    is_longer &= pl.col("body_n") > pl.col("n_subject")
    has_mark = pl.col("subject").str.contains(LETTERS["OPEN"], literal=True)
    return is_longer & (~pl.col("takes_addressee").fill_null(value=False) | has_mark)


@cache
def _resolution() -> pl.Expr:
    beside = pl.col("rule").is_in(["according_before", "according_after"])
    return (
        pl.when(pl.col("speaker_type").is_null())
        .then(None)
        .when(beside)
        .then(pl.lit("according_to"))
        .when(pl.col("co_speakers").list.len() > 0)
        .then(pl.lit("joint"))
        .otherwise(pl.lit("stated"))
    )
