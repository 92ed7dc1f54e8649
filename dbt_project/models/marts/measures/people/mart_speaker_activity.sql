with

statements as (

    select
        date_trunc('month', quotes.published_date)::date as month_start_date,
        quotes.*,
        {{ count_words('quotes.quote_text') }} as n_words,
        articles.is_lead
    from {{ ref('fct_quotes') }} as quotes
    inner join {{ ref('fct_articles') }} as articles
        on quotes.article_id = articles.article_id
    where quotes.speaker_entity_id is not null

),

countries as (

    select
        statements.month_start_date,
        statements.speaker_entity_id,
        count(distinct about.about_country_code) as n_countries_spoken_about
    from statements
    inner join {{ ref('int_statements_about_countries') }} as about
        on statements.quote_id = about.quote_id
    group by all

),

activity as (

    select
        month_start_date,
        speaker_entity_id,
        count(*) as n_statements,
        sum(n_words)::bigint as n_words,
        count(distinct article_id) as n_articles,
        count(distinct article_id) filter (where is_lead) as n_reports,
        count(*) filter (where act_class = 'say') as n_say,
        count(*) filter (where act_class = 'urge') as n_urge,
        count(*) filter (where act_class = 'promise') as n_promise,
        count(*) filter (where act_class = 'stance') as n_stance,
        count(*) filter (where quote_kind = 'direct') as n_direct,
        count(*) filter (where quote_kind = 'mixed') as n_mixed,
        count(*) filter (where speaker_text is null) as n_not_named,
        min(published_date) as first_statement_date,
        max(published_date) as last_statement_date
    from statements
    group by all

)

select
    -- keys
    month_start_date,
    speaker_entity_id,
    -- speaker
    speakers.speaker_name,
    speakers.speaker_name_latin,
    speakers.speaker_type,
    speakers.speaker_country_code,
    -- counts
    activity.n_statements,
    activity.n_words,
    activity.n_articles,
    activity.n_reports,
    activity.n_say,
    activity.n_urge,
    activity.n_promise,
    activity.n_stance,
    activity.n_direct,
    activity.n_mixed,
    activity.n_not_named,
    coalesce(countries.n_countries_spoken_about, 0) as n_countries_spoken_about,
    -- ratios
    activity.n_direct / activity.n_statements as direct_share,
    -- dates
    activity.first_statement_date,
    activity.last_statement_date
from activity
inner join {{ ref('int_speakers') }} as speakers using (speaker_entity_id)
left join countries using (month_start_date, speaker_entity_id)
