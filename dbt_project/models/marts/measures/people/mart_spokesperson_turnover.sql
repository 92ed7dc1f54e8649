with

tenures as (

    select
        speaker_country_code,
        office_id,
        speaker_entity_id,
        count(*) as n_statements,
        min(published_date) as first_seen_date,
        max(published_date) as last_seen_date,
        min(term_start_date) as term_start_date,
        max(term_end_date) as term_end_date
    from {{ ref('int_spokesperson_statements') }}
    group by all

)

select
    -- keys
    tenures.speaker_country_code,
    tenures.office_id,
    tenures.speaker_entity_id,
    -- speaker
    speakers.speaker_name,
    speakers.speaker_name_latin,
    -- counts
    tenures.n_statements,
    case when tenures.office_id != 'other-spokesperson' then row_number() over office end as nth_in_office,
    -- dates
    tenures.first_seen_date,
    tenures.last_seen_date,
    tenures.term_start_date,
    tenures.term_end_date,
    -- who spoke before
    case when tenures.office_id != 'other-spokesperson' then lag(tenures.speaker_entity_id) over office end
        as previous_speaker_entity_id,
    case when tenures.office_id != 'other-spokesperson' then lag(speakers.speaker_name) over office end
        as previous_speaker_name,
    case
        when tenures.office_id != 'other-spokesperson'
            then tenures.first_seen_date - lag(tenures.last_seen_date) over office
    end as days_since_previous
from tenures
inner join {{ ref('int_speakers') }} as speakers
    on tenures.speaker_entity_id = speakers.speaker_entity_id
window office as (
    partition by tenures.speaker_country_code, tenures.office_id
    order by tenures.first_seen_date, tenures.speaker_entity_id
)
