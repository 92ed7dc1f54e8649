"""Which of an article's names stand for one body: short forms, acronyms in brackets, other spellings.

A name belongs to the fuller one of its article that holds its words in a row; an acronym in brackets to
the name before them. The fullest as written is the body's name in that article.
"""

import polars as pl

from extract.reading.alphabet import LETTERS
from extract.reading.words import Reading


def name_organizations(bodies: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add to every mention the name of its body.

    Args:
        bodies: `token`, `n_tokens`, `document`, `entity_id`, `entity_name_latin`, `country_code`.
        reading: Words of the batch.

    Returns:
        `bodies` and the acronyms that stand for them, in running order, with `entity_name` and
        `name_id`, and of listed bodies what the lexicon says.
    """
    bodies = pl.concat([bodies, _acronyms(bodies, reading)], how="diagonal_relaxed").sort("token")
    bodies = _with_words(bodies, reading)
    names = _bodies_of_names(bodies)
    return bodies.drop("entity_id", "entity_name", "entity_name_latin", "country_code").join(
        names, on=["document", "words"], how="left", maintain_order="left"
    ).drop("words", "text", "of")


def _acronyms(bodies: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """The word in brackets after a body, and the same word wherever it stands in the article."""
    letters, last = reading.letters, len(reading.letters) - 1
    after = (bodies["token"].cast(pl.Int64) + bodies["n_tokens"]).clip(0, last)
    inside, close = (after + 1).clip(0, last), (after + 2).clip(0, last)
    unknown = [ord(LETTERS[n]) for n in ("UNKNOWN", "UNKNOWN_DEFINITE", "NOUN", "MARK")]
    is_acronym = (
        (letters.gather(after) == ord(LETTERS["LPAREN"]))
        & (letters.gather(close) == ord(LETTERS["RPAREN"]))
        & letters.gather(inside).is_in(unknown)
    )
    word = reading.text.tokens["word"]
    found = bodies.with_columns(of="token", word=word.gather(inside)).filter(is_acronym)
    found = found.select("document", "word", "of").unique(["document", "word"], keep="first", maintain_order=True)
    return (
        reading.text.tokens.select("token", "document", "word")
        .join(found, on=["document", "word"], how="inner", maintain_order="left")
        .select("token", "document", "of", n_tokens=pl.lit(1, pl.UInt32))
    )


def _with_words(bodies: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add `words` (folded, without articles and marks, a blank around each) and `text` (as written)."""
    vocabulary = reading.text.vocabulary
    at = bodies.select(
        "token",
        at=pl.int_ranges("token", pl.col("token") + pl.col("n_tokens"), dtype=pl.UInt32),
    ).explode("at", empty_as_null=False)
    word = reading.text.tokens["word"].gather(at["at"])
    at = at.with_columns(
        bare=vocabulary["bare"].gather(word),
        folded=vocabulary["folded"].gather(word),
        display=vocabulary["display"].gather(word),
        surface=vocabulary["surface"].gather(word),
    ).filter(pl.col("folded").str.contains(r"\w"))
    is_first = pl.col("at") == pl.col("token")
    key = pl.when(is_first).then("bare").otherwise("folded").str.replace("^[وفب]?(?:ال|لل)", "")
    texts = at.group_by("token", maintain_order=True).agg(
        words=pl.lit(" ") + key.str.join(" ") + pl.lit(" "),
        text=pl.when(is_first).then("display").otherwise("surface").str.join(" "),
    )
    return bodies.join(texts, on="token", how="left", maintain_order="left")


def _bodies_of_names(bodies: pl.DataFrame) -> pl.DataFrame:
    """One row a name of a document: `document`, `words`, and the body that it stands for."""
    names = bodies.group_by("document", "words", maintain_order=True).agg(
        pl.col("token").first(),
        pl.col("of").drop_nulls().first(),
        pl.col("text", "entity_id", "entity_name_latin", "country_code").drop_nulls().first(),
    )
    whole = _holders(names)
    names = names.join(whole, on=["document", "words"], how="left", maintain_order="left")
    names = names.join(
        bodies.select(of="token", named="words"), on="of", how="left", maintain_order="left"
    )
    names = names.with_columns(body=pl.coalesce("named", "holder", "words"))
    # Two names of one entry of a lexicon are one body; it goes by the longer.
    entries = names.with_columns(
        group=pl.coalesce(pl.col("entity_id").drop_nulls().first().over("document", "body"), "body")
    )
    longest = (
        entries.sort(pl.col("words").str.len_chars(), "token", descending=[True, False])
        .group_by("document", "group", maintain_order=True)
        .agg(
            pl.col("text").first().alias("entity_name"),
            pl.col("words").first().alias("full"),
            pl.col("entity_id", "entity_name_latin", "country_code").drop_nulls().first(),
        )
    )
    return entries.select("document", "words", "group").join(
        longest, on=["document", "group"], how="left", maintain_order="left"
    ).select(
        "document", "words", "entity_id", "entity_name", "entity_name_latin", "country_code",
        name_id=pl.coalesce(
            "entity_id", pl.lit("name:") + pl.col("full").str.strip_chars().str.replace_all(" ", "-")
        ),
    )  # fmt: skip


def _holders(names: pl.DataFrame) -> pl.DataFrame:
    """For each name the fullest of its article that holds it, the first written of two as long."""
    short = names.select("document", "words", own_id="entity_id")
    long = names.select("document", holder="words", at="token", holder_id="entity_id")
    pairs = short.join(long, on="document", how="inner", maintain_order="left").filter(
        (pl.col("holder") != pl.col("words"))
        & pl.col("holder").str.contains(pl.col("words"), literal=True)
        # Two entries of a lexicon are two bodies.
        & (pl.col("own_id").is_null() | pl.col("holder_id").is_null() | (pl.col("own_id") == pl.col("holder_id")))
    )
    return (
        pairs.sort(pl.col("holder").str.len_chars(), "at", descending=[True, False])
        .unique(["document", "words"], keep="first", maintain_order=True)
        .select("document", "words", "holder")
    )
