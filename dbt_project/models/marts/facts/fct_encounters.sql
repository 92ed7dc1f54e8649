with

source as (

    select * from {{ ref('stg_newswire__encounters') }}
    where published_date in ({{ days_to_load() }})

),

days as (

    select * from {{ ref('stg_newswire__days') }}

)

select
    -- ids
    source.article_id,
    source.sentence_id,
    source.person_id_a,
    source.person_id_b,
    source.venue_place_id,
    source.occasion_id,
    -- dates
    source.published_date,
    source.encounter_date,
    source.encounter_date_source,
    -- countries
    source.country_a,
    source.country_b,
    source.venue_country_code,
    -- text
    source.encounter_kind,
    source.person_name_a,
    source.role_text_a,
    source.person_name_b,
    source.role_text_b,
    source.venue_text,
    source.venue_source,
    source.occasion_text,
    -- flags
    source.is_planned,
    -- numbers
    source.start_char,
    source.end_char,
    -- how it was made
    days.extracted_at,
    days.extractor_version,
    days.lexicon_version
from source
inner join days
    on source.published_date = days.partition_date
