"""What is said of a statement's speaker, and how a statement takes the speaker found for it."""

import polars as pl

SPEAKER = (
    "speaker_name",
    "speaker_type",
    "speaker_entity_id",
    "speaker_country_code",
    "is_of_none",
    "speaker_role_token",
    "speaker_n_role",
    "antecedent_token",
)
# Of a mention of a person.
PERSON_SPEAKER = {
    "speaker_name": pl.col("display_name"),
    "speaker_type": pl.lit("person"),
    "speaker_entity_id": pl.col("person_id"),
    "speaker_country_code": pl.when(~pl.col("is_worldwide")).then("person_country"),
    "is_of_none": pl.col("is_worldwide"),
    "speaker_role_token": pl.col("role_at"),
    "speaker_n_role": pl.col("n_role_at"),
    "antecedent_token": pl.col("token"),
}


def take_speakers(
    statements: pl.DataFrame, found: pl.DataFrame, resolution: str | None = None
) -> pl.DataFrame:
    """Give statements the speakers found for some of them.

    Args:
        statements: One a row, in the order of `row`, which counts them.
        found: `row` of those answered, each once, and the columns that they take.
        resolution: How the speakers were found, where it changes.
    """
    rows = found["row"]
    taken = [
        statements[name].clone().scatter(rows, found[name].cast(statements[name].dtype))
        for name in found.columns
        if name != "row"
    ]
    if resolution is not None:
        taken.append(statements["speaker_resolution"].clone().scatter(rows, resolution))
    return statements.with_columns(taken)
