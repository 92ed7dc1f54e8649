"""dbt over a small warehouse of Parquet written by hand, whose numbers fingers can count."""

import datetime as dt

import polars as pl
import pytest
from handmade_stories import Story
from handmade_warehouse import PROJECT, Warehouse

from extract.schemas import TABLES
from orchestration.queries import saved_queries

MARTS = sorted(path.stem for path in (PROJECT / "models" / "marts").rglob("*.sql"))
MAY_1, MAY_2, MAY_3 = (dt.date(2024, 5, day) for day in (1, 2, 3))
JUNE_1 = dt.date(2024, 6, 1)

pytestmark = pytest.mark.slow


MINISTERS_MEET = Story(
    sentences=(
        "إسبانيا أول مايو (شينخوا) --",
        "التقى الوزير الصيني نظيره الكازاخي.",
        "وقال الضيف إن الصين شريك.",
    ),
    countries=(
        (0, "إسبانيا", "ESP"),
        (1, "الصيني", "CHN"),
        (1, "الكازاخي", "KAZ"),
        (2, "الصين", "CHN"),
    ),
    statements=((2, "الصين شريك", "KAZ"),),
    topics=(0, 1),
    dyads=(("CHN", "KAZ"),),
    has_dateline=True,
)
RUSSIA_WATCHES = Story(
    sentences=("الصين تصدّر النفط.", "وروسيا تراقب.", "وقال الرئيس إن كازاخستان صديق والصين أيضا."),
    countries=(
        (0, "الصين", "CHN"),
        (1, "وروسيا", "RUS"),
        (2, "كازاخستان", "KAZ"),
        (2, "والصين", "CHN"),
    ),
    statements=((2, "كازاخستان صديق والصين أيضا", "RUS"),),
    topics=(0,),
)
WEATHER = Story(sentences=("أمطار اليوم.", "وثلوج غدا."))
NEIGHBOURS = Story(
    sentences=("الصين وكازاخستان تتعاونان.", "ولا جديد بعد."),
    countries=((0, "الصين", "CHN"), (0, "وكازاخستان", "KAZ")),
    topics=(0, 1),
)


@pytest.fixture(scope="module")
def loaded(seeded: Warehouse) -> Warehouse:
    """A warehouse that has loaded two days, then a third, set aside as `three-days`."""
    seeded.put_back("seeded")
    seeded.write_day(MAY_1, MINISTERS_MEET)
    seeded.write_day(MAY_2, RUSSIA_WATCHES)
    assert seeded.load() == {}
    seeded.write_day(MAY_3, NEIGHBOURS)
    assert seeded.load() == {}
    seeded.set_aside("three-days")
    return seeded


@pytest.fixture
def three_days(loaded: Warehouse) -> Warehouse:
    """A warehouse that has loaded two days, then a third."""
    loaded.put_back("three-days")
    return loaded


def bilateral(warehouse: Warehouse) -> dict[tuple[object, ...], tuple[object, ...]]:
    rows = warehouse.ask(
        "select published_date, country_a, country_b, n_articles, n_sentences,"
        " n_statements_a_about_b, n_statements_b_about_a, n_dyad_articles, n_articles_in_day,"
        " share_of_articles from marts.mart_bilateral_mentions_daily"
    )
    return {row[:3]: row[3:] for row in rows}


def marts(warehouse: Warehouse) -> dict[str, list[tuple[object, ...]]]:
    with warehouse.connect() as connection:
        rows = {name: connection.execute(f"from marts.{name}").fetchall() for name in MARTS}
    return {name: sorted(found, key=repr) for name, found in rows.items()}


def test_marts_hold_the_numbers_counted_by_hand(warehouse: Warehouse) -> None:
    warehouse.write_day(MAY_1, MINISTERS_MEET, RUSSIA_WATCHES, WEATHER)
    warehouse.write_day(MAY_3, NEIGHBOURS)

    # With the unit tests of every formula, as by `dbt build` alone.
    assert warehouse.dbt("build") == {}

    # Ten countries, and two who speak.
    assert warehouse.ask("select count(*) from marts.fct_mentions") == [(12,)]
    # Articles, sentences, statements of a about b and of b about a, dyad articles, all, share.
    assert bilateral(warehouse) == {
        (MAY_1, "CHN", "KAZ"): (2, 2, 0, 1, 1, 3, pytest.approx(2 / 3)),
        (MAY_1, "CHN", "RUS"): (1, 0, 0, 1, 0, 3, pytest.approx(1 / 3)),
        (MAY_1, "KAZ", "RUS"): (1, 0, 0, 1, 0, 3, pytest.approx(1 / 3)),
        (MAY_3, "CHN", "KAZ"): (1, 1, 0, 0, 0, 1, 1.0),
    }
    (together,) = warehouse.ask(
        "select n_reports_both, n_reports_a + n_reports_b, n_reports_total, support, lift, pmi,"
        " npmi from marts.mart_topic_cooccurrence"
        " where period_type = 'month' and topic_level = 2 and speaker_country_code is null",
    )
    assert together == pytest.approx((2, 5, 4, 1 / 2, 4 / 3, 0.4150375, 0.4150375))
    assert warehouse.ask("select count(*) from marts.dim_date") == [(3,)]


def test_only_changed_days_are_loaded_again(three_days: Warehouse) -> None:
    three_days.ask("update marts.fct_articles set byline = 'marked by hand'")
    marked_days = (
        "select published_date from marts.fct_articles where byline is not null order by all"
    )

    three_days.write_day(MAY_3, NEIGHBOURS)
    assert three_days.load() == {}
    assert three_days.ask(marked_days) == [(MAY_1,), (MAY_2,), (MAY_3,)]

    three_days.write_day(MAY_2)
    three_days.write_day(MAY_3, WEATHER, RUSSIA_WATCHES)
    three_days.write_day(JUNE_1, NEIGHBOURS)
    assert three_days.load() == {}
    assert three_days.ask(marked_days) == [(MAY_1,)]
    assert {key[0] for key in bilateral(three_days)} == {MAY_1, MAY_3, JUNE_1}


def test_days_loaded_one_by_one_equal_a_full_refresh(three_days: Warehouse) -> None:
    three_days.write_day(MAY_1)
    three_days.write_day(MAY_3, WEATHER, MINISTERS_MEET)
    three_days.write_day(JUNE_1, NEIGHBOURS)
    assert three_days.load() == {}
    by_days = marts(three_days)

    assert three_days.load("--full-refresh") == {}
    assert marts(three_days) == by_days


def test_day_that_fails_its_tests_is_loaded_again(warehouse: Warehouse) -> None:
    shifted = NEIGHBOURS.read(MAY_3)
    warehouse.write_day(MAY_3, NEIGHBOURS)
    mentions = [{**row, "end_char": 3} for row in shifted["mentions"]]
    warehouse.write_table("mentions", MAY_3, pl.DataFrame(mentions, schema=TABLES["mentions"]))

    statuses = warehouse.build()
    assert statuses["stands_in_text_fct_mentions_mention_text"] == "fail"
    assert statuses["int_loaded_days"] == "skipped"

    warehouse.write_day(MAY_3, NEIGHBOURS)
    assert warehouse.build() == {}
    assert warehouse.ask("select count(*) from intermediate.int_loaded_days") == [(1,)]


def test_day_gone_from_disk_keeps_its_rows_and_is_reported(three_days: Warehouse) -> None:
    for part in (three_days.home / "tables").glob("*/date=2024-05-01/part.parquet"):
        part.unlink()

    assert three_days.build() == {"loaded_days_are_still_on_disk": "warn"}
    assert three_days.ask("select count(*) from marts.fct_articles") == [(3,)]


def test_what_a_mart_said_before_is_kept_beside_what_it_says(three_days: Warehouse) -> None:
    (changed,) = (query for query in saved_queries() if query.name == "what_changed_since")
    assert [row[:5] for row in three_days.ask(changed.sql)] == [
        (dt.date(2024, 5, 1), "CHN", "KAZ", 2, 3)
    ]
    assert three_days.ask(
        "select n_reports_both, dbt_valid_to is null from snapshots.snap_topic_cooccurrence"
        " order by all"
    ) == [(1, False), (1, False), (2, True), (2, True)]
