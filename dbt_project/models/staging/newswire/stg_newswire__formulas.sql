with

source as (

    select * from {{ source('newswire', 'formulas') }}

),

renamed as (

    select
        -- ids
        article_id,
        sentence_id,
        formula_id,
        -- dates
        date as published_date,
        -- countries
        country_a,
        country_b,
        -- text
        matched_text,
        pair_source,
        -- flags
        is_raised,
        -- numbers
        start_char,
        end_char
    from source

)

select * from renamed
