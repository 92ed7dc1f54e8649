with

gaps as (

    select
        list_name,
        form,
        article_id,
        sentence_id,
        start_char
    from {{ ref('fct_gaps') }}

),

-- A person whom a title alone gave away, by a first name that no list has.
unlisted_names as (

    select
        'given_names' as list_name,
        {{ folded("split_part(mentions.entity_name, ' ', 1)") }} as form,
        mentions.article_id,
        mentions.sentence_id,
        mentions.start_char
    from {{ ref('fct_mentions') }} as mentions
    left join {{ ref('given_names') }} as given_names
        on {{ folded("split_part(mentions.entity_name, ' ', 1)") }} = {{ folded('given_names.name') }}
    where
        mentions.entity_type = 'person'
        and mentions.mention_kind = 'name'
        and mentions.latin_name_source = 'rule'
        and mentions.entity_name like '% %'
        and given_names.name is null

),

candidates as (

    select * from gaps
    union all
    select * from unlisted_names

),

counted as (

    select
        list_name,
        form,
        count(*) as n_places,
        count(distinct article_id) as n_articles,
        arg_min(sentence_id, (sentence_id, start_char)) as example_sentence_id
    from candidates
    group by list_name, form

)

select
    counted.list_name,
    row_number() over (
        partition by counted.list_name
        order by counted.n_articles desc, counted.n_places desc, counted.form asc
    ) as rank_in_list,
    counted.form,
    counted.n_articles,
    counted.n_places,
    counted.example_sentence_id,
    sentences.sentence_text as example_text
from counted
inner join {{ ref('fct_sentences') }} as sentences
    on counted.example_sentence_id = sentences.sentence_id
