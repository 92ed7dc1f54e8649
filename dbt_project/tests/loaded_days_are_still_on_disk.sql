-- A day whose files are gone keeps its rows until a full refresh, and is named here meanwhile.
{{ config(severity='warn') }}

select held.partition_date
from {{ ref('int_loaded_days') }} as held
left join {{ ref('stg_newswire__days') }} as written
    on held.partition_date = written.partition_date
where written.partition_date is null
