-- Which positions of a country are known only through another's officials
-- أي مواقف بلد لا تُعرف إلا على لسان مسؤولي بلد آخر
select
    speaker_country_code,
    through_country_code,
    topic_id,
    n_statements,
    latest_quote_text
from marts.mart_voice_layers
where is_only_relayed
order by n_statements desc, speaker_country_code asc, through_country_code asc, topic_id asc
limit 20
