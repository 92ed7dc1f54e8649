"""Speakers who go on speaking: the state that runs along an article where a cue has no subject.

A cue without a subject goes on with the last speaker of its level with whom its verb agrees, else
with the last of its level, else with whom the text before was about. `extract.reading.agreement`
tells who agrees.
"""

import polars as pl

from extract.reading.acting import take_acting
from extract.reading.agreement import last_agreeing, with_agreement
from extract.reading.alphabet import is_class, is_clitic, one_of
from extract.reading.honours import honours_beside, take_honoured
from extract.reading.introducing import introduce_bodies, introduce_people
from extract.reading.next_cues import OWN_LAND
from extract.reading.open_descriptions import PAIR, find_compatriots, is_open, set_apart
from extract.reading.speaking import SPEAKER, take_speakers
from extract.reading.words import Reading

_LANDS = f"^.{one_of('PLACE', 'COUNTRY')}"
# `بلاده`, `سفارة بلادها`
_LAND = "(?:^| )(?:بلاد|دولت)(?:ه|ها|هم)$"


def carry_speakers(
    statements: pl.DataFrame, people: pl.DataFrame, bodies: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Give statements without a speaker the one who goes on speaking.

    Args:
        statements: In order of `token`, with `SPEAKER`, `speaker_resolution`, `co_speakers`,
            `gender`, `row`, `parent`.
        people: Person mentions with `display_name`, `person_id`, `person_country`.
        bodies: Organisations with `entity_name`, `entity_id`, `country_code`, `is_worldwide`.
        reading: Words of the batch.

    Returns:
        `statements` in order, with `speaker_resolution` and `co_speakers` everywhere.
    """
    roles = statements.select(token="speaker_role_token", n_tokens="speaker_n_role")
    statements = take_honoured(take_acting(statements, people, reading), people, reading)
    statements = find_compatriots(statements, people, reading)
    carried = _continue(_with_source(statements, roles, people, reading))
    carried = introduce_bodies(introduce_people(carried, people, reading), bodies, reading)
    return carried.with_columns(
        speaker_resolution=pl.when(pl.col("speaker_resolution").is_not_null())
        .then("speaker_resolution")
        .when(pl.col("speaker_name").is_not_null())
        .then(pl.lit("carried"))
        .otherwise(pl.lit("unresolved")),
        co_speakers=pl.col("co_speakers").fill_null([]),
    )


def _follows_person(statements: pl.DataFrame, people: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether the article names somebody before the cue."""
    named = people["token"].sort()
    n_before = named.search_sorted(reading.text.bounds[statements["document"]])
    return named.search_sorted(statements["token"]) > n_before


def _with_source(
    statements: pl.DataFrame, roles: pl.DataFrame, people: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Add `source`, the row whose speaker each statement has: its own or one before it."""
    is_pair = pl.col("text").str.contains(PAIR) & (pl.col("speaker_resolution") == "stated")
    statements = with_agreement(statements, reading).with_columns(
        # Statements of the article's own level have no parent, and are a level too.
        level=pl.coalesce("parent", -1 - pl.col("document").cast(pl.Int64)),
        is_open=is_open(statements, reading),
        is_pair=is_pair.fill_null(value=False),
    )
    has_own = pl.col("speaker_name").is_not_null() & ~(pl.col("is_open") | pl.col("is_pair"))
    own = pl.when(has_own).then("row")
    # `وقال الوزير إن …، بحسب الوكالة. وأضاف …`: he goes on, and not who passes it on.
    passes_on = (pl.col("rule") == "according_after") & (pl.col("parent").shift(1) == pl.col("row"))
    # … and the same where she who passes it on is named first: `وبحسب الوكالة، قال الوزير إن …`.
    leads_in = (pl.col("rule") == "according_before") & (
        pl.col("parent").shift(-1) == pl.col("row")
    )
    statements = statements.with_columns(own=own).with_columns(
        own=pl.when(passes_on)
        .then(pl.coalesce(pl.col("own").shift(1), "own"))
        .when(leads_in)
        .then(pl.coalesce(pl.col("own").shift(-1), "own"))
        .otherwise("own")
    )
    # Where nobody spoke or was named before it, a description is whoever goes on after it.
    is_first = pl.col("is_open") & pl.col("own").forward_fill().over("level").is_null()
    is_first &= pl.col("speaker_type") == "unnamed"
    is_first &= pl.col("parent").is_null() & ~pl.lit(_follows_person(statements, people, reading))
    statements = statements.with_columns(own=pl.when(is_first).then("row").otherwise("own"))
    last = statements.select(last_agreeing()).to_series()
    statements = set_apart(statements, last, roles, reading)
    parent = pl.when(~pl.col("is_many") | pl.col("are_many").gather("parent")).then("parent")
    source = pl.coalesce(last_agreeing(), parent, pl.when("is_open").then("row"))
    # `بيان الديوان أن سموه أشاد`: the honour is a person's, whatever spoke last.
    spoke = pl.when(pl.col("speaker_type") == "person").then("own")
    person = spoke.forward_fill().over("document")
    is_honored = pl.lit(honours_beside(statements["token"], reading)).is_not_null()
    is_honored &= pl.col("own").is_null()
    statements = statements.with_columns(
        source=pl.when(is_honored).then(person).otherwise(source).cast(pl.UInt32)
    )
    return _for_people(statements)


def _for_people(statements: pl.DataFrame) -> pl.DataFrame:
    """Let a participle go on for the person who speaks of a body, and not for the body.

    `قال المتحدث إن التحالف يرحب بالحوار، مؤكدا أن …`
    """
    source, kind = statements["source"], statements["speaker_type"]
    outer = source[statements["parent"].cast(pl.UInt32)]
    is_body = kind[source].is_in(["organization", "document"])
    # `قالت الوزيرة إن بلادها ترحب بالاتفاق، مشيدة …`
    is_body |= statements["speaker_name"][source].str.contains(OWN_LAND).fill_null(value=False)
    is_person = kind[outer] == "person"
    goes_on = is_class(statements["letter"], "PARTICIPLE", "WEAK_PARTICIPLE", "SAYING")
    # `كشفت الوزيرة عن أن نجامينا اقترحت …، وأوضحت أن …`
    is_hers = statements["gender"] == statements["gender"][outer]
    is_hers &= statements["subject"][source].str.contains(_LANDS)
    goes_on |= (
        is_class(statements["letter"], "FINITE") & is_hers & is_clitic(statements["clitic"], "w")
    )
    goes_on &= statements["own"].is_null() & is_body & is_person
    return statements.with_columns(source=outer.zip_with(goes_on.fill_null(value=False), source))


def _continue(statements: pl.DataFrame) -> pl.DataFrame:
    """Take the speaker's columns from `source`; a description so answered has found its holder."""
    # `قالت الوزارة في بيان إن …، بحسب البيان`: what passes on its own words.
    # `وقالت إن …، بحسب البيان`: what goes on with a description goes on with whom it describes.
    described = statements["is_open"][statements["source"]].fill_null(value=False)
    holder = statements["source"][statements["source"]].zip_with(described, statements["source"])
    statements = statements.with_columns(source=holder)
    goes_on = pl.col("own").is_null() | (pl.col("is_open") & (pl.col("own") != pl.col("row")))
    takes = goes_on & (pl.col("source") != pl.col("row")).fill_null(value=True)
    source = statements.select(pl.when(takes).then("source").otherwise("row")).to_series()
    return statements.with_columns(
        *(statements[name][source] for name in SPEAKER),
        speaker_resolution=pl.when(takes & pl.col("is_open"))
        .then(pl.lit("title"))
        .otherwise("speaker_resolution"),
    ).drop("own", "source", "level", "is_open")


def with_own_lands(statements: pl.DataFrame) -> pl.DataFrame:
    """Give `بلادها`, in what a minister says, the minister's country."""
    is_own = (pl.col("speaker_type") == "unnamed") & pl.col("parent").is_not_null()
    is_own &= pl.col("speaker_name").str.contains(_LAND)
    own = statements.filter(is_own).select("row", "parent")
    outer = statements.select("speaker_country_code", "is_of_none")[own["parent"].cast(pl.UInt32)]
    return take_speakers(statements, own.select("row").hstack(outer))
