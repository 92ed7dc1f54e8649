with

source as (

    select * from {{ source('newswire', 'duplicates') }}

),

renamed as (

    select
        -- ids
        article_id,
        duplicate_group_id,
        -- dates
        date as published_date,
        -- numbers
        leader_similarity
    from source

)

select * from renamed
