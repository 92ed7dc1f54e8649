"""Five marts, and the months of a sixth, come out the same to the last digit by another path."""

import shutil

import polars as pl
import pytest
import recomputed
from handmade_warehouse import Warehouse

from extract.lexicons import load_lexicons
from extract.schemas import TABLES
from orchestration.duplicates import group_duplicates
from orchestration.evaluations import evaluate_samples
from orchestration.extraction import extract_days
from orchestration.home import PROJECT, Home
from orchestration.landing import land_files
from orchestration.storage import scan_table, stored_days

pytestmark = pytest.mark.slow

SAMPLES = PROJECT / "seeds" / "articles"


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The samples, and a few of them again on the same or later days with an end cut off."""
    folder = tmp_path_factory.mktemp("recomputed")
    inbox = shutil.copytree(SAMPLES, folder / "inbox")
    for number, path in enumerate(sorted(SAMPLES.glob("*.txt"))[:30:3]):
        text = path.read_text(encoding="utf-8").rstrip()
        (inbox / f"again-{number}.txt").write_text(text[: text.rindex(".")] + ".", encoding="utf-8")
    home = Home.at(folder / "home")
    land_files(home, [inbox], load_lexicons())
    extract_days(home, stored_days(home, "documents"), load_lexicons())
    group_duplicates(home)
    evaluate_samples(home, load_lexicons())
    built = Warehouse(home.root, folder / "target")
    assert built.load() == {}
    return built


@pytest.fixture(scope="module")
def tables(warehouse: Warehouse) -> dict[str, pl.DataFrame]:
    home = Home.at(warehouse.home)
    return {name: scan_table(home, name).collect() for name in TABLES}


def in_order(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    return sorted(rows, key=repr)


def test_some_articles_are_copies(tables: dict[str, pl.DataFrame]) -> None:
    groups = tables["duplicates"]
    assert groups.filter(pl.col("article_id") != pl.col("duplicate_group_id")).height >= 5


def test_country_voice(warehouse: Warehouse, tables: dict[str, pl.DataFrame]) -> None:
    mart = warehouse.ask(
        "select month_start_date, speaker_country_code, about_country_code, act_class,"
        " n_statements, n_words, n_direct, n_articles, n_reports, n_statements_back, direct_share,"
        " asymmetry_index, n_adjusted from marts.mart_country_voice"
    )
    weights = "select speaker_resolution, weight from intermediate.int_statement_weights"
    again = recomputed.country_voice(tables, dict(warehouse.ask(weights)))
    assert len(again) > 100
    assert in_order(mart) == in_order(again)


def test_readout_balance(warehouse: Warehouse, tables: dict[str, pl.DataFrame]) -> None:
    mart = warehouse.ask(
        "select article_id, country_a, country_b, country_code, n_statements, n_words, n_direct,"
        " first_start_char, speaking_order, share_of_statements, share_of_words, direct_share"
        " from marts.mart_readout_balance"
    )
    again = recomputed.readout_balance(tables)
    assert len(again) > 50
    assert in_order(mart) == in_order(again)


def test_topic_cooccurrence(warehouse: Warehouse, tables: dict[str, pl.DataFrame]) -> None:
    mart = warehouse.ask(
        "select month_start_date, topic_level, topic_a, topic_b, n_reports_both, n_reports_a,"
        " n_reports_b, n_reports_total, support, lift, pmi, npmi"
        " from marts.mart_topic_cooccurrence where speaker_country_code is null"
    )
    tops = pl.read_csv(PROJECT / "seeds" / "lexicons" / "topics.csv").select(
        "topic_id", pl.coalesce("parent_id", "topic_id")
    )
    again = recomputed.topic_cooccurrence(tables, dict(tops.rows()))
    assert len(again) > 200
    assert in_order(mart) == in_order(again)


def test_speaker_activity(warehouse: Warehouse, tables: dict[str, pl.DataFrame]) -> None:
    mart = warehouse.ask(
        "select month_start_date, speaker_entity_id, n_statements, n_words, n_articles, n_reports,"
        " n_say, n_urge, n_promise, n_stance, n_not_named, n_countries_spoken_about, direct_share,"
        " first_statement_date, last_statement_date from marts.mart_speaker_activity"
    )
    again = recomputed.speaker_activity(tables)
    assert len(again) > 100
    assert in_order(mart) == in_order(again)


def test_bilateral_mentions_monthly(warehouse: Warehouse, tables: dict[str, pl.DataFrame]) -> None:
    mart = warehouse.ask(
        "select month_start_date, country_a, country_b, n_reports, n_reports_in_month,"
        " n_reports_3_months, n_reports_12_months, share_of_reports, npmi, n_months_before,"
        " history_mean, history_stddev, z_score from marts.mart_bilateral_mentions_monthly"
        # A pair that a statement or a deal alone brings in has a longer past than its reports.
        " window pair as (partition by country_a, country_b)"
        " qualify min(month_start_date) filter (n_reports > 0) over pair"
        " = min(month_start_date) over pair"
        " and n_reports_12_months > 0"
    )
    again = {row[:3]: row for row in recomputed.bilateral_monthly(tables)}
    assert len(mart) > 300
    assert in_order(mart) == in_order([again[row[:3]] for row in mart])
