"""Dagster's code location, loaded as the server loads it: what is in it and hangs on what."""

import re
import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest

from extract.schemas import READING_TABLES
from orchestration.home import PROJECT

CHAIN = ("sources", "reading", "staging", "intermediate", "marts", "published")


def test_graph_has_every_stage_in_one_chain(location: dg.RepositoryDefinition) -> None:
    graph = location.asset_graph
    assert {graph.get(key).group_name for key in graph.get_all_asset_keys()} >= set(CHAIN)
    ancestors = graph.get_ancestor_asset_keys(dg.AssetKey("published_warehouse"))
    assert {dg.AssetKey(name) for name in ("landed_files", "documents", "quotes")} <= ancestors


def test_extraction_is_by_day_and_knows_its_version(location: dg.RepositoryDefinition) -> None:
    for table in READING_TABLES:
        node = location.asset_graph.get(dg.AssetKey(table))
        assert isinstance(node.partitions_def, dg.DailyPartitionsDefinition)
        assert node.backfill_policy == dg.BackfillPolicy.single_run()
        assert node.automation_condition is not None
        assert node.code_version


def test_every_asset_says_what_it_is(location: dg.RepositoryDefinition) -> None:
    graph = location.asset_graph
    for key in graph.get_all_asset_keys():
        node = graph.get(key)
        assert node.description, key
        assert node.owners, key
        assert node.kinds, key
        assert node.tags.get("domain"), key
        is_table = node.group_name != "published" and key != dg.AssetKey("landed_files")
        assert ("dagster/column_schema" in node.metadata) is is_table, key


def test_every_check_says_what_it_asks(location: dg.RepositoryDefinition) -> None:
    graph = location.asset_graph
    asked = {key.name: graph.get(key).description for key in graph.asset_check_keys}
    assert [name for name, description in asked.items() if not description] == []
    name = "relationships_mart_bilateral_mentions_daily_country_a__country_code__ref_dim_country_"
    assert asked[name] == "Each `country_a` is a `country_code` of `dim_country`."


def test_tables_name_the_page_and_the_queries_that_tell_more(
    location: dg.RepositoryDefinition,
) -> None:
    metadata = location.asset_graph.get(dg.AssetKey(["marts", "fct_quotes"])).metadata
    assert metadata["docs"].value.endswith("/model/model.marsad.fct_quotes")
    assert "marsad sql what_was_said" in metadata["saved_queries"].value


def test_tables_are_checked_before_dbt_may_build_on_them(
    location: dg.RepositoryDefinition,
) -> None:
    checks = location.asset_graph.asset_check_keys
    blocking = {
        (key.asset_key.to_user_string(), key.name)
        for key in checks
        if location.asset_graph.get(key).blocking
    }
    assert {("quotes", "spans_stand_in_their_text"), ("articles", "counts_reconcile")} <= blocking
    assert any(key.asset_key.path[-1] == "fct_quotes" for key in checks)


def test_nothing_starts_by_itself_unless_switched_on(location: dg.RepositoryDefinition) -> None:
    assert {sensor.name for sensor in location.sensor_defs} == {
        "landing_folder",
        "landed_days",
        "warehouse_follows",
    }
    assert {s.default_status for s in location.sensor_defs} == {dg.DefaultSensorStatus.STOPPED}
    assert {s.default_status for s in location.schedule_defs} == {dg.DefaultScheduleStatus.STOPPED}


def test_one_step_at_a_time_writes_to_duckdb(location: dg.RepositoryDefinition) -> None:
    graph = location.asset_graph
    pools = {key.path[-1]: graph.get(key).pools for key in graph.get_all_asset_keys()}
    for asset in ("fct_quotes", "published_warehouse", "dbt_docs"):
        assert pools[asset] == {"duckdb_build"}
    assert pools["quotes"] == set()


@pytest.mark.slow
@pytest.mark.parametrize("command", [("check", "defs"), ("check", "yaml"), ("list", "defs")])
def test_dg_finds_nothing_wrong(command: tuple[str, str]) -> None:
    dg_command = Path(sys.executable).with_name("dg")
    done = subprocess.run(
        [str(dg_command), *command], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert not re.search("deprecat|warning", said, re.IGNORECASE), said
