-- What two countries say on a topic, side by side
-- ماذا يقول بلدان في موضوع واحد
select
    side.country_code,
    side.n_statements,
    side.n_speakers,
    side.n_urge,
    side.n_direct,
    side.last_quote_text
from compare('CHN', 'SAU', 'economy') as side
order by side.country_code asc
