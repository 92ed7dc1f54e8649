{#- What the table functions share. They are for people at a prompt, whatever their client calls the file. -#}

{#- A relation without the name of the file that dbt builds it in: the warehouse is published under another. -#}
{% macro ref_in_file(model_name) -%}
    {{ ref(model_name).include(database=false) }}
{%- endmacro %}


{#- Tell DuckDB what a table function is for; dbt's own comments know only tables and views. -#}
{% macro comment_on_function() -%}
    comment on macro table {{ this.include(database=false) }} is $comment${{ model.description }}$comment$
{%- endmacro %}


{#- Query of the code of a country given by code, Arabic name or English name. -#}
{% macro country_code_of(country) -%}
    select countries.country_code
    from {{ ref_in_file('dim_country') }} as countries
    where
        countries.country_code = upper({{ country }})
        or countries.name_ar = {{ country }}
        or lower(countries.name_en) = lower({{ country }})
{%- endmacro %}
