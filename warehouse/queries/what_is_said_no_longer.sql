-- Which sentences two countries always say when they meet, and which are missing or new this time
-- أي الجمل تتكرر في كل لقاء بين بلدين، وأيها غاب أو استجد هذه المرة
select
    country_a,
    country_b,
    masked_text,
    n_encounters,
    n_encounters_of_pair,
    is_missing_this_time,
    is_new_this_time,
    last_seen_date
from marts.mart_boilerplate
where is_boilerplate or is_new_this_time
order by
    is_missing_this_time desc, is_boilerplate desc, n_encounters desc, country_a asc, country_b asc, fingerprint asc
limit 20
