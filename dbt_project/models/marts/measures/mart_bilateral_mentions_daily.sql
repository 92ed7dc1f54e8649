{{ config(materialized='incremental', incremental_strategy='replace_days', on_schema_change='fail') }}

with

articles_by_day as (

    select
        published_date,
        count(*) as n_articles_in_day
    from {{ ref('fct_articles') }}
    where published_date in ({{ days_to_load() }})
    group by published_date

),

countries_by_sentence as (

    select * from {{ ref('int_countries_by_sentence') }}
    where published_date in ({{ days_to_load() }})

),

countries_by_article as (

    select distinct
        published_date,
        article_id,
        country_code
    from countries_by_sentence

),

article_pairs as (

    select
        one.published_date,
        one.country_code as country_a,
        other.country_code as country_b,
        count(*) as n_articles
    from countries_by_article as one
    inner join countries_by_article as other
        on one.article_id = other.article_id and one.country_code < other.country_code
    group by all

),

sentence_pairs as (

    select
        one.published_date,
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
        published_date,
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
        published_date,
        country_a,
        country_b,
        count(distinct article_id) as n_dyad_articles
    from {{ ref('fct_dyads') }}
    where published_date in ({{ days_to_load() }})
    group by all

)

select
    -- keys
    published_date,
    country_a,
    country_b,
    -- counts
    coalesce(article_pairs.n_articles, 0) as n_articles,
    coalesce(sentence_pairs.n_sentences, 0) as n_sentences,
    coalesce(statement_pairs.n_statements_a_about_b, 0) as n_statements_a_about_b,
    coalesce(statement_pairs.n_statements_b_about_a, 0) as n_statements_b_about_a,
    coalesce(dyad_pairs.n_dyad_articles, 0) as n_dyad_articles,
    articles_by_day.n_articles_in_day,
    -- ratios
    coalesce(article_pairs.n_articles, 0) / articles_by_day.n_articles_in_day as share_of_articles
from article_pairs
full outer join statement_pairs using (published_date, country_a, country_b)
full outer join dyad_pairs using (published_date, country_a, country_b)
left join sentence_pairs using (published_date, country_a, country_b)
inner join articles_by_day using (published_date)
