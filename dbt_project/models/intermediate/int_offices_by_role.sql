with

lexicon as (

    select
        office_id,
        unnest(string_split(concat_ws('|', name_ar, variants), '|')) as office_name
    from {{ ref('offices') }}
    union
    select
        office_id,
        unnest(string_split(concat_ws('|', title, feminine), '|')) as office_name
    from {{ ref('titles') }}
    where office_id is not null

),

-- `مستشارة ألمانيا` (chancellor of Germany) is `المستشارة الألمانية` (the German chancellor) too.
with_adjective as (

    select
        lexicon.office_id,
        split_part(lexicon.office_name, ' ', 1) || ' ال' || nisbas.nisba || unnest(['', 'ة']) as office_name
    from lexicon
    inner join {{ ref('country_forms') }} as countries
        on split_part(lexicon.office_name, ' ', 2) = countries.form
    inner join {{ ref('nisbas') }} as nisbas
        on countries.country_code = nisbas.country_code

),

office_names as (

    select * from lexicon
    union
    select * from with_adjective

),

roles as (

    select distinct
        role_text,
        regexp_replace(role_text, '^ال', '') as bare
    from (
        select unnest([role_text_a, role_text_b]) as role_text
        from {{ ref('int_encounter_spans') }}
    )
    -- Who held an office before holds none: `الرئيس الفرنسي السابق`.
    where role_text is not null and not regexp_matches(role_text, 'سابق|أسبق|راحل')

)

-- The longest name of an office that the role begins with: `رئيس الوزراء` before `رئيس`. What follows it is an
-- adjective or a country: `رئيس شركة` is no head of state, `نائب رئيس مجلس` no vice president.
select
    roles.role_text,
    offices.office_id,
    offices.office_rank
from roles
inner join office_names
    on
        starts_with(roles.bare || ' ', office_names.office_name || ' ')
        and (office_names.office_name like '% %' or roles.role_text like 'ال%' or roles.role_text not like '% ال%')
inner join {{ ref('offices') }} as offices
    on office_names.office_id = offices.office_id
left join {{ ref('country_forms') }} as countries
    on split_part(ltrim(substr(roles.bare, length(office_names.office_name) + 1)), ' ', 1) = countries.form
where
    countries.form is not null
    or regexp_matches(substr(roles.bare, length(office_names.office_name) + 1), '^$|^ (ال|لل|في )')
qualify
    row_number() over (
        partition by roles.role_text
        order by length(office_names.office_name) desc, offices.office_rank asc, offices.office_id asc
    ) = 1
