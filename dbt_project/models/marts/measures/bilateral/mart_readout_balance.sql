with

meetings as (

    select
        article_id,
        published_date,
        country_a,
        country_b
    from {{ ref('int_country_pairs_by_article') }}
    where has_meeting

),

sides as (

    select
        *,
        country_a as country_code,
        country_b as other_country_code
    from meetings
    union all
    select
        *,
        country_b as country_code,
        country_a as other_country_code
    from meetings

),

-- A statement inside another lies within its words: only the outermost count, or words would count twice.
statements as (

    select
        quotes.article_id,
        quotes.speaker_country_code as country_code,
        count(*) as n_statements,
        sum({{ count_words('quotes.quote_text') }})::bigint as n_words,
        count(*) filter (where quotes.quote_kind = 'direct') as n_direct,
        count(*) filter (where quotes.quote_kind = 'mixed') as n_mixed,
        min(quotes.start_char) as first_start_char,
        {{ sum_of_weights('weights.weight') }} as n_adjusted,
        {{ sum_of_weights('weights.weight_low') }} as n_low,
        {{ sum_of_weights('weights.weight_high') }} as n_high
    from {{ ref('fct_quotes') }} as quotes
    left join {{ ref('int_statement_weights') }} as weights
        on quotes.speaker_resolution = weights.speaker_resolution
    where quotes.depth = 0 and quotes.speaker_country_code is not null
    group by all

),

counted as (

    select
        sides.*,
        statements.first_start_char,
        statements.n_adjusted,
        statements.n_low,
        statements.n_high,
        coalesce(statements.n_statements, 0) as n_statements,
        coalesce(statements.n_words, 0) as n_words,
        coalesce(statements.n_direct, 0) as n_direct,
        coalesce(statements.n_mixed, 0) as n_mixed
    from sides
    left join statements
        on sides.article_id = statements.article_id and sides.country_code = statements.country_code

)

select
    -- keys
    article_id,
    country_a,
    country_b,
    country_code,
    other_country_code,
    -- dates
    published_date,
    -- counts
    n_statements,
    n_words,
    n_direct,
    n_mixed,
    -- order
    first_start_char,
    case
        when n_statements > 0
            then rank() over (partition by article_id, country_a, country_b order by first_start_char asc nulls last)
    end as speaking_order,
    -- ratios
    n_statements / nullif(sum(n_statements) over meeting, 0) as share_of_statements,
    n_words / nullif(sum(n_words) over meeting, 0) as share_of_words,
    n_direct / nullif(n_statements, 0) as direct_share,
    -- statements, with error bars
    n_adjusted,
    n_low,
    n_high
from counted
window meeting as (partition by article_id, country_a, country_b)
