with

source as (

    select * from {{ ref('stg_newswire__dyads') }}
    where published_date in ({{ days_to_load() }})

)

select
    -- ids
    article_id,
    sentence_id,
    -- dates
    published_date,
    -- countries
    country_a,
    country_b,
    initiator_code,
    -- text
    basis,
    -- numbers
    start_char,
    end_char
from source
