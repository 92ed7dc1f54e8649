with

source as (

    select * from {{ source('newswire', 'days') }}

),

renamed as (

    select
        -- day
        date as partition_date,
        -- content
        content_hash,
        n_articles,
        -- versions
        extracted_at,
        extractor_version,
        lexicon_version
    from source

)

select * from renamed
