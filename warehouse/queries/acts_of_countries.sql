-- What countries do when they speak: say, urge, promise, take a stance
-- ماذا تفعل الدول حين تتكلم: تقول أم تطالب أم تعد أم تتخذ موقفا
select
    speaker_country_code,
    count(*) as n_statements,
    count(*) filter (where act_class = 'say') as n_say,
    count(*) filter (where act_class = 'urge') as n_urge,
    count(*) filter (where act_class = 'promise') as n_promise,
    count(*) filter (where act_class = 'stance') as n_stance
from marts.fct_quotes
where speaker_country_code is not null
group by speaker_country_code
order by n_statements desc, speaker_country_code asc
limit 20
