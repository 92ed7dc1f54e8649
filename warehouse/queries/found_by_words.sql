-- Which statements and articles hold the words asked for, in any form
-- أي الأقوال والأخبار فيها هذه الكلمات بأي صيغة
select
    found.text_type,
    found.score,
    found.found_text,
    found.speaker_name,
    found.source_uri
from search('الصين') as found
order by found.text_type desc, found.score desc, found.article_id asc, found.quote_id asc
limit 20
