-- Which words a number stands on: the most that one country says about another
-- على أي كلمات يقوم عدد: أكثر ما يقوله بلد عن بلد آخر
with

most as (

    select *
    from marts.mart_country_voice
    order by n_statements desc, speaker_country_code asc, about_country_code asc, month_start_date asc, act_class asc
    limit 1

)

select
    proof.measure,
    proof.span_text,
    proof.source_uri,
    proof.start_char,
    proof.end_char
from evidence('mart_country_voice', (select most from most)) as proof
where proof.measure = 'n_statements'
order by proof.article_id asc, proof.start_char asc, proof.end_char asc
