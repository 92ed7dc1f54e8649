"""Words of dealing in the text: verbs and nouns of `acts.csv`, and the clauses they stand in."""

import polars as pl

from extract.reading.alphabet import LETTERS
from extract.reading.knowledge import Knowledge
from extract.reading.neighbours import neighbours
from extract.reading.words import Reading

_BOUNDARIES = (
    "COMP",
    "RELATIVE",
    "FINITE",
    "WEAK_FINITE",
    "VERB",
    "PARTICIPLE",
    "SAYING",
    "COLON",
    "STOP",
    "BREAK",
)
_VERBS = ("FINITE", "WEAK_FINITE", "VERB", "AUX")
# Words that are names here are no acts: `تمام سلام`.
_NO_ACTS = ("PERSON", "ORG", "PLACE", "GIVEN", "COUNTRY")
_RELATIVE = "^[وفبلك]?(?:ال|لل)(?:ذي|تي|ذين|لذين|لتين|لذان|لتان)$"
# `إنه سيبحث`: whoever speaks does it, not who was named last.
_SELF = "^[وفبلك]?انه(?:ا|م|ما)?$"


def find_acts(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Words of dealing: `act` (token), `document`, `sentence`, `clause`, and what it is like."""
    vocabulary = reading.text.vocabulary.select("folded").with_row_index("word")
    vocabulary = vocabulary.with_columns(is_accusative=pl.col("folded").str.ends_with("ا"))
    words = vocabulary.join(knowledge.acts, on="folded", how="inner", maintain_order="left").drop(
        "folded"
    )
    is_word = ~reading.letters.is_in([ord(LETTERS[name]) for name in _NO_ACTS])
    acts = reading.text.tokens.filter(is_word & (reading.text.tokens["part"] != "dateline")).join(
        words, on="word", how="inner", maintain_order="left"
    )
    clause = clauses(reading)
    before = neighbours(acts["token"], -1, reading)["folded"]
    verbs = [ord(LETTERS[name]) for name in _VERBS]
    return acts.select(
        "document",
        "sentence",
        act="token",
        clause=clause.gather(acts["token"]),
        is_self=before.str.contains(_SELF),
        is_relative=before.str.contains(_RELATIVE),
        # `متوجها إلى`: a circumstance of whoever does the verb.
        is_circumstance=pl.col("is_accusative"),
        is_conjoined=reading.clitics.gather(acts["token"]) == ord("1"),
        # Of a word that is verb and noun (`قصف`) the letter says which it is here.
        is_verb=pl.col("form").is_in(["perfect", "imperfect"])
        & (~pl.col("is_noun_too") | reading.letters.gather(acts["token"]).is_in(verbs)),
        has_pronoun=pl.col("suffix").fill_null("") != "",
        markers="markers",
        takes_object=pl.col("markers").list.contains("object"),
        is_mutual="is_mutual",
        basis="basis",
    )


def clauses(reading: Reading) -> pl.Series:
    """A number for every token that grows wherever a clause may begin."""
    is_boundary = reading.letters.is_in([ord(LETTERS[name]) for name in _BOUNDARIES])
    return is_boundary.cast(pl.UInt32).cum_sum()
