with

statements as (

    select
        date_trunc('month', topics.published_date)::date as month_start_date,
        topics.speaker_entity_id,
        topics.topic_id,
        topics.quote_id,
        topics.article_id,
        topics.published_date,
        topics.act_class,
        quotes.quote_text,
        articles.is_lead,
        row_number() over (
            partition by topics.speaker_entity_id, topics.topic_id
            order by topics.published_date asc, topics.quote_id asc
        ) as nth_statement
    from {{ ref('int_statement_topics') }} as topics
    inner join {{ ref('fct_quotes') }} as quotes
        on topics.quote_id = quotes.quote_id
    inner join {{ ref('fct_articles') }} as articles
        on topics.article_id = articles.article_id
    where topics.speaker_entity_id is not null

),

first_statements as (

    select
        speaker_entity_id,
        topic_id,
        quote_id as first_quote_id,
        published_date as first_statement_date
    from statements
    where nth_statement = 1

),

positions as (

    select
        month_start_date,
        speaker_entity_id,
        topic_id,
        count(*) as n_statements,
        count(distinct article_id) as n_articles,
        count(distinct article_id) filter (where is_lead) as n_reports,
        count(*) filter (where act_class = 'say') as n_say,
        count(*) filter (where act_class = 'urge') as n_urge,
        count(*) filter (where act_class = 'promise') as n_promise,
        count(*) filter (where act_class = 'stance') as n_stance,
        arg_max(quote_id, nth_statement) as latest_quote_id,
        max(published_date) as latest_statement_date,
        arg_max(quote_text, nth_statement) as latest_statement_text
    from statements
    group by all

)

select
    -- keys
    positions.month_start_date,
    speaker_entity_id,
    topic_id,
    -- speaker
    speakers.speaker_name,
    speakers.speaker_country_code,
    -- counts
    positions.n_statements,
    positions.n_articles,
    positions.n_reports,
    positions.n_say,
    positions.n_urge,
    positions.n_promise,
    positions.n_stance,
    -- first and latest
    first_statements.first_quote_id,
    first_statements.first_statement_date,
    positions.latest_quote_id,
    positions.latest_statement_date,
    positions.latest_statement_text
from positions
inner join first_statements using (speaker_entity_id, topic_id)
inner join {{ ref('int_speakers') }} as speakers using (speaker_entity_id)
