"""Topics: the terms of the lexicon where they stand in the text."""

import polars as pl

from extract.arabic.lookup import find_phrases, find_words, longest
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading


def find_topics(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Hits of topic terms, the longest where they overlap: `token`, `n_tokens`, `document`, `topic_id`."""
    words = find_words(reading.text, knowledge.topics)
    single = (
        reading.text.tokens.select("token", "word")
        .join(words, on="word", how="inner", maintain_order="left")
        .select("token", n_tokens=pl.lit(1, pl.UInt32), form="form")
    )
    hits = pl.concat([single, find_phrases(reading.text, knowledge.topics)])
    topic = knowledge.topics.forms["entry_id"].gather(hits["form"])
    hits = hits.with_columns(topic_id=topic).unique(
        ["token", "n_tokens", "topic_id"], maintain_order=True
    )
    hits = longest(hits.drop("form"))
    is_inside = reading.text.tokens["part"].gather(hits["token"]) != "dateline"
    return hits.filter(is_inside).with_columns(
        document=reading.text.tokens["document"].gather(hits.filter(is_inside)["token"])
    )
