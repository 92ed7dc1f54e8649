with

source as (

    select * from {{ ref('stg_newswire__quotes') }}
    where published_date in ({{ days_to_load() }})

),

days as (

    select * from {{ ref('stg_newswire__days') }}

)

select
    -- ids
    source.quote_id,
    source.article_id,
    source.sentence_id,
    source.parent_quote_id,
    -- dates
    source.published_date,
    -- statement
    source.quote_text,
    source.quote_kind,
    source.act_class,
    source.start_char,
    source.end_char,
    source.depth,
    -- cue
    source.cue_text,
    source.cue_lemma,
    source.cue_start_char,
    source.cue_end_char,
    -- speaker
    source.speaker_text,
    source.speaker_start_char,
    source.speaker_end_char,
    source.speaker_entity_id,
    source.speaker_name,
    source.speaker_type,
    source.speaker_role,
    source.speaker_country_code,
    source.speaker_resolution,
    source.antecedent_mention_id,
    source.co_speakers,
    -- addressee
    source.addressee_country_code,
    -- numbers
    source.confidence,
    -- how it was made
    days.extracted_at,
    days.extractor_version,
    days.lexicon_version
from source
inner join days
    on source.published_date = days.partition_date
