"""What the readings found, as the tables of the contract: offsets in code points, ids in running order."""

import polars as pl

from extract.reading.alphabet import LETTERS
from extract.reading.roles import span_text
from extract.reading.sentences import child_id
from extract.reading.words import Reading
from extract.schemas import MENTIONS, QUOTES, TOPICS

# A content opened by a preposition written on its first word begins after it.
_ATTACHED = ["with_attached", "for_attached"]


def chars(spans: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add `start_char` and `end_char` to spans of tokens (`token`, `n_tokens`)."""
    tokens = reading.text.tokens
    return spans.with_columns(
        start_char=tokens["start_char"].gather(spans["token"]),
        end_char=tokens["end_char"].gather(spans["token"] + spans["n_tokens"] - 1),
        sentence=tokens["sentence"].gather(spans["token"]),
    )


def _with_text(
    rows: pl.DataFrame, sentences: pl.DataFrame, articles: pl.DataFrame, text: str
) -> pl.DataFrame:
    texts = articles.select("article_id", "raw_text").with_row_index("document")
    ids = sentences.select("sentence", "sentence_id")
    return (
        rows.join(texts, on="document", how="left", maintain_order="left")
        .join(ids, on="sentence", how="left", maintain_order="left")
        .with_columns(
            pl.col("raw_text")
            .str.slice(pl.col("start_char"), pl.col("end_char") - pl.col("start_char"))
            .alias(text)
        )
    )


def topic_rows(
    hits: pl.DataFrame, reading: Reading, sentences: pl.DataFrame, articles: pl.DataFrame
) -> pl.DataFrame:
    """The table of topics."""
    rows = _with_text(chars(hits, reading), sentences, articles, "matched_text")
    return rows.select(TOPICS.names()).cast(TOPICS)


def mention_rows(
    names: pl.DataFrame,
    people: pl.DataFrame,
    organizations: pl.DataFrame,
    reading: Reading,
    sentences: pl.DataFrame,
    articles: pl.DataFrame,
) -> pl.DataFrame:
    """The table of mentions, in running order; `token` and `n_tokens` before its columns."""
    geo = names.filter(pl.col("entity_type").is_in(["country", "place"])).with_columns(
        latin_name_source=pl.when(pl.col("entity_name_latin").is_not_null()).then(pl.lit("lexicon"))
    )
    bodies = organizations.with_columns(
        entity_type=pl.lit("organization"),
        mention_kind=pl.lit("name"),
        text=span_text(organizations, reading),
        latin_name_source=pl.when(pl.col("entity_name_latin").is_not_null()).then(
            pl.lit("lexicon")
        ),
    ).with_columns(
        entity_name=pl.coalesce("entity_name", "text"),
        entity_id=pl.coalesce("entity_id", "name_id"),
    )
    role = chars(
        people.with_columns(token=pl.col("role_token"), n_tokens=pl.col("n_role")).drop_nulls(
            "token"
        ),
        reading,
    ).select(token=pl.col("token"), role_start="start_char", role_end="end_char")
    persons = people.with_columns(
        entity_type=pl.lit("person"),
        entity_name="display_name",
        entity_id="person_id",
        country_code="person_country",
        latin_name_source=pl.when(pl.col("entity_name_latin").is_not_null()).then(
            pl.lit("lexicon")
        ),
    ).join(
        role.unique("token"),
        left_on="role_token",
        right_on="token",
        how="left",
        maintain_order="left",
    )
    columns = [
        "token", "n_tokens", "document", "entity_type", "mention_kind", "entity_id", "entity_name",
        "entity_name_latin", "latin_name_source", "country_code",
    ]  # fmt: skip
    nothing = pl.lit(None, pl.Int32)
    rows = pl.concat(
        [
            geo.select(columns).with_columns(role_start=nothing, role_end=nothing),
            bodies.select(columns).with_columns(role_start=nothing, role_end=nothing),
            persons.select([*columns, "role_start", "role_end"]),
        ]
    ).sort("token", "n_tokens", "entity_type", descending=[False, True, False])
    rows = _with_text(chars(rows, reading), sentences, articles, "mention_text")
    return (
        rows.with_columns(
            role_text=pl.col("raw_text").str.slice(
                pl.col("role_start"), pl.col("role_end") - pl.col("role_start")
            ),
            is_dateline=reading.text.tokens["part"].gather(rows["token"]) == "dateline",
            confidence=pl.when(pl.col("latin_name_source") == "lexicon").then(0.95).otherwise(0.8),
            index=pl.int_range(pl.len(), dtype=pl.Int32).over("document"),
        )
        .with_columns(mention_id=child_id("m", pl.col("index")))
        .select("token", "n_tokens", *MENTIONS.names())
    )


def quote_rows(
    statements: pl.DataFrame,
    mentions: pl.DataFrame,
    reading: Reading,
    sentences: pl.DataFrame,
    articles: pl.DataFrame,
) -> pl.DataFrame:
    """The table of statements, in order of their cues."""
    tokens = reading.text.tokens
    rows = statements.with_columns(
        start_char=tokens["start_char"].gather(statements["content_token"])
        + statements["rule"].is_in(_ATTACHED).cast(pl.Int32),
        end_char=tokens["end_char"].gather(statements["end_token"] - 1),
        sentence=tokens["sentence"].gather(statements["content_token"]),
        cue_start_char=tokens["start_char"].gather(statements["token"]),
        cue_end_char=tokens["end_char"].gather(statements["token"]),
    )
    speaker = chars(
        rows.select("row", token="speaker_token", n_tokens="n_speaker").drop_nulls(), reading
    ).select("row", speaker_start_char="start_char", speaker_end_char="end_char")
    role = chars(
        rows.select("row", token="speaker_role_token", n_tokens="speaker_n_role").drop_nulls(),
        reading,
    ).select("row", role_start="start_char", role_end="end_char")
    antecedents = mentions.unique("token", keep="first").select(
        antecedent_token="token", antecedent_mention_id="mention_id"
    )
    rows = (
        rows.join(speaker, on="row", how="left", maintain_order="left")
        .join(role, on="row", how="left", maintain_order="left")
        .join(antecedents, on="antecedent_token", how="left", maintain_order="left")
    )
    rows = _with_text(rows, sentences, articles, "quote_text")

    def text(start: str, end: str) -> pl.Expr:
        return pl.col("raw_text").str.slice(pl.col(start), pl.col(end) - pl.col(start))

    rows = rows.with_columns(
        quote_kind=_quote_kind(rows, reading),
        cue_text=text("cue_start_char", "cue_end_char"),
        cue_lemma=pl.coalesce("lemma", text("cue_start_char", "cue_end_char")),
        speaker_text=text("speaker_start_char", "speaker_end_char"),
        speaker_role=text("role_start", "role_end"),
        act_class=pl.col("act_class").fill_null("say"),
        index=pl.int_range(pl.len(), dtype=pl.Int32).over("document"),
        addressee_country_code=pl.lit(None, pl.String),
        confidence=pl.lit(0.9),
    ).with_columns(quote_id=child_id("q", pl.col("index")))
    parents = rows.select(parent=pl.col("row").cast(pl.Int64), parent_quote_id="quote_id")
    rows = rows.join(parents, on="parent", how="left", maintain_order="left")
    return rows.select(QUOTES.names()).cast(QUOTES)


def _quote_kind(rows: pl.DataFrame, reading: Reading) -> pl.Series:
    """`direct` where marks hold the whole content, `mixed` where they hold a part that is no name."""
    is_open = reading.letters == ord(LETTERS["OPEN"])
    names = [ord(LETTERS[n]) for n in ("ORG", "PERSON", "PLACE", "COUNTRY", "UNKNOWN", "GIVEN")]
    next_is_name = reading.letters.shift(-1).is_in(names).fill_null(value=False)
    quoted = (is_open & ~next_is_name).cast(pl.UInt32).cum_sum()
    last = len(quoted) - 1
    inside = quoted.gather(rows["end_token"] - 1) != quoted.gather(
        (rows["content_token"].cast(pl.Int64) - 1).clip(0, last)
    )
    opened = rows["open_token"].is_not_null()
    return rows.select(
        pl.when(pl.col("is_direct").fill_null(value=False))
        .then(pl.lit("direct"))
        .when(pl.Series(inside) | pl.Series(opened))
        .then(pl.lit("mixed"))
        .otherwise(pl.lit("indirect"))
        .alias("quote_kind")
    ).to_series()
