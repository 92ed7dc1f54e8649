{#- A word with the letters that houses write variously made one, as the extractor compares words. -#}
{% macro folded(word) -%}
    translate({{ word }}, 'أإآٱى', 'ااااي')
{%- endmacro %}
