with

source as (

    select * from {{ ref('stg_newswire__gaps') }}
    where published_date in ({{ days_to_load() }})

),

days as (

    select * from {{ ref('stg_newswire__days') }}

)

select
    -- ids
    source.article_id,
    source.sentence_id,
    -- dates
    source.published_date,
    -- text
    source.list_name,
    source.form,
    source.gap_text,
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
