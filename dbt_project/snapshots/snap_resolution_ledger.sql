{% snapshot snap_resolution_ledger %}

{{ config(unique_key=['month_start_date', 'speaker_country_code', 'speaker_resolution']) }}

select
    -- keys
    month_start_date,
    speaker_country_code,
    speaker_resolution,
    -- counts
    n_statements,
    n_articles,
    n_statements_about_others
from {{ ref('mart_resolution_ledger') }}

{% endsnapshot %}
