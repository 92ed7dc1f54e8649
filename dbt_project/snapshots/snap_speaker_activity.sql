{% snapshot snap_speaker_activity %}

{{ config(unique_key=['month_start_date', 'speaker_entity_id']) }}

select
    -- keys
    month_start_date,
    speaker_entity_id,
    -- counts
    n_statements,
    n_words,
    n_articles,
    n_reports,
    n_direct,
    n_mixed
from {{ ref('mart_speaker_activity') }}

{% endsnapshot %}
