"""What was found, as tables of the contract: offsets in code points, ids in running order."""

import polars as pl

from extract.lexicons import Lexicons
from extract.reading.alphabet import is_class, is_clitic
from extract.reading.confidence import mention_confidence
from extract.reading.findings import Findings
from extract.reading.sentences import child_ids, place_in_article
from extract.reading.spans import covered_tokens
from extract.reading.words import Reading
from extract.schemas import GAPS, MENTIONS, QUOTES, TOPICS

# A content opened by a preposition written on its first word begins after it.
_ATTACHED = ["with_attached", "for_attached"]
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
# Marks around one of these set off a name, not what somebody said.
_NAMES = ("ORG", "PERSON", "PLACE", "COUNTRY", "UNKNOWN", "GIVEN")


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
    rows = _with_ids(hits.with_columns(_chars(hits, reading, "matched_text")), sentences, articles)
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
    rows = _with_ids(gaps.with_columns(_chars(gaps, reading, "gap_text")), sentences, articles)
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
    rows = _with_ids(rows.with_columns(_chars(rows, reading, "mention_text")), sentences, articles)
    rows = rows.with_columns(name_text=_name_text(rows, reading))
    is_spelt = pl.col("entity_name_latin").is_not_null()
    rows = rows.with_columns(latin_name_source=pl.when(is_spelt).then("latin_name_source"))
    return rows.with_columns(
        is_dateline=reading.text.tokens["part"][rows["token"]] == "dateline",
        confidence=mention_confidence(rows, lexicons),
        mention_id=_ids("m", rows),
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
    n_first = pl.lit(reading.text.at("length", rows["token"][at]))
    name = pl.concat_str(pl.lit(display[at]), pl.col("mention_text").str.slice(n_first))
    has_article = ~pl.col("entity_name").str.starts_with("ل")
    has_lost_alef = pl.col("mention_text").str.contains("^[وف]?لل") & has_article
    names = rows.select("mention_text", "entity_name")[at].select(
        pl.when(has_lost_alef).then(name.str.replace("^ل", "ال")).otherwise(name)
    )
    return text.clone().scatter(at, names.to_series())


def quote_rows(
    statements: pl.DataFrame,
    mentions: pl.DataFrame,
    reading: Reading,
    sentences: pl.DataFrame,
    articles: pl.DataFrame,
) -> pl.DataFrame:
    """The table of statements, in order of their cues.

    Args:
        statements: With speakers, acts, `row`, `parent` and `confidence`.
        mentions: From `mention_rows`.
        reading: Words of the batch.
        sentences: From `sentences.sentence_rows`.
        articles: Columns as in `schemas.ARTICLES`.
    """
    rows = _with_statement_chars(statements, reading)
    antecedents = mentions.select(
        antecedent_token="token", antecedent_mention_id="mention_id"
    ).unique("antecedent_token", keep="first")
    rows = rows.join(antecedents, on="antecedent_token", how="left", maintain_order="left")
    rows = _with_ids(rows, sentences, articles)
    rows = rows.with_columns(
        quote_kind=_quote_kind(rows, reading),
        cue_lemma=pl.coalesce("lemma", "cue_text"),
        quote_id=_ids("q", rows),
    )
    parents = rows.select(parent=pl.col("row").cast(pl.Int64), parent_quote_id="quote_id")
    rows = rows.join(parents, on="parent", how="left", maintain_order="left")
    return rows.select(QUOTES.names()).cast(QUOTES)


def _chars(
    spans: pl.DataFrame, reading: Reading, text: str, n_skipped: pl.Series | None = None
) -> list[pl.Series]:
    """Where spans of tokens stand and what they say.

    Args:
        spans: `token`, `n_tokens`.
        reading: Words of the batch.
        text: What the last column is called.
        n_skipped: Letters that are no part of it at the head of each.

    Returns:
        `start_char`, `end_char`, `sentence` and `text`.
    """
    tokens, first = reading.text.tokens, spans["token"]
    last = first + spans["n_tokens"] - 1
    start_char = tokens["start_char"][first]
    return [
        start_char if n_skipped is None else start_char + n_skipped,
        tokens["end_char"][last],
        tokens["sentence"][first],
        reading.text.written(first, last, n_skipped).alias(text),
    ]


def _with_ids(rows: pl.DataFrame, sentences: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Add the ids of article and sentence."""
    article_ids = articles.select("article_id").with_row_index("document")
    ids = sentences.select("sentence", "sentence_id")
    return rows.join(article_ids, on="document", how="left", maintain_order="left").join(
        ids, on="sentence", how="left", maintain_order="left"
    )


def _ids(kind: str, rows: pl.DataFrame) -> pl.Series:
    return child_ids(kind, rows["article_id"], rows.select(place_in_article()).to_series())


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
    titles = _roles(titles, reading, "role_text").select("role_text", role_token="token")
    return persons.join(titles, on="role_token", how="left", maintain_order="left").select(
        *_MENTION, "role_text"
    )


def _roles(titles: pl.DataFrame, reading: Reading, text: str) -> pl.DataFrame:
    """Add what titles say, as `text`; a conjunction before a title is no part of it."""
    clitics = reading.clitics[titles["token"]]
    has_conjunction = is_clitic(clitics, "w", "wb", "wl", "wk").cast(pl.Int32)
    return titles.with_columns(_chars(titles, reading, text, has_conjunction)[-1])


def _with_statement_chars(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add offsets and texts of content, cue, speaker and title, and the content's `sentence`."""
    contents = statements.select(
        token="content_token", n_tokens=pl.col("end_token") - pl.col("content_token")
    )
    is_attached = statements["rule"].is_in(_ATTACHED).cast(pl.Int32)
    speakers = statements.select("row", token="speaker_token", n_tokens="n_speaker").drop_nulls()
    roles = statements.select("row", token="speaker_role_token", n_tokens="speaker_n_role")
    tokens, cue = reading.text.tokens, statements["token"]
    rows = statements.with_columns(
        *_chars(contents, reading, "quote_text", is_attached),
        cue_start_char=tokens["start_char"][cue],
        cue_end_char=tokens["end_char"][cue],
        cue_text=reading.text.at("surface", cue),
    )
    start, end, _, speaker_text = _chars(speakers, reading, "speaker_text")
    speakers = speakers.select(
        "row", start.alias("speaker_start_char"), end.alias("speaker_end_char"), speaker_text
    )
    roles = _roles(roles.drop_nulls(), reading, "speaker_role").select("row", "speaker_role")
    return rows.join(speakers, on="row", how="left", maintain_order="left").join(
        roles, on="row", how="left", maintain_order="left"
    )


def _quote_kind(rows: pl.DataFrame, reading: Reading) -> pl.Series:
    """`direct` where marks hold the whole content, `mixed` where a part of it that is no name."""
    opens = reading.text.tokens["token"].filter(is_class(reading.letters, "OPEN"))
    opens_name = is_class(reading.letters[reading.text.step(opens, 1)], *_NAMES)
    opens = opens.filter(~opens_name)
    before = reading.text.step(rows["content_token"], -1)
    has_inside = opens.search_sorted(rows["end_token"]) > opens.search_sorted(before, side="right")
    return rows.select(
        quote_kind=pl.when(pl.col("is_direct").fill_null(value=False))
        .then(pl.lit("direct"))
        .when(pl.lit(has_inside) | pl.col("open_token").is_not_null())
        .then(pl.lit("mixed"))
        .otherwise(pl.lit("indirect"))
    )["quote_kind"]
