with

agencies as (

    select * from {{ ref('agencies') }}

),

articles as (

    select
        agency_id,
        count(*) as n_articles,
        count(*) filter (where is_lead) as n_reports,
        min(published_date) as first_seen_date,
        max(published_date) as last_seen_date
    from {{ ref('fct_articles') }}
    where agency_id is not null
    group by agency_id

)

select
    -- ids
    agencies.agency_id,
    agencies.country_code,
    -- names
    agencies.name_ar,
    agencies.name_en,
    string_split(agencies.dateline_forms, '|') as dateline_forms,
    -- numbers
    coalesce(articles.n_articles, 0) as n_articles,
    coalesce(articles.n_reports, 0) as n_reports,
    -- dates
    articles.first_seen_date,
    articles.last_seen_date
from agencies
left join articles
    on agencies.agency_id = articles.agency_id
