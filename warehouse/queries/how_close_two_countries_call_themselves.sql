-- On which rung of partnership two countries say they stand, since when, and from where they rose
-- على أي درجة من الشراكة يقول بلدان إنهما، ومنذ متى، ومن أين ارتقيا
select
    ladder.country_a,
    ladder.country_b,
    ladder.formula_name_ar as formula,
    ladder.formula_rank,
    earlier.name_ar as risen_from,
    ladder.first_used_date,
    ladder.last_reaffirmed_date,
    ladder.days_since_reaffirmed
from marts.mart_partnership_ladder as ladder
left join lexicons.formulas as earlier
    on ladder.previous_formula_id = earlier.formula_id and ladder.is_upgrade
where ladder.is_highest_rung
order by ladder.formula_type desc, ladder.formula_rank desc, ladder.country_a asc, ladder.country_b asc
limit 20
