with

countries as (

    select * from {{ ref('countries') }}

)

select
    -- ids
    country_code,
    iso_alpha2,
    iso_numeric,
    -- names
    name_ar,
    name_en,
    -- groups
    region,
    subregion
from countries
