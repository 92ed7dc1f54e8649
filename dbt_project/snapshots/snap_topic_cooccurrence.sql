{% snapshot snap_topic_cooccurrence %}

{{ config(unique_key=['month_start_date', 'topic_level', 'topic_a', 'topic_b', 'slice']) }}

select
    -- keys
    month_start_date,
    topic_level,
    topic_a,
    topic_b,
    speaker_country_code,
    coalesce(speaker_country_code, 'all') as slice,
    -- counts
    n_reports_both
from {{ ref('mart_topic_cooccurrence') }}
where period_type = 'month'

{% endsnapshot %}
