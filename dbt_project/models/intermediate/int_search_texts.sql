{{ config(materialized='incremental', incremental_strategy='replace_days', on_schema_change='fail') }}

select
    published_date,
    text_type,
    text_id,
    sum(n_occurrences)::integer as n_words
from {{ ref('int_search_words') }}
where published_date in ({{ days_to_load() }})
group by all
