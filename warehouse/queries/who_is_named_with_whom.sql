-- Who is named with whom in a sentence
-- من يُذكر مع من في جملة واحدة
select
    entity_name_a,
    entity_name_b,
    weight,
    n_articles,
    jaccard
from marts.mart_entity_network
order by weight desc, n_articles desc, entity_name_a asc, entity_name_b asc
limit 20
