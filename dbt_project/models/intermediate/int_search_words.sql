{{ config(materialized='incremental', incremental_strategy='replace_days', on_schema_change='fail') }}

with

texts as (

    select
        'statement' as text_type,
        quote_id as text_id,
        published_date,
        {{ folded('quote_text') }} as folded_text
    from {{ ref('fct_quotes') }}
    where published_date in ({{ days_to_load() }})
    union all
    select
        'article' as text_type,
        article_id as text_id,
        published_date,
        {{ folded("concat_ws(' ', headline, raw_text[body_start_char + 1:body_end_char])") }} as folded_text
    from {{ ref('fct_articles') }}
    where published_date in ({{ days_to_load() }})

),

words as (

    select
        published_date,
        text_type,
        text_id,
        unnest({{ words_of('folded_text') }}) as word
    from texts

),

words_counted as (

    select
        published_date,
        text_type,
        text_id,
        word,
        count(*) as n_occurrences
    from words
    group by all

)

select
    published_date,
    text_type,
    text_id,
    {{ stem_of('word') }} as stem,
    sum(n_occurrences)::integer as n_occurrences
from words_counted
group by all
-- DuckDB skips the blocks that can not hold a stem when like stems lie together.
order by stem, text_id
