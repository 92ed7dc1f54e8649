"""What was found, as tables of the contract: mentions, topics and gaps, ids in running order.

Statements belong in `extract.reading.statement_rows`.
"""

import polars as pl

from extract.lexicons import Lexicons
from extract.reading.confidence import mention_confidence
from extract.reading.findings import Findings
from extract.reading.row_texts import chars, row_ids, with_ids, with_role_text
from extract.reading.spans import covered_tokens
from extract.reading.words import Reading
from extract.schemas import GAPS, MENTIONS, TOPICS

_MENTION = (
    *("token", "n_tokens", "document", "entity_type", "mention_kind"),
    *("entity_id", "entity_name", "entity_name_latin", "latin_name_source", "country_code"),
)
_OF_PLACES = (
    *("token", "n_tokens", "document", "entity_type", "mention_kind"),
    *("entity_id", "entity_name", "entity_name_latin", "country_code"),
)
# More tokens than any mention has.
_LONGEST = 1 << 12
_LAM = ("لل", "ولل", "فلل")


def topic_rows(
    hits: pl.DataFrame, reading: Reading, sentences: pl.DataFrame, articles: pl.DataFrame
) -> pl.DataFrame:
    """The table of topics.

    Args:
        hits: From `topics.find_topics`.
        reading: Words of the batch.
        sentences: From `sentences.sentence_rows`.
        articles: Columns as in `schemas.ARTICLES`.
    """
    rows = with_ids(hits.with_columns(chars(hits, reading, "matched_text")), sentences, articles)
    return rows.select(TOPICS.names()).cast(TOPICS)


def gap_rows(
    gaps: pl.DataFrame, reading: Reading, sentences: pl.DataFrame, articles: pl.DataFrame
) -> pl.DataFrame:
    """The table of gaps.

    Args:
        gaps: From `gaps.find_gaps`.
        reading: Words of the batch.
        sentences: From `sentences.sentence_rows`.
        articles: Columns as in `schemas.ARTICLES`.
    """
    rows = with_ids(gaps.with_columns(chars(gaps, reading, "gap_text")), sentences, articles)
    return rows.select(GAPS.names()).cast(GAPS)


def mention_rows(
    findings: Findings,
    reading: Reading,
    sentences: pl.DataFrame,
    articles: pl.DataFrame,
    lexicons: Lexicons,
) -> pl.DataFrame:
    """The table of mentions, in running order.

    Args:
        findings: The names of the batch.
        reading: Words of the batch.
        sentences: From `sentences.sentence_rows`.
        articles: Columns as in `schemas.ARTICLES`.
        lexicons: For how likely each is right.

    Returns:
        `token`, `n_tokens`, then columns as in `schemas.MENTIONS`.
    """
    places = _places(findings, reading)
    is_country = places["entity_type"] == "country"
    # Of one span countries come first, then bodies, people and places.
    kinds = [
        places.filter(is_country),
        _organizations(findings.organizations),
        _persons(findings.people, reading),
        places.filter(~is_country),
    ]
    rows = pl.concat(kinds, how="diagonal")
    # By one number: the first token, then the longest.
    span = pl.col("token").cast(pl.Int64) * _LONGEST - pl.col("n_tokens")
    rows = rows.sort(span, maintain_order=True)
    rows = with_ids(rows.with_columns(chars(rows, reading, "mention_text")), sentences, articles)
    rows = rows.with_columns(name_text=_name_text(rows, reading))
    is_spelt = pl.col("entity_name_latin").is_not_null()
    rows = rows.with_columns(latin_name_source=pl.when(is_spelt).then("latin_name_source"))
    return rows.with_columns(
        is_dateline=reading.text.tokens["part"][rows["token"]] == "dateline",
        confidence=mention_confidence(rows, lexicons),
        mention_id=row_ids("m", rows),
    ).select("token", "n_tokens", *MENTIONS.names())


def _places(findings: Findings, reading: Reading) -> pl.DataFrame:
    """Countries and places, less names of people and what a dateline's agency is called."""
    names = findings.names.select(*_OF_PLACES)
    places = names.filter(pl.col("entity_type").is_in(["country", "place"]))
    # `اليزابيث كيني`, `لي جيان مين`: part of somebody's name is nowhere.
    in_persons = covered_tokens(findings.people).implode()
    ends = pl.col("token") + pl.col("n_tokens") - 1
    places = places.filter(~(pl.col("token").is_in(in_persons) & ends.is_in(in_persons)))
    # `أنقرة - الأناضول`: what names the agency of a dateline is no region.
    bodies = findings.organizations.select("token", "n_tokens")
    is_agency = reading.text.tokens["part"][bodies["token"]] == "dateline"
    agencies = bodies.filter(is_agency).with_columns(entity_type=pl.lit("place"))
    return places.join(
        agencies, on=agencies.columns, how="anti", maintain_order="left"
    ).with_columns(latin_name_source=pl.lit("lexicon"))


def _name_text(rows: pl.DataFrame, reading: Reading) -> pl.Series:
    """The mention without the clitics on it; `للصين` gets back the article that its ل took."""
    text, display = rows["mention_text"], reading.text.at("display", rows["token"])
    has_clitic = display != reading.text.at("surface", rows["token"])
    begins = rows.select(
        pl.any_horizontal(pl.col("mention_text").str.starts_with(lam) for lam in _LAM)
    )
    # Most have none.
    at = (has_clitic | begins.to_series()).arg_true()
    first = reading.text.tokens[rows["token"][at]]
    n_first = pl.lit(first["end_char"] - first["start_char"])
    name = pl.concat_str(pl.lit(display[at]), pl.col("mention_text").str.slice(n_first))
    has_article = ~pl.col("entity_name").str.starts_with("ل")
    has_lost_alef = pl.col("mention_text").str.contains("^[وف]?لل") & has_article
    names = rows.select("mention_text", "entity_name")[at].select(
        pl.when(has_lost_alef).then(name.str.replace("^(?:(لجنة)|ل)", "ال${1}")).otherwise(name)
    )
    return text.clone().scatter(at, names.to_series())


def _organizations(organizations: pl.DataFrame) -> pl.DataFrame:
    """Organisations as mentions."""
    return organizations.with_columns(
        entity_type=pl.lit("organization"),
        mention_kind=pl.lit("name"),
        entity_id=pl.coalesce("entity_id", "name_id"),
    ).select(_MENTION)


def _persons(people: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """People as mentions, with their titles (`role_text`)."""
    persons = people.with_columns(
        entity_type=pl.lit("person"),
        entity_name="display_name",
        entity_id="person_id",
        country_code="person_country",
    )
    titles = (
        persons.select(token="role_token", n_tokens="n_role").drop_nulls("token").unique("token")
    )
    titles = with_role_text(titles, reading, "role_text").select("role_text", role_token="token")
    return persons.join(titles, on="role_token", how="left", maintain_order="left").select(
        *_MENTION, "role_text"
    )
