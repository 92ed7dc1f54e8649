-- Which words attribute most statements
-- أي الكلمات تُسند بها الأقوال أكثر من غيرها
select
    cue_lemma,
    count(*) as n_statements,
    count(*) filter (where speaker_text is null) as n_without_subject,
    count(distinct article_id) as n_articles
from marts.fct_quotes
group by cue_lemma
order by n_statements desc, cue_lemma asc
limit 20
