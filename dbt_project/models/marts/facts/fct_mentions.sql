with

source as (

    select * from {{ ref('stg_newswire__mentions') }}
    where published_date in ({{ days_to_load() }})

),

days as (

    select * from {{ ref('stg_newswire__days') }}

)

select
    -- ids
    source.mention_id,
    source.article_id,
    source.sentence_id,
    -- dates
    source.published_date,
    -- entity
    source.entity_type,
    source.entity_id,
    source.entity_name,
    source.entity_name_latin,
    source.latin_name_source,
    source.country_code,
    -- text
    source.mention_kind,
    source.mention_text,
    source.name_text,
    source.role_text,
    source.is_dateline,
    -- numbers
    source.start_char,
    source.end_char,
    source.confidence,
    -- how it was made
    days.extracted_at,
    days.extractor_version,
    days.lexicon_version
from source
inner join days
    on source.published_date = days.partition_date
