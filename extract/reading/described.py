"""Whom an article describes, and by which words: people, bodies, unnamed sources and documents.

What each description of the article stands for belongs in `extract.reading.descriptions`.
"""

from dataclasses import dataclass
from functools import cache

import polars as pl

from extract.reading.description_words import description_words
from extract.reading.findings import Findings
from extract.reading.heard import find_heard
from extract.reading.spans import span_text
from extract.reading.words import Reading

# What a speaker takes from the one who answers.
ANSWER = (
    "answer_name",
    "answer_type",
    "answer_id",
    "answer_country",
    "answer_is_of_none",
    "answer_role",
    "answer_n_role",
)
_WORD = (
    *("document", "word", "n_words", "n_core", "is_former"),
    *(pl.col(name).alias(f"answer_{name}") for name in ("is_head", "is_many")),
)
_NO_ROLE = {name: pl.lit(None, pl.UInt32) for name in ("answer_role", "answer_n_role")}


@dataclass(frozen=True)
class Described:
    """The words (`description_words`) by which articles describe somebody.

    Attributes:
        statements: Words of subjects that name nobody, with the statement's `row`.
        people: Mentions of people with titles, and `row`.
        titles: Words of these titles.
        bodies: Mentions of bodies with a `key` for each entity, and `row`.
        names: Words of their names.
        heard: Unnamed people who open no statement (`heard.find_heard`), and `row`.
        accounts: Words of what they are.
    """

    statements: pl.DataFrame
    people: pl.DataFrame
    titles: pl.DataFrame
    bodies: pl.DataFrame
    names: pl.DataFrame
    heard: pl.DataFrame
    accounts: pl.DataFrame


def describe(
    statements: pl.DataFrame, reading: Reading, findings: Findings, honorifics: pl.Series
) -> Described:
    """Take the words of all that may ask for somebody or answer: one look at them is enough.

    Args:
        statements: With the speakers that their subjects name, and `row`, their number.
        reading: Words of the batch.
        findings: The people with their titles, and the bodies.
        honorifics: Titles that anybody may bear, which describe nobody.
    """
    n_statements = statements.height
    people = findings.people.drop_nulls("n_role").with_row_index("row", n_statements)
    n_before = n_statements + people.height
    bodies = _keyed(findings.organizations, reading).with_row_index("row", n_before)
    heard = find_heard(reading, findings.names, statements["subject_token"])
    heard = heard.with_row_index("row", n_before + bodies.height)
    asking = statements.filter(_is_unnamed() | _is_word() | _is_foretold() | _is_unlisted())
    spans = pl.concat(
        [
            asking.select("row", "document", token="subject_token", n_tokens="n_subject"),
            people.select("row", "document", token="role_token", n_tokens="n_role"),
            bodies.select("row", "document", "token", "n_tokens"),
            heard.select("row", "document", "token", "n_tokens"),
        ],
        how="vertical_relaxed",
    )
    words = description_words(spans, reading, honorifics)
    ends = [
        words["row"].search_sorted(row)
        for row in (n_statements, n_before, n_before + bodies.height)
    ]
    return Described(
        statements=words[: ends[0]],
        people=people,
        titles=words[ends[0] : ends[1]],
        bodies=bodies,
        names=words[ends[1] : ends[2]],
        heard=heard,
        accounts=words[ends[2] :],
    )


def _keyed(bodies: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add `key`, one an entity: its id, and the words of what no list knows."""
    unlisted = bodies["entity_id"].is_null().arg_true()
    words = span_text(bodies[unlisted], reading)
    return bodies.with_columns(key=bodies["entity_id"].clone().scatter(unlisted, words))


@cache
def _is_unnamed() -> pl.Expr:
    return pl.col("speaker_type").is_in(["unnamed", "document"])


@cache
def _is_word() -> pl.Expr:
    is_unlisted = (pl.col("speaker_type") == "organization") & pl.col("speaker_entity_id").is_null()
    return is_unlisted & (pl.col("n_speaker") == 1)


@cache
def _is_unlisted() -> pl.Expr:
    """`شركة نور للطيران`: a body that only its own words name, which answers `الشركة`."""
    is_body = (pl.col("speaker_type") == "organization") & pl.col("speaker_entity_id").is_null()
    is_body &= pl.col("antecedent_token").is_null() & (pl.col("n_speaker") > 1)
    return is_body & ~pl.col("speaker_name").str.starts_with("ال")


@cache
def _is_foretold() -> pl.Expr:
    return (pl.col("part") == "headline") & (pl.col("speaker_resolution") == "title")


def asking(statements: pl.DataFrame) -> pl.DataFrame:
    """Statements by whom a description may ask for somebody."""
    return statements.filter(_is_unnamed() | _is_word())


def answers(statements: pl.DataFrame, described: Described) -> pl.DataFrame:
    """The words of all who may answer a description.

    Returns:
        One row a word: `document`, `word`, `n_words`, `answer_is_head`, `answer_is_many`,
        `answer_key` (one an entity), `answer_at` (token), `ANSWER`, `source_row` (of a
        statement's own speaker).
    """
    return pl.concat(
        [
            _people(described),
            _bodies(described),
            _sources(statements, described),
            _heard(described),
        ],
        how="vertical_relaxed",
    )


def _people(described: Described) -> pl.DataFrame:
    """People in the words of their titles."""
    bearers = described.people.select(
        "row",
        answer_key="person",
        answer_at="token",
        answer_name="display_name",
        answer_type=pl.lit("person"),
        answer_id="person_id",
        answer_country=pl.when(~pl.col("is_worldwide")).then("person_country"),
        answer_is_of_none="is_worldwide",
        answer_role="role_at",
        answer_n_role="n_role_at",
    )
    # `الجامعة` is not the one who teaches at it.
    words = described.titles.with_columns(pl.col("is_head") & ~pl.col("is_body"))
    return _named_by(words, bearers).with_columns(source_row=pl.lit(None, pl.UInt32))


def _bodies(described: Described) -> pl.DataFrame:
    """Bodies in the words of their names."""
    bearers = described.bodies.select(
        "row",
        answer_key="key",
        answer_at="token",
        answer_name="entity_name",
        answer_type=pl.lit("organization"),
        answer_id="entity_id",
        answer_country=pl.when(~pl.col("is_worldwide")).then("country_code"),
        answer_is_of_none="is_worldwide",
        **_NO_ROLE,
    )
    return _named_by(described.names, bearers).with_columns(source_row=pl.lit(None, pl.UInt32))


def _sources(statements: pl.DataFrame, described: Described) -> pl.DataFrame:
    """Unnamed sources and documents in the words that first named them."""
    # The story says whose study it is, not the headline.
    is_cut = (pl.col("part") == "headline") & (pl.col("speaker_type") == "document")
    named = statements.filter(_is_unnamed() & ~is_cut | _is_foretold() | _is_unlisted())
    unlisted = statements.filter(_is_unlisted())["row"].implode()
    # `متحدث في الوزارة` is not the ministry.
    is_head = pl.col("is_head") & (~pl.col("is_body") | pl.col("opens_body"))
    words = described.statements.filter(
        ~pl.col("is_definite") | pl.col("row").is_in(unlisted)
    ).with_columns(is_head)
    bearers = named.select(
        "row",
        answer_key="speaker_name",
        answer_at="token",
        answer_name="speaker_name",
        answer_type="speaker_type",
        answer_id="speaker_entity_id",
        answer_country="speaker_country_code",
        answer_is_of_none="is_of_none",
        source_row="row",
        **_NO_ROLE,
    )
    return _named_by(words, bearers, "source_row")


def _heard(described: Described) -> pl.DataFrame:
    """Unnamed people who were heard before they are quoted: by what they are alone."""
    bearers = described.heard.select(
        "row",
        answer_key="text",
        answer_at="token",
        answer_name="text",
        answer_type=pl.lit("unnamed"),
        answer_id=pl.lit(None, pl.String),
        answer_country="country_code",
        answer_is_of_none=pl.lit(value=False),
        source_row="row",
        **_NO_ROLE,
    )
    words = described.accounts.with_columns(pl.col("is_head") & ~pl.col("is_body"))
    return _named_by(words, bearers, "source_row")


def _named_by(words: pl.DataFrame, bearers: pl.DataFrame, *further: str) -> pl.DataFrame:
    """Give the words of each span whom they name."""
    return words.join(bearers, on="row", how="inner", maintain_order="left").select(
        *_WORD, "answer_key", "answer_at", *ANSWER, *further
    )
