-- Who speaks most in a month, and how much of it is quoted word for word
-- من الأكثر كلاما في الشهر، وكم من كلامه منقول بنصه
select
    month_start_date,
    speaker_name,
    speaker_country_code,
    n_statements,
    n_words,
    direct_share,
    n_not_named
from marts.mart_speaker_activity
order by n_statements desc, n_words desc, month_start_date desc, speaker_name asc
limit 20
