-- Who speaks most, and how many of their statements name them only before (n_inferred)
-- من يتحدث أكثر من غيره، وكم من أقواله لم يُذكر اسمه إلا قبلها
select
    speaker_name,
    speaker_country_code,
    count(*) as n_statements,
    count(*) filter (where quote_kind = 'direct') as n_direct,
    count(*) filter (where speaker_resolution not in ('stated', 'title')) as n_inferred,
    count(distinct article_id) as n_articles
from marts.fct_quotes
where speaker_name is not null
group by speaker_name, speaker_country_code
order by n_statements desc, n_articles desc, speaker_name asc
limit 10
