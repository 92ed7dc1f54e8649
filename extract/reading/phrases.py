"""Set phrases of the lexicons where they stand in the text, found in one walk over all tokens.

What topics, formulas, issues and occasions mean belongs in the modules that read each.
"""

import polars as pl

from extract.arabic.lookup import find_forms, longest
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading


def find_phrases(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Hits of set phrases outside datelines.

    Returns:
        `token`, `n_tokens`, `lexicon` (`topic`, `formula`, `issue`, `occasion`), `entry_id`,
        `document`; overlapping ones too.
    """
    tokens = reading.text.tokens
    hits = find_forms(reading.text, knowledge.phrases)
    forms = knowledge.phrases.forms
    hits = hits.select(
        "token",
        "n_tokens",
        lexicon=forms["lexicon"][hits["form"]],
        entry_id=forms["entry_id"][hits["form"]],
    ).unique(maintain_order=True)
    return hits.with_columns(document=tokens["document"][hits["token"]]).filter(
        tokens["part"][hits["token"]] != "dateline"
    )


def phrases_of(phrases: pl.DataFrame, lexicon: str) -> pl.DataFrame:
    """The hits of one list, the longest where they overlap.

    Returns:
        `token`, `n_tokens`, `<lexicon>_id`, `document`, by `token`.
    """
    hits = phrases.filter(pl.col("lexicon") == lexicon).drop("lexicon")
    return longest(hits).rename({"entry_id": f"{lexicon}_id"})
