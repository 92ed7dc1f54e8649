"""Set phrases of the lexicons where they stand in the text, found in one walk over all tokens.

What topics, formulas, issues and occasions mean belongs in the modules that read each.
"""

import polars as pl

from extract.arabic.lookup import find_forms, longest
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

# The lists that phrases are of.
_LISTS = {name: number for number, name in enumerate(("topic", "formula", "issue", "occasion"))}


def find_phrases(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Hits of set phrases outside datelines, of one list the longest where they overlap.

    Returns:
        `token`, `n_tokens`, `lexicon` (`topic`, `formula`, `issue`, `occasion`), `entry_id`,
        `document`; each list by `token`.
    """
    tokens = reading.text.tokens
    hits = find_forms(reading.text, knowledge.phrases)
    hits = hits.filter(tokens["part"][hits["token"]] != "dateline")
    forms = knowledge.phrases.forms
    hits = hits.select(
        "token",
        "n_tokens",
        lexicon=forms["lexicon"][hits["form"]],
        entry_id=forms["entry_id"][hits["form"]],
    ).unique(maintain_order=True)
    # As if the text stood there once a list, for only phrases of one list are chosen from.
    text = pl.col("lexicon").replace_strict(_LISTS, return_dtype=pl.UInt32) * tokens.height
    chosen = longest(hits.with_columns((pl.col("token") + text).cast(pl.UInt32)))
    token = chosen["token"] % tokens.height
    return chosen.with_columns(token, document=tokens["document"][token])


def phrases_of(phrases: pl.DataFrame, lexicon: str) -> pl.DataFrame:
    """The hits of one list.

    Returns:
        `token`, `n_tokens`, `<lexicon>_id`, `document`, by `token`.
    """
    return phrases.filter(pl.col("lexicon") == lexicon).select(
        "token", "n_tokens", pl.col("entry_id").alias(f"{lexicon}_id"), "document"
    )
