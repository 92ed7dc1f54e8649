{#- How `evidence` compares a row of a mart, given as a struct of any columns, with what it stands on. -#}

{#- Value of a column of the row as text; null where it is null or the row has no such column. -#}
{% macro of_key(column) -%}
    json_extract_string(to_json(key), '{{ column }}')
{%- endmacro %}


{#- Whether a day is the row's day or lies in its month; a row of neither takes all days. -#}
{% macro in_period_of_key(day) -%}
    (
        {{ of_key('published_date') }} is null
        or {{ day }} = {{ of_key('published_date') }}::date
    )
    and (
        {{ of_key('month_start_date') }} is null
        or date_trunc('month', {{ day }}) = {{ of_key('month_start_date') }}::date
    )
{%- endmacro %}


{#- Articles of the group the row is of, where they lead their near-duplicates, count as reports too. -#}
{% macro articles_and_reports(is_lead) -%}
    unnest(case when {{ is_lead }} then ['n_articles', 'n_reports'] else ['n_articles'] end)
{%- endmacro %}
