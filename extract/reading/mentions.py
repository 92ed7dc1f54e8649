"""Names of the lexicons found in the text: countries and their adjectives, places, organisations, titles.

People whose names no lexicon holds belong in `extract.reading.people`.
"""

import polars as pl

from extract.arabic.lookup import find_phrases, find_words, longest
from extract.reading.alphabet import LETTERS
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

# Of two readings of one span the first listed stands.
_RANK = {
    "person": 0,
    "country": 1,
    "organization": 2,
    "agency": 3,
    "place": 4,
    "nisba": 5,
    "title": 6,
    "topic": 7,
}
# A country inside the name of a body is named too (`وكالة الأنباء السعودية`); letters are set in this
# order, the last standing.
_GROUPS = (["country", "place", "nisba"], ["title"], ["organization", "agency"], ["person"])
_CLASS = {
    "person": "PERSON",
    "country": "COUNTRY",
    "organization": "ORG",
    "agency": "ORG",
    "place": "PLACE",
    "nisba": "NISBA",
}
# A word that is also something else is a name after one of these.
_BEFORE_NAME = ("IN", "FROM", "TO", "PREP", "TITLE", "ORG_HEAD", "COUNTRY", "COMMA")
_AFTER_NAME = ("FINITE", "WEAK_FINITE", "VERB", "AUX")


def find_names(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Names, nisbas and titles, the longest where they overlap; their letters are set in `reading`.

    Returns:
        `token`, `n_tokens`, `document` and the columns of `Knowledge.entries`, in running order.
    """
    hits = pl.concat([_single(reading, knowledge), find_phrases(reading.text, knowledge.names)])
    hits = hits.with_columns(document=reading.text.tokens["document"].gather(hits["token"])).join(
        knowledge.entries, on="form", how="inner", maintain_order="left"
    )
    hits = _settle_ambiguous(hits, reading)
    hits = pl.concat([_choose(hits.filter(pl.col("lexicon").is_in(group))) for group in _GROUPS])
    is_lone_title = (pl.col("lexicon") == "title") & (pl.col("n_tokens") == 1)
    word_class = (
        pl.when(is_lone_title)
        # The class of the word stands: some titles are names too.
        .then(None)
        .when((pl.col("lexicon") == "title") & pl.col("has_article"))
        .then(pl.lit("TITLE_DEFINITE"))
        .when(pl.col("lexicon") == "title")
        .then(pl.lit("TITLE"))
        .otherwise(pl.col("lexicon").replace_strict(_CLASS, default=None))
    )
    reading.set_letters(hits.with_columns(word_class.alias("class")).drop_nulls("class"))
    return hits.drop("rank").sort("token", "n_tokens", descending=[False, True], maintain_order=True)


def _choose(hits: pl.DataFrame) -> pl.DataFrame:
    """The longest hits of one group of lexicons, one a span."""
    return (
        longest(hits)
        .with_columns(rank=pl.col("lexicon").replace_strict(_RANK, return_dtype=pl.Int32))
        .sort("token", "rank", "entity_id", nulls_last=True)
        .unique("token", keep="first", maintain_order=True)
    )


def _single(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    words = find_words(reading.text, knowledge.names)
    return (
        reading.text.tokens.select("token", "word")
        .join(words, on="word", how="inner", maintain_order="left")
        .select("token", n_tokens=pl.lit(1, pl.UInt32), form="form")
    )


def _settle_ambiguous(hits: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Keep an ambiguous name where its neighbours, or a sure mention in the article, make it one."""
    last = len(reading.letters) - 1
    before = reading.letters.gather((hits["token"].cast(pl.Int64) - 1).clip(0, last))
    after = reading.letters.gather((hits["token"].cast(pl.Int64) + hits["n_tokens"]).clip(0, last))
    has_preposition = pl.col("proclitics").str.contains("[بلك]")
    in_place = (
        before.is_in([ord(LETTERS[n]) for n in _BEFORE_NAME])
        | after.is_in([ord(LETTERS[n]) for n in _AFTER_NAME])
    )
    hits = hits.with_columns(in_place=in_place)
    sure = hits.filter(~pl.col("is_ambiguous")).select("document", "entity_id").unique()
    sure = sure.with_columns(is_backed=pl.lit(value=True))
    hits = hits.join(sure, on=["document", "entity_id"], how="left", maintain_order="left")
    is_name = pl.col("lexicon").is_in(["country", "place"])
    stands = is_name & (pl.col("in_place") | has_preposition)
    return hits.filter(~pl.col("is_ambiguous") | pl.col("is_backed").fill_null(value=False) | stands).drop(
        "in_place", "is_backed"
    )
