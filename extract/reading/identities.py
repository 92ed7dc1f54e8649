"""Which person each name in an article stands for: full names, their shorter forms, known people.

A shorter form belongs to the fullest name of its article that holds its words in a row; a lone surname
or first name is a mention only where such a name stands in the article, or the lexicon knows no other.
"""

import polars as pl

from extract.reading.alphabet import LETTERS
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading

_MAX_TOKENS = 6
_FATHER = ["بن", "ابن", "بنت", "ابي", "ابو", "ال", "عبد"]
# Letters of words that may be a surname even though they mean something else.
_SURNAME_CLASSES = ("GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE")


def identify_people(spans: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Add surnames to the spans found, and give every mention its person.

    Returns:
        One row a mention in running order: `token`, `n_tokens`, `document`, `name` (folded words),
        `person` (the fullest folded name in the article), `mention_kind` (`name` or `surname`), and of
        people in the lexicon `entity_id`, `entity_name`, `entity_name_latin`, `country_code`, `gender`.
    """
    named = _with_names(spans, reading)
    people = _fullest(named)
    surnames = _surnames(people, named, reading)
    mentions = pl.concat([named.with_columns(mention_kind=pl.lit("name")), surnames])
    mentions = mentions.sort("token").join(
        people.select("document", "name", "person"), on=["document", "name"], how="left", maintain_order="left"
    )
    reading.set_letters(surnames, "PERSON")
    return _known(mentions.with_columns(pl.col("person").fill_null(pl.col("name"))), knowledge)


def _with_names(spans: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The folded words of each span, the first without a proclitic that it is not known to hold."""
    words = spans.with_columns(
        at=pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32)
    ).explode("at", empty_as_null=False)
    folded = reading.text.vocabulary["bare"].gather(reading.text.tokens["word"].gather(words["at"]))
    plain = reading.text.vocabulary["folded"].gather(reading.text.tokens["word"].gather(words["at"]))
    is_first = words["at"] == words["token"]
    words = words.with_columns(word=pl.select(pl.when(is_first).then(folded).otherwise(plain)).to_series())
    return words.group_by("token", "n_tokens", "document", maintain_order=True).agg(
        name=pl.col("word").str.join(" ")
    )


def _fullest(named: pl.DataFrame) -> pl.DataFrame:
    """Every run of words of a full name with the fullest name of the article that holds it.

    Returns:
        `document`, `name` (the run), `person`; a run that several hold goes to the first named.
    """
    full = (
        named.with_columns(words=pl.col("name").str.split(" "))
        .with_columns(n=pl.col("words").list.len())
        .filter(pl.col("n") > 1)
        .sort("n", "token", descending=[True, False])
        .unique(["document", "name"], keep="first", maintain_order=True)
    )
    # A name is cut at its end (`محمد بن راشد`) or at its beginning (`كارتر`), but not after `بن`:
    # that is the father.
    cuts = [
        full.filter(pl.col("n") > length).with_columns(
            run=pl.col("words").list.slice(start, length), before=before
        )
        for length in range(1, _MAX_TOKENS)
        for start, before in (
            (pl.lit(0), pl.lit("")),
            (pl.col("n") - length, pl.col("words").list.get(pl.col("n").cast(pl.Int64) - length - 1)),
        )
    ]
    runs = pl.concat([full.with_columns(run="words", before=pl.lit("")), *cuts])
    runs = runs.filter(~pl.col("before").is_in(_FATHER)).select(
        "document", "token", "n", person="name", name=pl.col("run").list.join(" ")
    )
    return (
        runs.filter(pl.col("name").str.len_chars() > 1)
        .sort("document", "name", "n", "token", descending=[False, False, True, False])
        .unique(["document", "name"], keep="first", maintain_order=True)
        .select("document", "name", "person")
    )


def _surnames(people: pl.DataFrame, named: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Lone words that are a name of somebody named in full in the article."""
    single = people.filter(~pl.col("name").str.contains(" ", literal=True))
    # Of a name's words the last and the first stand for it alone.
    ends = single.filter(
        pl.col("person").str.ends_with(pl.concat_str(pl.lit(" "), "name"))
        | pl.col("person").str.starts_with(pl.concat_str("name", pl.lit(" ")))
    )
    codes = [ord(LETTERS[n]) for n in _SURNAME_CLASSES]
    bare = reading.text.tokens.select(
        "token", "document", name=reading.text.gather("bare"), letter=reading.letters
    ).filter(pl.col("letter").is_in(codes))
    # No list says whether the first letter of an unknown word is a proclitic; the article does.
    stripped = bare.with_columns(pl.col("name").str.replace("^[وفبلك]", ""))
    words = pl.concat([bare, stripped])
    covered = named.select(
        token=pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32)
    ).explode("token", empty_as_null=False)
    return (
        words.join(covered, on="token", how="anti", maintain_order="left")
        .join(ends, on=["document", "name"], how="semi", maintain_order="left")
        .unique("token", keep="first", maintain_order=True)
        .select(
            "token",
            n_tokens=pl.lit(1, pl.UInt32),
            document="document",
            name="name",
            mention_kind=pl.lit("surname"),
        )
    )


def _known(mentions: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    return mentions.join(
        knowledge.people, left_on="person", right_on="folded", how="left", maintain_order="left"
    )
