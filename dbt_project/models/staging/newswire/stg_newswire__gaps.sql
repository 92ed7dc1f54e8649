with

source as (

    select * from {{ source('newswire', 'gaps') }}

),

renamed as (

    select
        -- ids
        article_id,
        sentence_id,
        -- dates
        date as published_date,
        -- text
        list_name,
        form,
        gap_text,
        -- numbers
        start_char,
        end_char
    from source

)

select * from renamed
