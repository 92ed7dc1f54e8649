{{ config(materialized='incremental', incremental_strategy='replace_days', on_schema_change='fail') }}

with

statements as (

    select
        quote_id,
        article_id,
        published_date,
        start_char,
        end_char,
        speaker_entity_id,
        speaker_country_code,
        act_class
    from {{ ref('fct_quotes') }}
    where published_date in ({{ days_to_load() }})

),

hits as (

    select
        article_id,
        topic_id,
        end_char
    from {{ ref('fct_topics') }}
    where published_date in ({{ days_to_load() }})

)

select
    -- keys
    statements.quote_id,
    hits.topic_id,
    statements.article_id,
    statements.published_date,
    -- statement
    statements.speaker_entity_id,
    statements.speaker_country_code,
    statements.act_class,
    -- counts
    count(*)::integer as n_hits
from statements
inner join hits
    on
        statements.article_id = hits.article_id
        -- By its last character, as a statement holds its countries: a clitic before it may stand outside.
        and statements.start_char < hits.end_char
        and statements.end_char >= hits.end_char
group by all
