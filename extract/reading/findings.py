"""Who and what the names of a batch stand for, as every later stage is given it."""

from dataclasses import dataclass

import polars as pl


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
