with

source as (

    select * from {{ source('newswire', 'evaluations') }}

),

renamed as (

    select
        -- ids
        evaluation_id,
        -- what was read, by what
        corpus_name,
        corpus_sha256,
        n_articles,
        extractor_version,
        lexicon_version,
        evaluated_at,
        -- what was measured
        metric,
        speaker_resolution,
        -- counts
        n_hits,
        n_found,
        n_gold,
        -- figures
        value,
        low,
        high,
        precision,
        recall
    from source

)

select * from renamed
