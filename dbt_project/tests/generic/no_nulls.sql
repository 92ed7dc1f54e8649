{#- No row lacks a value in one of the columns, by one query for all. Where a contract holds, a constraint says so. -#}
{% test no_nulls(model, columns) %}

select {{ columns | join(', ') }}
from {{ model }}
where {{ columns | join(' is null or ') }} is null

{% endtest %}
