with

articles as (

    select
        article_id,
        date_trunc('month', published_date)::date as month_start_date,
        count(*) over (partition by date_trunc('month', published_date)) as n_articles_in_month
    from {{ ref('fct_articles') }}

),

topics_by_article as (

    select distinct
        articles.month_start_date,
        articles.n_articles_in_month,
        topics.article_id,
        topics.topic_id
    from {{ ref('fct_topics') }} as topics
    inner join articles
        on topics.article_id = articles.article_id

),

dyads_by_article as (

    select
        date_trunc('month', published_date)::date as month_start_date,
        article_id,
        country_a,
        country_b,
        is_lead
    from {{ ref('int_country_pairs_by_article') }}
    where has_dyad

),

dyads_by_month as (

    select
        month_start_date,
        country_a,
        country_b,
        count(*) as n_dyad_articles
    from dyads_by_article
    group by all

),

topics_by_month as (

    select
        month_start_date,
        topic_id,
        n_articles_in_month,
        count(*) as n_topic_articles
    from topics_by_article
    group by all

),

sentences as (

    select
        date_trunc('month', dyads.published_date)::date as month_start_date,
        dyads.country_a,
        dyads.country_b,
        topics.topic_id,
        count(distinct dyads.sentence_id) as n_sentences
    from {{ ref('fct_dyads') }} as dyads
    inner join {{ ref('fct_topics') }} as topics
        on dyads.sentence_id = topics.sentence_id
    group by all

),

together as (

    select
        dyads_by_article.month_start_date,
        dyads_by_article.country_a,
        dyads_by_article.country_b,
        topics_by_article.topic_id,
        count(*) as n_articles,
        count(*) filter (where dyads_by_article.is_lead) as n_reports
    from dyads_by_article
    inner join topics_by_article
        on dyads_by_article.article_id = topics_by_article.article_id
    group by all

)

select
    -- keys
    month_start_date,
    country_a,
    country_b,
    topic_id,
    -- counts
    together.n_articles,
    together.n_reports,
    coalesce(sentences.n_sentences, 0) as n_sentences,
    dyads_by_month.n_dyad_articles,
    topics_by_month.n_topic_articles,
    topics_by_month.n_articles_in_month,
    -- ratios
    together.n_articles / dyads_by_month.n_dyad_articles as share_of_dyad_articles,
    together.n_articles::double * topics_by_month.n_articles_in_month
    / (dyads_by_month.n_dyad_articles::double * topics_by_month.n_topic_articles) as lift,
    -- articles, with error bars
    together.n_articles * weights.weight as n_adjusted,
    together.n_articles * weights.weight_low as n_low,
    together.n_articles * weights.weight_high as n_high
from together
inner join dyads_by_month using (month_start_date, country_a, country_b)
inner join topics_by_month using (month_start_date, topic_id)
left join sentences using (month_start_date, country_a, country_b, topic_id)
left join {{ ref('int_dyad_weight') }} as weights on true
