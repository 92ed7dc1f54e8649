-- Each statement back to the characters that it stands on
-- كل تصريح في موضعه من نص الخبر
select
    quotes.quote_id,
    articles.source_uri,
    quotes.start_char,
    quotes.end_char,
    quotes.cue_text,
    quotes.speaker_text,
    articles.raw_text[quotes.start_char + 1:quotes.end_char] as in_article
from marts.fct_quotes as quotes
inner join marts.fct_articles as articles
    on quotes.article_id = articles.article_id
order by quotes.published_date desc, quotes.quote_id asc
limit 20
