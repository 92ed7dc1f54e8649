"""What people ask at a prompt: table functions that live in the published file."""

import shutil
from pathlib import Path

import duckdb
import pytest
import yaml

from orchestration.home import PROJECT, Home

pytestmark = pytest.mark.slow

FUNCTIONS = PROJECT / "dbt_project" / "models" / "functions"
CALLS = {
    "compare": "compare('CHN', 'USA', 'economy')",
    "dyad": "dyad('CHN', 'VNM')",
    "evidence": "evidence('mart_resolution_ledger',"
    " {'speaker_country_code': 'CHN', 'speaker_resolution': 'stated'})",
    "quotes_of": "quotes_of('ماو')",
    "search": "search('العلاقات')",
}
Reader = duckdb.DuckDBPyConnection
Rows = list[tuple[object, ...]]


def ask(warehouse: Reader, sql: str) -> Rows:
    return warehouse.execute(sql).fetchall()


def test_every_function_is_called_here() -> None:
    assert {path.stem for path in FUNCTIONS.glob("*.sql")} == set(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_function_gives_the_columns_and_types_that_are_described(
    sample_warehouse: Reader, name: str
) -> None:
    (model,) = yaml.safe_load((FUNCTIONS / f"{name}.yml").read_text())["models"]
    described = [(column["name"], column["data_type"]) for column in model["columns"]]
    given = ask(
        sample_warehouse,
        f"select column_name, lower(column_type) from (describe from {CALLS[name]})",
    )
    assert given == described


@pytest.mark.parametrize("name", CALLS)
def test_function_is_described_in_the_database(sample_warehouse: Reader, name: str) -> None:
    [(comment,)] = ask(
        sample_warehouse,
        f"select distinct comment from duckdb_functions()"
        f" where function_name = '{name}' and database_name = 'marsad'",
    )
    assert f"from {name}('" in str(comment)


def test_functions_answer_whatever_the_file_is_called(sample_home: Home, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere.duckdb"
    shutil.copyfile(sample_home.published_database, moved)
    with duckdb.connect(str(moved), read_only=True) as direct:
        expected = {name: ask(direct, f"from {call}") for name, call in CALLS.items()}
    assert all(expected.values())
    with duckdb.connect() as client:
        client.execute(f"attach '{moved}' as news (read_only)")
        client.execute("use news")
        assert {name: ask(client, f"from {call}") for name, call in CALLS.items()} == expected


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ("search('الصين') where quote_id is not null", "found_text"),
        ("quotes_of('ماو')", "quote_text"),
        ("dyad('CHN', 'VNM')", "span_text"),
    ],
)
def test_rows_lead_back_to_their_characters(
    sample_warehouse: Reader, call: str, shown: str
) -> None:
    spans = ask(
        sample_warehouse,
        f"""
        select found.{shown}, articles.raw_text[found.start_char + 1:found.end_char]
        from (from {call}) as found inner join marts.fct_articles as articles using (article_id)
        """,
    )
    assert spans
    assert [text for text, in_article in spans if text != in_article] == []


def test_search_finds_a_word_in_all_its_spellings_and_forms(sample_warehouse: Reader) -> None:
    plain = ask(sample_warehouse, "from search('الصين')")
    for form in ("للصين", "والصِّين", "صينية", "  الصيني؟"):
        assert ask(sample_warehouse, f"from search('{form}')") == plain
    texts = [str(text) for kind, _, text, *_ in plain if kind == "statement"]
    assert any("الصينيين" in text for text in texts)
    assert all("صين" in text for text in texts)


def test_search_wants_every_word(sample_warehouse: Reader) -> None:
    both = ask(
        sample_warehouse, "select text_type, article_id, quote_id from search('الصين المياه')"
    )
    one = ask(sample_warehouse, "select text_type, article_id, quote_id from search('الصين')")
    other = ask(sample_warehouse, "select text_type, article_id, quote_id from search('المياه')")
    assert set(both) == set(one) & set(other)


def test_search_ranks_by_okapi_bm25(sample_warehouse: Reader) -> None:
    """Worked out anew for one word: no text of a kind may come before a better one."""
    scores = ask(
        sample_warehouse,
        """
        with texts as (from intermediate.int_search_texts where text_type = 'article'),
        hits as (from intermediate.int_search_words where stem = 'صين' and text_type = 'article'),
        idf as (
            select ln(1 + ((select count(*) from texts) - count(*) + 0.5) / (count(*) + 0.5)) as idf
            from hits
        )
        select
            text_id,
            round(
                idf * n_occurrences * 2.2 / (
                    n_occurrences
                    + 1.2 * (0.25 + 0.75 * n_words / (select avg(n_words) from texts))
                ), 4
            ) as score
        from hits inner join texts using (text_id), idf
        order by score desc, text_id asc
        """,
    )
    found = ask(
        sample_warehouse,
        "select article_id, score from search('الصين') where text_type = 'article'",
    )
    assert len(found) > 1
    assert found == scores


@pytest.mark.parametrize(
    "question", ["", "؟!", "كلمةلاوجودلها", "الصين كلمةلاوجودلها", "%", "' or 1=1 --"]
)
def test_search_for_what_is_not_there_finds_nothing(
    sample_warehouse: Reader, question: str
) -> None:
    assert sample_warehouse.execute("from search(?)", [question]).fetchall() == []


def test_quotes_of_gives_all_statements_under_a_name(sample_warehouse: Reader) -> None:
    [(name, n_statements)] = ask(
        sample_warehouse,
        "select speaker_name, count(*) as n from marts.fct_quotes where speaker_type = 'person'"
        " group by speaker_name order by n desc, speaker_name limit 1",
    )
    found = ask(sample_warehouse, f"select speaker_name from quotes_of('{name}')")
    assert found == [(name,)] * int(str(n_statements))


def test_quotes_of_takes_a_name_in_latin_letters(sample_warehouse: Reader) -> None:
    [(arabic, latin)] = ask(
        sample_warehouse,
        """
        select entities.entity_name, entities.entity_name_latin
        from marts.fct_quotes as quotes
        inner join marts.dim_entity as entities on quotes.speaker_entity_id = entities.entity_id
        where entities.entity_name_latin is not null and entities.entity_name = quotes.speaker_name
        order by all limit 1
        """,
    )
    assert ask(sample_warehouse, f"from quotes_of('{latin}')") != []
    assert ask(sample_warehouse, f"from quotes_of('{latin}')") == ask(
        sample_warehouse, f"from quotes_of('{arabic}')"
    )


def test_dyad_gives_the_statements_and_dealings_that_the_mart_counts(
    sample_warehouse: Reader,
) -> None:
    pairs = ask(
        sample_warehouse,
        """
        select
            country_a, country_b,
            sum(n_statements_a_about_b + n_statements_b_about_a), sum(n_dyad_articles)
        from marts.mart_bilateral_mentions_daily group by all order by 3 desc, 4 desc, 1, 2 limit 5
        """,
    )
    for a, b, n_statements, n_dyad_articles in pairs:
        for call in (f"dyad('{a}', '{b}')", f"dyad('{b}', '{a}')"):
            assert ask(
                sample_warehouse,
                f"""
                select
                    count(*) filter (where basis = 'statement'),
                    count(distinct article_id) filter (where basis != 'statement')
                from {call}
                """,
            ) == [(n_statements, n_dyad_articles)]


def test_countries_are_known_by_code_and_by_either_name(sample_warehouse: Reader) -> None:
    by_code = ask(sample_warehouse, "from dyad('CHN', 'VNM')")
    assert by_code
    assert ask(sample_warehouse, "from dyad('الصين', 'فيتنام')") == by_code
    assert ask(sample_warehouse, "from dyad('china', 'vietnam')") == by_code
    assert ask(sample_warehouse, "from dyad('Atlantis', 'VNM')") == []


def test_compare_counts_each_side_on_the_topic_and_those_below_it(sample_warehouse: Reader) -> None:
    for topic in ("economy", "الاقتصاد", "Economy"):
        compared = ask(
            sample_warehouse,
            "select country_code, n_statements, n_say + n_urge + n_promise + n_stance"
            f" from compare('CHN', 'SAU', '{topic}')",
        )
        for code, n_statements, n_by_act in compared:
            [(expected,)] = ask(
                sample_warehouse,
                f"""
                select count(distinct quotes.quote_id)
                from marts.fct_quotes as quotes
                inner join marts.fct_topics as hits
                    on quotes.article_id = hits.article_id
                    and hits.end_char > quotes.start_char and hits.end_char <= quotes.end_char
                inner join marts.dim_topic as topics on hits.topic_id = topics.topic_id
                where quotes.speaker_country_code = '{code}' and topics.top_topic_id = 'economy'
                """,
            )
            assert n_statements == n_by_act == expected
        assert [code for code, *_ in compared] == ["CHN", "SAU"]
        assert all(n for _, n, _ in compared)
