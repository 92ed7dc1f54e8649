{#- No row lacks a value in one of the columns: one query for all of them. Where a contract holds, a constraint says so. -#}
{% test no_nulls(model, columns) %}

select {{ columns | join(', ') }}
from {{ model }}
where {{ columns | join(' is null or ') }} is null

{% endtest %}
