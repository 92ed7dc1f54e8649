-- Where news is datelined, and by which agencies
-- من أين تؤرَّخ الأخبار، وعن أي وكالات
select
    coalesce(countries.name_ar, articles.dateline_country_code) as country,
    count(*) as n_articles,
    count(distinct articles.agency_id) as n_agencies,
    string_agg(distinct articles.agency_id, ', ' order by articles.agency_id) as agencies
from marts.fct_articles as articles
left join marts.dim_country as countries
    on articles.dateline_country_code = countries.country_code
where articles.dateline_country_code is not null
group by country
order by n_articles desc, country asc
limit 20
