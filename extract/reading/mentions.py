"""Names of the lexicons in the text: countries, their adjectives, places, bodies, titles.

People whose names no lexicon holds belong in `extract.reading.people`.
"""

import polars as pl

from extract.arabic.clitics import clitic_class
from extract.arabic.lookup import find_forms, longest
from extract.reading.alphabet import code, is_class
from extract.reading.homonym_spelling import is_course, settle_governors
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
_GROUP = {lexicon: number for number, group in enumerate(_GROUPS) for lexicon in group}
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
    found = find_forms(reading.text, knowledge.names)
    found = found.with_columns(
        document=reading.text.tokens["document"][found["token"]],
        lexicon=knowledge.entries["lexicon"][found["form"]],
    )
    hits = settle_homonyms(found, reading, knowledge)
    _unmark(found, hits, reading, knowledge)
    hits = _choose(hits, reading.text.tokens.height)
    reading.set_letters(_classes(hits, knowledge))
    settle_governors(reading)
    hits = hits.sort("token", "n_tokens", descending=[False, True], maintain_order=True)
    # What a name stands for is wide: it is looked up of those that are left.
    others = [name for name in knowledge.entries.columns if name not in hits.columns]
    hits = hits.hstack(knowledge.entries.select(others)[hits["form"]])
    _set_clitics(hits, reading)
    return hits.select("token", "n_tokens", "document", *knowledge.entries.columns)


def _classes(hits: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """The spans of names with their `class`; that of a lone title stands: some are names too."""
    is_title = hits["lexicon"] == "title"
    hits = hits.filter(~is_title | (hits["n_tokens"] > 1))
    has_article = knowledge.entries["has_article"][hits["form"]]
    title = pl.when(has_article).then(pl.lit("TITLE_DEFINITE")).otherwise(pl.lit("TITLE"))
    return hits.select(
        "token", "n_tokens", pl.col("lexicon").replace_strict(_CLASS, default=title).alias("class")
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
    is_marked = is_class(reading.letters[found["token"]], *_GEOGRAPHIC)
    # … and of a body where it is somebody's, whose name may be a title too: `المهندس فارس الأحمد`.
    given = knowledge.lexicons["given_names"]["name"].implode()
    is_man = reading.text.at("folded", found["token"]).is_in(given)
    is_man &= found["lexicon"].is_in(["agency", "organization"])
    named = kept.filter(pl.col("lexicon") != "title")
    dropped = pl.concat(
        [
            found.filter(is_marked).join(kept, on="token", how="anti", maintain_order="left"),
            found.filter(is_man).join(named, on="token", how="anti", maintain_order="left"),
        ]
    )
    dropped = dropped.filter(pl.col("n_tokens") == 1).unique(
        "token", keep="first", maintain_order=True
    )
    dropped = dropped.hstack(knowledge.entries.select("has_article", "entry_id")[dropped["form"]])
    before = neighbours(dropped["token"], -1, reading, "letter")["letter"]
    follows_name = before == code("GIVEN")
    is_adjective = (pl.col("lexicon") == "nisba") & ~follows_name
    # `غيرت مجرى النهر`
    runs = reading.text.where_at(dropped["token"], is_course)
    word_class = (
        pl.when(pl.lit(runs) & ~pl.col("has_article"))
        .then(pl.lit("NOUN"))
        .when(pl.col("has_article"))
        .then(pl.when(is_adjective).then(pl.lit("DEFINITE")).otherwise(pl.lit("UNKNOWN_DEFINITE")))
        .when(is_adjective & ~pl.col("entry_id").is_in(given))
        .then(pl.lit("ADJECTIVE"))
        .otherwise(pl.lit("GIVEN"))
    )
    reading.set_letters(dropped.with_columns(word_class.alias("class")))


def _choose(hits: pl.DataFrame, n_tokens: int) -> pl.DataFrame:
    """The longest hits of each group of lexicons, one a span, group by group.

    Args:
        hits: Names, as `settle_homonyms` leaves them.
        n_tokens: Of the batch: so far apart the groups are laid, for all to be chosen at once.
    """
    group = pl.col("lexicon").replace_strict(_GROUP, return_dtype=pl.UInt32)
    hits = longest(hits.with_columns(pl.col("token") + group * n_tokens))
    token = hits["token"]
    # Most spans have one reading, and nothing to be chosen of.
    is_shared = ((token == token.shift(1)) | (token == token.shift(-1))).fill_null(value=False)
    rank = pl.col("lexicon").replace_strict(_RANK, return_dtype=pl.Int32)
    best = (
        hits.with_row_index("row")
        .filter(is_shared)
        .sort(
            "token",
            "n_backing",
            rank,
            "entity_id",
            descending=[False, True, False, False],
            nulls_last=True,
        )
        .unique("token", keep="first", maintain_order=True)
    )
    chosen = hits.filter((~is_shared).scatter(best["row"], True))
    return chosen.with_columns(pl.col("token") % n_tokens)
