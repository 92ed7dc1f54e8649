"""Names that an article spells in two ways: `كازاهورا` and `كازاهور`.

Which forms of a name are one by their words belongs in `extract.reading.identities`.
"""

import polars as pl

from extract.reading.knowledge import Knowledge
from extract.reading.open_words import given_names

# The spellings of a foreign name differ in what Arabic may leave out: its long vowels.
_VOWELS = "[اويىةه]"
# Names of fewer other letters are alike by chance.
_LEAST = 3


def join_respelt(mentions: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Bring names that differ in long vowels alone under the one named first in full.

    Args:
        mentions: `document`, `token`, `name`, `person` and others, in running order.
        knowledge: Arabic names, whose vowels tell one from another (`حسن`, `حسين`), stay apart.

    Returns:
        `mentions` in order with `person` of those changed.
    """
    given = given_names(knowledge.lexicons)
    words = pl.col("person").str.split(" ")
    keyed = mentions.with_columns(
        last=words.list.last(), first=words.list.slice(0, words.list.len() - 1).list.join(" ")
    ).with_columns(skeleton=pl.col("last").str.replace_all(_VOWELS, ""))
    is_foreign = ~pl.col("last").is_in(given) & ~pl.col("last").str.starts_with("ال")
    is_foreign &= pl.col("skeleton").str.len_chars() >= _LEAST
    people = keyed.filter(is_foreign & (pl.col("first") != "")).unique(
        ["document", "person"], keep="first", maintain_order=True
    )
    full = people.unique(["document", "first", "skeleton"], keep="first", maintain_order=True)
    # A surname alone is whose it is where only one has such a name.
    alone = full.filter(pl.len().over("document", "skeleton") == 1)
    full = full.select("document", "first", "skeleton", full="person")
    alone = alone.select("document", "skeleton", alone="person")
    joined = keyed.join(
        full, on=["document", "first", "skeleton"], how="left", maintain_order="left"
    ).join(alone, on=["document", "skeleton"], how="left", maintain_order="left")
    other = pl.when(pl.col("first") == "").then("alone").otherwise("full")
    is_other = is_foreign & other.is_not_null()
    return joined.with_columns(person=pl.when(is_other).then(other).otherwise("person")).select(
        mentions.columns
    )
