"""Counts to figures: F1 or share, precision, recall, and how far chance may have moved them.

What is counted belongs in `scoring`, `resolutions` and `datelines`.
"""

import random
from typing import Any

import polars as pl

N_DRAWS = 500
_KEYS = ("metric", "speaker_resolution")
_COUNTS = ("n_hits", "n_found", "n_gold")
FIGURES = pl.Schema(
    {
        "metric": pl.String,
        "speaker_resolution": pl.String,
        "n_hits": pl.Int32,
        "n_found": pl.Int32,
        "n_gold": pl.Int32,
        "value": pl.Float64,
        "low": pl.Float64,
        "high": pl.Float64,
        "precision": pl.Float64,
        "recall": pl.Float64,
    }
)


def figures_of(scores: pl.DataFrame) -> pl.DataFrame:
    """Sum counts over articles and give each measure its figures.

    The interval is the middle 95 % of what the measure is over articles drawn anew, with
    replacement, `N_DRAWS` times: statements of one article stand or fall together.

    Args:
        scores: Columns as in `scoring.SCORES`, and `speaker_resolution` where counts are kept by
            it; `found` is null for shares.

    Returns:
        Columns as in `FIGURES`, in the measures' order. `n_found`, `precision` and `recall` are
        null for a share; a figure without anything to count is null.
    """
    if "speaker_resolution" not in scores.columns:
        scores = scores.with_columns(speaker_resolution=pl.lit(None, pl.String))
    scores = scores.rename(
        {"measure": "metric", "hits": "n_hits", "found": "n_found", "gold": "n_gold"}
    )
    spread = (
        _draws(scores["article"].unique(maintain_order=True))
        .join(scores, on="article")
        .group_by("draw", *_KEYS)
        .agg(_summed())
        .with_columns(value=_value())
        .filter(pl.col("value").is_not_null())
        .group_by(_KEYS)
        .agg(pl.col("value").sort())
        .select(*_KEYS, low=_quantile(0.025, 0), high=_quantile(0.975, 1))
    )
    return (
        scores.group_by(_KEYS, maintain_order=True)
        .agg(_summed())
        .with_columns(
            value=_value(),
            precision=pl.when(pl.col("n_found") > 0).then(pl.col("n_hits") / pl.col("n_found")),
            recall=pl.when(pl.col("n_found").is_not_null() & (pl.col("n_gold") > 0)).then(
                pl.col("n_hits") / pl.col("n_gold")
            ),
        )
        .join(spread, on=_KEYS, how="left", nulls_equal=True, maintain_order="left")
        .select(FIGURES.names())
        .cast(FIGURES)
    )


def _draws(articles: pl.Series) -> pl.DataFrame:
    """Articles drawn with replacement, as many as there are, in each of `N_DRAWS` draws."""
    # Always the same draws: an evaluation told twice says the same.
    chance = random.Random(0)  # noqa: S311 - no secret hangs on it
    ids: list[Any] = articles.to_list()
    drawn = [(draw, chance.choice(ids)) for draw in range(N_DRAWS) for _ in ids]
    return pl.DataFrame(drawn, schema={"draw": pl.Int32, "article": pl.String}, orient="row")


def _summed() -> list[pl.Expr]:
    found = pl.col("n_found")
    return [
        pl.col("n_hits").sum(),
        pl.when(found.is_not_null().any()).then(found.sum()).alias("n_found"),
        pl.col("n_gold").sum(),
    ]


def _value() -> pl.Expr:
    asked = pl.col("n_found") + pl.col("n_gold")
    f1 = pl.when(asked > 0).then(2 * pl.col("n_hits") / asked)
    share = pl.when(pl.col("n_gold") > 0).then(pl.col("n_hits") / pl.col("n_gold"))
    return pl.when(pl.col("n_found").is_null()).then(share).otherwise(f1)


def _quantile(share: float, off: int) -> pl.Expr:
    position = (share * pl.col("value").list.len()).cast(pl.Int64) - off
    # Of a single value the upper end is that value: position -1 is the last.
    return pl.col("value").list.get(position)
