-- What there is between two countries: statements about each other, and dealings
-- ماذا بين بلدين من أقوال وتعامل
select
    between_them.published_date,
    between_them.basis,
    between_them.from_country_code,
    between_them.to_country_code,
    between_them.speaker_name,
    between_them.span_text
from dyad('CHN', 'VNM') as between_them
order by
    between_them.published_date asc, between_them.article_id asc, between_them.start_char asc, between_them.basis asc
limit 40
