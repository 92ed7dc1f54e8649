-- Which country speaks about which, and how much is said back
-- أي بلد يتحدث عن أي بلد، وكم يُرد عليه
select
    speaker_country_code,
    about_country_code,
    sum(n_statements)::bigint as n_statements,
    sum(n_direct)::bigint as n_direct,
    sum(n_statements_back)::bigint as n_statements_back
from marts.mart_country_voice
group by speaker_country_code, about_country_code
order by n_statements desc, speaker_country_code asc, about_country_code asc
limit 20
