{#- What a row of the marts of pairs of countries stands on. -#}
{% macro evidence_of_pairs() -%}
    {{ evidence_of_pairs_named() }}
    union all
    {{ evidence_of_pairs_speaking() }}
    union all
    {{ evidence_of_pairs_dealing() }}
    union all
    {{ evidence_of_pairs_topics() }}
{%- endmacro %}


{#- Both named: the mentions of the two in articles, and in sentences, that have both. -#}
{% macro evidence_of_pairs_named() -%}
    select {{ counted_as({
        "'n_articles'": 'mentions.article_id',
        "case when mentions.is_lead then 'n_reports' end": 'mentions.article_id',
        "case when mentions.n_in_sentence = 2 then 'n_sentences' end": 'mentions.sentence_id',
    }, 'mentions') }}
    from (
        select
            mentions.*,
            articles.is_lead,
            count(distinct mentions.country_code) over (partition by mentions.article_id) as n_in_article,
            count(distinct mentions.country_code) over (partition by mentions.sentence_id) as n_in_sentence
        from {{ ref_in_file('fct_mentions') }} as mentions
        inner join asked
            on mentions.country_code = asked.country_a or mentions.country_code = asked.country_b
        inner join {{ ref_in_file('fct_articles') }} as articles
            on mentions.article_id = articles.article_id
        where
            mart in ('mart_bilateral_mentions_daily', 'mart_bilateral_mentions_monthly')
            and {{ in_period_of_key('mentions.published_date') }}
            and mentions.entity_type = 'country'
            and not mentions.is_dateline
    ) as mentions
    where mentions.n_in_article = 2
{%- endmacro %}


{#- One speaking about the other: the statements. -#}
{% macro evidence_of_pairs_speaking() -%}
    select {{ counted_as({
        "case about.speaker_country_code
            when asked.country_a then 'n_statements_a_about_b'
            else 'n_statements_b_about_a'
        end": 'about.quote_id',
    }, 'quotes') }}
    from {{ ref_in_file('int_statements_about_countries') }} as about
    inner join asked
        on
            least(about.speaker_country_code, about.about_country_code) = asked.country_a
            and greatest(about.speaker_country_code, about.about_country_code) = asked.country_b
    inner join {{ ref_in_file('fct_quotes') }} as quotes
        on about.quote_id = quotes.quote_id
    where
        mart in ('mart_bilateral_mentions_daily', 'mart_bilateral_mentions_monthly')
        and {{ in_period_of_key('about.published_date') }}
{%- endmacro %}


{#- The two dealing with each other: the words that show it. -#}
{% macro evidence_of_pairs_dealing() -%}
    select {{ counted_as({"'n_dyad_articles'": 'dyads.article_id'}, 'dyads') }}
    from {{ ref_in_file('fct_dyads') }} as dyads
    inner join asked
        on {{ equals_key('dyads', ['country_a', 'country_b']) }}
    where
        mart in ('mart_bilateral_mentions_daily', 'mart_bilateral_mentions_monthly', 'mart_dyad_topics')
        and {{ in_period_of_key('dyads.published_date') }}
{%- endmacro %}


{#- What they deal in: the terms of the topic in articles, and in sentences, that show the dyad. -#}
{% macro evidence_of_pairs_topics() -%}
    select {{ counted_as({
        "'n_articles'": 'topics.article_id',
        "case when pairs.is_lead then 'n_reports' end": 'topics.article_id',
        "case when dyads.sentence_id is not null then 'n_sentences' end": 'topics.sentence_id',
    }, 'topics') }}
    from {{ ref_in_file('int_country_pairs_by_article') }} as pairs
    inner join asked
        on {{ equals_key('pairs', ['country_a', 'country_b']) }}
    inner join {{ ref_in_file('fct_topics') }} as topics
        on pairs.article_id = topics.article_id and topics.topic_id = asked.topic_id
    left join (
        select distinct
            sentence_id,
            country_a,
            country_b
        from {{ ref_in_file('fct_dyads') }}
    ) as dyads
        on
            topics.sentence_id = dyads.sentence_id
            and pairs.country_a = dyads.country_a
            and pairs.country_b = dyads.country_b
    where
        mart = 'mart_dyad_topics'
        and {{ in_period_of_key('pairs.published_date') }}
        and pairs.has_dyad
{%- endmacro %}
