{#- What a row of the marts that count statements stands on. -#}
{% macro evidence_of_statements() -%}
    select
        counted.measure,
        case when counted.measure in ('n_articles', 'n_reports') then quotes.article_id else quotes.quote_id end as unit_id,
        quotes.article_id,
        quotes.start_char,
        quotes.end_char
    from ({{ statements_of_key() }}) as found
    inner join {{ ref_in_file('fct_quotes') }} as quotes
        on found.quote_id = quotes.quote_id
    inner join {{ ref_in_file('fct_articles') }} as articles
        on quotes.article_id = articles.article_id
    cross join lateral (
        select unnest([
            'n_statements',
            'n_articles',
            'n_' || quotes.act_class,
            'n_' || quotes.quote_kind,
            case when articles.is_lead then 'n_reports' end,
            case when quotes.speaker_text is null then 'n_not_named' end
        ]) as measure
    ) as counted
    where counted.measure is not null
{%- endmacro %}


{% macro statements_of_key() -%}
    select about.quote_id
    from {{ ref_in_file('int_statements_about_countries') }} as about
    inner join {{ ref_in_file('fct_quotes') }} as quotes
        on about.quote_id = quotes.quote_id
    where
        mart = 'mart_country_voice'
        and {{ in_period_of_key('about.published_date') }}
        and about.speaker_country_code = {{ of_key('speaker_country_code') }}
        and about.about_country_code = {{ of_key('about_country_code') }}
        and quotes.act_class = {{ of_key('act_class') }}
    union all
    select quotes.quote_id
    from {{ ref_in_file('fct_quotes') }} as quotes
    where
        {{ in_period_of_key('quotes.published_date') }}
        and case mart
            when 'mart_speaker_activity' then quotes.speaker_entity_id = {{ of_key('speaker_entity_id') }}
            when 'mart_resolution_ledger'
                then
                    quotes.speaker_country_code = {{ of_key('speaker_country_code') }}
                    and quotes.speaker_resolution = {{ of_key('speaker_resolution') }}
            when 'mart_readout_balance'
                then
                    quotes.article_id = {{ of_key('article_id') }}
                    and quotes.speaker_country_code = {{ of_key('country_code') }}
                    and quotes.depth = 0
            else false
        end
    union all
    select topics.quote_id
    from {{ ref_in_file('int_statement_topics') }} as topics
    where
        mart = 'mart_positions'
        and {{ in_period_of_key('topics.published_date') }}
        and topics.speaker_entity_id = {{ of_key('speaker_entity_id') }}
        and topics.topic_id = {{ of_key('topic_id') }}
    union all
    select quotes.quote_id
    from {{ ref_in_file('fct_quotes') }} as quotes
    inner join {{ ref_in_file('fct_quotes') }} as relaying
        on quotes.parent_quote_id = relaying.quote_id
    left join {{ ref_in_file('int_statement_topics') }} as topics
        on quotes.quote_id = topics.quote_id
    where
        mart = 'mart_voice_layers'
        and quotes.speaker_country_code = {{ of_key('speaker_country_code') }}
        and relaying.speaker_country_code = {{ of_key('through_country_code') }}
        and topics.topic_id is not distinct from {{ of_key('topic_id') }}
{%- endmacro %}
