"""Where there is nothing to divide by, every mart has right numbers or null."""

import datetime as dt
from dataclasses import replace

import pytest
from handmade_stories import Story
from handmade_warehouse import PROJECT, Warehouse

pytestmark = pytest.mark.slow

MARTS = sorted(path.stem for path in (PROJECT / "models" / "marts").rglob("mart_*.sql"))
JANUARY, FEBRUARY, MARCH, JULY = (dt.date(2024, month, 9) for month in (1, 2, 3, 7))
MEETING = Story(
    sentences=(
        "الصين وكازاخستان تتعاونان.",
        "التقى الصيني نظيره الكازاخي.",
        "وقال الضيف إن الصين شريك وفي رأي المضيف فإن كازاخستان صديق",
    ),
    countries=(
        (0, "الصين", "CHN"),
        (0, "وكازاخستان", "KAZ"),
        (1, "الصيني", "CHN"),
        (1, "الكازاخي", "KAZ"),
        (2, "الصين", "CHN"),
        (2, "كازاخستان", "KAZ"),
    ),
    statements=((2, "الصين شريك وفي رأي المضيف فإن كازاخستان صديق", "KAZ"),),
    relayed=((2, "كازاخستان صديق", "CHN"),),
    topics=(0, 1),
    topic_sentence=2,
    dyads=(("CHN", "KAZ"),),
)
MEETING_AGAIN, MEETING_LATE = (
    replace(MEETING, sentences=(*MEETING.sentences, words)) for words in ("مجددا.", "ثم ثالثة.")
)
RAIN = Story(sentences=("أمطار اليوم.", "وثلوج غدا."), topics=(0, 1))
# Rows of each mart that one meeting makes, of which all are about it.
ONE_MEETING = {
    # The pair of countries.
    "mart_bilateral_mentions_daily": 1,
    "mart_bilateral_mentions_monthly": 1,
    "mart_country_voice": 2,
    "mart_readout_balance": 2,
    "mart_dyad_topics": 2,
    # What they say to each other.
    "mart_encounters": 1,
    "mart_partnership_ladder": 1,
    "mart_support_exchange": 1,
    "mart_boilerplate": 1,
    # Who speaks, and for whom.
    "mart_speaker_activity": 2,
    "mart_positions": 4,
    "mart_spokesperson_turnover": 2,
    "mart_resolution_ledger": 2,
    "mart_voice_layers": 2,
    # CHN, KAZ and the two who speak, each with each.
    "mart_entity_network": 6,
    # الصين and الصيني, كازاخستان and الكازاخي and وكازاخستان.
    "mart_spelling_variants": 5,
    # Of all speakers and of each country's: two topics on two levels; their pair, also over all.
    "mart_topic_trend": 3 * 4,
    "mart_topic_cooccurrence": 3 * 4,
}
NO_COUNTRY = dict.fromkeys(MARTS, 0) | {"mart_topic_trend": 4, "mart_topic_cooccurrence": 4}


@pytest.fixture(scope="module")
def loaded(seeded: Warehouse) -> Warehouse:
    """A warehouse of a month with a meeting, one without and one with no news, set aside."""
    seeded.put_back("seeded")
    seeded.write_day(JANUARY, MEETING)
    seeded.write_day(FEBRUARY, RAIN)
    seeded.write_day(MARCH)
    assert seeded.load() == {}
    seeded.set_aside("three-months")
    return seeded


@pytest.fixture
def three_months(loaded: Warehouse) -> Warehouse:
    """A warehouse of a month with a meeting, one without and one with no news."""
    loaded.put_back("three-months")
    return loaded


def rows_of(warehouse: Warehouse) -> dict[str, object]:
    counts = [f"select '{name}', count(*) from marts.{name}" for name in MARTS]
    return dict(warehouse.ask(" union all ".join(counts)))  # type: ignore[arg-type]


def odd_numbers(warehouse: Warehouse) -> list[tuple[object, ...]]:
    """Columns of the marts with a number that is infinite or none, from a division by 0."""
    doubles = warehouse.ask(
        "select table_name, column_name from information_schema.columns"
        " where table_schema = 'marts' and data_type = 'DOUBLE'"
    )
    assert len(doubles) > 30
    odd = [
        f"select '{table}', '{column}' from marts.{table} having bool_or(not isfinite({column}))"
        for table, column in doubles
    ]
    return warehouse.ask(" union all ".join(odd))


def ratios(warehouse: Warehouse, columns: str, mart: str) -> list[tuple[object, ...]]:
    return warehouse.ask(f"select distinct {columns} from marts.{mart} order by all")


def test_warehouse_without_an_article_has_every_mart_and_no_row(warehouse: Warehouse) -> None:
    warehouse.write_day(JANUARY)
    assert warehouse.build() == {}
    assert rows_of(warehouse) == dict.fromkeys(MARTS, 0)


def test_one_article_is_in_every_mart(warehouse: Warehouse) -> None:
    warehouse.write_day(JANUARY, MEETING)
    assert warehouse.build() == {}
    assert rows_of(warehouse) == ONE_MEETING
    assert odd_numbers(warehouse) == []
    assert ratios(
        warehouse, "share_of_reports, npmi, z_score", "mart_bilateral_mentions_monthly"
    ) == [(1.0, 1.0, None)]
    assert ratios(warehouse, "asymmetry_index, n_adjusted", "mart_country_voice") == [(0.0, None)]
    assert ratios(warehouse, "jaccard", "mart_entity_network") == [(1.0,)]


def test_article_without_a_country_is_in_no_mart_of_countries(warehouse: Warehouse) -> None:
    warehouse.write_day(JANUARY, RAIN)
    assert warehouse.load() == {}
    assert rows_of(warehouse) == NO_COUNTRY
    assert odd_numbers(warehouse) == []


def test_pair_seen_once_is_followed_through_the_months_after(three_months: Warehouse) -> None:
    assert rows_of(three_months) == ONE_MEETING | {
        "mart_bilateral_mentions_monthly": 2,
        # Of all speakers alone there is a second month.
        "mart_topic_trend": 4 * 4,
        "mart_topic_cooccurrence": 3 * 4 + 2,
    }
    assert odd_numbers(three_months) == []
    assert three_months.ask(
        "select month_start_date, n_reports, n_reports_3_months, share_of_reports, rank_in_month,"
        " npmi, n_months_before, history_mean, history_stddev, z_score, n_adjusted"
        " from marts.mart_bilateral_mentions_monthly order by all"
    ) == [
        (dt.date(2024, 1, 1), 1, 1, 1.0, 1, 1.0, 0, None, None, None, None),
        (dt.date(2024, 2, 1), 0, 1, 0.0, None, None, 1, 1.0, None, None, None),
    ]


def test_month_without_news_is_no_month_of_the_past_but_one_of_the_calendar(
    warehouse: Warehouse,
) -> None:
    warehouse.write_day(JANUARY, MEETING)
    warehouse.write_day(FEBRUARY)
    warehouse.write_day(MARCH, MEETING_AGAIN)
    warehouse.write_day(JULY, MEETING_LATE)
    assert warehouse.load() == {}
    assert odd_numbers(warehouse) == []
    assert warehouse.ask(
        "select month_start_date, n_reports, n_reports_3_months, n_months_before, z_score"
        " from marts.mart_bilateral_mentions_monthly order by all"
    ) == [
        (dt.date(2024, 1, 1), 1, 1, 0, None),
        (dt.date(2024, 3, 1), 1, 2, 1, None),
        (dt.date(2024, 7, 1), 1, 1, 2, None),
    ]


def test_topics_in_every_article_neither_attract_each_other_nor_rise(
    three_months: Warehouse,
) -> None:
    assert odd_numbers(three_months) == []
    of_all = "where speaker_country_code is null"
    association = "lift, pmi, log_likelihood_ratio, p_value, q_value, has_minimum_support"
    assert ratios(three_months, association, f"mart_topic_cooccurrence {of_all}") == [
        (1.0, 0.0, 0.0, 1.0, 1.0, False)
    ]
    # Never one without the other, and never any without them: their quotient is 1 and not 0/0.
    assert ratios(three_months, "npmi", f"mart_topic_cooccurrence {of_all}") == [(1.0,)]
    assert ratios(three_months, "share_of_reports, burst_score", f"mart_topic_trend {of_all}") == [
        (1.0, None)
    ]
    assert ratios(three_months, "lift", "mart_dyad_topics") == [(1.0,)]
