-- What was said last, by whom and how the speaker is known
-- ماذا قيل آخرا، ومن قاله، وكيف عُرف القائل
select
    quotes.published_date,
    quotes.speaker_name,
    quotes.speaker_resolution,
    quotes.cue_text,
    quotes.quote_text
from marts.fct_quotes as quotes
where quotes.depth = 0
order by quotes.published_date desc, quotes.quote_id asc
limit 5
