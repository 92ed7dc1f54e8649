with

source as (

    select * from {{ source('newswire', 'sentences') }}

),

renamed as (

    select
        -- ids
        sentence_id,
        article_id,
        -- dates
        date as published_date,
        -- text
        part,
        sentence_text,
        -- numbers
        paragraph_index,
        sentence_index,
        start_char,
        end_char
    from source

)

select * from renamed
