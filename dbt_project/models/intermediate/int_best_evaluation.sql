-- Articles of other houses say more than the project's own samples, which its rules were made in sight of.
select
    metric,
    speaker_resolution,
    corpus_name,
    n_hits,
    n_found,
    n_gold,
    low,
    high
from {{ ref('evaluations') }}
where is_latest
qualify dense_rank() over (order by corpus_name = 'golden' asc, n_articles desc, corpus_name asc) = 1
