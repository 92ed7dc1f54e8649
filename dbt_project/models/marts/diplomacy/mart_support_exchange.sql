with

encounter_articles as (

    select distinct
        encounter_id,
        country_a,
        country_b,
        article_id
    from {{ ref('int_encounter_spans') }}

),

-- Who of the two that meet backs whom, each other or a third, in the articles that tell of it.
backed as (

    select
        encounter_articles.encounter_id,
        encounter_articles.country_a,
        encounter_articles.country_b,
        supports.supporter_code,
        supports.supported_code,
        supports.issue_id,
        supports.article_id,
        supports.is_mutual,
        supports.issue_text
    from {{ ref('fct_supports') }} as supports
    inner join encounter_articles
        on
            supports.article_id = encounter_articles.article_id
            and supports.supporter_code in (encounter_articles.country_a, encounter_articles.country_b)

),

exchanged as (

    select
        encounter_id,
        country_a,
        country_b,
        supporter_code,
        supported_code,
        issue_id,
        supported_code in (country_a, country_b) as is_between_the_two,
        count(*) as n_supports,
        count(distinct article_id) as n_articles,
        bool_or(is_mutual) as is_mutual,
        min(issue_text) as issue_text
    from backed
    group by all

),

returned as (

    select
        encounter_id,
        supporter_code,
        supported_code,
        count(*) as n_issues
    from exchanged
    group by encounter_id, supporter_code, supported_code

)

select
    -- keys
    exchanged.encounter_id,
    exchanged.supporter_code,
    exchanged.supported_code,
    exchanged.issue_id,
    -- pair
    exchanged.country_a,
    exchanged.country_b,
    exchanged.is_between_the_two,
    -- words
    exchanged.issue_text,
    exchanged.is_mutual,
    -- counts
    exchanged.n_supports,
    exchanged.n_articles,
    coalesce(returned.n_issues, 0) as n_issues_returned,
    returned.n_issues is not null as is_returned
from exchanged
left join returned
    on
        exchanged.encounter_id = returned.encounter_id
        and exchanged.supporter_code = returned.supported_code
        and exchanged.supported_code = returned.supporter_code
