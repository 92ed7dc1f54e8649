{#- The offsets of a span give back its text: raw_text[start_char:end_char], in code points.

`substring` counts code points, as the extractor does; `substring_grapheme` would count a letter and its
diacritics as one. Rows without a span pass. Looks at the days of this run. -#}
{% test stands_in_text(model, text_column, start_column='start_char', end_column='end_char') %}

select
    spans.article_id,
    spans.{{ start_column }},
    spans.{{ end_column }},
    spans.{{ text_column }}
from {{ model }} as spans
left join {{ ref('fct_articles') }} as articles
    on spans.article_id = articles.article_id
where
    spans.published_date in ({{ days_of_this_run() }})
    and spans.{{ text_column }} is not null
    and substring(
        articles.raw_text,
        spans.{{ start_column }} + 1,
        spans.{{ end_column }} - spans.{{ start_column }}
    ) is distinct from spans.{{ text_column }}

{% endtest %}
