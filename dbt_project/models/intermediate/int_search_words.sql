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

numbered as materialized (

    -- A short key: 12 million words of 30,000 articles are grouped by it.
    select
        *,
        row_number() over (order by text_type, text_id) as text_number
    from texts

),

words as (

    select
        text_number,
        unnest({{ words_of('folded_text') }}) as word
    from numbered

),

words_counted as materialized (

    select
        text_number,
        word,
        count(*) as n_occurrences
    from words
    group by all

),

-- Each word is stemmed once, and not in each of its texts.
vocabulary as (

    select
        word,
        {{ stem_of('word') }} as stem
    from words_counted
    group by word

),

stems as (

    select
        words_counted.text_number,
        vocabulary.stem,
        sum(words_counted.n_occurrences)::integer as n_occurrences
    from words_counted
    inner join vocabulary on words_counted.word = vocabulary.word
    group by all

)

select
    numbered.published_date,
    numbered.text_type,
    numbered.text_id,
    stems.stem,
    stems.n_occurrences
from stems
inner join numbered on stems.text_number = numbered.text_number
-- DuckDB skips the blocks that can not hold a stem when like stems lie together.
order by stems.stem, numbered.text_id
