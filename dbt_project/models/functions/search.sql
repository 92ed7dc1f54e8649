{{ config(parameters=['query']) }}

{#- Okapi BM25 with its usual constants: k1 says how fast repeating a word stops to count, b how much length does. -#}
{%- set k1, b = 1.2, 0.75 -%}
with

question as (

    select unnest({{ words_of(folded('query')) }}) as word

),

wanted as (

    select distinct {{ stem_of('word') }} as stem
    from question

),

collections as (

    select
        text_type,
        count(*) as n_texts,
        avg(n_words) as mean_n_words
    from {{ ref_in_file('int_search_texts') }}
    group by text_type

),

hits as (

    select
        words.text_type,
        words.text_id,
        words.stem,
        words.n_occurrences,
        count(*) over (partition by words.text_type, words.stem) as n_texts_with_stem
    from {{ ref_in_file('int_search_words') }} as words
    inner join wanted
        on words.stem = wanted.stem

),

scored as (

    select
        hits.text_type,
        hits.text_id,
        sum(
            ln(1 + (collections.n_texts - hits.n_texts_with_stem + 0.5) / (hits.n_texts_with_stem + 0.5))
            * hits.n_occurrences * ({{ k1 }} + 1)
            / (hits.n_occurrences + {{ k1 }} * ({{ 1 - b }} + {{ b }} * texts.n_words / collections.mean_n_words))
        ) as score
    from hits
    inner join {{ ref_in_file('int_search_texts') }} as texts
        on hits.text_id = texts.text_id
    inner join collections
        on hits.text_type = collections.text_type
    group by hits.text_type, hits.text_id
    -- A text that lacks a word of the question is no answer to it.
    having count(*) = (select count(*) from wanted)

)

select
    -- rank
    scored.text_type,
    round(scored.score, 4) as score,
    -- text
    coalesce(quotes.quote_text, articles.headline) as found_text,
    quotes.speaker_name,
    articles.published_date,
    -- where it stands
    articles.article_id,
    quotes.quote_id,
    coalesce(quotes.start_char, articles.body_start_char) as start_char,
    coalesce(quotes.end_char, articles.body_end_char) as end_char,
    articles.source_uri
from scored
left join {{ ref_in_file('fct_quotes') }} as quotes
    on scored.text_id = quotes.quote_id
inner join {{ ref_in_file('fct_articles') }} as articles
    on coalesce(quotes.article_id, scored.text_id) = articles.article_id
-- Statements are short and articles long: a score is comparable within its kind.
order by scored.text_type desc, scored.score desc, scored.text_id asc
