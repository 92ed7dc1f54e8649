"""Days compared with the days before them."""

from datetime import UTC, date, datetime, timedelta

import polars as pl
import pytest

from extract.lexicons import Lexicons
from extract.schemas import ARTICLES, DOCUMENTS, QUOTES
from orchestration.history import (
    Drift,
    compare,
    count_unknown_among,
    count_unresolved_speakers,
    days_since_landing,
    find_unusual_volumes,
)
from orchestration.home import Home
from orchestration.storage import DAYS, Staging

MONDAY = date(2024, 1, 1)
LATER = date(2030, 1, 1)
KNOWN = "قال الوزير إن الحكومة تدعم المشروع الجديد."
GIBBERISH = "ضثقخ غظزفط شصخذ ثغظق زطضش خصثف."


def put(home: Home, table: str, day: date, *rows: dict[str, object]) -> None:
    schema = {"articles": ARTICLES, "quotes": QUOTES, "documents": DOCUMENTS, "_days": DAYS}[table]
    staging = Staging(home)
    staging.write_day(table, day, pl.DataFrame(list(rows), schema=schema))
    staging.commit()


def put_volumes(home: Home, *volumes: int) -> list[date]:
    """A day for each volume from a Monday on; none where it is nought."""
    days = [MONDAY + timedelta(days=i) for i in range(len(volumes))]
    for day, n in zip(days, volumes, strict=True):
        if n:
            put(home, "_days", day, {"partition_date": day, "n_articles": n})
    return days


@pytest.mark.parametrize("last", [5, 10, 20])
def test_day_within_half_and_double_is_usual(home: Home, last: int) -> None:
    days = put_volumes(home, *[10] * 7, last)
    assert find_unusual_volumes(home, days[-1:], LATER) == []


@pytest.mark.parametrize("last", [4, 21])
def test_quiet_or_doubled_day_is_named_with_what_is_usual(home: Home, last: int) -> None:
    days = put_volumes(home, *[10] * 7, last)
    [warning] = find_unusual_volumes(home, days[-1:], LATER)
    assert warning == f"2024-01-08 (Monday): {last} articles where 10 are usual"


def test_quiet_friday_is_usual_where_fridays_are_quiet(home: Home) -> None:
    week = [10, 10, 10, 10, 2, 10, 10]
    days = put_volumes(home, *week * 4, *week[:5])
    assert find_unusual_volumes(home, days[-1:], LATER) == []
    assert find_unusual_volumes(home, days[-2:-1], LATER) == []


def test_day_that_nothing_landed_for_is_missed_once_later_news_comes(home: Home) -> None:
    days = put_volumes(home, *[10] * 8, 0, 10)
    assert find_unusual_volumes(home, days[-1:], LATER) == [
        "2024-01-09 (Tuesday): 0 articles where 10 are usual"
    ]


def test_day_that_is_not_over_is_not_judged(home: Home) -> None:
    days = put_volumes(home, *[10] * 7, 1)
    assert find_unusual_volumes(home, days[-1:], days[-1]) == []


def test_first_days_are_not_judged(home: Home) -> None:
    days = put_volumes(home, 10, 500, 1)
    assert find_unusual_volumes(home, days, LATER) == []


@pytest.mark.parametrize(
    ("drift", "has_moved"),
    [
        (Drift(30, 300, 30, 300), False),
        (Drift(90, 300, 30, 300), True),
        (Drift(3, 10, 30, 300), False),
        (Drift(1300, 10000, 1000, 10000), False),
        (Drift(10, 10, 0, 0), False),
        (Drift(0, 0, 30, 300), False),
    ],
    ids=["alike", "moved", "too few to tell", "too little to matter", "no past", "nothing new"],
)
def test_share_moves_when_it_is_more_than_chance_and_matters(drift: Drift, has_moved: bool) -> None:
    assert drift.has_moved is has_moved


def test_speakers_are_compared_with_those_of_the_days_before(home: Home) -> None:
    for i, resolution in enumerate(("stated", "carried", "unresolved")):
        day = MONDAY + timedelta(days=i)
        put(home, "articles", day)
        put(home, "quotes", day, {"quote_id": "q", "speaker_resolution": resolution})
    drift = compare(home, [MONDAY + timedelta(days=2)], count_unresolved_speakers)
    assert drift == Drift(hits=1, total=1, hits_before=0, total_before=2)


def test_words_that_no_list_knows_are_counted(home: Home, lexicons: Lexicons) -> None:
    put(home, "articles", MONDAY, {"article_id": "a", "raw_text": KNOWN})
    put(home, "articles", MONDAY + timedelta(days=1), {"article_id": "b", "raw_text": GIBBERISH})
    drift = compare(home, [MONDAY + timedelta(days=1)], count_unknown_among(lexicons))
    assert (drift.total, drift.total_before) == (6, 7)
    assert drift.share > 0.6
    assert drift.share_before < 0.3


def test_news_that_lands_each_day_is_missed_after_three(home: Home) -> None:
    for i in range(8):
        at = datetime(2024, 1, 1 + i, 9, tzinfo=UTC)
        put(home, "documents", at.date(), {"document_id": str(i), "fetched_at": at})
    assert days_since_landing(home, date(2024, 1, 9)) == (1, 3)


def test_archive_that_was_fetched_long_ago_is_not_waited_for(home: Home) -> None:
    for i in range(8):
        at = datetime(2015, 7, 1 + i, tzinfo=UTC)
        put(home, "documents", at.date(), {"document_id": str(i), "fetched_at": at})
    assert days_since_landing(home, date(2024, 1, 9)) is None


def test_archive_that_landed_at_once_is_not_waited_for(home: Home) -> None:
    put(home, "documents", MONDAY, {"fetched_at": datetime(2024, 1, 1, tzinfo=UTC)})
    assert days_since_landing(home, LATER) is None
