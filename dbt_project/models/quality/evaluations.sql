with

evaluations as (

    select * from {{ ref('stg_newswire__evaluations') }}

),

latest as (

    select
        corpus_name,
        arg_max(evaluation_id, evaluated_at) as evaluation_id
    from evaluations
    group by corpus_name

)

select
    evaluations.evaluation_id,
    evaluations.corpus_name,
    evaluations.corpus_sha256,
    evaluations.n_articles,
    evaluations.extractor_version,
    evaluations.lexicon_version,
    evaluations.evaluated_at,
    evaluations.metric,
    evaluations.speaker_resolution,
    evaluations.n_hits,
    evaluations.n_found,
    evaluations.n_gold,
    evaluations.value,
    evaluations.low,
    evaluations.high,
    evaluations.precision,
    evaluations.recall,
    latest.evaluation_id is not null as is_latest
from evaluations
left join latest on evaluations.evaluation_id = latest.evaluation_id
