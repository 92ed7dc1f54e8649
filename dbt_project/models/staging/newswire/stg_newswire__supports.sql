with

source as (

    select * from {{ source('newswire', 'supports') }}

),

renamed as (

    select
        -- ids
        article_id,
        sentence_id,
        issue_id,
        -- dates
        date as published_date,
        -- countries
        supporter_code,
        supported_code,
        -- text
        issue_text,
        supported_source,
        -- flags
        is_mutual,
        -- numbers
        start_char,
        end_char
    from source

)

select * from renamed
