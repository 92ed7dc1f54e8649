"""Whom and what the words of a subject name: the person, the body, the country, who issued it.

Who of them speaks is settled in `extract.reading.speakers`.
"""

import polars as pl

from extract.reading.alphabet import LETTERS, compile_rule, is_class, is_clitic
from extract.reading.called import called_after
from extract.reading.contexts import group, n_tokens
from extract.reading.findings import Findings
from extract.reading.issuers import find_issuers
from extract.reading.knowledge import Knowledge
from extract.reading.owners import is_owned, owner_country
from extract.reading.spans import (
    next_country,
    span_text,
    spread,
    tokens_inside,
    without_topics,
)
from extract.reading.sponsors import ISSUER, find_sponsors
from extract.reading.subject_edges import SEAT
from extract.reading.words import Reading
from extract.reading.worldwide import Marks

_MARKS_BEFORE = f"^(?:.[{LETTERS['OPEN']}{LETTERS['CLOSE']}])+"
# `وعلمت "المساء" أن`
_IN_MARKS = "^[\"«“‘']([^\"»”’']+)[\"»”’']$"
_CONJUNCTION = "^([وف])"
_PERSON = (
    *("at", "n_tokens", "display_name", "person_id", "person_country", "role_at", "n_role_at"),
    "is_worldwide",
)
_BODY = {
    "body_at": "at",
    "body_n": "n_tokens",
    "body_name": "entity_name",
    "body_id": "entity_id",
    "body_country": "country_code",
    "is_worldwide_body": "is_worldwide",
}
HOLDERS = (*_PERSON, *_BODY, *ISSUER)
_VENUE = compile_rule(
    "(?:^ | STOP|BREAK|PARTICLE) IN (?:bare+NOUN|DEFINITE)?"
    " [venue: PLACE|COUNTRY (?:PLACE|COUNTRY|COMMA|AUX|PARTICLE|TIME|TURN)*]$"
)
# `ومقره في واشنطن`
_TO_SEAT = 3


def with_holders(
    statements: pl.DataFrame,
    reading: Reading,
    findings: Findings,
    marks: Marks,
    knowledge: Knowledge,
) -> pl.DataFrame:
    """Add what each subject names.

    Args:
        statements: With subjects (`subjects.find_subjects`).
        reading: Words with all names marked.
        findings: With `is_worldwide` (`worldwide.with_allegiance`).
        marks: Where worldwide bodies are named.
        knowledge: For the media, which pass documents on and do not issue them.

    Returns:
        `statements` in order with `HOLDERS` (the first person, the first body, and of documents who
        issued them), `text` and `head` (letter), `phrase_country`, `names_worldwide`, `n_states`,
        `venue_country`, `co_speakers` and `n_joint_countries`.
    """
    inside = tokens_inside(
        statements.select("row", "subject_token", "n_subject"), "subject_token", "n_subject"
    ).select("row", "at")
    persons = inside.join(
        findings.people, left_on="at", right_on="token", how="inner", maintain_order="left"
    )
    persons = _without_eponyms(_without_teams(persons, reading), findings.organizations)
    owned = is_owned(persons, statements, reading)
    owners, persons = persons.filter(owned), persons.filter(~owned)
    called = called_after(statements, findings.people, reading)
    bearers = pl.concat(
        [found.select("row", *_PERSON) for found in (_bearers(statements, findings.people), called)]
    )
    bodies = inside.join(
        findings.organizations, left_on="at", right_on="token", how="inner", maintain_order="left"
    )
    holders = statements.with_columns(
        text=_phrase_text(statements, reading),
        phrase_country=pl.coalesce(
            _phrase_country(statements, findings.names, marks, reading),
            owner_country(owners, statements.height),
        ),
        names_worldwide=marks.inside(
            statements["subject_token"], statements["subject_token"] + statements["n_subject"]
        ),
        n_states=_count_states(inside, statements.height, findings.names),
        venue_country=_venue_country(statements, findings.names),
        head=pl.col("subject").str.replace_all(_MARKS_BEFORE, "").str.slice(1, 1),
    )
    issuers = find_issuers(holders, findings, reading, knowledge)
    for found in (
        pl.concat([persons.select("row", *_PERSON), bearers]).unique(
            "row", keep="first", maintain_order=True
        ),
        bodies.unique("row", keep="first", maintain_order=True).select("row", **_BODY),
        _joint(persons, reading),
        pl.concat([issuers, find_sponsors(holders, issuers, findings, reading)]),
    ):
        holders = holders.join(found, on="row", how="left", maintain_order="left")
    return holders


def _without_eponyms(persons: pl.DataFrame, bodies: pl.DataFrame) -> pl.DataFrame:
    """Leave out after whom a body is called: `مدير مركز الملك فيصل للبحوث`."""
    before = bodies["token"].search_sorted(persons["at"], side="right").cast(pl.Int64) - 1
    ends = (bodies["token"] + bodies["n_tokens"]).cast(pl.Int64)
    end = ends.gather(before.clip(0)) if bodies.height else before
    is_inside = (before >= 0) & (persons["at"] + persons["n_tokens"] < end)
    return persons.filter(~is_inside)


def _without_teams(persons: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Leave out what looks like a name in marks before the name itself: `مدرب “الخضر” سامي نور`."""
    end = reading.text.step(persons["at"], persons["n_tokens"])
    is_marked = is_class(reading.letters[reading.text.step(persons["at"], -1)], "OPEN")
    is_marked &= is_class(reading.letters[end], "CLOSE")
    follows = (persons["row"] == persons["row"].shift(-1)) & (
        persons["at"].shift(-1) == persons["at"] + persons["n_tokens"] + 1
    )
    return persons.filter(~(is_marked & follows.fill_null(value=False)))


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


def _joint(persons: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """One row a subject with people: `co_speakers`, all but the first of those joined by `و`.

    And `n_joint_countries`, how many countries they speak for together.
    """
    after = reading.text.step(persons["at"], persons["n_tokens"])
    # `هدى المبروك، ونظيرها المالطي`
    is_comma = is_class(reading.letters[after], "COMMA")
    after = reading.text.step(after, is_comma.cast(pl.UInt32))
    is_conjoined = is_clitic(reading.clitics[after], "w")
    # Rows of one subject stand together: a look at the row does what a window would.
    follows = (persons["row"] == persons["row"].shift(1)).fill_null(value=False)
    joined = persons.select("row", "display_name", "person_country").with_columns(
        is_conjoined=is_conjoined, opens_next=is_conjoined.shift(1, fill_value=False) & follows
    )
    is_one = pl.col("opens_next") | pl.col("is_conjoined")
    return joined.group_by("row", maintain_order=True).agg(
        co_speakers=pl.col("display_name").filter("opens_next"),
        n_joint_countries=pl.col("person_country").filter(is_one).n_unique(),
    )


def _phrase_text(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """The words of each subject, without marks around them; null where there is none.

    After its verb no conjunction opens it: `قال فالادو`, `قالت والدتها`.
    """
    subjects = statements.select(
        "row",
        token="subject_token",
        n_tokens="n_subject",
        follows=pl.col("subject_token") == pl.col("token") + 1,
    ).drop_nulls()
    written, shown = (reading.text.at(form, subjects["token"]) for form in ("surface", "display"))
    is_cut = subjects["follows"] & (written.str.len_chars() == shown.str.len_chars() + 1)
    cut = pl.when(is_cut).then(pl.lit(written).str.extract(_CONJUNCTION, 1)).fill_null("")
    text = cut + pl.lit(span_text(subjects, reading))
    texts = pl.select(pl.coalesce(text.str.extract(_IN_MARKS, 1), text)).to_series()
    return spread(texts, subjects["row"], statements.height)


def _phrase_country(
    statements: pl.DataFrame, names: pl.DataFrame, marks: Marks, reading: Reading
) -> pl.Series:
    """The first country of each subject: `سفير الولايات المتحدة في نيروبي` speaks for the first.

    Not one where a worldwide body serves: `ممثل الأمم المتحدة في نيروبي`. Where a body has its seat
    (`المعهد ومقره واشنطن`) is beside its name.
    """
    names = without_topics(names, reading)
    following = next_country(names, statements["subject_token"].fill_null(0))
    end = pl.col("subject_token") + pl.col("n_subject")
    after = statements.select(end.fill_null(0)).to_series()
    is_seated = reading.text.at("folded", reading.text.step(after, 0)).str.contains(SEAT)
    end += pl.lit(is_seated).cast(pl.UInt32) * _TO_SEAT
    # `وكالة "فرانس برس"` names no country either, whatever its seat.
    is_beyond = marks.inside(statements["subject_token"], following["at"] + 1)
    return statements.select(
        pl.when((pl.lit(following["at"]) < end) & ~pl.lit(is_beyond)).then(
            pl.lit(following["country_code"])
        )
    ).to_series()


def _count_states(inside: pl.DataFrame, n: int, names: pl.DataFrame) -> pl.Series:
    """How many countries, or capitals for their governments, each of `n` subjects names."""
    named = names.select("token", "lexicon", "mention_kind", "country_code")
    is_state = (pl.col("lexicon") == "country") | (pl.col("mention_kind") == "capital")
    states = inside.join(named, left_on="at", right_on="token").filter(is_state)
    counts = states.drop_nulls("country_code").group_by("row").agg(
        n=pl.col("country_code").n_unique()
    )  # fmt: skip
    return pl.Series([0], dtype=pl.UInt32).new_from_index(0, n).scatter(counts["row"], counts["n"])


def _venue_country(statements: pl.DataFrame, names: pl.DataFrame) -> pl.Series:
    """The country of the town that stands before the cue: `وفي أستانا، صرح مصدر مطلع`."""
    venue = n_tokens(group(pl.col("left"), _VENUE, "venue"))
    asked = statements.select("row", token=pl.col("token") - venue).drop_nulls()
    named = names.select("token", "entity_type", "country_code")
    towns = (
        asked.join(named, on="token", maintain_order="left_right")
        .filter(pl.col("entity_type").is_in(["place", "country"]))
        .unique("row", keep="first", maintain_order=True)
    )
    return spread(towns["country_code"], towns["row"], statements.height)
