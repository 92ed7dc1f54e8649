with

articles as (

    select
        article_id,
        date_trunc('month', published_date)::date as month_start_date,
        is_lead
    from {{ ref('fct_articles') }}

),

articles_by_month as (

    select
        month_start_date,
        count(*) as n_articles_in_month,
        count(*) filter (where is_lead) as n_reports_in_month
    from articles
    group by month_start_date

),

countries_by_month as (

    select
        articles.month_start_date,
        countries.country_code,
        count(distinct countries.article_id) as n_reports
    from {{ ref('int_countries_by_sentence') }} as countries
    inner join articles
        on countries.article_id = articles.article_id
    where articles.is_lead
    group by all

),

adjusted_by_month as (

    select
        date_trunc('month', statements.published_date)::date as month_start_date,
        least(statements.speaker_country_code, statements.about_country_code) as country_a,
        greatest(statements.speaker_country_code, statements.about_country_code) as country_b,
        {{ sum_of_weights('weights.weight') }} as n_adjusted,
        {{ sum_of_weights('weights.weight_low') }} as n_low,
        {{ sum_of_weights('weights.weight_high') }} as n_high
    from {{ ref('int_statements_about_countries') }} as statements
    left join {{ ref('int_statement_weights') }} as weights
        on statements.speaker_resolution = weights.speaker_resolution
    group by all

),

counted as (

    select
        pairs.*,
        articles_by_month.n_articles_in_month,
        articles_by_month.n_reports_in_month,
        coalesce(of_a.n_reports, 0) as n_reports_a,
        coalesce(of_b.n_reports, 0) as n_reports_b,
        pairs.n_reports / nullif(articles_by_month.n_reports_in_month, 0) as share_of_reports,
        pairs.n_reports_before / nullif(pairs.n_months_before, 0) as history_mean,
        -- The sample's deviation, from sums in which the months without a row are zeros.
        case
            when pairs.n_months_before >= 2
                then sqrt(
                    greatest(0, pairs.sum_of_squares_before - pairs.n_reports_before ** 2 / pairs.n_months_before)
                    / (pairs.n_months_before - 1)
                )
        end as history_stddev
    from {{ ref('int_country_pairs_by_month') }} as pairs
    inner join articles_by_month using (month_start_date)
    left join countries_by_month as of_a
        on pairs.month_start_date = of_a.month_start_date and pairs.country_a = of_a.country_code
    left join countries_by_month as of_b
        on pairs.month_start_date = of_b.month_start_date and pairs.country_b = of_b.country_code

)

select
    -- keys
    month_start_date,
    country_a,
    country_b,
    -- counts
    counted.n_articles,
    counted.n_reports,
    counted.n_sentences,
    counted.n_statements_a_about_b,
    counted.n_statements_b_about_a,
    counted.n_dyad_articles,
    counted.n_reports_a,
    counted.n_reports_b,
    counted.n_articles_in_month,
    counted.n_reports_in_month,
    -- rolling
    {{ rolling_sum('counted.n_reports', 3) }} as n_reports_3_months,
    {{ rolling_sum('counted.n_reports', 12) }} as n_reports_12_months,
    -- beside the other pairs of the month
    counted.share_of_reports,
    case
        when counted.n_reports > 0
            then rank() over (partition by month_start_date order by counted.n_reports desc)
    end as rank_in_month,
    -- beside each country's own frequency
    {{ npmi('counted.n_reports', 'counted.n_reports_a', 'counted.n_reports_b', 'counted.n_reports_in_month') }} as npmi,
    -- beside the pair's own past
    counted.n_months_before,
    counted.history_mean,
    counted.history_stddev,
    (counted.n_reports - counted.history_mean) / nullif(counted.history_stddev, 0) as z_score,
    counted.first_seen_date,
    counted.last_seen_date,
    -- statements between the two, with error bars
    adjusted_by_month.n_adjusted,
    adjusted_by_month.n_low,
    adjusted_by_month.n_high
from counted
left join adjusted_by_month using (month_start_date, country_a, country_b)
