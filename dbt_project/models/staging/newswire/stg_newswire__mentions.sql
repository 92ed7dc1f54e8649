with

source as (

    select * from {{ source('newswire', 'mentions') }}

),

renamed as (

    select
        -- ids
        mention_id,
        article_id,
        sentence_id,
        -- dates
        date as published_date,
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
        name_text,
        role_text,
        is_dateline,
        -- numbers
        start_char,
        end_char,
        confidence
    from source

)

select * from renamed
