with

-- Who of each side is named first: the highest office, then who is named most.
leading_people as (

    select *
    from {{ ref('int_encounter_people') }}
    qualify
        row_number() over (
            partition by encounter_id, country_code
            order by office_rank asc nulls last, n_spans desc, length(person_name) desc, person_id asc
        ) = 1

),

merged as (

    select
        spans.encounter_id,
        spans.country_a,
        spans.country_b,
        min(spans.encounter_date) as start_date,
        max(spans.encounter_date) as end_date,
        list_sort(list(distinct spans.encounter_kind)) as encounter_kinds,
        bool_or(spans.is_day_stated) as is_day_stated,
        bool_and(spans.is_planned) as is_planned,
        mode(spans.venue_place_id order by spans.venue_place_id) as venue_place_id,
        mode(spans.occasion_id order by spans.occasion_id) as occasion_id,
        max(spans.occasion_text) as occasion_text,
        count(*) as n_spans,
        count(distinct spans.article_id) as n_articles,
        count(distinct coalesce(articles.duplicate_group_id, articles.article_id)) as n_reports,
        count(distinct articles.agency_id) as n_agencies,
        min(spans.published_date) as first_published_date
    from {{ ref('int_encounter_spans') }} as spans
    inner join {{ ref('fct_articles') }} as articles
        on spans.article_id = articles.article_id
    group by spans.encounter_id, spans.country_a, spans.country_b

),

people_named as (

    select
        encounter_id,
        count(*) as n_people
    from {{ ref('int_encounter_people') }}
    group by encounter_id

),

venues as (

    select
        encounter_id,
        venue_place_id,
        mode(venue_text order by venue_text) as venue_text,
        mode(venue_country_code order by venue_country_code) as venue_country_code
    from {{ ref('int_encounter_spans') }}
    where venue_place_id is not null
    group by encounter_id, venue_place_id

)

select
    -- keys
    merged.encounter_id,
    merged.country_a,
    merged.country_b,
    -- when
    merged.start_date,
    merged.end_date,
    merged.is_day_stated,
    merged.is_planned,
    -- how
    merged.encounter_kinds,
    -- who
    person_a.person_id as person_id_a,
    person_a.person_name as person_name_a,
    person_a.role_text as role_text_a,
    person_a.office_rank as office_rank_a,
    person_b.person_id as person_id_b,
    person_b.person_name as person_name_b,
    person_b.role_text as role_text_b,
    -- `نظيره`, his counterpart, holds the same office.
    case
        when person_b.office_rank is null and person_b.role_text like '%نظير%' then person_a.office_rank
        else person_b.office_rank
    end as office_rank_b,
    -- where
    venues.venue_text,
    merged.venue_place_id,
    venues.venue_country_code,
    merged.occasion_id,
    merged.occasion_text,
    -- counts
    merged.n_spans,
    merged.n_articles,
    merged.n_reports,
    merged.n_agencies,
    coalesce(people_named.n_people, 0) as n_people,
    merged.first_published_date
from merged
left join leading_people as person_a
    on merged.encounter_id = person_a.encounter_id and merged.country_a = person_a.country_code
left join leading_people as person_b
    on merged.encounter_id = person_b.encounter_id and merged.country_b = person_b.country_code
left join people_named
    on merged.encounter_id = people_named.encounter_id
left join venues
    on merged.encounter_id = venues.encounter_id and merged.venue_place_id = venues.venue_place_id
