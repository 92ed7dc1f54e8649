"""Which person each name in an article stands for: full names, their shorter forms, known people.

A shorter form belongs to the fullest name of its article that holds its words in a row; a lone
surname or first name is a mention only where such a name stands in the article, or the lexicon
knows no other.
"""

import polars as pl

from extract.lexicons import Lexicons, once_a_version
from extract.reading.knowledge import Knowledge, compile_knowledge
from extract.reading.lone_names import find_lone_names, middle_names
from extract.reading.name_spelling import PARTICLES
from extract.reading.respellings import join_respelt
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

_MAX_TOKENS = 6
_HYPHEN = r"^\W$"
_APART, _JOINED = "(^| )عبد ال", "(^| )عبدال"
_FATHER = [*PARTICLES, "ال"]
# `محمد بن مبارك الزعابي` goes by `بن مبارك`.
_BY_FATHER = " (بن (?:عبد )?[^ ]+) "


def identify_people(spans: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Add surnames to the spans found, and give every mention its person.

    Args:
        spans: From `people.find_people`.
        reading: Words with the letters of people set; those of surnames are set here.
        knowledge: The people of the lexicon.

    Returns:
        One row a mention in running order: `token`, `n_tokens`, `document`, `name` (folded words),
        `person` (the fullest folded name in the article), `mention_kind` (`name` or `surname`),
        `is_conjoined`, and of people in the lexicon `entity_id`, `entity_name`,
        `entity_name_latin`, `country_code`, `gender`.
    """
    named = _with_ids(_without_proclitics(_with_names(spans, reading), knowledge), knowledge)
    people = _one_name_each(_fullest(named), named)
    middles = middle_names(people, knowledge)
    surnames = find_lone_names(people, middles, named, reading, knowledge)
    mentions = pl.concat(
        [named.with_columns(mention_kind=pl.lit("name")), surnames], how="diagonal_relaxed"
    ).sort("token")
    for persons in (people.select("document", "name", "person"), middles):
        mentions = mentions.join(
            persons, on=["document", "name"], how="left", maintain_order="left"
        )
    mentions = mentions.with_columns(person=pl.coalesce("person", "whole", "name")).drop("whole")
    mentions = join_respelt(mentions, knowledge)
    is_short = ~pl.col("name").str.contains(" ", literal=True) & pl.col("person").str.contains(
        " ", literal=True
    )
    mentions = mentions.with_columns(
        mention_kind=pl.when(is_short).then(pl.lit("surname")).otherwise("mention_kind")
    )
    reading.set_letters(surnames, "PERSON")
    return _known(mentions, knowledge)


def _with_names(spans: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The folded words of each span, the first without a proclitic that it is known to hold."""
    words = tokens_inside(
        spans.select("token", "n_tokens", "is_whole", "is_conjoined"), "token", "n_tokens"
    )
    bare, folded = (reading.text.at(column, words["at"]) for column in ("bare", "folded"))
    word = (
        pl.when((pl.col("at") != pl.col("token")) | pl.col("is_whole"))
        .then(folded)
        .when("is_conjoined")
        .then(pl.lit(folded).str.slice(1))
        .otherwise(bare)
    )
    names = (
        words.select("token", name=word)
        .group_by("token", maintain_order=True)
        .agg(
            # `كيم جونغ-أون` goes by `كيم جونغ أون`.
            pl.col("name").filter(~pl.col("name").str.contains(_HYPHEN))
        )
    )
    return spans.hstack(names.select(pl.col("name").list.join(" ")))


def _without_proclitics(named: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Take `ب` and the like off a first word where lexicon or article has the name without it.

    No list tells whether `بمحمد` and `برهام` hold a preposition; the name written elsewhere does.
    """
    at = named["name"].str.contains("^[وفبلك]").arg_true()
    tried = named.select("document", "name", plain=pl.col("name").str.slice(1))[at]
    # The article's own names, whole, by their first words and by their last.
    others = pl.concat(
        [
            named.select("document", plain="name"),
            named.select("document", plain=pl.col("name").str.split(" ").list.last()),
        ]
    )
    written = tried.with_row_index("row").join(others, on=["document", "plain"], how="semi")["row"]
    is_written = pl.repeat(False, tried.height, eager=True).scatter(written, True)
    is_listed, is_whole = (
        knowledge.people_rows.rows(tried[name]).is_not_null() for name in ("plain", "name")
    )
    holds = (is_listed & tried["name"].str.contains(" ", literal=True)) | is_written
    tried, at = tried.filter(holds & ~is_whole), at.filter(holds & ~is_whole)
    return named.with_columns(
        named["name"].clone().scatter(at, tried["plain"]),
        named["is_conjoined"].clone().scatter(at, True),
    )


def _with_ids(named: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Add `id`: the lexicon's person of that name, else of the listed name that opens it."""
    own = knowledge.people["entity_id"][knowledge.people_rows.rows(named["name"])]
    return named.with_columns(id=pl.coalesce(own, "listed_id")).drop("listed_id")


def _fullest(named: pl.DataFrame) -> pl.DataFrame:
    """Every run of words of a full name with the fullest name of the article that holds it.

    Returns:
        `document`, `name` (the run), `person`; a run that several hold goes to the first named.
    """
    full = (
        named.with_columns(words=pl.col("name").str.split(" "))
        .with_columns(n=pl.col("words").list.len())
        .filter(pl.col("n") > 1)
        .sort("n", "token", descending=[True, False])
        .unique(["document", "name"], keep="first", maintain_order=True)
    )
    # A name is cut at its end (`محمد بن راشد`) or at its beginning (`كارتر`), but not after `بن`:
    # that is the father.
    cuts = [
        full.filter(pl.col("n") > length).with_columns(
            run=pl.col("words").list.slice(start, length), before=before
        )
        for length in range(1, _MAX_TOKENS)
        for start, before in (
            (pl.lit(0), pl.lit("")),
            (
                pl.col("n") - length,
                pl.col("words").list.get(pl.col("n").cast(pl.Int64) - length - 1),
            ),
        )
    ]
    runs = pl.concat([full.with_columns(run="words", before=pl.lit("")), *cuts])
    runs = runs.filter(~pl.col("before").is_in(_FATHER)).select(
        "document", "token", "n", person="name", name=pl.col("run").list.join(" ")
    )
    fathers = full.with_columns(run=pl.col("name").str.extract(_BY_FATHER)).drop_nulls("run")
    runs = pl.concat([runs, fathers.select(*runs.columns[:3], person="name", name="run")])
    # `محمد عبد السلام` is `عبدالسلام`, and the other way round.
    joined = pl.col("name").str.replace_all(_APART, "${1}عبدال")
    parted = pl.col("name").str.replace_all(_JOINED, "${1}عبد ال")
    # `أحمد قطان` is `القطان`.
    is_family = pl.col("person").str.ends_with(pl.concat_str(pl.lit(" "), "name"))
    is_family &= ~pl.col("name").str.contains("^ال| ")
    family = pl.when(is_family).then(pl.concat_str(pl.lit("ال"), "name")).otherwise("name")
    respelt = [
        runs.with_columns(name=other).filter(pl.col("name") != runs["name"])
        for other in (joined, parted, family)
    ]
    return (
        pl.concat([runs, *respelt])
        .filter((pl.col("name").str.len_chars() > 1) & ~pl.col("name").is_in(_FATHER))
        .sort("n", "token", descending=[True, False])
        .unique(["document", "name"], keep="first", maintain_order=True)
        .select("document", "name", "person")
    )


def _one_name_each(people: pl.DataFrame, named: pl.DataFrame) -> pl.DataFrame:
    """Bring the names that the lexicon has for one person under the longest in the article."""
    known = named.drop_nulls("id").select("document", "id", "token", person="name")
    longest = (
        known.sort(pl.col("person").str.len_chars(), "token", descending=[True, False])
        .unique(["document", "id"], keep="first", maintain_order=True)
        .select("document", "id", longest="person")
    )
    same = (
        known.select("document", "id", "person")
        .unique(["document", "person"], keep="first", maintain_order=True)
        .join(longest, on=["document", "id"], how="left", maintain_order="left")
    )
    lone = same.select("document", "person", "longest", name="person")
    listed = people.join(
        same.select("document", "person", "longest"),
        on=["document", "person"],
        how="left",
        maintain_order="left",
    )
    return (
        pl.concat([listed, lone.select(listed.columns)])
        .unique(["document", "name"], keep="first", maintain_order=True)
        .select("document", "name", person=pl.coalesce("longest", "person"))
    )


def _known(mentions: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Add what the lexicon says of each person, whichever of the names it knows."""
    people, rows = knowledge.people, knowledge.people_rows.rows(mentions["person"])
    own = pl.col("id").drop_nulls().first().over("document", "person")
    return (
        mentions.with_columns(entity_id=pl.coalesce(people["entity_id"][rows], own))
        .drop("id")
        .join(_entries(knowledge.lexicons), on="entity_id", how="left", maintain_order="left")
    )


@once_a_version
def _entries(lexicons: Lexicons) -> pl.DataFrame:
    """What the lexicon says of each person."""
    people = compile_knowledge(lexicons).people
    return people.drop("folded").unique("entity_id", keep="first", maintain_order=True)
