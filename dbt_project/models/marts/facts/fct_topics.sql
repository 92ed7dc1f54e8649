with

source as (

    select * from {{ ref('stg_newswire__topics') }}
    where published_date in ({{ days_to_load() }})

)

select
    -- ids
    article_id,
    sentence_id,
    topic_id,
    -- dates
    published_date,
    -- text
    matched_text,
    -- numbers
    start_char,
    end_char
from source
