"""Dagster learns of days that were read outside of it."""

from datetime import date

import dagster as dg
import polars as pl

from orchestration.home import Home
from orchestration.recording import LANDED, READ, open_instance, record_days
from orchestration.storage import DAYS, Staging


def write_day(home: Home, day: str, content_hash: str) -> None:
    row = {"partition_date": date.fromisoformat(day), "content_hash": content_hash}
    staging = Staging(home)
    frame = pl.DataFrame([{**row, "n_articles": 1}], schema=DAYS)
    staging.write_day("_days", row["partition_date"], frame)
    staging.commit()


def test_each_day_is_recorded_once_and_again_when_its_content_changes(home: Home) -> None:
    write_day(home, "2024-05-01", "one")
    write_day(home, "2024-05-02", "two")
    assert record_days(home) == 2
    assert record_days(home) == 0
    write_day(home, "2024-05-02", "other")
    assert record_days(home) == 1
    with open_instance(home) as instance:
        for asset in (*LANDED, *READ):
            days = instance.get_materialized_partitions(dg.AssetKey(asset))
            assert days == {"2024-05-01", "2024-05-02"}
