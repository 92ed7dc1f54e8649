-- Which topics meet in articles more often than chance would have it
select
    pairs.month_start_date,
    one.name_ar as topic_a,
    other.name_ar as topic_b,
    pairs.n_articles_both,
    pairs.n_articles_total,
    pairs.npmi,
    pairs.log_likelihood_ratio
from marts.mart_topic_cooccurrence_monthly as pairs
inner join marts.dim_topic as one
    on pairs.topic_a = one.topic_id
inner join marts.dim_topic as other
    on pairs.topic_b = other.topic_id
where pairs.n_articles_both > 1
order by pairs.log_likelihood_ratio desc, pairs.month_start_date desc, topic_a asc, topic_b asc
limit 20
