{{ config(materialized='incremental', incremental_strategy='replace_days', on_schema_change='fail') }}

select
    statements.quote_id,
    statements.article_id,
    statements.published_date,
    statements.speaker_country_code,
    countries_named.country_code as about_country_code,
    statements.speaker_resolution,
    statements.act_class,
    statements.quote_kind,
    {{ count_words('any_value(statements.quote_text)') }} as n_words,
    count(*)::integer as n_mentions
from {{ ref('fct_quotes') }} as statements
inner join {{ ref('fct_mentions') }} as countries_named
    on {{ statement_holds('countries_named') }}
where
    statements.published_date in ({{ days_to_load() }})
    and countries_named.entity_type = 'country'
    and not countries_named.is_dateline
    -- Where one of the two is not known, neither.
    and statements.speaker_country_code != countries_named.country_code
group by all
