with

terms as (

    select * from {{ ref('office_terms') }}

),

offices as (

    select * from {{ ref('offices') }}

),

persons as (

    select * from {{ ref('persons') }}

)

select
    -- ids
    'person:' || terms.person_id as entity_id,
    terms.person_id,
    terms.office_id,
    terms.country_code,
    -- names
    persons.name_ar as person_name_ar,
    persons.name_latin as person_name_latin,
    offices.name_ar as office_name_ar,
    offices.name_en as office_name_en,
    -- numbers
    offices.office_rank,
    -- dates
    terms.start_date,
    terms.end_date
from terms
inner join offices
    on terms.office_id = offices.office_id
inner join persons
    on terms.person_id = persons.person_id
