with

source as (

    select * from {{ source('newswire', 'encounters') }}

),

renamed as (

    select
        -- ids
        article_id,
        sentence_id,
        person_id_a,
        person_id_b,
        venue_place_id,
        occasion_id,
        -- dates
        date as published_date,
        encounter_date,
        encounter_date_source,
        -- countries
        country_a,
        country_b,
        venue_country_code,
        -- text
        encounter_kind,
        person_name_a,
        role_text_a,
        person_name_b,
        role_text_b,
        venue_text,
        venue_source,
        occasion_text,
        -- flags
        is_planned,
        -- numbers
        start_char,
        end_char
    from source

)

select * from renamed
