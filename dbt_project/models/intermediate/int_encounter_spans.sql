with

spans as (

    select * from {{ ref('fct_encounters') }}
    where encounter_date_source not in ('earlier', 'planned')

),

-- What an article says of the day in one sentence holds for those that say nothing: the headline, a later line.
stated_days as (

    select
        article_id,
        country_a,
        country_b,
        min(encounter_date) as stated_date
    from spans
    where encounter_date_source in ('date', 'weekday', 'relative') and not is_planned
    group by article_id, country_a, country_b

),

dated as (

    select
        spans.* exclude (encounter_date),
        case
            when spans.encounter_date_source in ('dateline', 'unstated')
                then coalesce(stated_days.stated_date, spans.encounter_date)
            else spans.encounter_date
        end as encounter_date,
        spans.encounter_date_source != 'dateline' or stated_days.stated_date is not null as is_day_stated
    from spans
    left join stated_days
        on
            spans.article_id = stated_days.article_id
            and spans.country_a = stated_days.country_a
            and spans.country_b = stated_days.country_b

),

-- Days of a pair that follow on each other are one encounter: a visit, or one told the day after.
marked as (

    select
        *,
        coalesce(
            encounter_date - lag(encounter_date) over (
                partition by country_a, country_b
                order by encounter_date, article_id, sentence_id
            ) > 1,
            true
        ) as is_first
    from dated
    where encounter_date is not null

),

numbered as (

    select
        * exclude (is_first),
        sum(is_first::integer) over (
            partition by country_a, country_b
            order by encounter_date, article_id, sentence_id
            rows unbounded preceding
        ) as encounter_number
    from marked

)

select
    country_a || '-' || country_b || '-' || min(encounter_date) over (
        partition by country_a, country_b, encounter_number
    ) as encounter_id,
    article_id,
    sentence_id,
    published_date,
    country_a,
    country_b,
    encounter_date,
    is_day_stated,
    is_planned,
    encounter_kind,
    person_id_a,
    person_name_a,
    role_text_a,
    person_id_b,
    person_name_b,
    role_text_b,
    venue_text,
    venue_place_id,
    venue_country_code,
    venue_source,
    occasion_id,
    occasion_text,
    start_char,
    end_char
from numbered
