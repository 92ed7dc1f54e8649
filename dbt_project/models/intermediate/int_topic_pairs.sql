with

units as (

    select
        unnest(['month', 'all']) as period_type,
        unnest([month_start_date, null]) as month_start_date,
        topic_level,
        speaker_country_code,
        topic_id,
        article_id
    from {{ ref('int_topic_units') }}

),

topics as (

    select
        period_type,
        month_start_date,
        topic_level,
        speaker_country_code,
        topic_id,
        count(*) as n_reports
    from units
    group by all

),

pairs as (

    select
        one.period_type,
        one.month_start_date,
        one.topic_level,
        one.speaker_country_code,
        one.topic_id as topic_a,
        other.topic_id as topic_b,
        count(*) as n_reports_both
    from units as one
    inner join units as other
        on
            one.article_id = other.article_id
            and one.period_type = other.period_type
            and one.topic_level = other.topic_level
            and one.speaker_country_code is not distinct from other.speaker_country_code
            and one.topic_id < other.topic_id
    group by all

)

select
    pairs.*,
    topic_a.n_reports as n_reports_a,
    topic_b.n_reports as n_reports_b,
    totals.n_reports_total
from pairs
inner join {{ ref('int_topic_totals') }} as totals
    on {{ same_slice('pairs', 'totals') }}
inner join topics as topic_a
    on
        {{ same_slice('pairs', 'topic_a') }}
        and pairs.topic_level = topic_a.topic_level
        and pairs.topic_a = topic_a.topic_id
inner join topics as topic_b
    on
        {{ same_slice('pairs', 'topic_b') }}
        and pairs.topic_level = topic_b.topic_level
        and pairs.topic_b = topic_b.topic_id
