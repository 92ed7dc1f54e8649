{#- What an edge of the network of entities stands on: the mentions of both in sentences that have both. -#}
{% macro evidence_of_network() -%}
    select {{ counted_as({"'weight'": 'mentions.sentence_id', "'n_articles'": 'mentions.article_id'}, 'mentions') }}
    from (
        select
            mentions.*,
            count(distinct mentions.entity_id || mentions.entity_type) over (partition by mentions.sentence_id)
                as n_entities
        from {{ ref_in_file('fct_mentions') }} as mentions
        inner join asked
            on
                mentions.entity_type = asked.entity_type_a and mentions.entity_id = asked.entity_id_a
                or mentions.entity_type = asked.entity_type_b and mentions.entity_id = asked.entity_id_b
        where
            mart = 'mart_entity_network'
            and not mentions.is_dateline
    ) as mentions
    where mentions.n_entities = 2
{%- endmacro %}


{#- What a spelling of a name stands on: the mentions that spell it so, beside all of the agency's in the year. -#}
{% macro evidence_of_spellings() -%}
    {%- set is_form = in_one_line('mentions.name_text') ~ ' = asked.name_text' -%}
    select {{ counted_as({
        "case when " ~ is_form ~ " then 'n_mentions' end": 'mentions.mention_id',
        "case when " ~ is_form ~ " then 'n_articles' end": 'mentions.article_id',
        "'n_mentions_of_entity'": 'mentions.mention_id',
    }, 'mentions') }}
    from {{ ref_in_file('fct_mentions') }} as mentions
    inner join asked
        on {{ equals_key('mentions', ['entity_type', 'entity_id']) }}
    inner join {{ ref_in_file('fct_articles') }} as articles
        on mentions.article_id = articles.article_id
    where
        mart = 'mart_spelling_variants'
        and mentions.mention_kind in ('name', 'official_name')
        and {{ equals_key('articles', ['agency_id']) }}
        and year(mentions.published_date) = asked.published_year
{%- endmacro %}
