-- What the dealings of two countries are about
-- عن ماذا تدور العلاقات بين بلدين
select
    pairs.country_a,
    pairs.country_b,
    topics.name_ar as topic,
    sum(pairs.n_articles)::bigint as n_articles,
    sum(pairs.n_sentences)::bigint as n_sentences
from marts.mart_dyad_topics as pairs
inner join marts.dim_topic as topics
    on pairs.topic_id = topics.topic_id
group by pairs.country_a, pairs.country_b, topics.name_ar
order by n_sentences desc, n_articles desc, pairs.country_a asc, pairs.country_b asc, topic asc
limit 20
