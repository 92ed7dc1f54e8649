"""Who makes each statement: the person, body or document that its subject names.

What a description stands for belongs in `extract.reading.descriptions`, who goes on speaking where
no subject is in `extract.reading.carrying`. Every answer says how it was found
(`speaker_resolution`).
"""

import polars as pl

from extract.reading.alphabet import LETTERS, clitic_codes
from extract.reading.carrying import carry_speakers
from extract.reading.descriptions import resolve_descriptions
from extract.reading.findings import Findings
from extract.reading.knowledge import Knowledge
from extract.reading.spans import next_country, span_text, tokens_inside
from extract.reading.words import Reading

_MARKS_BEFORE = f"^(?:.[{LETTERS['OPEN']}{LETTERS['CLOSE']}])+"
_BODIES = [LETTERS[name] for name in ("ORG", "ORG_HEAD")]
_STATES = [LETTERS[name] for name in ("COUNTRY", "PLACE")]
_PERSON = ("at", "n_tokens", "display_name", "person_id", "person_country", "role_at", "n_role_at")
_BODY = {"body_at": "at", "body_id": "entity_id", "body_country": "country_code"}


def resolve_speakers(
    statements: pl.DataFrame, reading: Reading, findings: Findings, knowledge: Knowledge
) -> pl.DataFrame:
    """Add the speaker to every statement.

    Args:
        statements: With subjects (`subjects.find_subjects`) and `parent` (`nesting.find_parents`).
        reading: Words with all names marked.
        findings: The names of the batch.
        knowledge: For words of titles.

    Returns:
        `statements` in order of `token`, with `carrying.SPEAKER`, `speaker_token`, `n_speaker`,
        `speaker_resolution` and `co_speakers`.
    """
    stated = _name_stated(_with_holders(statements, reading, findings))
    described = resolve_descriptions(stated, reading, findings, knowledge)
    return carry_speakers(described, findings.people, reading)


def _with_holders(statements: pl.DataFrame, reading: Reading, findings: Findings) -> pl.DataFrame:
    """Add the first person and the first body of each subject, its words and its country."""
    inside = tokens_inside(
        statements.select("row", "subject_token", "n_subject"), "subject_token", "n_subject"
    ).select("row", "at")
    persons = inside.join(
        findings.people, left_on="at", right_on="token", how="inner", maintain_order="left"
    )
    bearers = _bearers(statements, findings.people)
    bodies = inside.join(
        findings.organizations, left_on="at", right_on="token", how="inner", maintain_order="left"
    )
    holders = statements.with_columns(
        text=_phrase_text(statements, reading),
        phrase_country=_phrase_country(statements, findings.names),
        head=pl.col("subject").str.replace_all(_MARKS_BEFORE, "").str.slice(1, 1),
    )
    for found in (
        pl.concat([persons.select("row", *_PERSON), bearers.select("row", *_PERSON)]).unique(
            "row", keep="first", maintain_order=True
        ),
        bodies.unique("row", keep="first", maintain_order=True).select("row", **_BODY),
        _joint(persons, reading),
    ):
        holders = holders.join(found, on="row", how="left", maintain_order="left")
    return holders


def _bearers(statements: pl.DataFrame, people: pl.DataFrame) -> pl.DataFrame:
    """Who bears the title that a subject is, though where he serves stands between.

    `سفيرة السودان لدى جوبا، سعاد الحاج،`: the subject ends where no word can go on with it.
    """
    titled = people.drop_nulls("role_token").with_columns(at="token").drop("token")
    return (
        statements.select("row", "subject_token", "n_subject", "content_token")
        .join(titled, left_on="subject_token", right_on="role_token", how="inner")
        .filter(pl.col("at") >= pl.col("subject_token") + pl.col("n_subject"))
        .sort("row", "at")
    )


def _name_stated(holders: pl.DataFrame) -> pl.DataFrame:
    """Turn what a subject holds into the speaker's columns: a person before a body."""
    head = pl.col("head")
    is_person = pl.col("display_name").is_not_null()
    is_body = ~is_person & (
        head.is_in(_BODIES) | (pl.col("body_at") <= pl.col("subject_token") + 1)
    )
    speaker_type = (
        pl.when(is_person)
        .then(pl.lit("person"))
        .when(is_body | head.is_in(_STATES))
        .then(pl.lit("organization"))
        .when(head == LETTERS["DOCUMENT"])
        .then(pl.lit("document"))
        .when(pl.col("subject").is_not_null())
        .then(pl.lit("unnamed"))
    )
    own_country = pl.when(is_person).then("person_country").when(is_body).then("body_country")
    return holders.with_columns(
        speaker_type=speaker_type,
        speaker_name=pl.when(is_person).then("display_name").otherwise("text"),
        speaker_entity_id=pl.when(is_person).then("person_id").when(is_body).then("body_id"),
        speaker_country_code=pl.coalesce(own_country, "phrase_country"),
        speaker_role_token=pl.when(is_person).then("role_at"),
        speaker_n_role=pl.when(is_person).then("n_role_at"),
        speaker_token=pl.when(is_person).then("at").otherwise("subject_token"),
        n_speaker=pl.when(is_person).then("n_tokens").otherwise("n_subject"),
        antecedent_token=pl.when(is_person).then("at").when(is_body).then("body_at"),
        speaker_resolution=_resolution(speaker_type),
    ).drop(_PERSON, list(_BODY))


def _resolution(speaker_type: pl.Expr) -> pl.Expr:
    beside = pl.col("rule").is_in(["according_before", "according_after"])
    return (
        pl.when(speaker_type.is_null())
        .then(None)
        .when(beside)
        .then(pl.lit("according_to"))
        .when(pl.col("co_speakers").list.len() > 0)
        .then(pl.lit("joint"))
        .otherwise(pl.lit("stated"))
    )


def _joint(persons: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """One row a subject of several people joined by `و`: `co_speakers`, all but the first."""
    after = (persons["at"] + persons["n_tokens"]).clip(0, len(reading.clitics) - 1)
    is_conjoined = reading.clitics.gather(after).is_in(clitic_codes("w"))
    joined = persons.with_columns(is_conjoined=is_conjoined).with_columns(
        opens_next=pl.col("is_conjoined").shift(1, fill_value=False).over("row")
    )
    further = joined.filter(pl.col("opens_next"))
    return further.group_by("row", maintain_order=True).agg(co_speakers=pl.col("display_name"))


def _phrase_text(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """The words of each subject; null where there is none."""
    subjects = statements.select("row", token="subject_token", n_tokens="n_subject").drop_nulls()
    texts = subjects.with_columns(text=span_text(subjects, reading))
    return statements.join(texts, on="row", how="left", maintain_order="left")["text"]


def _phrase_country(statements: pl.DataFrame, names: pl.DataFrame) -> pl.Series:
    """The first country of each subject: `سفير الولايات المتحدة في نيروبي` speaks for the first."""
    following = next_country(names, statements["subject_token"].fill_null(0))
    end = pl.col("subject_token") + pl.col("n_subject")
    return statements.select(
        pl.when(pl.lit(following["at"]) < end).then(pl.lit(following["country_code"]))
    ).to_series()
