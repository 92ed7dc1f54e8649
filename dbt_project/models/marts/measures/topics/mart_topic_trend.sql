with

totals as (

    select
        month_start_date,
        speaker_country_code,
        n_reports_total,
        sum(n_reports_total) over (
            partition by speaker_country_code
            order by month_start_date
            rows between unbounded preceding and 1 preceding
        ) as n_reports_total_before
    from {{ ref('int_topic_totals') }}
    where period_type = 'month'

),

topics as (

    select
        month_start_date,
        topic_level,
        speaker_country_code,
        topic_id,
        count(*) as n_reports
    from {{ ref('int_topic_units') }}
    group by all

),

first_months as (

    select
        topic_level,
        speaker_country_code,
        topic_id,
        min(month_start_date) as first_month_start_date
    from topics
    group by all

),

-- Every month since the topic was first met in which there was anything to read: a month without it is a 0.
counted as (

    select
        totals.month_start_date,
        first_months.topic_level,
        totals.speaker_country_code,
        first_months.topic_id,
        totals.n_reports_total,
        totals.n_reports_total_before,
        coalesce(topics.n_reports, 0) as n_reports
    from first_months
    inner join totals
        on
            first_months.speaker_country_code is not distinct from totals.speaker_country_code
            and first_months.first_month_start_date <= totals.month_start_date
    left join topics
        on
            totals.month_start_date = topics.month_start_date
            and first_months.topic_level = topics.topic_level
            and totals.speaker_country_code is not distinct from topics.speaker_country_code
            and first_months.topic_id = topics.topic_id

),

compared as (

    select
        *,
        sum(n_reports) over earlier as n_reports_before,
        sum(n_reports) over earlier / n_reports_total_before as share_before,
        lag(n_reports / n_reports_total) over (
            partition by topic_level, speaker_country_code, topic_id
            order by month_start_date
        ) as previous_share
    from counted
    window earlier as (
        partition by topic_level, speaker_country_code, topic_id
        order by month_start_date
        rows between unbounded preceding and 1 preceding
    )

)

select
    -- keys
    month_start_date,
    topic_level,
    speaker_country_code,
    topic_id,
    -- counts
    n_reports,
    n_reports_total,
    coalesce(n_reports_before, 0)::bigint as n_reports_before,
    coalesce(n_reports_total_before, 0)::bigint as n_reports_total_before,
    -- ratios
    n_reports / n_reports_total as share_of_reports,
    n_reports / n_reports_total - previous_share as share_change,
    share_before,
    -- By how many standard deviations of a binomial the month is above what the months before led one to expect.
    (n_reports - n_reports_total * share_before)
    / nullif(sqrt(n_reports_total * share_before * (1 - share_before)), 0) as burst_score
from compared
