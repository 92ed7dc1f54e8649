with

source as (

    select * from {{ source('newswire', 'articles') }}

),

renamed as (

    select
        -- ids
        article_id,
        document_id,
        source_uri,
        -- dates
        date as published_date,
        -- dateline
        dateline_text,
        dateline_city,
        dateline_place_id,
        dateline_country_code,
        dateline_date,
        dateline_date_precision,
        agency,
        agency_id,
        -- text
        headline,
        headline_label,
        byline,
        raw_text,
        -- numbers
        body_start_char,
        body_end_char,
        word_count
    from source

)

select * from renamed
