with

source as (

    select * from {{ ref('stg_newswire__sentences') }}
    where published_date in ({{ days_to_load() }})

),

days as (

    select * from {{ ref('stg_newswire__days') }}

)

select
    -- ids
    source.sentence_id,
    source.article_id,
    -- dates
    source.published_date,
    -- text
    source.part,
    source.sentence_text,
    -- numbers
    source.paragraph_index,
    source.sentence_index,
    source.start_char,
    source.end_char,
    -- how it was made
    days.extracted_at,
    days.extractor_version,
    days.lexicon_version
from source
inner join days
    on source.published_date = days.partition_date
