"""Who makes each statement: the person, body or document that its subject names, or the one heard before.

State runs along the article: a cue without a subject goes on with the last speaker of its level
whose
gender its verb agrees with. Every answer says how it was found (`speaker_resolution`).
"""

import polars as pl

from extract.reading.alphabet import LETTERS
from extract.reading.descriptions import resolve_descriptions
from extract.reading.knowledge import Knowledge
from extract.reading.roles import next_country, span_text
from extract.reading.words import Reading

# A longer description says enough to be a source of its own.
_SHORT_DESCRIPTION = 2
SPEAKER = (
    "speaker_name",
    "speaker_type",
    "speaker_entity_id",
    "speaker_country_code",
    "speaker_role_token",
    "speaker_n_role",
    "antecedent_token",
)


def resolve_speakers(
    statements: pl.DataFrame,
    reading: Reading,
    people: pl.DataFrame,
    organizations: pl.DataFrame,
    names: pl.DataFrame,
    knowledge: Knowledge,
) -> pl.DataFrame:
    """Add the speaker to every statement.

    Args:
        statements: With subjects (`subjects.find_subjects`) and `parent` (`nesting.find_parents`).
        reading: Words with all names marked.
        people: Person mentions with `person`, `display_name`, roles and countries.
        organizations: Organisation mentions.
        names: Names of the lexicon, for countries.
        knowledge: For words of titles.

    Returns:
        `statements` in order of `token`, with `SPEAKER`, `speaker_token`, `n_speaker`,
        `speaker_resolution` and `co_speakers`.
    """
    stated = _stated(statements, reading, people, organizations, names)
    stated = resolve_descriptions(stated, reading, people, organizations, knowledge)
    stated = _open_descriptions(stated)
    carried = _carry(stated, people, reading)
    return carried.sort("token")


def _stated(
    statements: pl.DataFrame,
    reading: Reading,
    people: pl.DataFrame,
    organizations: pl.DataFrame,
    names: pl.DataFrame,
) -> pl.DataFrame:
    """Speakers whom the subject names: a person before a body, a body before a country."""
    inside = (
        statements.select(
            "row",
            at=pl.int_ranges(
                pl.col("subject_token"),
                pl.col("subject_token") + pl.col("n_subject"),
                dtype=pl.UInt32,
            ),
        )
        .drop_nulls("at")
        .explode("at", empty_as_null=False)
    )
    persons = inside.join(
        people, left_on="at", right_on="token", how="inner", maintain_order="left"
    )
    first = persons.unique("row", keep="first", maintain_order=True)
    joint = _joint(persons, reading)
    bodies = inside.join(
        organizations, left_on="at", right_on="token", how="inner", maintain_order="left"
    )
    bodies = bodies.unique("row", keep="first", maintain_order=True)
    text = _phrase_text(statements, reading)
    country = _phrase_country(statements, names, reading)
    head = pl.col("subject").str.replace_all(r"^(?:.[<>])+", "").str.slice(1, 1)
    kinds = statements.with_columns(text=text, phrase_country=country, head=head)
    kinds = kinds.join(
        first.select("row", "at", "n_tokens", "display_name", "person_id", "person_country", "role_at", "n_role_at"),
        on="row", how="left", maintain_order="left",
    ).join(
        bodies.select(
            "row",
            body_at="at",
            n_body="n_tokens",
            body_name="entity_name",
            body_id="entity_id",
            body_country="country_code",
        ),
        on="row", how="left", maintain_order="left",
    ).join(joint, on="row", how="left", maintain_order="left")  # fmt: skip
    return _name_stated(kinds)


def _name_stated(kinds: pl.DataFrame) -> pl.DataFrame:
    """Turn what a subject holds into the speaker's columns."""
    letter = {
        name: LETTERS[name]
        for name in ("ORG", "ORG_HEAD", "COUNTRY", "PLACE", "DOCUMENT", "SOURCE")
    }
    head = pl.col("head")
    is_person = pl.col("display_name").is_not_null()
    is_body = ~is_person & (
        head.is_in([letter["ORG"], letter["ORG_HEAD"]])
        | (pl.col("body_at") <= pl.col("subject_token") + 1)
    )
    speaker_type = (
        pl.when(is_person)
        .then(pl.lit("person"))
        .when(is_body | head.is_in([letter["COUNTRY"], letter["PLACE"]]))
        .then(pl.lit("organization"))
        .when(head == letter["DOCUMENT"])
        .then(pl.lit("document"))
        .when(pl.col("subject").is_not_null())
        .then(pl.lit("unnamed"))
    )
    beside = pl.col("rule").is_in(["according_before", "according_after"])
    return kinds.with_columns(
        speaker_type=speaker_type,
        speaker_name=pl.when(is_person).then("display_name").otherwise("text"),
        speaker_entity_id=pl.when(is_person).then("person_id").when(is_body).then("body_id"),
        speaker_country_code=pl.when(is_person)
        .then(pl.coalesce("person_country", "phrase_country"))
        .when(is_body)
        .then(pl.coalesce("body_country", "phrase_country"))
        .otherwise("phrase_country"),
        speaker_role_token=pl.when(is_person).then("role_at"),
        speaker_n_role=pl.when(is_person).then("n_role_at"),
        speaker_token=pl.when(is_person).then("at").otherwise("subject_token"),
        n_speaker=pl.when(is_person).then("n_tokens").otherwise("n_subject"),
        antecedent_token=pl.when(is_person).then("at").when(is_body).then("body_at"),
        speaker_resolution=pl.when(speaker_type.is_null())
        .then(None)
        .when(beside)
        .then(pl.lit("according_to"))
        .when(pl.col("co_speakers").list.len() > 0)
        .then(pl.lit("joint"))
        .otherwise(pl.lit("stated")),
    ).drop(
        "at", "n_tokens", "display_name", "person_id", "person_country", "role_at", "n_role_at",
        "body_at", "n_body", "body_name", "body_id", "body_country",
    )  # fmt: skip


def _joint(persons: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Further people of a subject, joined by `و`; with another country there is no one country."""
    clitic = reading.clitics.gather(
        (persons["at"] + persons["n_tokens"]).clip(0, len(reading.clitics) - 1)
    )
    joined = persons.with_columns(is_conjoined=clitic == ord("1")).with_columns(
        opens_next=pl.col("is_conjoined").shift(1, fill_value=False).over("row")
    )
    further = joined.filter(pl.col("opens_next"))
    return further.group_by("row", maintain_order=True).agg(co_speakers=pl.col("display_name"))


def _phrase_text(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """The words of each subject; null where there is none."""
    subjects = statements.select("row", token="subject_token", n_tokens="n_subject").drop_nulls()
    texts = subjects.with_columns(text=span_text(subjects, reading))
    return statements.join(texts, on="row", how="left", maintain_order="left")["text"]


def _phrase_country(statements: pl.DataFrame, names: pl.DataFrame, reading: Reading) -> pl.Series:
    """The first country of each subject: `سفير الولايات المتحدة في نيروبي` speaks for the first."""
    following = next_country(names, reading)
    start = statements["subject_token"].fill_null(0)
    found = pl.DataFrame(
        {
            "at": following["at"].gather(start),
            "code": following["country_code"].gather(start),
            "end": statements["subject_token"] + statements["n_subject"],
        }
    )
    return found.select(
        pl.when(pl.col("at") < pl.col("end")).then("code").alias("phrase_country")
    ).to_series()


def _open_descriptions(statements: pl.DataFrame) -> pl.DataFrame:
    """A definite description that found nobody (`المتحدث`, `البيان`) goes on with the speaker before."""
    is_open = (
        pl.col("speaker_type").is_in(["unnamed", "document"])
        & pl.col("speaker_name").str.starts_with("ال")
        & (pl.col("n_speaker") <= _SHORT_DESCRIPTION)
        & (pl.col("speaker_resolution") == "stated")
    )
    return statements.with_columns(is_open=is_open.fill_null(value=False))


def _carry(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Give a cue without a subject the last speaker of its level and gender, else of its level."""
    level = ["document", "parent"]
    own = pl.when(pl.col("speaker_name").is_not_null() & ~pl.col("is_open")).then("row")
    statements = statements.with_columns(
        pl.col("parent").fill_null(-1), own=own, gender=pl.col("gender").fill_null("?")
    ).sort("token")
    statements = statements.with_columns(
        same_gender=pl.col("own").forward_fill().over([*level, "gender"]),
        any_gender=pl.col("own").forward_fill().over(level),
    )
    on_its_own = pl.when("is_open").then("row")
    source = pl.coalesce(
        "own", "same_gender", "any_gender", pl.col("parent").replace(-1, None), on_its_own
    )
    statements = statements.with_columns(source=source.cast(pl.UInt32))
    speakers = statements.select("row", *(pl.col(c).alias(f"from_{c}") for c in SPEAKER))
    carried = statements.join(
        speakers, left_on="source", right_on="row", how="left", maintain_order="left"
    )
    drops = pl.col("own").is_null() & (pl.col("source") != pl.col("row")).fill_null(value=True)
    carried = carried.with_columns(
        speaker_resolution=pl.when(drops & pl.col("is_open"))
        .then(pl.lit("title"))
        .otherwise("speaker_resolution"),
        *(pl.when(drops).then(f"from_{c}").otherwise(c).alias(c) for c in SPEAKER),
    )
    carried = _introduce(carried, people, reading)
    return carried.with_columns(
        speaker_resolution=pl.when(pl.col("speaker_resolution").is_not_null())
        .then("speaker_resolution")
        .when(pl.col("speaker_name").is_not_null())
        .then(pl.lit("carried"))
        .otherwise(pl.lit("unresolved")),
        parent=pl.col("parent").replace(-1, None),
        co_speakers=pl.col("co_speakers").fill_null([]),
    ).drop("^from_.*$", "own", "same_gender", "any_gender", "source", "is_open")


def _introduce(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Where nobody has spoken yet, the speaker is whom the sentence before was about: its first person."""
    sentence = reading.text.tokens["sentence"]
    firsts = (
        people.with_columns(sentence=sentence.gather(people["token"]))
        .unique("sentence", keep="first", maintain_order=True)
        .select(
            "document",
            "sentence",
            intro_name="display_name",
            intro_id="person_id",
            intro_country="person_country",
            intro_at="token",
        )
        .sort("sentence")
    )
    asking = statements.with_columns(cue_sentence=sentence.gather(statements["token"])).sort(
        "cue_sentence"
    )
    found = asking.join_asof(
        firsts,
        left_on="cue_sentence",
        right_on="sentence",
        by="document",
        strategy="backward",
        check_sortedness=False,
    )
    lost = pl.col("speaker_name").is_null() & pl.col("intro_name").is_not_null()
    return (
        found.with_columns(
            speaker_name=pl.when(lost).then("intro_name").otherwise("speaker_name"),
            speaker_type=pl.when(lost).then(pl.lit("person")).otherwise("speaker_type"),
            speaker_entity_id=pl.when(lost).then("intro_id").otherwise("speaker_entity_id"),
            speaker_country_code=pl.when(lost)
            .then("intro_country")
            .otherwise("speaker_country_code"),
            antecedent_token=pl.when(lost).then("intro_at").otherwise("antecedent_token"),
        )
        .drop("^intro_.*$", "cue_sentence", "sentence_right", strict=False)
        .sort("token")
    )
