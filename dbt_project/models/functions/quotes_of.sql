{{ config(parameters=['speaker']) }}

with

entities as (

    select entity_id
    from {{ ref_in_file('dim_entity') }}
    where
        {{ folded('entity_name') }} = {{ folded('speaker') }}
        or lower(entity_name_latin) = lower(speaker)

)

select
    -- statement
    quotes.published_date,
    quotes.speaker_name,
    quotes.speaker_role,
    quotes.speaker_country_code,
    quotes.speaker_resolution,
    quotes.act_class,
    quotes.quote_kind,
    quotes.cue_text,
    quotes.quote_text,
    -- where it stands
    quotes.quote_id,
    quotes.article_id,
    quotes.start_char,
    quotes.end_char,
    articles.source_uri
from {{ ref_in_file('fct_quotes') }} as quotes
inner join {{ ref_in_file('fct_articles') }} as articles
    on quotes.article_id = articles.article_id
where
    contains({{ folded('quotes.speaker_name') }}, {{ folded('speaker') }})
    or quotes.speaker_entity_id in (select entities.entity_id from entities)
order by quotes.published_date asc, quotes.quote_id asc
