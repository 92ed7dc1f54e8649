with

people as (

    select
        encounter_id,
        encounter_date,
        country_a as country_code,
        person_id_a as person_id,
        person_name_a as person_name,
        role_text_a as role_text
    from {{ ref('int_encounter_spans') }}
    where person_id_a is not null
    union all
    select
        encounter_id,
        encounter_date,
        country_b as country_code,
        person_id_b as person_id,
        person_name_b as person_name,
        role_text_b as role_text
    from {{ ref('int_encounter_spans') }}
    where person_id_b is not null

),

-- Of who is in the lexicon, the highest office held on the day.
offices_by_term as (

    select
        people.encounter_id,
        people.person_id,
        min(offices.office_rank) as office_rank,
        arg_min(offices.office_id, (offices.office_rank, offices.office_id)) as office_id
    from people
    inner join {{ ref('office_terms') }} as terms
        on
            people.person_id = 'person:' || terms.person_id
            and people.encounter_date >= coalesce(terms.start_date, date '0001-01-01')
            and people.encounter_date <= coalesce(terms.end_date, date '9999-12-31')
    inner join {{ ref('offices') }} as offices
        on terms.office_id = offices.office_id
    group by people.encounter_id, people.person_id

)

select
    people.encounter_id,
    people.country_code,
    people.person_id,
    arg_max(people.person_name, (length(people.person_name), people.person_name)) as person_name,
    mode(people.role_text order by people.role_text) as role_text,
    min(coalesce(offices_by_role.office_id, offices_by_term.office_id)) as office_id,
    min(coalesce(offices_by_role.office_rank, offices_by_term.office_rank)) as office_rank,
    count(*) as n_spans
from people
left join {{ ref('int_offices_by_role') }} as offices_by_role
    on people.role_text = offices_by_role.role_text
left join offices_by_term
    on people.encounter_id = offices_by_term.encounter_id and people.person_id = offices_by_term.person_id
group by people.encounter_id, people.country_code, people.person_id
