-- Which spokespersons followed one another in an office
-- أي المتحدثين الرسميين تعاقبوا على منصب
select
    speaker_country_code,
    office_id,
    nth_in_office,
    speaker_name,
    n_statements,
    first_seen_date,
    last_seen_date,
    previous_speaker_name
from marts.mart_spokesperson_turnover
order by speaker_country_code asc, office_id asc, nth_in_office asc, speaker_name asc
limit 20
