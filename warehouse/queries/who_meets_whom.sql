-- Who met whom, of which rank, where and on the sidelines of what
-- من التقى من، وبأي رتبة، وأين، وعلى هامش ماذا
select
    start_date,
    country_a,
    country_b,
    encounter_kinds,
    person_name_a,
    office_rank_a,
    person_name_b,
    office_rank_b,
    venue_text,
    occasion_text,
    n_reports
from marts.mart_encounters
where not is_planned
order by n_people desc, n_reports desc, start_date desc, encounter_id asc
limit 20
