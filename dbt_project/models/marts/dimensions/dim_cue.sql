with

cues as (

    select * from {{ ref('cues') }}

),

statements as (

    select
        cue_lemma,
        count(*) as n_statements,
        count(distinct article_id) as n_articles,
        min(published_date) as first_seen_date,
        max(published_date) as last_seen_date
    from {{ ref('fct_quotes') }}
    group by cue_lemma

)

select
    -- ids
    cues.cue_id,
    -- word
    cues.lemma as cue_lemma,
    cues.cue_type,
    cues.act_class,
    cues.is_neutral,
    cues.is_ambiguous,
    -- numbers
    coalesce(statements.n_statements, 0) as n_statements,
    coalesce(statements.n_articles, 0) as n_articles,
    -- dates
    statements.first_seen_date,
    statements.last_seen_date
from cues
left join statements
    on cues.lemma = statements.cue_lemma
