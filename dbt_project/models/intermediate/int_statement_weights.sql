with

figures as (

    select *
    from {{ ref('int_best_evaluation') }}
    where metric in ('attribution precision', 'attribution recall')

),

-- The wider of two intervals: Wilson's for few statements, the evaluation's own for statements that fall together.
bounds as (

    select
        corpus_name,
        metric,
        speaker_resolution,
        n_hits,
        n_gold,
        n_hits / nullif(n_gold, 0) as rate,
        least(low, {{ wilson_bound('n_hits', 'n_gold', '-') }}) as rate_low,
        greatest(high, {{ wilson_bound('n_hits', 'n_gold', '+') }}) as rate_high
    from figures

)

select
    -- keys
    found.speaker_resolution,
    found.corpus_name,
    -- counts
    found.n_gold as n_found,
    found.n_hits as n_found_right,
    annotated.n_gold as n_annotated,
    annotated.n_hits as n_annotated_found,
    -- ratios
    found.rate as precision_share,
    found.rate_low as precision_low,
    found.rate_high as precision_high,
    annotated.rate as recall_share,
    annotated.rate_low as recall_low,
    annotated.rate_high as recall_high,
    -- weights
    found.rate / nullif(annotated.rate, 0) as weight,
    case when annotated.rate > 0 then found.rate_low / annotated.rate_high end as weight_low,
    case when annotated.rate > 0 then found.rate_high / annotated.rate_low end as weight_high
from bounds as found
inner join bounds as annotated
    on found.speaker_resolution = annotated.speaker_resolution
where found.metric = 'attribution precision' and annotated.metric = 'attribution recall'
