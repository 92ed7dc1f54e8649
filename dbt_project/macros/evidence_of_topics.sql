{#- What a row of the marts of topics stands on. A hit counts on its own level, and on the first for its top topic. -#}
{% macro evidence_of_topics() -%}
    select
        unnest(
            case when mart = 'mart_topic_trend' then ['n_reports'] else ['n_reports_both'] end
        ) as measure,
        hits.article_id as unit_id,
        hits.article_id,
        hits.start_char,
        hits.end_char
    from {{ ref_in_file('fct_topics') }} as hits
    inner join {{ ref_in_file('dim_topic') }} as topics
        on hits.topic_id = topics.topic_id
    where
        (
            topics.topic_level::varchar = {{ of_key('topic_level') }}
            and topics.topic_id in (
                {{ of_key('topic_id') }}, {{ of_key('topic_a') }}, {{ of_key('topic_b') }}
            )
            or {{ of_key('topic_level') }} = '1'
            and topics.top_topic_id in (
                {{ of_key('topic_id') }}, {{ of_key('topic_a') }}, {{ of_key('topic_b') }}
            )
        )
        and hits.article_id in (
            select units.article_id
            from {{ ref_in_file('int_topic_units') }} as units
            where
                mart in ('mart_topic_trend', 'mart_topic_cooccurrence')
                and (
                    {{ of_key('month_start_date') }} is null
                    or units.month_start_date = {{ of_key('month_start_date') }}::date
                )
                and units.topic_level::varchar = {{ of_key('topic_level') }}
                and units.speaker_country_code is not distinct from {{ of_key('speaker_country_code') }}
                and units.topic_id in (
                    {{ of_key('topic_id') }}, {{ of_key('topic_a') }}, {{ of_key('topic_b') }}
                )
            group by units.article_id
            having count(*) = case mart when 'mart_topic_trend' then 1 else 2 end
        )
{%- endmacro %}
