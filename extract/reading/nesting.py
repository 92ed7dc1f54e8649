"""Speech inside speech: the statement whose content holds another's cue and content."""

import polars as pl


def find_parents(statements: pl.DataFrame) -> pl.DataFrame:
    """Add `row`, `parent` (the row of the smallest content that holds the statement) and `depth`.

    Args:
        statements: `document`, `token`, `content_token`, `end_token`, in order of `token`.
    """
    statements = statements.drop("row", strict=False).with_row_index("row")
    spans = statements.select("row", "document", "token", "content_token", "end_token")
    pairs = spans.join(spans, on="document", suffix="_outer").filter(
        (pl.col("row") != pl.col("row_outer"))
        & (pl.col("token") >= pl.col("content_token_outer"))
        & (pl.col("token") < pl.col("end_token_outer"))
        & (pl.col("end_token") <= pl.col("end_token_outer"))
        & (pl.col("content_token") >= pl.col("content_token_outer"))
    )
    size = pl.col("end_token_outer") - pl.col("content_token_outer")
    parents = (
        pairs.with_columns(size=size)
        .sort("row", "size", "row_outer")
        .unique("row", keep="first", maintain_order=True)
        .select("row", parent=pl.col("row_outer").cast(pl.Int64))
    )
    depths = pairs.group_by("row").agg(depth=pl.len().cast(pl.Int32))
    return (
        statements.join(parents, on="row", how="left", maintain_order="left")
        .join(depths, on="row", how="left", maintain_order="left")
        .with_columns(pl.col("depth").fill_null(0))
    )
