{#- What a row of the marts of pairs of countries stands on. -#}
{% macro evidence_of_pairs() -%}
    select
        'n_statements_' || case
            when about.speaker_country_code = {{ of_key('country_a') }} then 'a_about_b'
            else 'b_about_a'
        end as measure,
        about.quote_id as unit_id,
        quotes.article_id,
        quotes.start_char,
        quotes.end_char
    from {{ ref_in_file('int_statements_about_countries') }} as about
    inner join {{ ref_in_file('fct_quotes') }} as quotes
        on about.quote_id = quotes.quote_id
    where
        mart in ('mart_bilateral_mentions_daily', 'mart_bilateral_mentions_monthly')
        and {{ in_period_of_key('about.published_date') }}
        and least(about.speaker_country_code, about.about_country_code) = {{ of_key('country_a') }}
        and greatest(about.speaker_country_code, about.about_country_code) = {{ of_key('country_b') }}
    union all
    select
        {{ articles_and_reports('pairs.is_lead') }} as measure,
        pairs.article_id as unit_id,
        pairs.article_id,
        mentions.start_char,
        mentions.end_char
    from {{ ref_in_file('int_country_pairs_by_article') }} as pairs
    inner join {{ ref_in_file('fct_mentions') }} as mentions
        on pairs.article_id = mentions.article_id
    where
        mart in ('mart_bilateral_mentions_daily', 'mart_bilateral_mentions_monthly')
        and {{ in_period_of_key('pairs.published_date') }}
        and pairs.country_a = {{ of_key('country_a') }}
        and pairs.country_b = {{ of_key('country_b') }}
        and pairs.is_named_together
        and mentions.entity_type = 'country'
        and mentions.country_code in (pairs.country_a, pairs.country_b)
        and not mentions.is_dateline
    union all
    select
        'n_dyad_articles' as measure,
        dyads.article_id as unit_id,
        dyads.article_id,
        dyads.start_char,
        dyads.end_char
    from {{ ref_in_file('fct_dyads') }} as dyads
    where
        mart in ('mart_bilateral_mentions_daily', 'mart_bilateral_mentions_monthly', 'mart_dyad_topics')
        and {{ in_period_of_key('dyads.published_date') }}
        and dyads.country_a = {{ of_key('country_a') }}
        and dyads.country_b = {{ of_key('country_b') }}
    union all
    select
        {{ articles_and_reports('pairs.is_lead') }} as measure,
        pairs.article_id as unit_id,
        pairs.article_id,
        topics.start_char,
        topics.end_char
    from {{ ref_in_file('int_country_pairs_by_article') }} as pairs
    inner join {{ ref_in_file('fct_topics') }} as topics
        on pairs.article_id = topics.article_id
    where
        mart = 'mart_dyad_topics'
        and {{ in_period_of_key('pairs.published_date') }}
        and pairs.country_a = {{ of_key('country_a') }}
        and pairs.country_b = {{ of_key('country_b') }}
        and pairs.has_dyad
        and topics.topic_id = {{ of_key('topic_id') }}
{%- endmacro %}
