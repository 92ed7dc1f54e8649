{#- Which days a model reads, and how it puts them in place of what it held for them.

A day's partition is complete once the writer has said so in `days`; `int_changed_days` lists those whose
content differs from what the warehouse holds. -#}

{#- Query of the days to read: all on a first or full load, else the changed ones. -#}
{% macro days_to_load() -%}
    {%- set all_days = ref('stg_newswire__days') -%}
    {%- set changed_days = ref('int_changed_days') -%}
    select partition_date from {{ changed_days if is_incremental() else all_days }}
{%- endmacro %}


{#- Query of the days that a test looks at: those that this run loaded. The others were tested when they came. -#}
{% macro days_of_this_run() -%}
    select partition_date from {{ ref('int_changed_days') }}
{%- endmacro %}


{#- What the warehouse holds, read from the model that ends the run; empty on a first or full load.

Looked up by name and not by `ref`, since that model stands downstream of every reader of this one. -#}
{% macro loaded_days() -%}
    {%- set relation = adapter.get_relation(
        database=target.database, schema='intermediate', identifier='int_loaded_days'
    ) if execute else none -%}
    {%- if relation is none or should_full_refresh() -%}
        select null::date as partition_date, null::varchar as content_hash where false
    {%- else -%}
        select partition_date, content_hash from {{ relation }}
    {%- endif -%}
{%- endmacro %}


{#- The incremental strategy `replace_days`.

dbt's own delete+insert deletes the days that the new rows name, and so would keep the old rows of a day
that has none left. -#}
{% macro get_incremental_replace_days_sql(arg_dict) %}
    {%- set columns = get_quoted_csv(arg_dict['dest_columns'] | map(attribute='name')) %}
    delete from {{ arg_dict['target_relation'] }}
    where published_date in (select partition_date from {{ ref('int_changed_days') }});

    insert into {{ arg_dict['target_relation'] }} ({{ columns }})
    select {{ columns }} from {{ arg_dict['temp_relation'] }}
{% endmacro %}
