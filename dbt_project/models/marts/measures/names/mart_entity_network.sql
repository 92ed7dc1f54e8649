with

-- An entity once a sentence, however often it names it. The dateline's place is where somebody wrote.
mentions as (

    select distinct
        entity_type,
        entity_id,
        sentence_id,
        article_id,
        published_date
    from {{ ref('fct_mentions') }}
    where
        entity_id is not null
        and entity_type in ('country', 'person', 'organization')
        and not is_dateline

),

articles_by_entity as (

    select
        entity_type,
        entity_id,
        count(distinct article_id) as n_articles
    from mentions
    group by entity_type, entity_id

),

corpus as (

    select count(distinct article_id) as n_articles_total from mentions

),

pairs as (

    select
        one.entity_type as entity_type_a,
        one.entity_id as entity_id_a,
        other.entity_type as entity_type_b,
        other.entity_id as entity_id_b,
        count(*) as n_sentences,
        count(distinct one.article_id) as n_articles,
        min(one.published_date) as first_published_date,
        max(one.published_date) as last_published_date
    from mentions as one
    inner join mentions as other
        on
            one.sentence_id = other.sentence_id
            and (one.entity_type, one.entity_id) < (other.entity_type, other.entity_id)
    group by all

)

select
    -- keys
    pairs.entity_type_a,
    pairs.entity_id_a,
    pairs.entity_type_b,
    pairs.entity_id_b,
    -- names
    name_a.entity_name as entity_name_a,
    name_b.entity_name as entity_name_b,
    -- counts
    pairs.n_sentences as weight,
    pairs.n_articles,
    entity_a.n_articles as n_articles_a,
    entity_b.n_articles as n_articles_b,
    corpus.n_articles_total,
    -- share of the articles that have either: Jaccard's index
    pairs.n_articles / (entity_a.n_articles + entity_b.n_articles - pairs.n_articles) as jaccard,
    -- dates
    pairs.first_published_date,
    pairs.last_published_date
from pairs
inner join articles_by_entity as entity_a
    on pairs.entity_type_a = entity_a.entity_type and pairs.entity_id_a = entity_a.entity_id
inner join articles_by_entity as entity_b
    on pairs.entity_type_b = entity_b.entity_type and pairs.entity_id_b = entity_b.entity_id
inner join {{ ref('dim_entity') }} as name_a
    on pairs.entity_type_a = name_a.entity_type and pairs.entity_id_a = name_a.entity_id
inner join {{ ref('dim_entity') }} as name_b
    on pairs.entity_type_b = name_b.entity_type and pairs.entity_id_b = name_b.entity_id
cross join corpus
