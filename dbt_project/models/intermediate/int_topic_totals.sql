with

reports as (

    select
        article_id,
        date_trunc('month', published_date)::date as month_start_date
    from {{ ref('fct_articles') }}
    where is_lead

),

reports_by_slice as (

    select
        month_start_date,
        article_id,
        null::varchar as speaker_country_code
    from reports
    union all
    select distinct
        reports.month_start_date,
        reports.article_id,
        quotes.speaker_country_code
    from {{ ref('fct_quotes') }} as quotes
    inner join reports
        on quotes.article_id = reports.article_id
    where quotes.speaker_country_code is not null

)

select
    'month' as period_type,
    month_start_date,
    speaker_country_code,
    count(*) as n_reports_total
from reports_by_slice
group by all

union all

select
    'all' as period_type,
    null as month_start_date,
    speaker_country_code,
    count(*) as n_reports_total
from reports_by_slice
group by all
