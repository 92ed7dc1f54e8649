with

source as (

    select * from {{ source('newswire', 'fingerprints') }}

),

renamed as (

    select
        -- ids
        article_id,
        sentence_id,
        fingerprint,
        -- dates
        date as published_date,
        -- countries
        country_a,
        country_b,
        -- text
        masked_text
    from source

)

select * from renamed
