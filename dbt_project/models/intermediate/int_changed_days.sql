with

days as (

    select * from {{ ref('stg_newswire__days') }}

),

loaded as (

    {{ loaded_days() }}

)

select
    days.partition_date,
    days.content_hash,
    days.extractor_version,
    days.lexicon_version,
    days.n_articles
from days
left join loaded
    on days.partition_date = loaded.partition_date
-- Hashes, not clocks: a day written again with the same content is not news.
where days.content_hash is distinct from loaded.content_hash
