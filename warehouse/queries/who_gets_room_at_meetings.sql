-- Which side of a meeting gets more room in the report of it
-- أي الجانبين يأخذ حيزا أكبر في خبر اللقاء
select
    published_date,
    article_id,
    country_code,
    other_country_code,
    n_statements,
    n_words,
    share_of_words
from marts.mart_readout_balance
order by
    abs(share_of_words - 0.5) desc nulls last, n_words desc, article_id asc, country_code asc, other_country_code asc
limit 20
