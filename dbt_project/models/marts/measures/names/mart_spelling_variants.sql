with

-- Full names only: a surname, an adjective or a capital that stands for its country is no spelling of the name.
names as (

    select
        mentions.entity_type,
        mentions.entity_id,
        {{ in_one_line('mentions.name_text') }} as name_text,
        articles.agency_id,
        year(mentions.published_date) as published_year,
        mentions.article_id
    from {{ ref('fct_mentions') }} as mentions
    inner join {{ ref('fct_articles') }} as articles
        on mentions.article_id = articles.article_id
    where
        mentions.entity_id is not null
        and mentions.mention_kind in ('name', 'official_name')

),

forms as (

    select
        entity_type,
        entity_id,
        name_text,
        agency_id,
        published_year,
        count(*) as n_mentions,
        count(distinct article_id) as n_articles
    from names
    group by all

),

-- By all agencies and years: the form most often written, of equals the one first in code-point order.
totals as (

    select
        entity_type,
        entity_id,
        name_text,
        sum(n_mentions) as n_mentions_of_form,
        count(*) over (partition by entity_type, entity_id) as n_forms,
        row_number() over (
            partition by entity_type, entity_id
            order by sum(n_mentions) desc, name_text asc
        ) = 1 as is_usual_form
    from forms
    group by entity_type, entity_id, name_text

)

select
    -- keys
    forms.entity_type,
    forms.entity_id,
    forms.name_text,
    forms.agency_id,
    forms.published_year,
    -- entity
    dim_entity.entity_name,
    dim_entity.country_code,
    -- counts
    forms.n_mentions,
    forms.n_articles,
    sum(forms.n_mentions) over (
        partition by forms.entity_type, forms.entity_id, forms.agency_id, forms.published_year
    )::bigint as n_mentions_of_entity,
    forms.n_mentions / sum(forms.n_mentions) over (
        partition by forms.entity_type, forms.entity_id, forms.agency_id, forms.published_year
    ) as share_of_mentions,
    totals.n_forms,
    totals.is_usual_form
from forms
inner join totals
    on
        forms.entity_type = totals.entity_type
        and forms.entity_id = totals.entity_id
        and forms.name_text = totals.name_text
inner join {{ ref('dim_entity') }} as dim_entity
    on forms.entity_type = dim_entity.entity_type and forms.entity_id = dim_entity.entity_id
where totals.n_forms > 1
