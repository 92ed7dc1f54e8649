"""Speakers who go on speaking: the state that runs along an article where a cue has no subject.

A cue without a subject goes on with the last speaker of its level whose gender its verb agrees
with, else with the last of its level, else with whom the text before was about.
"""

import polars as pl

from extract.reading.acting import PERSON_SPEAKER, take_acting
from extract.reading.open_descriptions import (
    PAIR,
    find_compatriots,
    is_open,
    role_words,
    set_apart,
)
from extract.reading.words import Reading

_HONOR = "^(?:سمو|معالي|فخامت|جلالت|سيادت|سماحت|فضيلت)(?:ه|ها)$"
SPEAKER = (
    "speaker_name",
    "speaker_type",
    "speaker_entity_id",
    "speaker_country_code",
    "is_of_none",
    "speaker_role_token",
    "speaker_n_role",
    "antecedent_token",
)


def carry_speakers(
    statements: pl.DataFrame, people: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Give statements without a speaker the one who goes on speaking.

    Args:
        statements: With `SPEAKER`, `speaker_resolution`, `co_speakers`, `gender`, `row`, `parent`.
        people: Person mentions with `display_name`, `person_id`, `person_country`.
        reading: Words of the batch.

    Returns:
        `statements` in order of `token`, with `speaker_resolution` and `co_speakers` everywhere.
    """
    statements = statements.with_columns(role_words=role_words(statements, reading))
    statements = find_compatriots(take_acting(statements.sort("token"), people), people, reading)
    carried = _continue(_with_source(statements, people, reading)).drop("role_words")
    carried = _introduce(carried, people, reading)
    return carried.with_columns(
        speaker_resolution=pl.when(pl.col("speaker_resolution").is_not_null())
        .then("speaker_resolution")
        .when(pl.col("speaker_name").is_not_null())
        .then(pl.lit("carried"))
        .otherwise(pl.lit("unresolved")),
        co_speakers=pl.col("co_speakers").fill_null([]),
    ).sort("token")


def _follows_person(statements: pl.DataFrame, people: pl.DataFrame) -> pl.Series:
    """Whether the article names somebody before the cue."""
    firsts = people.group_by("document", maintain_order=True).agg(first=pl.col("token").min())
    joined = statements.join(firsts, on="document", how="left", maintain_order="left")
    return joined.select((pl.col("first") < pl.col("token")).fill_null(value=False)).to_series()


def _with_source(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add `source`, the row whose speaker each statement has: its own or one before it."""
    # Statements of the article's own level have no parent, and are a level too.
    level = [pl.col("document"), pl.col("parent").fill_null(-1)]
    statements = statements.with_columns(
        is_open=is_open(statements, reading), gender=pl.col("gender").fill_null("?")
    ).sort("token")
    is_pair = pl.col("text").str.contains(PAIR) & (pl.col("speaker_resolution") == "stated")
    statements = statements.with_columns(is_pair=is_pair.fill_null(value=False))
    has_own = pl.col("speaker_name").is_not_null() & ~(pl.col("is_open") | pl.col("is_pair"))
    statements = statements.with_columns(own=pl.when(has_own).then("row"))
    # Where nobody spoke or was named before it, a description is whoever goes on after it.
    is_first = pl.col("is_open") & pl.col("own").forward_fill().over(*level).is_null()
    is_first &= (pl.col("speaker_type") == "unnamed") & ~pl.lit(_follows_person(statements, people))
    is_first &= pl.col("parent").is_null()
    statements = statements.with_columns(own=pl.when(is_first).then("row").otherwise("own"))
    statements = set_apart(statements, _last(level), reading)
    source = pl.coalesce(_last(level), "parent", pl.when("is_open").then("row"))
    # `بيان الديوان أن سموه أشاد`: the honour is a person's, whatever spoke last.
    spoke = pl.when(pl.col("speaker_type") == "person").then("own")
    person = spoke.forward_fill().over("document")
    is_honored = pl.lit(_is_honored(statements["token"], reading)) & pl.col("own").is_null()
    return statements.with_columns(
        source=pl.when(is_honored).then(person).otherwise(source).cast(pl.UInt32)
    )


def _is_honored(tokens: pl.Series, reading: Reading) -> pl.Series:
    """Whether an honour with a pronoun stands beside each cue: `سموه أشاد`, `وأضاف معاليه`."""
    before, after = (
        reading.text.at("folded", reading.text.step(tokens, n)).str.contains(_HONOR)
        for n in (-1, 1)
    )
    return before | after


def _last(level: list[pl.Expr]) -> pl.Expr:
    """The row of its level that each goes on with: its own, the last of its gender, the last."""
    own = pl.col("own")
    return pl.coalesce(
        "own", own.forward_fill().over(*level, "gender"), own.forward_fill().over(*level)
    )


def _continue(statements: pl.DataFrame) -> pl.DataFrame:
    """Take the speaker's columns from `source`; a description so answered has found its holder."""
    speakers = statements.select("row", *(pl.col(c).alias(f"from_{c}") for c in SPEAKER))
    carried = statements.join(
        speakers, left_on="source", right_on="row", how="left", maintain_order="left"
    )
    takes = pl.col("own").is_null() & (pl.col("source") != pl.col("row")).fill_null(value=True)
    return carried.with_columns(
        *(pl.when(takes).then(f"from_{c}").otherwise(c).alias(c) for c in SPEAKER),
        speaker_resolution=pl.when(takes & pl.col("is_open"))
        .then(pl.lit("title"))
        .otherwise("speaker_resolution"),
    ).drop("^from_.*$", "own", "source", "is_open")


def _introduce(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Where nobody has spoken yet, take the first person of the last sentence that named one."""
    sentence = reading.text.tokens["sentence"]
    firsts = (
        people.with_columns(named_sentence=sentence[people["token"]])
        .unique("named_sentence", keep="first", maintain_order=True)
        .select(
            "document",
            "named_sentence",
            *(e.alias(f"intro_{c}") for c, e in PERSON_SPEAKER.items()),
        )
        .sort("named_sentence")
    )
    asking = statements.with_columns(cue_sentence=sentence[statements["token"]])
    found = asking.sort("cue_sentence").join_asof(
        firsts,
        left_on="cue_sentence",
        right_on="named_sentence",
        by="document",
        strategy="backward",
        check_sortedness=False,
    )
    is_lost = pl.col("speaker_name").is_null() & pl.col("intro_speaker_name").is_not_null()
    return found.with_columns(
        pl.when(is_lost).then(f"intro_{c}").otherwise(c).alias(c) for c in PERSON_SPEAKER
    ).drop("^intro_.*$", "cue_sentence", "named_sentence", strict=False)
