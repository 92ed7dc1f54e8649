{{ config(materialized='incremental', incremental_strategy='replace_days', on_schema_change='fail') }}

select
    published_date,
    article_id,
    sentence_id,
    country_code,
    count(*)::integer as n_mentions
from {{ ref('fct_mentions') }}
where
    entity_type = 'country'
    and country_code is not null
    -- Where the reporter sat says nothing of who deals with whom.
    and not is_dateline
    and published_date in ({{ days_to_load() }})
group by all
