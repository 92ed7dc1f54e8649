"""The tables' contract: the columns and types of every table that the extractor writes.

One `pl.Schema` a table, in the column order of the Parquet files; `TABLES` names them all. What the
columns mean is said where people look for it, in the dbt sources; a test holds the two lists equal.
"""

import polars as pl

Timestamp = pl.Datetime("us", "UTC")

DOCUMENTS = pl.Schema(
    {
        "document_id": pl.String(),
        "source_uri": pl.String(),
        "source_name": pl.String(),
        "media_type": pl.String(),
        "fetched_at": Timestamp,
        "published_at": Timestamp,
        "title": pl.String(),
        "byline": pl.String(),
        "raw_text": pl.String(),
        "language": pl.String(),
        "partition_date": pl.Date(),
        "partition_date_source": pl.String(),
    }
)

REJECTED_DOCUMENTS = pl.Schema(
    {
        "source_uri": pl.String(),
        "reason": pl.String(),
        "detail": pl.String(),
        "content_sha256": pl.String(),
        "seen_at": Timestamp,
    }
)

ARTICLES = pl.Schema(
    {
        "article_id": pl.String(),
        "document_id": pl.String(),
        "source_uri": pl.String(),
        "headline": pl.String(),
        "headline_label": pl.String(),
        "dateline_text": pl.String(),
        "dateline_city": pl.String(),
        "dateline_place_id": pl.String(),
        "dateline_country_code": pl.String(),
        "dateline_date": pl.Date(),
        "dateline_date_precision": pl.String(),
        "agency": pl.String(),
        "agency_id": pl.String(),
        "byline": pl.String(),
        "body_start_char": pl.Int32(),
        "body_end_char": pl.Int32(),
        "published_date": pl.Date(),
        "word_count": pl.Int32(),
        "raw_text": pl.String(),
    }
)

SENTENCES = pl.Schema(
    {
        "sentence_id": pl.String(),
        "article_id": pl.String(),
        "paragraph_index": pl.Int32(),
        "sentence_index": pl.Int32(),
        "part": pl.String(),
        "start_char": pl.Int32(),
        "end_char": pl.Int32(),
        "sentence_text": pl.String(),
    }
)

MENTIONS = pl.Schema(
    {
        "mention_id": pl.String(),
        "article_id": pl.String(),
        "sentence_id": pl.String(),
        "start_char": pl.Int32(),
        "end_char": pl.Int32(),
        "mention_text": pl.String(),
        "name_text": pl.String(),
        "entity_type": pl.String(),
        "mention_kind": pl.String(),
        "entity_id": pl.String(),
        "entity_name": pl.String(),
        "entity_name_latin": pl.String(),
        "latin_name_source": pl.String(),
        "country_code": pl.String(),
        "role_text": pl.String(),
        "is_dateline": pl.Boolean(),
        "confidence": pl.Float64(),
    }
)

QUOTES = pl.Schema(
    {
        "quote_id": pl.String(),
        "article_id": pl.String(),
        "sentence_id": pl.String(),
        "start_char": pl.Int32(),
        "end_char": pl.Int32(),
        "quote_text": pl.String(),
        "quote_kind": pl.String(),
        "act_class": pl.String(),
        "cue_text": pl.String(),
        "cue_lemma": pl.String(),
        "cue_start_char": pl.Int32(),
        "cue_end_char": pl.Int32(),
        "speaker_text": pl.String(),
        "speaker_start_char": pl.Int32(),
        "speaker_end_char": pl.Int32(),
        "speaker_entity_id": pl.String(),
        "speaker_name": pl.String(),
        "speaker_type": pl.String(),
        "speaker_role": pl.String(),
        "speaker_country_code": pl.String(),
        "speaker_resolution": pl.String(),
        "antecedent_mention_id": pl.String(),
        "co_speakers": pl.List(pl.String()),
        "parent_quote_id": pl.String(),
        "depth": pl.Int32(),
        "addressee_country_code": pl.String(),
        "confidence": pl.Float64(),
    }
)

TOPICS = pl.Schema(
    {
        "article_id": pl.String(),
        "sentence_id": pl.String(),
        "topic_id": pl.String(),
        "start_char": pl.Int32(),
        "end_char": pl.Int32(),
        "matched_text": pl.String(),
    }
)

DYADS = pl.Schema(
    {
        "article_id": pl.String(),
        "sentence_id": pl.String(),
        "country_a": pl.String(),
        "country_b": pl.String(),
        "basis": pl.String(),
        "initiator_code": pl.String(),
        "start_char": pl.Int32(),
        "end_char": pl.Int32(),
    }
)

DUPLICATES = pl.Schema(
    {
        "article_id": pl.String(),
        "duplicate_group_id": pl.String(),
        "leader_similarity": pl.Float64(),
    }
)

FORMULAS = pl.Schema(
    {
        "article_id": pl.String(),
        "sentence_id": pl.String(),
        "formula_id": pl.String(),
        "country_a": pl.String(),
        "country_b": pl.String(),
        "pair_source": pl.String(),
        "is_raised": pl.Boolean(),
        "start_char": pl.Int32(),
        "end_char": pl.Int32(),
        "matched_text": pl.String(),
    }
)

ENCOUNTERS = pl.Schema(
    {
        "article_id": pl.String(),
        "sentence_id": pl.String(),
        "country_a": pl.String(),
        "country_b": pl.String(),
        "encounter_kind": pl.String(),
        "is_planned": pl.Boolean(),
        "person_id_a": pl.String(),
        "person_name_a": pl.String(),
        "role_text_a": pl.String(),
        "person_id_b": pl.String(),
        "person_name_b": pl.String(),
        "role_text_b": pl.String(),
        "venue_text": pl.String(),
        "venue_place_id": pl.String(),
        "venue_country_code": pl.String(),
        "venue_source": pl.String(),
        "occasion_id": pl.String(),
        "occasion_text": pl.String(),
        "encounter_date": pl.Date(),
        "encounter_date_source": pl.String(),
        "start_char": pl.Int32(),
        "end_char": pl.Int32(),
    }
)

SUPPORTS = pl.Schema(
    {
        "article_id": pl.String(),
        "sentence_id": pl.String(),
        "supporter_code": pl.String(),
        "supported_code": pl.String(),
        "supported_source": pl.String(),
        "issue_id": pl.String(),
        "is_mutual": pl.Boolean(),
        "issue_text": pl.String(),
        "start_char": pl.Int32(),
        "end_char": pl.Int32(),
    }
)

FINGERPRINTS = pl.Schema(
    {
        "article_id": pl.String(),
        "sentence_id": pl.String(),
        "country_a": pl.String(),
        "country_b": pl.String(),
        "fingerprint": pl.String(),
        "masked_text": pl.String(),
    }
)

GAPS = pl.Schema(
    {
        "article_id": pl.String(),
        "sentence_id": pl.String(),
        "list_name": pl.String(),
        "form": pl.String(),
        "start_char": pl.Int32(),
        "end_char": pl.Int32(),
        "gap_text": pl.String(),
    }
)

READING_TABLES: dict[str, pl.Schema] = {
    "articles": ARTICLES,
    "sentences": SENTENCES,
    "mentions": MENTIONS,
    "quotes": QUOTES,
    "topics": TOPICS,
    "dyads": DYADS,
    "formulas": FORMULAS,
    "encounters": ENCOUNTERS,
    "supports": SUPPORTS,
    "fingerprints": FINGERPRINTS,
    "gaps": GAPS,
}
TABLES: dict[str, pl.Schema] = {
    "documents": DOCUMENTS,
    "rejected_documents": REJECTED_DOCUMENTS,
    **READING_TABLES,
    "duplicates": DUPLICATES,
}
