{{ config(materialized='incremental', incremental_strategy='delete+insert', unique_key='partition_date') }}

-- Last of all: a day counts as loaded once every model holds it and every test on it has passed. A run that
-- breaks off, or fails a test, leaves its days unlisted, and the next one takes them again.
-- depends_on: {{ ref('stg_newswire__documents') }}
-- depends_on: {{ ref('stg_newswire__rejected_documents') }}
-- depends_on: {{ ref('fct_articles') }}
-- depends_on: {{ ref('fct_sentences') }}
-- depends_on: {{ ref('fct_mentions') }}
-- depends_on: {{ ref('fct_quotes') }}
-- depends_on: {{ ref('fct_topics') }}
-- depends_on: {{ ref('fct_dyads') }}
-- depends_on: {{ ref('fct_formulas') }}
-- depends_on: {{ ref('fct_encounters') }}
-- depends_on: {{ ref('fct_supports') }}
-- depends_on: {{ ref('fct_fingerprints') }}
-- depends_on: {{ ref('fct_gaps') }}
-- depends_on: {{ ref('dim_agency') }}
-- depends_on: {{ ref('dim_country') }}
-- depends_on: {{ ref('dim_country_bloc') }}
-- depends_on: {{ ref('dim_cue') }}
-- depends_on: {{ ref('dim_date') }}
-- depends_on: {{ ref('dim_entity') }}
-- depends_on: {{ ref('dim_office_term') }}
-- depends_on: {{ ref('dim_topic') }}
-- depends_on: {{ ref('int_search_texts') }}
-- depends_on: {{ ref('int_search_words') }}
-- depends_on: {{ ref('mart_bilateral_mentions_daily') }}
-- depends_on: {{ ref('mart_bilateral_mentions_monthly') }}
-- depends_on: {{ ref('mart_boilerplate') }}
-- depends_on: {{ ref('mart_country_voice') }}
-- depends_on: {{ ref('mart_dyad_topics') }}
-- depends_on: {{ ref('mart_encounters') }}
-- depends_on: {{ ref('mart_entity_network') }}
-- depends_on: {{ ref('mart_partnership_ladder') }}
-- depends_on: {{ ref('mart_positions') }}
-- depends_on: {{ ref('mart_readout_balance') }}
-- depends_on: {{ ref('mart_resolution_ledger') }}
-- depends_on: {{ ref('mart_speaker_activity') }}
-- depends_on: {{ ref('mart_spelling_variants') }}
-- depends_on: {{ ref('mart_spokesperson_turnover') }}
-- depends_on: {{ ref('mart_support_exchange') }}
-- depends_on: {{ ref('mart_topic_cooccurrence') }}
-- depends_on: {{ ref('mart_topic_trend') }}
-- depends_on: {{ ref('mart_voice_layers') }}
-- depends_on: {{ ref('snap_bilateral_mentions_monthly') }}
-- depends_on: {{ ref('snap_country_voice') }}
-- depends_on: {{ ref('snap_dyad_topics') }}
-- depends_on: {{ ref('snap_positions') }}
-- depends_on: {{ ref('snap_resolution_ledger') }}
-- depends_on: {{ ref('snap_speaker_activity') }}
-- depends_on: {{ ref('snap_topic_cooccurrence') }}
-- depends_on: {{ ref('snap_topic_trend') }}

select
    partition_date,
    content_hash,
    extractor_version,
    lexicon_version,
    n_articles
from {{ ref('int_changed_days') }}
