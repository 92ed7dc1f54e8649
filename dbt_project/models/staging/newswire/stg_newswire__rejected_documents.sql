with

source as (

    select * from {{ source('newswire', 'rejected_documents') }}

),

renamed as (

    select
        -- ids
        source_uri,
        content_sha256,
        -- text
        reason,
        detail,
        -- dates
        date as seen_date,
        seen_at
    from source

)

select * from renamed
