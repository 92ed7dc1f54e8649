-- Which topics are more in the news than the months before led one to expect
-- أي الموضوعات صعدت في الأخبار فوق ما كان متوقعا
select
    trend.month_start_date,
    topics.name_ar as topic,
    trend.n_reports,
    trend.n_reports_total,
    trend.share_before,
    trend.burst_score
from marts.mart_topic_trend as trend
inner join marts.dim_topic as topics
    on trend.topic_id = topics.topic_id
where
    trend.speaker_country_code is null
    and trend.topic_level = topics.topic_level
-- In a month of a few reports any topic is far above what one expects: these come last.
order by trend.n_reports >= 5 desc, trend.burst_score desc nulls last, trend.month_start_date desc, topic asc
limit 20
