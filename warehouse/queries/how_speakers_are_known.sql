-- By which ways it was found who speaks for a country
-- بأي طرق عُرف من يتحدث باسم بلد
select
    speaker_country_code,
    speaker_resolution,
    sum(n_statements)::bigint as n_statements,
    sum(n_articles)::bigint as n_articles
from marts.mart_resolution_ledger
group by speaker_country_code, speaker_resolution
order by n_statements desc, speaker_country_code asc, speaker_resolution asc
limit 20
