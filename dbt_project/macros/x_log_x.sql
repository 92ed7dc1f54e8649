{#- x · ln x, which is 0 at 0: the summand of entropies and of the log-likelihood ratio. -#}
{% macro x_log_x(count) -%}
    coalesce(({{ count }}) * ln(nullif({{ count }}, 0)), 0)
{%- endmacro %}
