{% snapshot snap_bilateral_mentions_monthly %}

{{ config(unique_key=['month_start_date', 'country_a', 'country_b']) }}

select
    -- keys
    month_start_date,
    country_a,
    country_b,
    -- counts
    n_articles,
    n_reports,
    n_sentences,
    n_statements_a_about_b,
    n_statements_b_about_a,
    n_dyad_articles
from {{ ref('mart_bilateral_mentions_monthly') }}

{% endsnapshot %}
