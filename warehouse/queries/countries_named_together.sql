-- Which two countries are named together most
-- أي بلدين يُذكران معا أكثر من غيرهما
select
    one.name_ar as country_a,
    other.name_ar as country_b,
    sum(pairs.n_articles)::bigint as n_articles,
    sum(pairs.n_sentences)::bigint as n_sentences,
    sum(pairs.n_statements_a_about_b)::bigint as n_a_about_b,
    sum(pairs.n_statements_b_about_a)::bigint as n_b_about_a
from marts.mart_bilateral_mentions_daily as pairs
inner join marts.dim_country as one
    on pairs.country_a = one.country_code
inner join marts.dim_country as other
    on pairs.country_b = other.country_code
group by one.name_ar, other.name_ar
order by n_articles desc, n_sentences desc, country_a asc, country_b asc
limit 10
