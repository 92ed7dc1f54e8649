-- What speakers last said on each of their topics
-- آخر ما قاله المتحدثون في كل موضوع
select
    month_start_date,
    speaker_name,
    topic_id,
    n_statements,
    latest_statement_text
from marts.mart_positions
order by n_statements desc, month_start_date desc, speaker_name asc, topic_id asc
limit 20
