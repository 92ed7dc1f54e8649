with

source as (

    select * from {{ ref('stg_newswire__articles') }}
    where published_date in ({{ days_to_load() }})

),

duplicates as (

    select * from {{ ref('stg_newswire__duplicates') }}
    where published_date in ({{ days_to_load() }})

),

days as (

    select * from {{ ref('stg_newswire__days') }}

)

select
    -- ids
    source.article_id,
    source.document_id,
    duplicates.duplicate_group_id,
    duplicates.duplicate_group_id = source.article_id as is_lead,
    duplicates.leader_similarity,
    source.source_uri,
    -- dates
    source.published_date,
    -- dateline
    source.dateline_text,
    source.dateline_city,
    source.dateline_place_id,
    source.dateline_country_code,
    source.dateline_date,
    source.dateline_date_precision,
    source.agency,
    source.agency_id,
    -- text
    source.headline,
    source.headline_label,
    source.byline,
    source.raw_text,
    -- numbers
    source.body_start_char,
    source.body_end_char,
    source.word_count,
    -- how it was made
    days.extracted_at,
    days.extractor_version,
    days.lexicon_version
from source
inner join duplicates
    on source.article_id = duplicates.article_id
inner join days
    on source.published_date = days.partition_date
