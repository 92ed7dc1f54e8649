with

source as (

    select * from {{ source('newswire', 'dyads') }}

),

renamed as (

    select
        -- ids
        article_id,
        sentence_id,
        -- dates
        date as published_date,
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

)

select * from renamed
