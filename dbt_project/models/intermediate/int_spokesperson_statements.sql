with

-- The bodies that the lexicon's spokespersons speak for, by the words after باسم ("in the name of").
lexicon_bodies as (

    select
        office_id,
        {{ folded("trim(string_split(unnest(string_split(concat_ws('|', name_ar, variants), '|')), 'باسم')[2])") }}
            as body
    from {{ ref('offices') }}
    where office_id like '%-spokesperson'

),

-- `لشرطة جدة العقيد الدكتور`: rank and address stand before the name, not in the body's.
addresses as (

    select '(\s+(ال)?(' || string_agg(title, '|' order by title) || '))+$' as pattern
    from {{ ref('titles') }}
    where title not like '% %' and (title_type in ('rank', 'honorific') or title = 'سفير')

),

terms as (

    select * from {{ ref('dim_office_term') }}
    where office_id like '%-spokesperson'

),

statements as (

    select
        quotes.quote_id,
        quotes.published_date,
        quotes.speaker_entity_id,
        quotes.speaker_country_code,
        terms.office_id as term_office_id,
        terms.start_date as term_start_date,
        terms.end_date as term_end_date,
        regexp_replace({{ spoken_for('quotes.speaker_role') }}, addresses.pattern, '') as body
    from {{ ref('fct_quotes') }} as quotes
    cross join addresses
    left join terms
        on
            quotes.speaker_entity_id = terms.entity_id
            and quotes.published_date >= terms.start_date
            and (terms.end_date is null or quotes.published_date <= terms.end_date)
    where
        quotes.speaker_type = 'person'
        and quotes.speaker_entity_id is not null
        and quotes.speaker_country_code is not null
        and (regexp_matches(quotes.speaker_role, 'متحدث|ناطق') or terms.office_id is not null)

),

said as (

    select
        bodies.body,
        min(lexicon_bodies.office_id) as office_id
    from (select distinct statements.body from statements) as bodies
    inner join lexicon_bodies
        on starts_with({{ folded('bodies.body') }} || ' ', lexicon_bodies.body || ' ')
    group by bodies.body

),

-- A body of the lexicon by the role, else the office held on that day, else the role's words.
known as (

    select
        statements.*,
        coalesce(said.office_id, statements.term_office_id, 'role:' || statements.body) as office_id
    from statements
    left join said
        on statements.body = said.body

),

-- Whose role says no more than `المتحدث` (the spokesman) speaks for whom else he speaks for most.
usual as (

    select
        speaker_entity_id,
        speaker_country_code,
        mode(office_id order by office_id) as office_id
    from known
    where office_id is not null
    group by speaker_entity_id, speaker_country_code

)

select
    known.quote_id,
    coalesce(known.office_id, usual.office_id, 'other-spokesperson') as office_id,
    known.published_date,
    known.speaker_entity_id,
    known.speaker_country_code,
    min(known.term_start_date) as term_start_date,
    max(known.term_end_date) as term_end_date
from known
left join usual
    on
        known.speaker_entity_id = usual.speaker_entity_id
        and known.speaker_country_code = usual.speaker_country_code
group by all
