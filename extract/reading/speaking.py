"""What is said of a statement's speaker, and how a statement takes the speaker found for it."""

import polars as pl

from extract.arabic.normalize import fold, fold_series
from extract.lexicons import Lexicons, once_a_version
from extract.reading.knowledge import Knowledge
from extract.reading.spans import TOPICS, marked
from extract.reading.words import Reading

# Of whom a field says nothing of where they are from.
_SCHOLARS = "^(?:ال)?(?:خبير|استاذ|محلل|باحث|متخصص|مختص|كاتب)ة?$"
_OWN_ORIGINS = ("arabic", "surname", "particle")
_OFFICIALS = "^(?:ال)?(?:وزير|رئيس|سفير|امير|ملك|نائب|مندوب|مبعوث|مستشار)ة?$"
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
# Of a mention of a body.
BODY_SPEAKER = {
    "speaker_name": pl.col("entity_name"),
    "speaker_type": pl.lit("organization"),
    "speaker_entity_id": pl.col("entity_id"),
    "speaker_country_code": pl.when(~pl.col("is_worldwide")).then("country_code"),
    "is_of_none": pl.col("is_worldwide"),
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


def knows_subject(statements: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.Series:
    """Whether the title names a field: `أستاذ الدراسات الإيرانية`, `الخبير في الشؤون الدولية`.

    Or is of an expert with a foreign first name: `الخبير بيتر نوفوتني`.
    """
    rows = statements["speaker_role_token"].is_not_null().arg_true()
    role, n_role = statements["speaker_role_token"][rows], statements["speaker_n_role"][rows]
    fields = [
        reading.text.at("folded", reading.text.step(role, n)).str.contains(TOPICS) & (n_role > n)
        for n in (1, 2)
    ]
    heads = reading.text.at("bare", role).str.contains(_SCHOLARS)
    first = fold_series(statements["speaker_name"][rows]).str.extract("^([^ ]+)")
    is_foreign = first.is_in(_foreign_names(knowledge.lexicons).implode())
    is_scholar = heads & (fields[0] | fields[1] | is_foreign.fill_null(value=False))
    return marked(rows.filter(is_scholar), statements.height)


@once_a_version
def _foreign_names(lexicons: Lexicons) -> pl.Series:
    names = fold(lexicons["given_names"], "name", "folded")
    is_own = pl.col("origin").is_in(_OWN_ORIGINS).any().over("folded")
    return names.filter(~is_own)["folded"]


def holds_office(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether the title is an office of state: `وزير الخارجية`, `السفير`."""
    rows = statements["speaker_role_token"].is_not_null().arg_true()
    head = reading.text.at("folded", statements["speaker_role_token"][rows])
    return marked(rows.filter(head.str.contains(_OFFICIALS)), statements.height)
