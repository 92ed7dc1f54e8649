with

articles as (

    select
        article_id,
        date_trunc('month', published_date)::date as month_start_date
    from {{ ref('fct_articles') }}

),

topics_by_article as (

    select distinct
        articles.month_start_date,
        articles.article_id,
        topics.topic_id
    from {{ ref('fct_topics') }} as topics
    inner join articles
        on topics.article_id = articles.article_id

),

articles_by_month as (

    select
        month_start_date,
        count(*) as n_articles_total
    from articles
    group by month_start_date

),

topics_by_month as (

    select
        month_start_date,
        topic_id,
        count(*) as n_articles
    from topics_by_article
    group by month_start_date, topic_id

),

pairs as (

    select
        one.month_start_date,
        one.topic_id as topic_a,
        other.topic_id as topic_b,
        count(*) as n_articles_both
    from topics_by_article as one
    inner join topics_by_article as other
        on one.article_id = other.article_id and one.topic_id < other.topic_id
    group by all

),

counted as (

    select
        pairs.month_start_date,
        pairs.topic_a,
        pairs.topic_b,
        pairs.n_articles_both,
        topic_a.n_articles as n_articles_a,
        topic_b.n_articles as n_articles_b,
        articles_by_month.n_articles_total,
        pairs.n_articles_both / articles_by_month.n_articles_total as support,
        -- Doubles throughout: the product of two counts leaves the integers at a few billion.
        pairs.n_articles_both::double * articles_by_month.n_articles_total
        / (topic_a.n_articles::double * topic_b.n_articles) as lift
    from pairs
    inner join articles_by_month
        on pairs.month_start_date = articles_by_month.month_start_date
    inner join topics_by_month as topic_a
        on pairs.month_start_date = topic_a.month_start_date and pairs.topic_a = topic_a.topic_id
    inner join topics_by_month as topic_b
        on pairs.month_start_date = topic_b.month_start_date and pairs.topic_b = topic_b.topic_id

)

select
    -- keys
    month_start_date,
    topic_a,
    topic_b,
    -- counts
    n_articles_both,
    n_articles_a,
    n_articles_b,
    n_articles_total,
    -- measures of association
    support,
    lift,
    log2(lift) as pmi,
    -- Both topics in every article: always together, and the quotient would be 0/0.
    case when n_articles_both = n_articles_total then 1 else log2(lift) / -log2(support) end as npmi,
    -- Dunning's G²: sums of x·ln x over cells, rows and columns of the 2 × 2 table. Rounded, as their difference
    -- is 0 but for the last digits where the topics ignore each other.
    greatest(0, round(2 * (
        {{ x_log_x('n_articles_both') }}
        + {{ x_log_x('n_articles_a - n_articles_both') }}
        + {{ x_log_x('n_articles_b - n_articles_both') }}
        + {{ x_log_x('n_articles_total - n_articles_a - n_articles_b + n_articles_both') }}
        - {{ x_log_x('n_articles_a') }}
        - {{ x_log_x('n_articles_total - n_articles_a') }}
        - {{ x_log_x('n_articles_b') }}
        - {{ x_log_x('n_articles_total - n_articles_b') }}
        + {{ x_log_x('n_articles_total') }}
    ), 6)) as log_likelihood_ratio
from counted
