with

countries as (

    select * from {{ ref('countries') }}

),

blocs as (

    select
        country_code,
        list(organization_id order by organization_id asc) as blocs
    from {{ ref('bloc_members') }}
    where end_date is null
    group by country_code

)

select
    -- ids
    countries.country_code,
    'country:' || countries.country_code as entity_id,
    countries.iso_alpha2,
    countries.iso_numeric,
    -- names
    countries.name_ar,
    countries.name_en,
    -- groups
    countries.region,
    countries.subregion,
    coalesce(blocs.blocs, []) as blocs
from countries
left join blocs
    on countries.country_code = blocs.country_code
