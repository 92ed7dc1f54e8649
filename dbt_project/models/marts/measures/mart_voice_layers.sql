with

statements as (

    select * from {{ ref('fct_quotes') }}

),

-- A topic once a statement, however often its terms are hit in it.
topics_of_statements as (

    select distinct
        statements.quote_id,
        topics.topic_id
    from statements
    inner join {{ ref('fct_topics') }} as topics
        on
            statements.article_id = topics.article_id
            and statements.start_char < topics.end_char
            and statements.end_char >= topics.end_char

),

-- What a country's own officials say in their own voice, by topic; null is for statements of no topic.
own_voice as (

    select
        statements.speaker_country_code,
        topics_of_statements.topic_id,
        count(*) as n_statements
    from statements
    left join topics_of_statements
        on statements.quote_id = topics_of_statements.quote_id
    where
        statements.depth = 0
        and statements.speaker_country_code is not null
    group by all

),

relayed as (

    select
        statements.quote_id,
        statements.article_id,
        statements.published_date,
        statements.start_char,
        statements.act_class,
        statements.quote_text,
        statements.speaker_country_code,
        relaying.speaker_country_code as through_country_code,
        topics_of_statements.topic_id
    from statements
    inner join statements as relaying
        on statements.parent_quote_id = relaying.quote_id
    left join topics_of_statements
        on statements.quote_id = topics_of_statements.quote_id
    where statements.speaker_country_code != relaying.speaker_country_code

)

select
    -- keys
    relayed.speaker_country_code,
    relayed.through_country_code,
    relayed.topic_id,
    -- counts
    count(*) as n_statements,
    count(distinct relayed.article_id) as n_articles,
    count(*) filter (where relayed.act_class = 'say') as n_say,
    count(*) filter (where relayed.act_class = 'urge') as n_urge,
    count(*) filter (where relayed.act_class = 'promise') as n_promise,
    count(*) filter (where relayed.act_class = 'stance') as n_stance,
    coalesce(any_value(own_voice.n_statements), 0) as n_own_statements,
    coalesce(any_value(own_voice.n_statements), 0) = 0 as is_only_relayed,
    -- dates
    min(relayed.published_date) as first_published_date,
    max(relayed.published_date) as last_published_date,
    -- the latest
    arg_max(relayed.quote_id, (relayed.published_date, relayed.quote_id)) as latest_quote_id,
    arg_max(relayed.quote_text, (relayed.published_date, relayed.quote_id)) as latest_quote_text
from relayed
left join own_voice
    on
        relayed.speaker_country_code = own_voice.speaker_country_code
        and relayed.topic_id is not distinct from own_voice.topic_id
group by relayed.speaker_country_code, relayed.through_country_code, relayed.topic_id
