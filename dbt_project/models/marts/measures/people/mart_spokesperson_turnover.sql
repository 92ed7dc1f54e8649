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

),

-- For whom one speaks: a body of the lexicon by the role, else by the office held on that day, else the role's words.
roles as (

    select
        statements.*,
        terms.start_date,
        terms.end_date,
        coalesce(said.office_id, terms.office_id, 'role:' || statements.body, 'other-spokesperson') as office_id
    from statements
    left join said
        on statements.quote_id = said.quote_id
    left join terms
        on
            statements.speaker_entity_id = terms.entity_id
            and statements.published_date >= terms.start_date
            and (terms.end_date is null or statements.published_date <= terms.end_date)
    where regexp_matches(statements.speaker_role, 'متحدث|ناطق') or terms.office_id is not null

),

tenures as (

    select
        speaker_country_code,
        office_id,
        speaker_entity_id,
        count(distinct quote_id) as n_statements,
        min(published_date) as first_seen_date,
        max(published_date) as last_seen_date,
        min(start_date) as term_start_date,
        max(end_date) as term_end_date
    from roles
    group by all

)

select
    -- keys
    tenures.speaker_country_code,
    tenures.office_id,
    tenures.speaker_entity_id,
    -- speaker
    speakers.speaker_name,
    speakers.speaker_name_latin,
    -- counts
    tenures.n_statements,
    case when tenures.office_id != 'other-spokesperson' then row_number() over office end as nth_in_office,
    -- dates
    tenures.first_seen_date,
    tenures.last_seen_date,
    tenures.term_start_date,
    tenures.term_end_date,
    -- who spoke before
    case when tenures.office_id != 'other-spokesperson' then lag(tenures.speaker_entity_id) over office end
        as previous_speaker_entity_id,
    case when tenures.office_id != 'other-spokesperson' then lag(speakers.speaker_name) over office end
        as previous_speaker_name,
    case
        when tenures.office_id != 'other-spokesperson'
            then tenures.first_seen_date - lag(tenures.last_seen_date) over office
    end as days_since_previous
from tenures
inner join {{ ref('int_speakers') }} as speakers
    on tenures.speaker_entity_id = speakers.speaker_entity_id
window office as (
    partition by tenures.speaker_country_code, tenures.office_id
    order by tenures.first_seen_date, tenures.speaker_entity_id
)
