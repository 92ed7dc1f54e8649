"""Sentences about a pair of countries as templates: names and numbers masked, the rest folded.

Two sentences with one fingerprint say the same of whoever they name: boilerplate shows by it.
"""

import hashlib

import polars as pl

from extract.reading.findings import Scene
from extract.reading.spans import tokens_inside, tokens_of_sentences
from extract.schemas import FINGERPRINTS

# Shorter sentences are alike by chance (`واتفق الجانبان على ذلك`).
_MIN_WORDS = 6
_MASKS = {"country": "‹بلد›", "person": "‹اسم›", "organization": "‹هيئة›", "place": "‹مكان›"}
_NUMBER, _DAY = "‹رقم›", "‹يوم›"
_DIGITS = r"^[\d٠-٩۰-۹]+$"
_WEEKDAYS = "^[وفبل]?ال(?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعة|سبت)$"
# Hex digits of the hash that are kept: enough for a billion templates.
_LENGTH = 16


def fingerprint_rows(pairs: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """The table of fingerprints: one row a sentence of a body and a pair that it is about.

    Args:
        pairs: From `dyads.find_dyads`.
        scene: The batch.
    """
    about = pairs.select("sentence", "country_a", "country_b").unique(maintain_order=True)
    bodies = scene.sentences.filter(pl.col("part") == "body")
    about = about.join(
        bodies.select("sentence", "sentence_id", "article_id"),
        on="sentence", how="inner", maintain_order="left",
    )  # fmt: skip
    texts = _masked_texts(about["sentence"].unique().sort(), scene)
    digests = {text: _digest(text) for text in texts["masked_text"].unique()}
    texts = texts.with_columns(
        fingerprint=pl.col("masked_text").replace_strict(digests, return_dtype=pl.String)
    )
    rows = about.join(texts, on="sentence", how="inner", maintain_order="left")
    return rows.select(FINGERPRINTS.names()).cast(FINGERPRINTS)


def _masked_texts(sentences: pl.Series, scene: Scene) -> pl.DataFrame:
    """`sentence` and `masked_text` of sentences that are long enough."""
    text = scene.reading.text
    chosen = sentences.implode()
    tokens = tokens_of_sentences(sentences, scene.reading).select("token", "sentence")
    folded = text.at("folded", tokens["token"])
    words = tokens.with_columns(folded=folded, is_word=folded.str.contains(r"\w"))
    masks = _masks(scene.mentions.filter(pl.col("sentence").is_in(chosen)))
    words = words.join(masks, on="token", how="left", maintain_order="left").filter(
        "is_word", ~pl.col("is_inside").fill_null(value=False)
    )
    word = (
        pl.when(pl.col("mask").is_not_null())
        .then("mask")
        .when(pl.col("folded").str.contains(_DIGITS))
        .then(pl.lit(_NUMBER))
        .when(pl.col("folded").str.contains(_WEEKDAYS))
        .then(pl.lit(_DAY))
        .otherwise("folded")
    )
    return (
        words.group_by("sentence", maintain_order=True)
        # Lists are joined in a sixth of the time of the strings of groups.
        .agg(words=word, n_words=pl.len())
        .filter(pl.col("n_words") >= _MIN_WORDS)
        # `وأكد` goes on where `أكد` begins.
        .select(
            "sentence", masked_text=pl.col("words").list.join(" ").str.replace(r"^و(\w{3,} )", "$1")
        )
    )


def _masks(mentions: pl.DataFrame) -> pl.DataFrame:
    """`token`, `mask` (of a mention's first token), `is_inside` (of its others)."""
    spans = mentions.select(
        "token", "n_tokens", kind="entity_type", mask=pl.col("entity_type").replace_strict(_MASKS)
    )
    inside = tokens_inside(spans, "token", "n_tokens")
    # Of mentions within one another (`وزارة الخارجية الصينية`) the longest stands.
    return (
        inside.sort("at", "n_tokens", "kind", descending=[False, True, False])
        .unique("at", keep="first", maintain_order=True)
        .select(
            token="at",
            mask=pl.when(pl.col("at") == pl.col("token")).then("mask"),
            is_inside=pl.col("at") != pl.col("token"),
        )
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
