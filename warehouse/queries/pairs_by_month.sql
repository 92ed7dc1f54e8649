-- Which pairs of countries are unusually much in the news of a month
-- أي بلدين كثر ذكرهما معا في شهر على غير عادتهما
select
    month_start_date,
    country_a,
    country_b,
    n_reports,
    rank_in_month,
    npmi,
    history_mean,
    z_score
from marts.mart_bilateral_mentions_monthly
where n_reports > 0
order by z_score desc nulls last, n_reports desc, month_start_date desc, country_a asc, country_b asc
limit 20
