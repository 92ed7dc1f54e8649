{% snapshot snap_positions %}

{{ config(unique_key=['month_start_date', 'speaker_entity_id', 'topic_id']) }}

select
    -- keys
    month_start_date,
    speaker_entity_id,
    topic_id,
    -- counts
    n_statements,
    n_articles,
    n_reports,
    n_say,
    n_urge,
    n_promise,
    n_stance,
    latest_quote_id
from {{ ref('mart_positions') }}

{% endsnapshot %}
