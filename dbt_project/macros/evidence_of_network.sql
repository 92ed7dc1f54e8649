{#- What an edge of the network of entities stands on: the mentions of both in sentences that have both. -#}
{% macro evidence_of_network() -%}
    select
        unnest(['weight', 'n_articles']) as measure,
        unnest([mentions.sentence_id, mentions.article_id]) as unit_id,
        mentions.article_id,
        mentions.start_char,
        mentions.end_char
    from (
        select
            sentence_id,
            article_id,
            start_char,
            end_char,
            count(distinct entity_id || entity_type) over (partition by sentence_id) as n_entities
        from {{ ref_in_file('fct_mentions') }}
        where
            mart = 'mart_entity_network'
            and not is_dateline
            and (
                (entity_type = {{ of_key('entity_type_a') }} and entity_id = {{ of_key('entity_id_a') }})
                or (entity_type = {{ of_key('entity_type_b') }} and entity_id = {{ of_key('entity_id_b') }})
            )
    ) as mentions
    where mentions.n_entities = 2
{%- endmacro %}
