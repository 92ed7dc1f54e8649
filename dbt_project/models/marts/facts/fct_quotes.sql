with

source as (

    select * from {{ ref('stg_newswire__quotes') }}
    where published_date in ({{ days_to_load() }})

)

select
    -- ids
    quote_id,
    article_id,
    sentence_id,
    parent_quote_id,
    -- dates
    published_date,
    -- statement
    quote_text,
    quote_kind,
    act_class,
    start_char,
    end_char,
    depth,
    -- cue
    cue_text,
    cue_lemma,
    cue_start_char,
    cue_end_char,
    -- speaker
    speaker_text,
    speaker_start_char,
    speaker_end_char,
    speaker_entity_id,
    speaker_name,
    speaker_type,
    speaker_role,
    speaker_country_code,
    speaker_resolution,
    antecedent_mention_id,
    co_speakers,
    -- addressee
    addressee_country_code,
    -- numbers
    confidence
from source
