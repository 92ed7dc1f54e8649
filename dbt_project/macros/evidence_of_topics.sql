{#- What a row of the marts of topics stands on. A hit counts on its own level, and on the first for its top topic. -#}
{% macro evidence_of_topics() -%}
    select {{ counted_as({
        "case mart when 'mart_topic_trend' then 'n_reports' else 'n_reports_both' end": 'hits.article_id',
    }, 'hits') }}
    from {{ ref_in_file('fct_topics') }} as hits
    inner join {{ ref_in_file('dim_topic') }} as topics
        on hits.topic_id = topics.topic_id
    inner join asked
        on
            topics.topic_level = asked.topic_level
            and topics.topic_id in (asked.topic_id, asked.topic_a, asked.topic_b)
            or asked.topic_level = 1
            and topics.top_topic_id in (asked.topic_id, asked.topic_a, asked.topic_b)
    where
        hits.article_id in (
            select units.article_id
            from {{ ref_in_file('int_topic_units') }} as units
            inner join asked
                on {{ equals_key('units', ['topic_level', 'speaker_country_code']) }}
            where
                mart in ('mart_topic_trend', 'mart_topic_cooccurrence')
                and (asked.month_start_date is null or units.month_start_date = asked.month_start_date)
                and units.topic_id in (asked.topic_id, asked.topic_a, asked.topic_b)
            group by units.article_id
            having count(*) = case mart when 'mart_topic_trend' then 1 else 2 end
        )
{%- endmacro %}
