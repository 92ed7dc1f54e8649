{{ config(materialized='incremental', incremental_strategy='replace_days', on_schema_change='fail') }}

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
from {{ ref('fct_quotes') }} as statements
inner join {{ ref('fct_topics') }} as hits
    on {{ statement_holds('hits') }}
where statements.published_date in ({{ days_to_load() }})
group by all
