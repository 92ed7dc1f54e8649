with

articles_by_day as (

    select
        published_date,
        count(*) as n_articles_in_day,
        count(*) filter (where is_lead) as n_reports_in_day
    from {{ ref('fct_articles') }}
    group by published_date

),

pairs_by_day as (

    select
        published_date,
        country_a,
        country_b,
        count(*) filter (where is_named_together) as n_articles,
        count(*) filter (where is_named_together and is_lead) as n_reports,
        sum(n_sentences)::bigint as n_sentences,
        sum(n_statements_a_about_b)::bigint as n_statements_a_about_b,
        sum(n_statements_b_about_a)::bigint as n_statements_b_about_a,
        count(*) filter (where has_dyad) as n_dyad_articles
    from {{ ref('int_country_pairs_by_article') }}
    group by all

),

adjusted_by_day as (

    select
        statements.published_date,
        least(statements.speaker_country_code, statements.about_country_code) as country_a,
        greatest(statements.speaker_country_code, statements.about_country_code) as country_b,
        {{ sum_of_weights('weights.weight') }} as n_adjusted,
        {{ sum_of_weights('weights.weight_low') }} as n_low,
        {{ sum_of_weights('weights.weight_high') }} as n_high
    from {{ ref('int_statements_about_countries') }} as statements
    left join {{ ref('int_statement_weights') }} as weights
        on statements.speaker_resolution = weights.speaker_resolution
    group by all

)

select
    -- keys
    published_date,
    country_a,
    country_b,
    -- counts
    pairs_by_day.n_articles,
    pairs_by_day.n_reports,
    pairs_by_day.n_sentences,
    pairs_by_day.n_statements_a_about_b,
    pairs_by_day.n_statements_b_about_a,
    pairs_by_day.n_dyad_articles,
    articles_by_day.n_articles_in_day,
    articles_by_day.n_reports_in_day,
    -- ratios
    pairs_by_day.n_articles / articles_by_day.n_articles_in_day as share_of_articles,
    -- statements between the two, with error bars
    adjusted_by_day.n_adjusted,
    adjusted_by_day.n_low,
    adjusted_by_day.n_high
from pairs_by_day
inner join articles_by_day using (published_date)
left join adjusted_by_day using (published_date, country_a, country_b)
