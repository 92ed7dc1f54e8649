-- Which statements take their speaker from the sentences before, and from which mention
-- أي الأقوال أُخذ قائلها مما سبقها، ومن أي ذِكر
select
    quotes.quote_id,
    quotes.cue_text,
    quotes.speaker_name,
    quotes.speaker_resolution,
    mentions.mention_text,
    mentions.start_char
from marts.fct_quotes as quotes
inner join marts.fct_mentions as mentions
    on quotes.antecedent_mention_id = mentions.mention_id
where quotes.speaker_text is null
order by quotes.published_date desc, quotes.quote_id asc
limit 20
