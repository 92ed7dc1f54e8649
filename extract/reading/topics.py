"""Topics: the terms of the lexicon where they stand in the text."""

import polars as pl

from extract.arabic.lookup import find_forms, longest
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading


def find_topics(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Hits of topic terms outside datelines, the longest where they overlap.

    Returns:
        `token`, `n_tokens`, `topic_id`, `document`, in running order.
    """
    tokens = reading.text.tokens
    hits = find_forms(reading.text, knowledge.topics)
    topic = knowledge.topics.forms["entry_id"].gather(hits["form"])
    hits = hits.select("token", "n_tokens", topic_id=topic).unique(maintain_order=True)
    hits = longest(hits)
    return hits.with_columns(
        document=tokens["document"].gather(hits["token"]),
    ).filter(tokens["part"].gather(hits["token"]) != "dateline")
