{#- What a row of the marts of diplomacy stands on. -#}
{% macro evidence_of_diplomacy() -%}
    {{ evidence_of_formulas() }}
    union all
    {{ evidence_of_encounters() }}
    union all
    {{ evidence_of_supports() }}
    union all
    {{ evidence_of_templates() }}
{%- endmacro %}


{#- A rung of a pair's ladder: the places where the formula is said of the two. -#}
{% macro evidence_of_formulas() -%}
    {%- set place = "formulas.article_id || '-' || formulas.start_char || '-' || formulas.end_char" -%}
    select {{ counted_as({
        "'n_mentions'": place,
        "case when formulas.pair_source = 'sentence' then 'n_mentions_in_sentence' end": place,
        "case when formulas.is_raised then 'n_raised' end": place,
        "'n_articles'": 'formulas.article_id',
    }, 'formulas') }}
    from {{ ref_in_file('fct_formulas') }} as formulas
    inner join asked
        on {{ equals_key('formulas', ['country_a', 'country_b', 'formula_id']) }}
    where mart = 'mart_partnership_ladder'
{%- endmacro %}


{#- An encounter: the words that tell of it. -#}
{% macro evidence_of_encounters() -%}
    select {{ counted_as({
        "'n_spans'": 'told.sentence_id',
        "'n_articles'": 'told.article_id',
        "'n_reports'": 'coalesce(articles.duplicate_group_id, articles.article_id)',
        "case when articles.agency_id is not null then 'n_agencies' end": 'articles.agency_id',
    }, 'told') }}
    from {{ ref_in_file('int_encounter_spans') }} as told
    inner join asked
        on {{ equals_key('told', ['encounter_id']) }}
    inner join {{ ref_in_file('fct_articles') }} as articles
        on told.article_id = articles.article_id
    where mart = 'mart_encounters'
{%- endmacro %}


{#- Backing at an encounter: the words that say so, in the articles that tell of it. -#}
{% macro evidence_of_supports() -%}
    select {{ counted_as({
        "'n_supports'": "supports.article_id || '-' || supports.start_char",
        "'n_articles'": 'supports.article_id',
    }, 'supports') }}
    from {{ ref_in_file('fct_supports') }} as supports
    inner join asked
        on {{ equals_key('supports', ['supporter_code', 'supported_code', 'issue_id']) }}
    inner join (
        select distinct
            encounter_id,
            article_id
        from {{ ref_in_file('int_encounter_spans') }}
    ) as told
        on supports.article_id = told.article_id and {{ equals_key('told', ['encounter_id']) }}
    where mart = 'mart_support_exchange'
{%- endmacro %}


{#- A sentence said of a pair again and again: those that say it in articles of the pair's encounters, and of any pair. -#}
{% macro evidence_of_templates() -%}
    select {{ counted_as({
        "case when told.encounter_id is not null then 'n_encounters' end": 'told.encounter_id',
        "case when told.encounter_id is not null then 'n_articles' end": 'said.article_id',
        "'n_pairs'": 'said.country_a || said.country_b',
    }, 'sentences') }}
    from {{ ref_in_file('fct_fingerprints') }} as said
    inner join asked
        on {{ equals_key('said', ['fingerprint']) }}
    inner join {{ ref_in_file('fct_sentences') }} as sentences
        on said.sentence_id = sentences.sentence_id
    left join (
        select distinct
            encounter_id,
            article_id,
            country_a,
            country_b
        from {{ ref_in_file('int_encounter_spans') }}
    ) as told
        on
            said.article_id = told.article_id
            and said.country_a = told.country_a
            and said.country_b = told.country_b
            and {{ equals_key('told', ['country_a', 'country_b']) }}
    where mart = 'mart_boilerplate'
{%- endmacro %}
