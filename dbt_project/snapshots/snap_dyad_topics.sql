{% snapshot snap_dyad_topics %}

{{ config(unique_key=['month_start_date', 'country_a', 'country_b', 'topic_id']) }}

select
    -- keys
    month_start_date,
    country_a,
    country_b,
    topic_id,
    -- counts
    n_articles,
    n_reports,
    n_sentences
from {{ ref('mart_dyad_topics') }}

{% endsnapshot %}
