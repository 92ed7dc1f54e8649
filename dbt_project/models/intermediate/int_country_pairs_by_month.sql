with

months as (

    select
        date_trunc('month', published_date)::date as month_start_date,
        row_number() over (order by date_trunc('month', published_date)) as month_index
    from {{ ref('fct_articles') }}
    group by date_trunc('month', published_date)

),

pairs_by_month as (

    select
        date_trunc('month', published_date)::date as month_start_date,
        country_a,
        country_b,
        count(*) filter (where is_named_together) as n_articles,
        count(*) filter (where is_named_together and is_lead) as n_reports,
        sum(n_sentences)::bigint as n_sentences,
        sum(n_statements_a_about_b)::bigint as n_statements_a_about_b,
        sum(n_statements_b_about_a)::bigint as n_statements_b_about_a,
        count(*) filter (where has_dyad) as n_dyad_articles,
        min(published_date) as first_date,
        max(published_date) as last_date
    from {{ ref('int_country_pairs_by_article') }}
    group by all

),

-- The months in which something is said of a pair, and the eleven after: silence after news is news.
pair_months as (

    select distinct
        months.month_start_date,
        months.month_index,
        pairs_by_month.country_a,
        pairs_by_month.country_b
    from pairs_by_month
    inner join months
        on
            pairs_by_month.month_start_date <= months.month_start_date
            and pairs_by_month.month_start_date + interval 12 month > months.month_start_date

)

select
    -- keys
    month_start_date,
    country_a,
    country_b,
    pair_months.month_index,
    -- counts
    coalesce(pairs_by_month.n_articles, 0) as n_articles,
    coalesce(pairs_by_month.n_reports, 0) as n_reports,
    coalesce(pairs_by_month.n_sentences, 0) as n_sentences,
    coalesce(pairs_by_month.n_statements_a_about_b, 0) as n_statements_a_about_b,
    coalesce(pairs_by_month.n_statements_b_about_a, 0) as n_statements_b_about_a,
    coalesce(pairs_by_month.n_dyad_articles, 0) as n_dyad_articles,
    -- as known by the end of the month
    coalesce(pair_months.month_index - min(pair_months.month_index) over earlier, 0) as n_months_before,
    coalesce(sum(pairs_by_month.n_reports) over earlier, 0)::bigint as n_reports_before,
    coalesce(sum(pairs_by_month.n_reports ** 2) over earlier, 0)::double as sum_of_squares_before,
    min(pairs_by_month.first_date) over so_far as first_seen_date,
    max(pairs_by_month.last_date) over so_far as last_seen_date
from pair_months
left join pairs_by_month using (month_start_date, country_a, country_b)
window
    so_far as (partition by country_a, country_b order by month_start_date),
    earlier as (
        partition by country_a, country_b
        order by month_start_date
        rows between unbounded preceding and 1 preceding
    )
