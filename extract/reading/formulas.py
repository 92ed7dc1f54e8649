"""Diplomatic formulas (`شراكة استراتيجية شاملة`) with the pair of countries that each is about."""

import polars as pl

from extract.reading.alphabet import is_clitic
from extract.reading.findings import Scene
from extract.reading.knowledge import Knowledge
from extract.reading.neighbours import neighbours, paces
from extract.reading.phrases import phrases_of
from extract.schemas import FORMULAS

# `رفع العلاقات إلى`, `الارتقاء بالعلاقات إلى`, `ترقية`, `الانتقال`.
_RAISING = (
    "^[وفبلس]*(?:ال|لل)?(?:ارتقا|ارتقاء|ارتقي|ارتقت|يرتقي|ترتقي|ارتقيا|ترتقيان|يرتقيان|ارتقاؤ"
    "|رفع|رفعا|رفعت|يرفع|ترفع|يرفعان|ترفعان|رفعها|ترقية|ترفيع|تطوير|انتقال|انتقلت|تحويل)$"
)
_LEVELS = ("الي", "مستوي", "لمستوي", "بمستوي")
# What only states have; of friendship and brotherhood anybody speaks.
_OF_STATES = ("partnership", "community", "alliance")
# As far as the word of raising may stand from the formula.
_REACH = 10
# `إلى مستوى شراكة`
_LEVEL_REACH = 2


def leading_pairs(pairs: pl.DataFrame) -> pl.DataFrame:
    """The pair that an article is about: in more of its sentences than any other.

    Returns:
        `document`, `leading_a`, `leading_b`; no row where two pairs lead.
    """
    counted = pairs.group_by("document", "country_a", "country_b").agg(
        n=pl.col("sentence").n_unique()
    )
    leads = pl.col("n") == pl.col("n").max().over("document")
    leading = counted.filter(leads).filter(pl.len().over("document") == 1)
    return leading.select("document", leading_a="country_a", leading_b="country_b").sort("document")


def formula_rows(
    phrases: pl.DataFrame, pairs: pl.DataFrame, scene: Scene, knowledge: Knowledge
) -> pl.DataFrame:
    """The table of formulas.

    Args:
        phrases: From `phrases.find_phrases`.
        pairs: From `dyads.find_dyads`.
        scene: The batch.
        knowledge: For what kind of formula each is.
    """
    types = knowledge.lexicons["formulas"].select("formula_id", "formula_type")
    hits = phrases_of(phrases, "formula")
    text, last = scene.reading.text, hits["token"] + hits["n_tokens"] - 1
    hits = hits.with_columns(
        text.tokens["sentence"][hits["token"]],
        text.tokens["start_char"][hits["token"]],
        text.tokens["end_char"][last],
        text.written(hits["token"], last).alias("matched_text"),
    )
    hits = hits.join(types, on="formula_id", how="left", maintain_order="left")
    hits = _with_pair(hits, pairs, scene)
    hits = hits.with_columns(is_raised=_is_raised(hits, scene))
    rows = hits.join(
        scene.sentences.select("sentence", "sentence_id", "article_id"),
        on="sentence", how="left", maintain_order="left",
    )  # fmt: skip
    return rows.select(FORMULAS.names()).cast(FORMULAS)


def _with_pair(hits: pl.DataFrame, pairs: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """The nearest pair of the sentence, else the one that the article is about."""
    near = (
        hits.join(pairs.drop("document"), on="sentence", how="inner", suffix="_pair")
        .with_columns(
            distance=pl.max_horizontal(
                pl.lit(0),
                pl.col("token").cast(pl.Int64) - pl.col("last"),
                pl.col("token_pair").cast(pl.Int64) - pl.col("token"),
            )
        )
        .sort("token", "distance", "token_pair", "country_a", "country_b", "basis")
        .unique("token", keep="first", maintain_order=True)
        .select("token", "country_a", "country_b")
    )
    # `العلاقات الأخوية` may be those of neighbours in a street.
    is_of_states = pl.col("formula_type").is_in(_OF_STATES)
    found = hits.join(near, on="token", how="left", maintain_order="left").join(
        _without_others(hits.filter(is_of_states), leading_pairs(pairs), scene),
        on="token", how="left", maintain_order="left",
    )  # fmt: skip
    is_here = pl.col("country_a").is_not_null()
    return found.with_columns(
        pair_source=pl.when(is_here)
        .then(pl.lit("sentence"))
        .when(pl.col("leading_a").is_not_null())
        .then(pl.lit("article")),
        country_a=pl.coalesce("country_a", "leading_a"),
        country_b=pl.coalesce("country_b", "leading_b"),
    )


def _without_others(hits: pl.DataFrame, leading: pl.DataFrame, scene: Scene) -> pl.DataFrame:
    """The article's pair (`token`, `leading_a`, `leading_b`) where the sentence names no third."""
    asked = hits.select("token", "document", "sentence").join(
        leading, on="document", how="inner", maintain_order="left"
    )
    named = scene.mentions.filter(pl.col("entity_type") == "country")
    others = (
        asked.join(named.select("sentence", "country_code"), on="sentence", how="inner")
        .filter(~pl.col("country_code").is_in(pl.concat_list("leading_a", "leading_b")))
        .select("token")
    )
    return asked.join(others.unique(), on="token", how="anti", maintain_order="left").select(
        "token", "leading_a", "leading_b"
    )


def _is_raised(hits: pl.DataFrame, scene: Scene) -> pl.Series:
    """Whether the sentence says that the two raise their relations to the formula."""
    is_led = is_clitic(scene.reading.clitics[hits["token"]], "l", "wl")
    back = paces(hits["token"], range(-_REACH, 0))
    before = neighbours(back["token"], back["step"], scene.reading, "folded")["folded"]
    sentence = scene.reading.text.tokens["sentence"]
    at = scene.reading.text.step(back["token"], back["step"])
    is_same = sentence[at] == sentence[back["token"]]
    raised = back["row"].filter(before.str.contains(_RAISING) & is_same)
    levels = back["row"].filter(before.is_in(_LEVELS) & (back["step"] >= -_LEVEL_REACH))
    row = pl.int_range(hits.height, dtype=pl.UInt32, eager=True)
    return (is_led | row.is_in(levels.implode())) & row.is_in(raised.implode())
