{{ config(materialized='incremental', incremental_strategy='replace_days', on_schema_change='fail') }}

with

statements as (

    select
        quote_id,
        article_id,
        published_date,
        start_char,
        end_char,
        speaker_country_code,
        speaker_resolution,
        act_class,
        quote_kind,
        {{ count_words('quote_text') }} as n_words
    from {{ ref('fct_quotes') }}
    where
        speaker_country_code is not null
        and published_date in ({{ days_to_load() }})

),

countries_named as (

    select
        mention_id,
        article_id,
        end_char,
        country_code
    from {{ ref('fct_mentions') }}
    where
        entity_type = 'country'
        and country_code is not null
        and not is_dateline
        and published_date in ({{ days_to_load() }})

)

select
    statements.quote_id,
    statements.article_id,
    statements.published_date,
    statements.speaker_country_code,
    countries_named.country_code as about_country_code,
    statements.speaker_resolution,
    statements.act_class,
    statements.quote_kind,
    statements.n_words,
    count(*)::integer as n_mentions
from statements
inner join countries_named
    on
        statements.article_id = countries_named.article_id
        -- Held by its last character: of `رحب بالصين` (welcomed China) the statement begins after the clitic
        -- بـ, with which the mention begins.
        and statements.start_char < countries_named.end_char
        and statements.end_char >= countries_named.end_char
where statements.speaker_country_code != countries_named.country_code
group by all
