{{ config(parameters=['one_country', 'other_country']) }}

with

one as (

    {{ country_code_of('one_country') }}

),

other as (

    {{ country_code_of('other_country') }}

),

statements as (

    select
        'statement' as basis,
        quotes.speaker_country_code as from_country_code,
        about.about_country_code as to_country_code,
        quotes.speaker_name,
        quotes.quote_text as span_text,
        quotes.article_id,
        quotes.start_char,
        quotes.end_char
    from {{ ref_in_file('int_statements_about_countries') }} as about
    inner join {{ ref_in_file('fct_quotes') }} as quotes
        on about.quote_id = quotes.quote_id
    where
        (about.speaker_country_code in (from one) and about.about_country_code in (from other))
        or (about.speaker_country_code in (from other) and about.about_country_code in (from one))

),

dealings as (

    select
        dyads.basis,
        dyads.initiator_code as from_country_code,
        case dyads.initiator_code
            when dyads.country_a then dyads.country_b
            when dyads.country_b then dyads.country_a
        end as to_country_code,
        null::varchar as speaker_name,
        substring(articles.raw_text, dyads.start_char + 1, dyads.end_char - dyads.start_char) as span_text,
        dyads.article_id,
        dyads.start_char,
        dyads.end_char
    from {{ ref_in_file('fct_dyads') }} as dyads
    inner join {{ ref_in_file('fct_articles') }} as articles
        on dyads.article_id = articles.article_id
    where
        (dyads.country_a in (from one) and dyads.country_b in (from other))
        or (dyads.country_a in (from other) and dyads.country_b in (from one))

),

between_them as (

    select * from statements
    union all
    select * from dealings

)

select
    articles.published_date,
    -- what there is between the two
    between_them.basis,
    between_them.from_country_code,
    between_them.to_country_code,
    between_them.speaker_name,
    between_them.span_text,
    -- where it stands
    between_them.article_id,
    between_them.start_char,
    between_them.end_char,
    articles.source_uri
from between_them
inner join {{ ref_in_file('fct_articles') }} as articles
    on between_them.article_id = articles.article_id
order by
    articles.published_date asc, between_them.article_id asc, between_them.start_char asc,
    between_them.end_char asc, between_them.basis asc
