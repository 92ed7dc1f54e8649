"""Names of the lexicons in the text: countries, their adjectives, places, bodies, titles.

People whose names no lexicon holds belong in `extract.reading.people`.
"""

import polars as pl

from extract.arabic.clitics import clitic_class
from extract.arabic.lookup import find_forms, longest
from extract.reading.alphabet import code, is_class
from extract.reading.homonyms import settle_homonyms
from extract.reading.knowledge import Knowledge
from extract.reading.neighbours import neighbours
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
}
# A country inside the name of a body is named too (`وكالة الأنباء السعودية`); letters are set in
# this order, the last standing.
_GROUPS = (["country", "place", "nisba"], ["title"], ["organization", "agency"], ["person"])
_CLASS = {
    "person": "PERSON",
    "country": "COUNTRY",
    "organization": "ORG",
    "agency": "ORG",
    "place": "PLACE",
    "nisba": "NISBA",
}
_GEOGRAPHIC = ("COUNTRY", "PLACE", "NISBA")


def find_names(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Names, nisbas and titles, the longest where they overlap; their letters are set in `reading`.

    Returns:
        `token`, `n_tokens`, `document` and the columns of `Knowledge.entries`, in running order.
    """
    hits = find_forms(reading.text, knowledge.names)
    hits = hits.with_columns(document=reading.text.tokens["document"][hits["token"]]).join(
        knowledge.entries, on="form", how="inner", maintain_order="left"
    )
    found = hits
    hits = settle_homonyms(hits, reading, knowledge)
    _unmark(found, hits, reading, knowledge)
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
    _set_clitics(hits, reading)
    return hits.drop("rank", "n_backing").sort(
        "token", "n_tokens", descending=[False, True], maintain_order=True
    )


def _set_clitics(hits: pl.DataFrame, reading: Reading) -> None:
    """`وكوت ديفوار`: the proclitic of a name whose first word no list holds."""
    phrases = hits.filter((pl.col("n_tokens") > 1) & (pl.col("proclitics") != ""))
    for proclitics in phrases["proclitics"].drop_nulls().unique().sort():
        tokens = phrases["token"].filter(phrases["proclitics"] == proclitics)
        reading.set_clitics(tokens, clitic_class(proclitics))


def _unmark(
    found: pl.DataFrame, kept: pl.DataFrame, reading: Reading, knowledge: Knowledge
) -> None:
    """Take the letter of a name from words that are none here (`المالي`, financial)."""
    dropped = found.filter(pl.col("n_tokens") == 1).join(
        kept.select("token").unique(), on="token", how="anti", maintain_order="left"
    ).unique("token", keep="first", maintain_order=True)  # fmt: skip
    letters = reading.letters[dropped["token"]]
    dropped = dropped.filter(is_class(letters, *_GEOGRAPHIC))
    before = neighbours(dropped["token"], -1, reading, "letter")["letter"]
    given = knowledge.lexicons["given_names"]["name"].implode()
    follows_name = before == code("GIVEN")
    is_adjective = (pl.col("lexicon") == "nisba") & ~follows_name
    word_class = (
        pl.when(pl.col("has_article"))
        .then(pl.when(is_adjective).then(pl.lit("DEFINITE")).otherwise(pl.lit("UNKNOWN_DEFINITE")))
        .when(is_adjective & ~pl.col("entry_id").is_in(given))
        .then(pl.lit("ADJECTIVE"))
        .otherwise(pl.lit("GIVEN"))
    )
    reading.set_letters(dropped.with_columns(word_class.alias("class")))


def _choose(hits: pl.DataFrame) -> pl.DataFrame:
    """The longest hits of one group of lexicons, one a span."""
    return (
        longest(hits)
        .with_columns(rank=pl.col("lexicon").replace_strict(_RANK, return_dtype=pl.Int32))
        .sort(
            "token",
            "n_backing",
            "rank",
            "entity_id",
            descending=[False, True, False, False],
            nulls_last=True,
        )
        .unique("token", keep="first", maintain_order=True)
    )
