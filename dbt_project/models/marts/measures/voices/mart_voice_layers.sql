with

statements as (

    select * from {{ ref('fct_quotes') }}

),

-- What a country's own officials say in their own voice, by topic; null is for statements of no topic.
own_voice as (

    select
        statements.speaker_country_code,
        topics.topic_id,
        count(*) as n_statements
    from statements
    left join {{ ref('int_statement_topics') }} as topics
        on statements.quote_id = topics.quote_id
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
        statements.act_class,
        statements.quote_text,
        statements.speaker_country_code,
        relaying.speaker_country_code as through_country_code,
        topics.topic_id,
        weights.weight,
        weights.weight_low,
        weights.weight_high
    from statements
    inner join statements as relaying
        on statements.parent_quote_id = relaying.quote_id
    left join {{ ref('int_statement_topics') }} as topics
        on statements.quote_id = topics.quote_id
    left join {{ ref('int_statement_weights') }} as weights
        on statements.speaker_resolution = weights.speaker_resolution
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
    arg_max(relayed.quote_text, (relayed.published_date, relayed.quote_id)) as latest_quote_text,
    -- statements, with error bars
    {{ sum_of_weights('relayed.weight') }} as n_adjusted,
    {{ sum_of_weights('relayed.weight_low') }} as n_low,
    {{ sum_of_weights('relayed.weight_high') }} as n_high
from relayed
left join own_voice
    on
        relayed.speaker_country_code = own_voice.speaker_country_code
        and relayed.topic_id is not distinct from own_voice.topic_id
group by relayed.speaker_country_code, relayed.through_country_code, relayed.topic_id
