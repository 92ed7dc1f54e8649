with

members as (

    select * from {{ ref('bloc_members') }}

),

blocs as (

    select * from {{ ref('organizations') }}

)

select
    -- ids
    members.country_code,
    'organization:' || members.organization_id as bloc_entity_id,
    members.organization_id as bloc_id,
    -- names
    blocs.name_ar as bloc_name_ar,
    blocs.name_en as bloc_name_en,
    blocs.acronym_latin as bloc_acronym,
    -- dates
    members.start_date,
    members.end_date
from members
inner join blocs
    on members.organization_id = blocs.organization_id
