with

mentions as (

    select * from {{ ref('fct_mentions') }}
    where entity_id is not null

),

lexicon as (

    select * from {{ ref('int_lexicon_entities') }}

),

names_seen as (

    select
        entity_type,
        entity_id,
        entity_name,
        entity_name_latin,
        latin_name_source,
        country_code,
        count(*) as n_mentions
    from mentions
    group by all

),

-- One name an entity: the most frequent, and of equals the longest, as a full name says more than a surname.
usual_name as (

    select *
    from names_seen
    qualify
        row_number() over (
            partition by entity_type, entity_id
            order by
                n_mentions desc, length(entity_name) desc, entity_name asc, entity_name_latin asc,
                latin_name_source asc, country_code asc
        ) = 1

),

forms_seen as (

    select
        entity_type,
        entity_id,
        mention_text,
        count(*) as n_mentions
    from mentions
    group by all

),

-- Most frequent first: how the wire writes the name, with the clitics it hangs onto it.
forms as (

    select
        entity_type,
        entity_id,
        list(mention_text order by n_mentions desc, mention_text asc) as surface_forms
    from forms_seen
    group by all

),

seen as (

    select
        entity_type,
        entity_id,
        count(*) as n_mentions,
        count(distinct article_id) as n_articles,
        min(published_date) as first_seen_date,
        max(published_date) as last_seen_date
    from mentions
    group by entity_type, entity_id

)

select
    -- ids
    entity_type,
    entity_id,
    coalesce(lexicon.country_code, usual_name.country_code) as country_code,
    -- names
    coalesce(lexicon.name_ar, usual_name.entity_name) as entity_name,
    coalesce(lexicon.name_latin, usual_name.entity_name_latin) as entity_name_latin,
    case when lexicon.name_latin is null then usual_name.latin_name_source else 'lexicon' end as latin_name_source,
    lexicon.entity_id is not null as is_in_lexicon,
    coalesce(forms.surface_forms, []) as surface_forms,
    -- numbers
    coalesce(seen.n_mentions, 0) as n_mentions,
    coalesce(seen.n_articles, 0) as n_articles,
    -- dates
    seen.first_seen_date,
    seen.last_seen_date
from lexicon
full outer join seen using (entity_type, entity_id)
left join usual_name using (entity_type, entity_id)
left join forms using (entity_type, entity_id)
