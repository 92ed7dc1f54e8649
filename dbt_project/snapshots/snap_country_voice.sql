{% snapshot snap_country_voice %}

{{ config(unique_key=['month_start_date', 'speaker_country_code', 'about_country_code', 'act_class']) }}

select
    -- keys
    month_start_date,
    speaker_country_code,
    about_country_code,
    act_class,
    -- counts
    n_statements,
    n_words,
    n_direct,
    n_mixed,
    n_articles,
    n_reports
from {{ ref('mart_country_voice') }}

{% endsnapshot %}
