-- Which topics meet in reports more often than chance would have it
-- أي الموضوعات تجتمع في الأخبار أكثر مما تقتضيه المصادفة
select
    pairs.month_start_date,
    one.name_ar as topic_a,
    other.name_ar as topic_b,
    pairs.n_reports_both,
    pairs.n_reports_total,
    pairs.npmi,
    pairs.log_likelihood_ratio,
    pairs.q_value
from marts.mart_topic_cooccurrence as pairs
inner join marts.dim_topic as one
    on pairs.topic_a = one.topic_id
inner join marts.dim_topic as other
    on pairs.topic_b = other.topic_id
where
    pairs.period_type = 'month'
    and pairs.topic_level = 2
    and pairs.speaker_country_code is null
    and pairs.n_reports_both > 1
order by pairs.log_likelihood_ratio desc, pairs.month_start_date desc, topic_a asc, topic_b asc
limit 20
