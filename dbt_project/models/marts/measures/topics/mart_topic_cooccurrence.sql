with

counted as (

    select
        *,
        n_reports_both / n_reports_total as support,
        -- Doubles throughout: the product of two counts leaves the integers at a few billion.
        n_reports_both::double * n_reports_total / (n_reports_a::double * n_reports_b) as lift
    from {{ ref('int_topic_pairs') }}

),

measured as (

    select
        *,
        {{ log_likelihood_ratio('n_reports_both', 'n_reports_a', 'n_reports_b', 'n_reports_total') }}
            as log_likelihood_ratio
    from counted

),

tested as (

    select
        *,
        {{ chi_square_p_value('log_likelihood_ratio') }} as p_value
    from measured

),

ranked as (

    select
        *,
        count(*) over slice as n_tests,
        count(*) over (
            partition by period_type, month_start_date, topic_level, speaker_country_code
            order by p_value range between unbounded preceding and current row
        ) as n_tests_as_small
    from tested
    window slice as (partition by period_type, month_start_date, topic_level, speaker_country_code)

)

select
    -- keys
    period_type,
    month_start_date,
    topic_level,
    speaker_country_code,
    topic_a,
    topic_b,
    -- counts
    n_reports_both,
    n_reports_a,
    n_reports_b,
    n_reports_total,
    n_reports_both >= {{ var('minimum_support') }} as has_minimum_support,
    -- measures of association
    support,
    lift,
    log2(lift) as pmi,
    {{ npmi('n_reports_both', 'n_reports_a', 'n_reports_b', 'n_reports_total') }} as npmi,
    log_likelihood_ratio,
    -- significance
    p_value,
    n_tests,
    -- Benjamini and Hochberg: the least of p · tests / rank, of this pair and of those with a larger p.
    min(least(1, p_value * (n_tests / n_tests_as_small))) over (
        partition by period_type, month_start_date, topic_level, speaker_country_code
        order by p_value range between current row and unbounded following
    ) as q_value
from ranked
