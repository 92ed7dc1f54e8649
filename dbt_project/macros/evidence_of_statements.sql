{#- What a row of the marts that count statements stands on. -#}
{% macro evidence_of_statements() -%}
    select {{ counted_as({
        "'n_statements'": 'quotes.quote_id',
        "'n_articles'": 'quotes.article_id',
        "case when articles.is_lead then 'n_reports' end": 'quotes.article_id',
        "'n_' || quotes.act_class": 'quotes.quote_id',
        "'n_' || quotes.quote_kind": 'quotes.quote_id',
        "case when quotes.speaker_text is null then 'n_not_named' end": 'quotes.quote_id',
    }, 'quotes') }}
    from (
        {{ statements_by_speaker() }}
        union all
        {{ statements_by_what_is_said() }}
    ) as found
    inner join {{ ref_in_file('fct_quotes') }} as quotes
        on found.quote_id = quotes.quote_id
    inner join {{ ref_in_file('fct_articles') }} as articles
        on quotes.article_id = articles.article_id
    union all
    {{ evidence_of_others() }}
{%- endmacro %}


{#- The statements that a row counts which asks who speaks. -#}
{% macro statements_by_speaker() -%}
    select quotes.quote_id
    from {{ ref_in_file('fct_quotes') }} as quotes
    inner join asked
        on {{ equals_key('quotes', ['speaker_entity_id']) }}
    where
        mart = 'mart_speaker_activity'
        and {{ in_period_of_key('quotes.published_date') }}
    union all
    select quotes.quote_id
    from {{ ref_in_file('fct_quotes') }} as quotes
    inner join asked
        on {{ equals_key('quotes', ['speaker_country_code', 'speaker_resolution']) }}
    where
        mart = 'mart_resolution_ledger'
        and {{ in_period_of_key('quotes.published_date') }}
    union all
    select quotes.quote_id
    from {{ ref_in_file('fct_quotes') }} as quotes
    inner join asked
        on {{ equals_key('quotes', ['article_id']) }} and quotes.speaker_country_code = asked.country_code
    where
        mart = 'mart_readout_balance'
        and quotes.depth = 0
    union all
    select spoken.quote_id
    from {{ ref_in_file('int_spokesperson_statements') }} as spoken
    inner join asked
        on {{ equals_key('spoken', ['speaker_country_code', 'office_id', 'speaker_entity_id']) }}
    where mart = 'mart_spokesperson_turnover'
{%- endmacro %}


{#- The statements that a row counts which asks what they are about, or through whom they are known. -#}
{% macro statements_by_what_is_said() -%}
    select about.quote_id
    from {{ ref_in_file('int_statements_about_countries') }} as about
    inner join asked
        on {{ equals_key('about', ['speaker_country_code', 'about_country_code', 'act_class']) }}
    where
        mart = 'mart_country_voice'
        and {{ in_period_of_key('about.published_date') }}
    union all
    select topics.quote_id
    from {{ ref_in_file('int_statement_topics') }} as topics
    inner join asked
        on {{ equals_key('topics', ['speaker_entity_id', 'topic_id']) }}
    where
        mart = 'mart_positions'
        and {{ in_period_of_key('topics.published_date') }}
    union all
    select quotes.quote_id
    from {{ ref_in_file('fct_quotes') }} as quotes
    inner join asked
        on {{ equals_key('quotes', ['speaker_country_code']) }}
    inner join {{ ref_in_file('fct_quotes') }} as relaying
        on
            quotes.parent_quote_id = relaying.quote_id
            and relaying.speaker_country_code = asked.through_country_code
    left join {{ ref_in_file('int_statement_topics') }} as topics
        on quotes.quote_id = topics.quote_id
    where
        mart = 'mart_voice_layers'
        and {{ equals_key('topics', ['topic_id']) }}
{%- endmacro %}


{#- The statements about other countries that a row sets beside its own: what is said back, and of whom it speaks. -#}
{% macro evidence_of_others() -%}
    select {{ counted_as({"'n_statements_back'": 'about.quote_id'}, 'quotes') }}
    from {{ ref_in_file('int_statements_about_countries') }} as about
    inner join asked
        on
            about.about_country_code = asked.speaker_country_code
            and about.speaker_country_code = asked.about_country_code
            and about.act_class = asked.act_class
    inner join {{ ref_in_file('fct_quotes') }} as quotes
        on about.quote_id = quotes.quote_id
    where
        mart = 'mart_country_voice'
        and {{ in_period_of_key('about.published_date') }}
    union all
    select {{ counted_as({
        "case when quotes.speaker_resolution = asked.speaker_resolution then 'n_statements_about_others' end":
        'about.quote_id',
        "case when quotes.speaker_entity_id = asked.speaker_entity_id then 'n_countries_spoken_about' end":
        'about.about_country_code',
    }, 'quotes') }}
    from {{ ref_in_file('int_statements_about_countries') }} as about
    inner join {{ ref_in_file('fct_quotes') }} as quotes
        on about.quote_id = quotes.quote_id
    inner join asked
        on
            quotes.speaker_entity_id = asked.speaker_entity_id
            or quotes.speaker_country_code = asked.speaker_country_code
            and quotes.speaker_resolution = asked.speaker_resolution
    where
        mart in ('mart_resolution_ledger', 'mart_speaker_activity')
        and {{ in_period_of_key('about.published_date') }}
{%- endmacro %}
