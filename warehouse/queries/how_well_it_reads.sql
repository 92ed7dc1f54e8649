-- How many of the statements and speakers are read right
-- كم من الأقوال والقائلين قُرئ قراءة صحيحة
select
    corpus_name,
    metric,
    speaker_resolution,
    n_hits,
    n_gold,
    value,
    low,
    high
from quality.evaluations
where is_latest
order by corpus_name asc, metric asc, speaker_resolution asc
limit 40
