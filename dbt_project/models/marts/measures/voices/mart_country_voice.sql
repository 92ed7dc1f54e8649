with

statements as (

    select
        date_trunc('month', about.published_date)::date as month_start_date,
        about.speaker_country_code,
        about.about_country_code,
        about.act_class,
        about.article_id,
        about.quote_kind,
        about.n_words,
        articles.is_lead,
        weights.weight,
        weights.weight_low,
        weights.weight_high
    from {{ ref('int_statements_about_countries') }} as about
    inner join {{ ref('fct_articles') }} as articles
        on about.article_id = articles.article_id
    left join {{ ref('int_statement_weights') }} as weights
        on about.speaker_resolution = weights.speaker_resolution

),

voices as (

    select
        month_start_date,
        speaker_country_code,
        about_country_code,
        act_class,
        count(*) as n_statements,
        sum(n_words)::bigint as n_words,
        count(*) filter (where quote_kind = 'direct') as n_direct,
        count(*) filter (where quote_kind = 'mixed') as n_mixed,
        count(distinct article_id) as n_articles,
        count(distinct article_id) filter (where is_lead) as n_reports,
        {{ sum_of_weights('weight') }} as n_adjusted,
        {{ sum_of_weights('weight_low') }} as n_low,
        {{ sum_of_weights('weight_high') }} as n_high
    from statements
    group by all

)

select
    -- keys
    voices.month_start_date,
    voices.speaker_country_code,
    voices.about_country_code,
    voices.act_class,
    -- counts
    voices.n_statements,
    voices.n_words,
    voices.n_direct,
    voices.n_mixed,
    voices.n_articles,
    voices.n_reports,
    coalesce(answers.n_statements, 0) as n_statements_back,
    -- ratios
    voices.n_direct / voices.n_statements as direct_share,
    (voices.n_statements - coalesce(answers.n_statements, 0))
    / (voices.n_statements + coalesce(answers.n_statements, 0)) as asymmetry_index,
    -- statements, with error bars
    voices.n_adjusted,
    voices.n_low,
    voices.n_high
from voices
left join voices as answers
    on
        voices.month_start_date = answers.month_start_date
        and voices.act_class = answers.act_class
        and voices.speaker_country_code = answers.about_country_code
        and voices.about_country_code = answers.speaker_country_code
