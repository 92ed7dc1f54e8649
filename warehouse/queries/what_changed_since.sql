-- What the monthly counts of pairs of countries said before, where they have changed
-- ماذا كانت الأعداد الشهرية تقول عن كل بلدين قبل أن تتغير
select
    then_so.month_start_date,
    then_so.country_a,
    then_so.country_b,
    then_so.n_reports as n_reports_then,
    now_so.n_reports as n_reports_now,
    then_so.dbt_valid_from as was_so_from,
    then_so.dbt_valid_to as was_so_to
from snapshots.snap_bilateral_mentions_monthly as then_so
left join snapshots.snap_bilateral_mentions_monthly as now_so
    on
        then_so.month_start_date = now_so.month_start_date
        and then_so.country_a = now_so.country_a
        and then_so.country_b = now_so.country_b
        and now_so.dbt_valid_to is null
where then_so.dbt_valid_to is not null
order by then_so.dbt_valid_to desc, then_so.month_start_date desc, then_so.country_a asc, then_so.country_b asc
limit 20
