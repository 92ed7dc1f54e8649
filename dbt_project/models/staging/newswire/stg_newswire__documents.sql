with

source as (

    select * from {{ source('newswire', 'documents') }}

),

renamed as (

    select
        -- ids
        document_id,
        source_uri,
        -- text
        source_name,
        media_type,
        title,
        byline,
        language,
        raw_text,
        -- dates
        date as partition_date,
        partition_date_source,
        published_at,
        fetched_at
    from source

)

select * from renamed
