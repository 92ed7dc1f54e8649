with

encounters as (

    select distinct
        encounter_id,
        country_a,
        country_b,
        min(encounter_date) over (partition by encounter_id) as start_date
    from {{ ref('int_encounter_spans') }}

),

-- The encounters of a pair, in order.
numbered as (

    select
        encounter_id,
        country_a,
        country_b,
        start_date,
        row_number() over (partition by country_a, country_b order by start_date) as encounter_number,
        count(*) over (partition by country_a, country_b) as n_encounters_of_pair
    from encounters

),

encounter_articles as (

    select distinct
        encounter_id,
        article_id
    from {{ ref('int_encounter_spans') }}

),

said as (

    select
        numbered.country_a,
        numbered.country_b,
        fingerprints.fingerprint,
        fingerprints.masked_text,
        fingerprints.article_id,
        fingerprints.sentence_id,
        numbered.encounter_id,
        numbered.start_date,
        numbered.encounter_number,
        numbered.n_encounters_of_pair
    from numbered
    inner join encounter_articles
        on numbered.encounter_id = encounter_articles.encounter_id
    inner join {{ ref('fct_fingerprints') }} as fingerprints
        on
            encounter_articles.article_id = fingerprints.article_id
            and numbered.country_a = fingerprints.country_a
            and numbered.country_b = fingerprints.country_b

),

pairs_by_fingerprint as (

    select
        fingerprint,
        count(distinct country_a || country_b) as n_pairs
    from {{ ref('fct_fingerprints') }}
    group by fingerprint

),

by_template as (

    select
        country_a,
        country_b,
        fingerprint,
        any_value(masked_text) as masked_text,
        arg_max(sentence_id, (encounter_number, sentence_id)) as latest_sentence_id,
        count(distinct encounter_id) as n_encounters,
        count(distinct article_id) as n_articles,
        any_value(n_encounters_of_pair) as n_encounters_of_pair,
        min(start_date) as first_seen_date,
        max(start_date) as last_seen_date,
        min(encounter_number) as first_encounter_number,
        max(encounter_number) as last_encounter_number
    from said
    group by country_a, country_b, fingerprint

)

select
    -- keys
    by_template.country_a,
    by_template.country_b,
    by_template.fingerprint,
    -- words
    by_template.masked_text,
    by_template.latest_sentence_id,
    -- counts
    by_template.n_encounters,
    by_template.n_encounters_of_pair,
    by_template.n_articles,
    pairs_by_fingerprint.n_pairs,
    -- when
    by_template.first_seen_date,
    by_template.last_seen_date,
    -- this time
    by_template.n_encounters > 1 as is_boilerplate,
    by_template.n_encounters > 1
    and by_template.last_encounter_number < by_template.n_encounters_of_pair as is_missing_this_time,
    by_template.n_encounters_of_pair > 1
    and by_template.first_encounter_number = by_template.n_encounters_of_pair as is_new_this_time,
    by_template.n_encounters_of_pair - by_template.last_encounter_number as n_encounters_since
from by_template
inner join pairs_by_fingerprint
    on by_template.fingerprint = pairs_by_fingerprint.fingerprint
