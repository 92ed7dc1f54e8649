{{ config(parameters=['one_country', 'other_country', 'topic']) }}

with recursive

sides as (

    select
        1 as side,
        country_code
    from ({{ country_code_of('one_country') }})
    union all
    select
        2 as side,
        country_code
    from ({{ country_code_of('other_country') }})

),

asked as (

    select topic as topic_asked

),

topics as (

    select named.topic_id
    from {{ ref_in_file('dim_topic') }} as named
    inner join asked
        on asked.topic_asked in (named.topic_id, named.name_ar) or lower(named.name_en) = lower(asked.topic_asked)
    union all
    select below.topic_id
    from {{ ref_in_file('dim_topic') }} as below
    inner join topics
        on below.parent_topic_id = topics.topic_id

),

statements as (

    select
        sides.side,
        quotes.*
    from {{ ref_in_file('fct_quotes') }} as quotes
    inner join sides
        on quotes.speaker_country_code = sides.country_code
    where
        quotes.quote_id in (
            select held.quote_id
            from {{ ref_in_file('int_statement_topics') }} as held
            inner join topics
                on held.topic_id = topics.topic_id
        )

)

select
    sides.country_code,
    -- numbers
    count(statements.quote_id) as n_statements,
    count(distinct statements.article_id) as n_articles,
    count(distinct statements.speaker_name) as n_speakers,
    count(*) filter (where statements.act_class = 'say') as n_say,
    count(*) filter (where statements.act_class = 'urge') as n_urge,
    count(*) filter (where statements.act_class = 'promise') as n_promise,
    count(*) filter (where statements.act_class = 'stance') as n_stance,
    count(*) filter (where statements.quote_kind = 'direct') as n_direct,
    -- first and latest
    min(statements.published_date) as first_published_date,
    max(statements.published_date) as last_published_date,
    arg_max(statements.speaker_name, (statements.published_date, statements.quote_id)) as last_speaker_name,
    arg_max(statements.quote_text, (statements.published_date, statements.quote_id)) as last_quote_text,
    arg_max(statements.quote_id, (statements.published_date, statements.quote_id)) as last_quote_id
from sides
left join statements
    on sides.side = statements.side
group by sides.side, sides.country_code
order by sides.side asc
