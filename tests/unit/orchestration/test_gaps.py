"""What the word lists seem to lack, asked of a published warehouse of a few rows."""

from pathlib import Path

import duckdb
import pytest

from orchestration.gaps import MIN_ARTICLES, SHOWN_A_LIST, find_missing_entries
from orchestration.home import Home
from orchestration.queries import QuestionError


@pytest.fixture
def publish(home: Home):
    """Publish a warehouse of so many articles, with forms of one list and their articles."""

    def write(n_articles: int, **forms: int) -> Home:
        home.root.mkdir(parents=True)
        with duckdb.connect(str(home.published_database)) as connection:
            connection.execute("create schema marts")
            connection.execute("create schema quality")
            connection.execute(
                "create table marts.fct_articles as select unnest(range(?)) as article_id",
                [n_articles],
            )
            connection.execute(
                "create table quality.missing_entries (list_name varchar, rank_in_list bigint,"
                " form varchar, n_articles bigint, n_places bigint, example_text varchar)"
            )
            for rank, (form, n) in enumerate(forms.items(), 1):
                row = ["titles", rank, form, n, n, f"قال {form} سالم."]
                connection.execute("insert into quality.missing_entries values (?,?,?,?,?,?)", row)
        return home

    return write


def test_form_that_many_articles_have_is_a_problem(publish) -> None:
    missing = find_missing_entries(publish(1_000, البروفسور=MIN_ARTICLES, القاص=MIN_ARTICLES - 1))
    assert [row["form"] for row in missing.common] == ["البروفسور"]
    assert missing.problems == [
        "1 words in 10 articles or more look like titles that no list has:"
        " see quality.missing_entries"
    ]


def test_form_of_a_small_share_of_many_articles_is_none(publish) -> None:
    missing = find_missing_entries(publish(100_000, البروفسور=150))
    assert missing.problems == []
    assert missing.likeliest[0]["example_text"] == "قال البروفسور سالم."


def test_only_the_first_of_each_list_are_shown(publish) -> None:
    forms = {f"لقب{number}": 30 - number for number in range(SHOWN_A_LIST + 5)}
    assert len(find_missing_entries(publish(50, **forms)).likeliest) == SHOWN_A_LIST


def test_question_before_anything_is_published_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(QuestionError, match="marsad run PATH"):
        find_missing_entries(Home.at(tmp_path))
