with

source as (

    select * from {{ ref('stg_newswire__mentions') }}
    where published_date in ({{ days_to_load() }})

)

select
    -- ids
    mention_id,
    article_id,
    sentence_id,
    -- dates
    published_date,
    -- entity
    entity_type,
    entity_id,
    entity_name,
    entity_name_latin,
    latin_name_source,
    country_code,
    -- text
    mention_kind,
    mention_text,
    role_text,
    is_dateline,
    -- numbers
    start_char,
    end_char,
    confidence
from source
