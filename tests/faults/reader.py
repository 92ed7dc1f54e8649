"""Someone who asks the published warehouse again and again, until standard input is closed.

Prints one JSON object: how often it looked, and the first thing that was wrong, if any.
"""

import json
import select
import sys
import time

import duckdb

# Each is zero in a whole warehouse; in half of one, or a mixture of two, some are not.
DISAGREEMENTS = {
    "articles not as many as the loaded days have": """
        select (select sum(n_articles) from intermediate.int_loaded_days)
            - (select count(*) from marts.fct_articles)""",
    "statements without their article": """
        select count(*) from marts.fct_quotes anti join marts.fct_articles using (article_id)""",
    "mentions without their sentence": """
        select count(*) from marts.fct_mentions
        anti join marts.fct_sentences using (sentence_id)""",
    "days that the pairs of countries count otherwise": """
        select count(*) from marts.mart_bilateral_mentions_daily as pairs
        where pairs.n_articles_in_day <> (
            select count(*) from marts.fct_articles as articles
            where articles.published_date = pairs.published_date
        )""",
    "statements that are not in their article": """
        select count(*) from marts.fct_quotes join marts.fct_articles using (article_id)
        where raw_text[start_char + 1:end_char] <> quote_text""",
}
PAUSE_SECONDS = 0.2


def main(database: str) -> None:
    looks, wrong = 0, None
    while wrong is None:
        wrong = look(database)
        looks += 1
        if select.select([sys.stdin], [], [], 0)[0]:
            break
        time.sleep(PAUSE_SECONDS)
    sys.stdout.write(json.dumps({"looks": looks, "wrong": wrong}))


def look(database: str) -> str | None:
    """Ask everything of one and the same file; say what was wrong."""
    try:
        with duckdb.connect(database, read_only=True) as connection:
            for name, query in DISAGREEMENTS.items():
                [[found]] = connection.execute(query).fetchall()
                if found:
                    return f"{found} {name}"
    except duckdb.Error as error:
        return repr(error)
    return None


if __name__ == "__main__":
    main(sys.argv[1])
