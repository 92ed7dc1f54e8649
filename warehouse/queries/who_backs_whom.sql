-- Who backed whom on what when they met, and got how much in return
-- من أيّد من وفي ماذا عند لقائهما، وماذا نال في المقابل
select
    exchange.encounter_id,
    exchange.supporter_code,
    exchange.supported_code,
    issues.name_ar as issue,
    exchange.issue_text,
    exchange.is_mutual,
    exchange.n_issues_returned
from marts.mart_support_exchange as exchange
inner join lexicons.issues as issues
    on exchange.issue_id = issues.issue_id
order by exchange.encounter_id desc, exchange.supporter_code asc, exchange.supported_code asc, issue asc
limit 20
