{{ config(materialized='incremental', incremental_strategy='replace_days', on_schema_change='fail') }}

with

articles as (

    select
        article_id,
        published_date,
        is_lead
    from {{ ref('fct_articles') }}
    where published_date in ({{ days_to_load() }})

),

countries_by_sentence as (

    select * from {{ ref('int_countries_by_sentence') }}
    where published_date in ({{ days_to_load() }})

),

countries_by_article as (

    select distinct
        article_id,
        country_code
    from countries_by_sentence

),

named_pairs as (

    select
        one.article_id,
        one.country_code as country_a,
        other.country_code as country_b,
        true as is_named_together
    from countries_by_article as one
    inner join countries_by_article as other
        on one.article_id = other.article_id and one.country_code < other.country_code

),

sentence_pairs as (

    select
        one.article_id,
        one.country_code as country_a,
        other.country_code as country_b,
        count(*) as n_sentences
    from countries_by_sentence as one
    inner join countries_by_sentence as other
        on one.sentence_id = other.sentence_id and one.country_code < other.country_code
    group by all

),

statement_pairs as (

    select
        article_id,
        least(speaker_country_code, about_country_code) as country_a,
        greatest(speaker_country_code, about_country_code) as country_b,
        count(*) filter (where speaker_country_code < about_country_code) as n_statements_a_about_b,
        count(*) filter (where speaker_country_code > about_country_code) as n_statements_b_about_a
    from {{ ref('int_statements_about_countries') }}
    where published_date in ({{ days_to_load() }})
    group by all

),

dyad_pairs as (

    select
        article_id,
        country_a,
        country_b,
        bool_or(basis = 'meeting') as has_meeting
    from {{ ref('fct_dyads') }}
    where published_date in ({{ days_to_load() }})
    group by all

)

select
    -- keys
    articles.published_date,
    articles.article_id,
    country_a,
    country_b,
    -- kinds of evidence
    articles.is_lead,
    coalesce(named_pairs.is_named_together, false) as is_named_together,
    dyad_pairs.article_id is not null as has_dyad,
    coalesce(dyad_pairs.has_meeting, false) as has_meeting,
    -- counts
    coalesce(sentence_pairs.n_sentences, 0)::integer as n_sentences,
    coalesce(statement_pairs.n_statements_a_about_b, 0)::integer as n_statements_a_about_b,
    coalesce(statement_pairs.n_statements_b_about_a, 0)::integer as n_statements_b_about_a
from named_pairs
full outer join statement_pairs using (article_id, country_a, country_b)
full outer join dyad_pairs using (article_id, country_a, country_b)
left join sentence_pairs using (article_id, country_a, country_b)
inner join articles using (article_id)
