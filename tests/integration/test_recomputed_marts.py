"""Five marts, and the months of a sixth, come out the same to the last digit by another path."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass

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
def warehouse(seeded: Warehouse, tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """The samples, and a few of them again on the same or later days with an end cut off."""
    inbox = shutil.copytree(SAMPLES, tmp_path_factory.mktemp("recomputed") / "inbox")
    for number, path in enumerate(sorted(SAMPLES.glob("*.txt"))[:30:3]):
        text = path.read_text(encoding="utf-8").rstrip()
        (inbox / f"again-{number}.txt").write_text(text[: text.rindex(".")] + ".", encoding="utf-8")
    seeded.put_back("seeded")
    home = Home.at(seeded.home)
    land_files(home, [inbox], load_lexicons())
    extract_days(home, stored_days(home, "documents"), load_lexicons())
    group_duplicates(home)
    evaluate_samples(home, load_lexicons())
    assert seeded.load() == {}
    return seeded


@pytest.fixture(scope="module")
def tables(warehouse: Warehouse) -> dict[str, pl.DataFrame]:
    home = Home.at(warehouse.home)
    return {name: scan_table(home, name).collect() for name in TABLES}


Rows = list[tuple[object, ...]]
Recompute = Callable[[dict[str, pl.DataFrame], Warehouse], Rows]


@dataclass(frozen=True)
class Mart:
    """Columns of a mart, and what works them out a second time."""

    columns: str
    again: Recompute
    n_rows_at_least: int
    where: str = ""


def country_voice(tables: dict[str, pl.DataFrame], warehouse: Warehouse) -> Rows:
    weights = "select speaker_resolution, weight from intermediate.int_statement_weights"
    return recomputed.country_voice(tables, dict(warehouse.ask(weights)))  # type: ignore[arg-type]


def topic_cooccurrence(tables: dict[str, pl.DataFrame], _: Warehouse) -> Rows:
    topics = pl.read_csv(PROJECT / "seeds" / "lexicons" / "topics.csv")
    tops = topics.select("topic_id", pl.coalesce("parent_id", "topic_id"))
    return recomputed.topic_cooccurrence(tables, dict(tops.rows()))


MARTS = {
    "mart_country_voice": Mart(
        "month_start_date, speaker_country_code, about_country_code, act_class, n_statements,"
        " n_words, n_direct, n_articles, n_reports, n_statements_back, direct_share,"
        " asymmetry_index, n_adjusted",
        country_voice,
        100,
    ),
    "mart_readout_balance": Mart(
        "article_id, country_a, country_b, country_code, n_statements, n_words, n_direct,"
        " first_start_char, speaking_order, share_of_statements, share_of_words, direct_share",
        lambda tables, _: recomputed.readout_balance(tables),
        50,
    ),
    "mart_topic_cooccurrence": Mart(
        "month_start_date, topic_level, topic_a, topic_b, n_reports_both, n_reports_a,"
        " n_reports_b, n_reports_total, support, lift, pmi, npmi",
        topic_cooccurrence,
        200,
        where="where speaker_country_code is null",
    ),
    "mart_speaker_activity": Mart(
        "month_start_date, speaker_entity_id, n_statements, n_words, n_articles, n_reports, n_say,"
        " n_urge, n_promise, n_stance, n_not_named, n_countries_spoken_about, direct_share,"
        " first_statement_date, last_statement_date",
        lambda tables, _: recomputed.speaker_activity(tables),
        100,
    ),
    "mart_bilateral_mentions_monthly": Mart(
        "month_start_date, country_a, country_b, n_reports, n_reports_in_month,"
        " n_reports_3_months, n_reports_12_months, share_of_reports, npmi, n_months_before,"
        " history_mean, history_stddev, z_score",
        lambda tables, _: recomputed.bilateral_monthly(tables),
        300,
        # A pair that a statement or a deal alone brings in has a longer past than its reports.
        where="window pair as (partition by country_a, country_b)"
        " qualify min(month_start_date) filter (n_reports > 0) over pair"
        " = min(month_start_date) over pair and n_reports_12_months > 0",
    ),
}


def test_some_articles_are_copies(tables: dict[str, pl.DataFrame]) -> None:
    groups = tables["duplicates"]
    assert groups.filter(pl.col("article_id") != pl.col("duplicate_group_id")).height >= 5


@pytest.mark.parametrize("name", MARTS)
def test_mart_comes_out_the_same_by_another_path(
    warehouse: Warehouse, tables: dict[str, pl.DataFrame], name: str
) -> None:
    mart = MARTS[name]
    found = warehouse.ask(f"select {mart.columns} from marts.{name} {mart.where}")
    again = mart.again(tables, warehouse)
    if name == "mart_bilateral_mentions_monthly":
        keys = {row[:3] for row in found}
        again = [row for row in again if row[:3] in keys]
    assert len(found) > mart.n_rows_at_least
    assert sorted(found, key=repr) == sorted(again, key=repr)
