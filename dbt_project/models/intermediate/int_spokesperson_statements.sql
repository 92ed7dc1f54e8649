with

-- The bodies that the lexicon's spokespersons speak for, by the words after باسم ("in the name of").
bodies as (

    select
        office_id,
        trim(string_split(unnest(string_split(concat_ws('|', name_ar, variants), '|')), 'باسم')[2]) as body
    from {{ ref('offices') }}
    where office_id like '%-spokesperson'

),

statements as (

    select
        quote_id,
        published_date,
        speaker_entity_id,
        speaker_country_code,
        speaker_role,
        {{ spoken_for('speaker_role') }} as body
    from {{ ref('fct_quotes') }}
    where
        speaker_type = 'person'
        and speaker_entity_id is not null
        and speaker_country_code is not null

),

terms as (

    select * from {{ ref('dim_office_term') }}
    where office_id like '%-spokesperson'

),

said as (

    select
        statements.quote_id,
        min(bodies.office_id) as office_id
    from statements
    inner join bodies
        on contains(statements.speaker_role, 'باسم ' || bodies.body)
    group by statements.quote_id

)

-- For whom one speaks: a body of the lexicon by the role, else by the office held on that day, else the role's words.
select
    statements.quote_id,
    coalesce(said.office_id, terms.office_id, 'role:' || statements.body, 'other-spokesperson') as office_id,
    statements.published_date,
    statements.speaker_entity_id,
    statements.speaker_country_code,
    min(terms.start_date) as term_start_date,
    max(terms.end_date) as term_end_date
from statements
left join said
    on statements.quote_id = said.quote_id
left join terms
    on
        statements.speaker_entity_id = terms.entity_id
        and statements.published_date >= terms.start_date
        and (terms.end_date is null or statements.published_date <= terms.end_date)
where regexp_matches(statements.speaker_role, 'متحدث|ناطق') or terms.office_id is not null
group by all
