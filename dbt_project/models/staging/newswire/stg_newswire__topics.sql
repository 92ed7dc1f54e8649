with

source as (

    select * from {{ source('newswire', 'topics') }}

),

renamed as (

    select
        -- ids
        article_id,
        sentence_id,
        topic_id,
        -- dates
        date as published_date,
        -- text
        matched_text,
        -- numbers
        start_char,
        end_char
    from source

)

select * from renamed
