{{ config(parameters=['mart', 'key']) }}

with

asked as (

    {{ row_asked() }}

),

spans as (

    {{ evidence_of_pairs() }}
    union all
    {{ evidence_of_statements() }}
    union all
    {{ evidence_of_topics() }}
    union all
    {{ evidence_of_diplomacy() }}
    union all
    {{ evidence_of_network() }}
    union all
    {{ evidence_of_spellings() }}

)

select
    -- what is counted
    spans.measure,
    spans.unit_id,
    -- the words it stands on
    articles.raw_text[spans.start_char + 1:spans.end_char] as span_text,
    spans.article_id,
    spans.start_char,
    spans.end_char,
    articles.source_uri
from spans
inner join {{ ref_in_file('fct_articles') }} as articles
    on spans.article_id = articles.article_id
where spans.measure is not null
order by
    spans.measure asc, spans.article_id asc, spans.start_char asc, spans.end_char asc
