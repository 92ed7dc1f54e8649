{#- How `evidence` compares a row of a mart, given as a struct of any columns, with what it stands on. -#}

{#- Query of the row asked about, its key in columns of their types: null where it is null or the row has no such one.

Joined as a relation of one row, it lets DuckDB skip what can not match, however the row was given. -#}
{% macro row_asked() -%}
    {%- set columns = {
        'varchar': [
            'country_a', 'country_b', 'country_code', 'speaker_country_code', 'about_country_code',
            'through_country_code', 'supporter_code', 'supported_code', 'speaker_entity_id', 'speaker_resolution',
            'act_class', 'article_id', 'topic_id', 'topic_a', 'topic_b', 'office_id', 'entity_type', 'entity_id',
            'entity_type_a', 'entity_id_a', 'entity_type_b', 'entity_id_b', 'name_text', 'agency_id', 'formula_id',
            'encounter_id', 'issue_id', 'fingerprint',
        ],
        'date': ['published_date', 'month_start_date'],
        'bigint': ['topic_level', 'published_year'],
    } -%}
    select
    {%- for type, names in columns.items() %}
    {%- set ends = loop.last %}
    {%- for name in names %}
        json_extract_string(given.in_json, '{{ name }}')::{{ type }} as {{ name }}{{ ',' if not (ends and loop.last) }}
    {%- endfor %}
    {%- endfor %}
    from (select to_json(key) as in_json) as given
{%- endmacro %}


{#- Whether columns of a relation are those of the same names of the row asked about; they may be null in both. -#}
{% macro equals_key(relation, columns) -%}
    {%- for column in columns %}
    {{ relation }}.{{ column }} is not distinct from asked.{{ column }}{{ ' and' if not loop.last }}
    {%- endfor %}
{%- endmacro %}


{#- Whether a day is the row's day or lies in its month; a row of neither takes all days. -#}
{% macro in_period_of_key(day) -%}
    (asked.published_date is null or {{ day }} = asked.published_date)
    and (asked.month_start_date is null or date_trunc('month', {{ day }}) = asked.month_start_date)
{%- endmacro %}


{#- Columns of `evidence`: what a span is counted as, and where it stands.

`units` gives for each measure, an SQL expression of its name (null where the span does not count towards it), the
expression of the unit that the measure counts. -#}
{% macro counted_as(units, span) -%}
    unnest([
    {%- for measure, unit in units.items() %}
        {'measure': {{ measure }}, 'unit_id': {{ unit }}}{{ ',' if not loop.last }}
    {%- endfor %}
    ], recursive := true),
    {{ span }}.article_id,
    {{ span }}.start_char,
    {{ span }}.end_char
{%- endmacro %}
