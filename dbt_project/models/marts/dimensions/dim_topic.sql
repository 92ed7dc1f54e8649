with recursive

topics as (

    select * from {{ ref('topics') }}

),

tree as (

    select
        topic_id,
        parent_id,
        name_ar,
        name_en,
        iptc_code,
        null::varchar as parent_name_ar,
        null::varchar as parent_name_en,
        1 as topic_level,
        topic_id as top_topic_id
    from topics
    where parent_id is null

    union all

    select
        topics.topic_id,
        topics.parent_id,
        topics.name_ar,
        topics.name_en,
        topics.iptc_code,
        tree.name_ar as parent_name_ar,
        tree.name_en as parent_name_en,
        tree.topic_level + 1 as topic_level,
        tree.top_topic_id
    from topics
    inner join tree
        on topics.parent_id = tree.topic_id

)

select
    -- ids
    topic_id,
    parent_id as parent_topic_id,
    top_topic_id,
    iptc_code,
    -- names
    name_ar,
    name_en,
    parent_name_ar,
    parent_name_en,
    -- numbers
    topic_level
from tree
