-- Who speaks most, and how many of their statements name them only before (n_inferred)
-- من يتحدث أكثر من غيره، وكم من أقواله لم يُذكر اسمه إلا قبلها
select
    speakers.speaker_name,
    speakers.speaker_country_code,
    count(*) as n_statements,
    count(*) filter (where quotes.quote_kind = 'direct') as n_direct,
    count(*) filter (where quotes.speaker_resolution not in ('stated', 'title')) as n_inferred,
    count(distinct quotes.article_id) as n_articles
from marts.fct_quotes as quotes
-- One row a speaker, however articles spell the name; sources without a name are left out.
inner join intermediate.int_speakers as speakers on quotes.speaker_entity_id = speakers.speaker_entity_id
group by quotes.speaker_entity_id, speakers.speaker_name, speakers.speaker_country_code
order by n_statements desc, n_articles desc, speakers.speaker_name asc
limit 10
