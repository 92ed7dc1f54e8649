with

source as (

    select * from {{ ref('stg_newswire__sentences') }}
    where published_date in ({{ days_to_load() }})

)

select
    -- ids
    sentence_id,
    article_id,
    -- dates
    published_date,
    -- text
    part,
    sentence_text,
    -- numbers
    paragraph_index,
    sentence_index,
    start_char,
    end_char
from source
