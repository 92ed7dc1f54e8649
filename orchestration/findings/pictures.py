"""Pictures for Dagster's UI, which shows a PNG that stands in Markdown as a data address.

Labels are codes and English names, never Arabic: the fonts that vl-convert brings then suffice, and
a picture looks the same on a machine without fonts.
"""

import base64
from typing import TYPE_CHECKING, Any

import dagster as dg
import polars as pl

if TYPE_CHECKING:
    import altair as alt

WIDTH, HEIGHT = 640, 260
MAX_BARS = 15
MAX_TOPICS = 18
COLOUR = "#3a6ea5"


def bars(counts: pl.DataFrame, label: str, title: str) -> dg.MarkdownMetadataValue:
    """Draw one bar a row, longest first; the longest `MAX_BARS` when there are more.

    Args:
        counts: `label` and `n`.
        label: Name of the column with the labels.
        title: What is counted.
    """
    import altair as alt  # noqa: PLC0415 -- a second to import, for those who draw

    top = counts.sort("n", label, descending=[True, False]).head(MAX_BARS)
    order = top[label].cast(pl.String).to_list()
    base = alt.Chart(_values(top)).encode(
        x=alt.X("n:Q", title=None, axis=alt.Axis(format="~s", tickMinStep=1)),
        y=alt.Y(f"{label}:N", title=None, sort=order, axis=alt.Axis(labelLimit=260)),
    )
    numbers = base.mark_text(align="left", dx=4).encode(text=alt.Text("n:Q", format=","))
    cut = "" if top.height == counts.height else f" (first {top.height} of {counts.height:,})"
    return _embed(base.mark_bar(color=COLOUR) + numbers, title + cut, height=24 * top.height)


def per_day(counts: pl.DataFrame, title: str) -> dg.MarkdownMetadataValue:
    """Draw one bar a day along the calendar, so that days without news are gaps.

    Args:
        counts: `day` (date) and `n`.
        title: What is counted.
    """
    import altair as alt  # noqa: PLC0415

    chart = (
        alt.Chart(_values(counts.sort("day")))
        .mark_bar(color=COLOUR)
        .encode(
            x=alt.X("day:T", title=None, axis=alt.Axis(format="%Y-%m-%d", labelAngle=-40)),
            y=alt.Y("n:Q", title=None, axis=alt.Axis(format="~s", tickMinStep=1)),
        )
    )
    return _embed(chart, title)


def heat_map(pairs: pl.DataFrame, title: str) -> dg.MarkdownMetadataValue:
    """Draw pairs as a square of cells, the `MAX_TOPICS` most frequent topics on both sides.

    Args:
        pairs: `topic_a`, `topic_b` (each pair once) and `n`.
        title: What is counted.
    """
    import altair as alt  # noqa: PLC0415

    turned = pairs.select(
        pl.col("topic_b").alias("topic_a"), pl.col("topic_a").alias("topic_b"), "n"
    )
    both = pl.concat([pairs.select("topic_a", "topic_b", "n"), turned])
    ranked = (
        both.group_by("topic_a")
        .agg(pl.col("n").sum())
        .sort("n", "topic_a", descending=[True, False])
    )
    top = ranked["topic_a"].head(MAX_TOPICS).to_list()
    shown = both.filter(pl.col("topic_a").is_in(top), pl.col("topic_b").is_in(top))
    chart = (
        alt.Chart(_values(shown))
        .mark_rect()
        .encode(
            x=alt.X("topic_a:N", title=None, sort=top, axis=alt.Axis(labelAngle=-45)),
            y=alt.Y("topic_b:N", title=None, sort=top),
            color=alt.Color("n:Q", title=None, scale=alt.Scale(scheme="blues")),
        )
    )
    side = 28 * len(top)
    return _embed(chart, title, width=side, height=side)


def _values(frame: pl.DataFrame) -> "alt.InlineData":
    import altair as alt  # noqa: PLC0415

    # Plain values: Altair would otherwise ask for the frame's library to tell its types.
    dates = [name for name, dtype in frame.schema.items() if dtype == pl.Date]
    rows: list[dict[str, Any]] = frame.with_columns(pl.col(dates).dt.to_string()).to_dicts()
    return alt.InlineData(values=rows)


def _embed(
    chart: "alt.Chart | alt.LayerChart", title: str, width: int = WIDTH, height: int = HEIGHT
) -> dg.MarkdownMetadataValue:
    import vl_convert  # noqa: PLC0415 -- loads a JavaScript engine

    drawn = chart.properties(width=width, height=height, title=title, background="white")
    png = vl_convert.vegalite_to_png(drawn.to_dict(), scale=1)
    return dg.MetadataValue.md(
        f"![{title}](data:image/png;base64,{base64.b64encode(png).decode()})"
    )
