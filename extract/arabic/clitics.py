"""Proclitics on words that need no inflection: closed classes, common words, names.

Words that inflect go through the morphology database (`extract.arabic.morphology`), which reads the
same table of clitics.
"""

import polars as pl

# What a rule asks of a token: a conjunction, a preposition, or both. Article and future do not
# matter.
CONJUNCTION = {"و": "w", "ف": "w"}
PREPOSITION = {"ب": "b", "ل": "l", "ك": "k"}


def clitic_class(proclitics: str) -> str:
    """`bare`, `w`, `b`, `l`, `k`, `wb`, `wl` or `wk` for a string of proclitics (`وبال` → `wb`)."""
    name = CONJUNCTION.get(proclitics[:1], "")
    rest = proclitics[1:] if name else proclitics
    return name + PREPOSITION.get(rest[:1], "") or "bare"


def cliticise(words: pl.DataFrame, clitics: pl.DataFrame, attaches_to: str) -> pl.DataFrame:
    """Every word bare and with each proclitic of a class.

    Args:
        words: A column `folded`, the words, and any further columns.
        clitics: The lexicon `clitics`.
        attaches_to: Its class of proclitics: `nominal`, `definite` (which carry the article),
            `perfect`.

    Returns:
        `words` with `form`, the word as written, `bare`, the word without it, and `clitic_class`.
    """
    proclitics = clitics.filter(
        (pl.col("attaches_to") == attaches_to) & (pl.col("position") == "proclitic")
    ).select(proclitic="clitic")
    if attaches_to != "definite":
        proclitics = pl.concat([pl.DataFrame({"proclitic": [""]}), proclitics])
    proclitics = proclitics.with_columns(
        clitic_class=pl.col("proclitic").map_elements(clitic_class, return_dtype=pl.String)
    )
    article = "ال" if attaches_to == "definite" else ""
    return words.join(proclitics, how="cross").with_columns(
        form=pl.col("proclitic") + pl.col("folded"), bare=pl.lit(article) + pl.col("folded")
    )
