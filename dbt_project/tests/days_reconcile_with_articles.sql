-- Every day of this run holds as many articles as its writer counted.
with

expected as (

    select
        partition_date,
        n_articles
    from {{ ref('int_changed_days') }}

),

found as (

    select
        published_date,
        count(*) as n_articles
    from {{ ref('fct_articles') }}
    group by published_date

)

select
    expected.partition_date,
    expected.n_articles as n_articles_written,
    coalesce(found.n_articles, 0) as n_articles_loaded
from expected
left join found
    on expected.partition_date = found.published_date
where expected.n_articles != coalesce(found.n_articles, 0)
