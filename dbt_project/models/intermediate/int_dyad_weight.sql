with

figures as (

    select
        corpus_name,
        n_found,
        n_gold,
        n_hits,
        n_hits / nullif(n_found, 0) as precision_share,
        {{ wilson_bound('n_hits', 'n_found', '-') }} as precision_low,
        {{ wilson_bound('n_hits', 'n_found', '+') }} as precision_high,
        n_hits / nullif(n_gold, 0) as recall_share,
        {{ wilson_bound('n_hits', 'n_gold', '-') }} as recall_low,
        {{ wilson_bound('n_hits', 'n_gold', '+') }} as recall_high
    from {{ ref('int_best_evaluation') }}
    where metric = 'dyads'

)

select
    -- key
    corpus_name,
    -- counts
    n_found,
    n_hits as n_found_right,
    n_gold as n_annotated,
    -- ratios
    precision_share,
    recall_share,
    -- weights
    precision_share / nullif(recall_share, 0) as weight,
    case when recall_share > 0 then precision_low / recall_high end as weight_low,
    case when recall_share > 0 then precision_high / recall_low end as weight_high
from figures
