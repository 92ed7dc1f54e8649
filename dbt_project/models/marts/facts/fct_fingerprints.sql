with

source as (

    select * from {{ ref('stg_newswire__fingerprints') }}
    where published_date in ({{ days_to_load() }})

),

days as (

    select * from {{ ref('stg_newswire__days') }}

)

select
    -- ids
    source.article_id,
    source.sentence_id,
    source.fingerprint,
    -- dates
    source.published_date,
    -- countries
    source.country_a,
    source.country_b,
    -- text
    source.masked_text,
    -- how it was made
    days.extracted_at,
    days.extractor_version,
    days.lexicon_version
from source
inner join days
    on source.published_date = days.partition_date
