-- Which names the agencies spell differently
-- أي الأسماء تختلف الوكالات في كتابتها
select
    entity_type,
    entity_name,
    name_text,
    agency_id,
    published_year,
    n_mentions,
    share_of_mentions,
    is_usual_form
from marts.mart_spelling_variants
where entity_type in ('person', 'place')
order by
    n_forms desc, entity_type asc, entity_id asc, n_mentions desc, name_text asc, agency_id asc, published_year asc
limit 20
