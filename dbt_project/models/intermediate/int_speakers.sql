with

statements as (

    select * from {{ ref('fct_quotes') }}
    where speaker_entity_id is not null

),

named as (

    select
        speaker_entity_id,
        speaker_type,
        speaker_name,
        speaker_country_code,
        count(*) as n_statements
    from statements
    group by all

),

usual as (

    -- Of equals the longest name, then the first in the alphabet.
    select * from named
    qualify
        row_number() over (
            partition by speaker_entity_id
            order by
                n_statements desc, length(speaker_name) desc,
                speaker_name asc, speaker_country_code asc, speaker_type asc
        ) = 1

)

select
    usual.speaker_entity_id,
    usual.speaker_type,
    coalesce(entities.entity_name, usual.speaker_name) as speaker_name,
    entities.entity_name_latin as speaker_name_latin,
    usual.speaker_country_code
from usual
left join {{ ref('dim_entity') }} as entities
    on usual.speaker_type = entities.entity_type and usual.speaker_entity_id = entities.entity_id
