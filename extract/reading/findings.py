"""Who and what the names of a batch stand for, as every later stage is given it."""

from dataclasses import dataclass

import polars as pl

from extract.reading.words import Reading


@dataclass(frozen=True)
class Findings:
    """The names that were found in a batch.

    Attributes:
        names: Names of the lexicons, one row a name: `token`, `n_tokens`, `document`, `lexicon`,
            what it stands for (columns as of `Knowledge.entries`).
        people: Mentions of persons with `person`, `display_name`, roles and countries.
        organizations: Mentions of organisations with `entity_id`, `entity_name`, `country_code`.
    """

    names: pl.DataFrame
    people: pl.DataFrame
    organizations: pl.DataFrame


@dataclass(frozen=True)
class Scene:
    """A batch as tables, for what is read after the names are settled.

    Attributes:
        reading: Words of the batch.
        articles: Columns as in `schemas.ARTICLES`; row number is `document`.
        sentences: From `sentences.sentence_rows`.
        mentions: From `tables.mention_rows`, outside of datelines, with `token`, `n_tokens`,
            `document` and `sentence` (numbers).
    """

    reading: Reading
    articles: pl.DataFrame
    sentences: pl.DataFrame
    mentions: pl.DataFrame


@dataclass(frozen=True)
class Dealings:
    """Who may deal with whom in a batch, and what they do.

    Attributes:
        parties: From `parties.find_parties`.
        acts: From `acts.find_acts`.
        statements: With speakers, none of whom speaks for an international body.
        homes: From `homes.own_homes`.
    """

    parties: pl.DataFrame
    acts: pl.DataFrame
    statements: pl.DataFrame
    homes: pl.DataFrame


def set_scene(
    reading: Reading, articles: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame
) -> Scene:
    """Put a batch's tables together, mentions with the numbers of document and sentence."""
    numbers = reading.text.tokens.select("document", "sentence")[mentions["token"]]
    told = mentions.hstack(numbers).filter(~pl.col("is_dateline"))
    return Scene(reading, articles, sentences, told)
