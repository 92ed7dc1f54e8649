{#- Words as they are compared. Both the search's index and its question go through here. -#}

{#- Text with one spelling: without case, diacritics and tatweel, `أإآٱ` as `ا`, `ى` as `ي`, digits as 0–9.

The reader's folding for the letters of Arabic, in DuckDB; see `extract/arabic/normalize.py`. -#}
{% macro folded(text) -%}
    {#- Letters without a partner in the second list are dropped. -#}
    translate(lower({{ text }}), 'أإآٱى٠١٢٣٤٥٦٧٨٩ـًٌٍَُِّْٰ', 'ااااي0123456789')
{%- endmacro %}


{#- Text on one line: runs of white space as one space. -#}
{% macro in_one_line(text) -%}
    regexp_replace({{ text }}, '\s+', ' ', 'g')
{%- endmacro %}


{#- Words of a folded text, as a list. -#}
{% macro words_of(folded_text) -%}
    regexp_extract_all({{ folded_text }}, '[\pL\pN]+')
{%- endmacro %}


{#- Stem of a folded word: article, conjunction and commonest endings off, as Larkey's light10 does.

`والصين`, `للصين`, `الصينيين` and `صينية` all give `صين`. At least two letters stay (three after `و`). -#}
{% macro stem_of(word) -%}
    {#- From the inside out: `صين` + `ي` + `ين`. -#}
    {%- set endings = ['ي', 'ة', 'ه', 'ية', 'يه', 'ين', 'ون', 'ات', 'ان', 'ها'] -%}
    {%- set opened = "regexp_replace(" ~ word ~ ", '^(?:(?:وال|بال|كال|فال|لل|ال)(.{2,})|و(.{3,}))$', '\\1\\2')" -%}
    regexp_replace({{ opened }}, '^(.{2,}?)(?:{{ endings | join(')?(?:') }})?$', '\1')
{%- endmacro %}
