with

-- A hit counts on its own level, and for the topic above it on the level above.
topics as (

    select
        topic_id as hit_topic_id,
        topic_id,
        topic_level
    from {{ ref('dim_topic') }}
    union
    select
        topic_id as hit_topic_id,
        top_topic_id as topic_id,
        1 as topic_level
    from {{ ref('dim_topic') }}

),

reports as (

    select
        article_id,
        date_trunc('month', published_date)::date as month_start_date
    from {{ ref('fct_articles') }}
    where is_lead

),

hits as (

    select
        article_id,
        topic_id,
        null::varchar as speaker_country_code
    from {{ ref('fct_topics') }}
    union all
    select
        article_id,
        topic_id,
        speaker_country_code
    from {{ ref('int_statement_topics') }}
    where speaker_country_code is not null

)

select distinct
    reports.month_start_date,
    hits.speaker_country_code,
    topics.topic_level,
    topics.topic_id,
    reports.article_id
from hits
inner join topics
    on hits.topic_id = topics.hit_topic_id
inner join reports
    on hits.article_id = reports.article_id
