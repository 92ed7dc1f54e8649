with

lexicon as (

    select * from {{ ref('formulas') }}
    -- What is said of mankind binds no pair.
    where formula_type != 'global'

),

uses as (

    select
        formulas.country_a,
        formulas.country_b,
        formulas.formula_id,
        formulas.article_id,
        formulas.published_date,
        formulas.is_raised,
        formulas.pair_source = 'sentence' as is_in_sentence
    from {{ ref('fct_formulas') }} as formulas
    where formulas.country_a is not null

),

corpus as (

    select max(published_date) as as_of_date from {{ ref('fct_articles') }}

),

by_formula as (

    select
        uses.country_a,
        uses.country_b,
        uses.formula_id,
        lexicon.formula_type,
        lexicon.formula_rank,
        lexicon.name_ar as formula_name_ar,
        lexicon.name_en as formula_name_en,
        count(*) as n_mentions,
        count(*) filter (where uses.is_in_sentence) as n_mentions_in_sentence,
        count(*) filter (where uses.is_raised) as n_raised,
        count(distinct uses.article_id) as n_articles,
        min(uses.published_date) as first_used_date,
        max(uses.published_date) as last_reaffirmed_date
    from uses
    inner join lexicon
        on uses.formula_id = lexicon.formula_id
    group by all

),

-- The highest rung of the same ladder that the pair had stood on before the day.
compared as (

    select
        *,
        arg_max(formula_id, (formula_rank, formula_id)) over before_it as previous_formula_id,
        max(formula_rank) over before_it as previous_rank,
        max(formula_rank) over (partition by country_a, country_b, formula_type) as highest_rank
    from by_formula
    window before_it as (
        partition by country_a, country_b, formula_type
        order by first_used_date
        range between unbounded preceding and interval 1 day preceding
    )

)

select
    -- keys
    compared.country_a,
    compared.country_b,
    compared.formula_id,
    -- rung
    compared.formula_type,
    compared.formula_rank,
    compared.formula_name_ar,
    compared.formula_name_en,
    -- use
    compared.n_mentions,
    compared.n_mentions_in_sentence,
    compared.n_raised,
    compared.n_articles,
    compared.first_used_date,
    compared.last_reaffirmed_date,
    date_diff('day', compared.last_reaffirmed_date, corpus.as_of_date) as days_since_reaffirmed,
    -- ladder
    compared.previous_formula_id,
    compared.previous_rank,
    coalesce(compared.formula_rank > compared.previous_rank, false) as is_upgrade,
    compared.formula_rank = compared.highest_rank as is_highest_rung
from compared
cross join corpus
