"""Pairs of countries that an article presents as dealing with each other.

A party is a country named as itself, by an adjective, by its capital or by a person or body of its own.
Where a story was written or a meeting held makes no party: datelines and venues are left out.
"""

import polars as pl

from extract.reading.alphabet import LETTERS
from extract.reading.knowledge import Knowledge
from extract.reading.words import Reading
from extract.schemas import DYADS

# More countries than this in a sentence are a list, not dealings.
_MAX_PARTIES = 4


def find_dyads(
    mentions: pl.DataFrame, statements: pl.DataFrame, reading: Reading, knowledge: Knowledge
) -> pl.DataFrame:
    """Dyads by sentence: from words of dealing, and from statements of one country about another.

    Args:
        mentions: Rows of `tables.mention_rows`, with `token` and `n_tokens`.
        statements: With speakers, `content_token` and `end_token`.
        reading: Words of the batch.
        knowledge: For the words of dealing.

    Returns:
        `document`, `sentence`, `country_a`, `country_b`, `basis`, `initiator_code`, `token`,
        `end_token` (exclusive), one row a sentence, pair and basis.
    """
    parties = _parties(mentions, reading)
    pairs = pl.concat([_dealings(parties, reading, knowledge), _statements_about(parties, statements)])
    ordered = pairs.with_columns(
        country_a=pl.min_horizontal("initiator_code", "other"),
        country_b=pl.max_horizontal("initiator_code", "other"),
    )
    return ordered.sort("token", "country_a", "country_b", "basis").unique(
        ["document", "sentence", "country_a", "country_b", "basis"], keep="first", maintain_order=True
    )


def _parties(mentions: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Mentions that stand for a country: `document`, `sentence`, `token`, `last`, `country_code`."""
    tokens = reading.text.tokens
    at = mentions["token"]
    before = reading.letters.gather((at.cast(pl.Int64) - 1).clip(0))
    clitic = reading.clitics.gather(at)
    is_venue = (before == ord(LETTERS["IN"])) & (clitic == ord("0"))
    stands = mentions.with_columns(
        document=tokens["document"].gather(at),
        sentence=tokens["sentence"].gather(at),
        is_venue=is_venue,
        last=pl.col("token") + pl.col("n_tokens") - 1,
    )
    is_state = pl.col("mention_kind").is_in(["name", "nisba"]) & (pl.col("entity_type") == "country")
    is_side = pl.col("entity_type").is_in(["person", "organization"])
    is_capital = (pl.col("mention_kind") == "capital") & ~pl.col("is_venue")
    return stands.filter(
        pl.col("country_code").is_not_null()
        & ~pl.col("is_dateline")
        & ((is_state & ~pl.col("is_venue")) | is_side | is_capital)
    ).select("document", "sentence", "token", "last", "country_code")


def _dealings(parties: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Pairs in a sentence that holds a word of dealing: the first party with each of the others."""
    vocabulary = reading.text.vocabulary.select("folded").with_row_index("word")
    acts = vocabulary.join(knowledge.acts, on="folded", how="inner", maintain_order="left")
    triggers = reading.text.tokens.join(acts, on="word", how="inner", maintain_order="left")
    rank = pl.col("basis").replace_strict({"meeting": 0, "relations_phrase": 1, "act": 2})
    triggers = triggers.sort("sentence", rank, "token").unique(
        "sentence", keep="first", maintain_order=True
    )
    firsts = parties.sort("token").unique(["sentence", "country_code"], keep="first", maintain_order=True)
    counted = firsts.with_columns(
        n=pl.len().over("sentence"), order=pl.int_range(pl.len()).over("sentence")
    ).filter((pl.col("n") > 1) & (pl.col("n") <= _MAX_PARTIES))
    initiator = counted.filter(pl.col("order") == 0).select(
        "sentence", "document", "token", initiator_code="country_code"
    )
    others = counted.filter(pl.col("order") > 0).select("sentence", "last", other="country_code")
    return (
        initiator.join(others, on="sentence", how="inner", maintain_order="left")
        .join(triggers.select("sentence", "basis"), on="sentence", how="inner", maintain_order="left")
        .select(_PAIR)
    )


_PAIR = ["document", "sentence", "token", "last", "initiator_code", "other", "basis"]


def _statements_about(parties: pl.DataFrame, statements: pl.DataFrame) -> pl.DataFrame:
    """The speaker's country with each country that the statement names."""
    spoken = statements.filter(
        pl.col("speaker_country_code").is_not_null() & (pl.col("speaker_type") != "document")
    ).select("document", "content_token", "end_token", initiator_code="speaker_country_code")
    return (
        spoken.join(parties, on="document", how="inner", maintain_order="left")
        .filter(
            (pl.col("token") >= pl.col("content_token"))
            & (pl.col("token") < pl.col("end_token"))
            & (pl.col("country_code") != pl.col("initiator_code"))
        )
        .select(
            "document", "sentence", "token", "last", "initiator_code",
            other="country_code", basis=pl.lit("statement_about"),
        )
    )  # fmt: skip


def dyad_rows(pairs: pl.DataFrame, reading: Reading, sentences: pl.DataFrame) -> pl.DataFrame:
    """The table of dyads."""
    tokens = reading.text.tokens
    rows = pairs.with_columns(
        start_char=tokens["start_char"].gather(pl.Series(pairs.select(pl.min_horizontal("token", "last")).to_series())),
        end_char=tokens["end_char"].gather(pairs.select(pl.max_horizontal("token", "last")).to_series()),
    ).join(sentences.select("sentence", "sentence_id", "article_id"), on="sentence", how="left", maintain_order="left")
    return rows.select(DYADS.names()).cast(DYADS)  # type: ignore[arg-type]
