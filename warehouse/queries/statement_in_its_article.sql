-- Each statement back to the characters that it stands on
-- كل تصريح في موضعه من نص الخبر
with

latest as (

    select *
    from marts.fct_quotes
    order by published_date desc, quote_id asc
    limit 20

)

select
    latest.quote_id,
    articles.source_uri,
    latest.start_char,
    latest.end_char,
    latest.cue_text,
    latest.speaker_text,
    articles.raw_text[latest.start_char + 1:latest.end_char] as in_article
from latest
inner join marts.fct_articles as articles
    on latest.article_id = articles.article_id
order by latest.published_date desc, latest.quote_id asc
