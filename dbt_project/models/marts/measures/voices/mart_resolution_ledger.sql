with

statements as (

    select
        date_trunc('month', published_date)::date as month_start_date,
        quote_id,
        article_id,
        speaker_country_code,
        speaker_resolution
    from {{ ref('fct_quotes') }}
    where speaker_country_code is not null

),

-- A statement that names two other countries is one statement about others.
about_others as (

    select distinct quote_id from {{ ref('int_statements_about_countries') }}

),

by_resolution as (

    select
        statements.month_start_date,
        statements.speaker_country_code,
        statements.speaker_resolution,
        count(*) as n_statements,
        count(distinct statements.article_id) as n_articles,
        count(about_others.quote_id) as n_statements_about_others
    from statements
    left join about_others
        on statements.quote_id = about_others.quote_id
    group by all

),

by_country as (

    select
        month_start_date,
        speaker_country_code,
        sum(n_statements)::bigint as n_statements_all,
        sum(case when speaker_resolution = 'stated' then n_statements else 0 end)::bigint as n_statements_stated,
        sum(n_statements_about_others)::bigint as n_about_others_all,
        sum(case when speaker_resolution = 'stated' then n_statements_about_others else 0 end)::bigint
            as n_about_others_stated
    from by_resolution
    group by month_start_date, speaker_country_code

)

select
    -- keys
    by_resolution.month_start_date,
    by_resolution.speaker_country_code,
    by_resolution.speaker_resolution,
    -- of this way
    by_resolution.n_statements,
    by_resolution.n_articles,
    by_resolution.n_statements_about_others,
    by_resolution.n_statements / by_country.n_statements_all as share_of_statements,
    -- of all ways
    by_country.n_statements_all,
    by_country.n_statements_stated,
    by_country.n_about_others_all,
    by_country.n_about_others_stated,
    -- sensitivity
    by_country.n_statements_stated / by_country.n_statements_all as share_stated,
    by_country.n_about_others_stated / nullif(by_country.n_about_others_all, 0) as share_about_others_stated,
    -- statements of this way, with error bars
    by_resolution.n_statements * weights.weight as n_adjusted,
    by_resolution.n_statements * weights.weight_low as n_low,
    by_resolution.n_statements * weights.weight_high as n_high
from by_resolution
inner join by_country
    on
        by_resolution.month_start_date = by_country.month_start_date
        and by_resolution.speaker_country_code = by_country.speaker_country_code
left join {{ ref('int_statement_weights') }} as weights
    on by_resolution.speaker_resolution = weights.speaker_resolution
