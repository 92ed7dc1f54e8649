{% snapshot snap_topic_trend %}

{{ config(unique_key=['month_start_date', 'topic_level', 'topic_id', 'slice']) }}

select
    -- keys
    month_start_date,
    topic_level,
    topic_id,
    speaker_country_code,
    coalesce(speaker_country_code, 'all') as slice,
    -- counts
    n_reports
from {{ ref('mart_topic_trend') }}

{% endsnapshot %}
