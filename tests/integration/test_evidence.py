"""From a row of any mart back to the words that its numbers count."""

import json
import random

import duckdb
import pytest

from orchestration.home import PROJECT

pytestmark = pytest.mark.slow

ROWS_DRAWN = 12
BY_ACT = ("n_say", "n_urge", "n_promise", "n_stance")
# The counts of each mart that lead back to spans; its others are totals to set them against.
COUNTS = {
    "mart_bilateral_mentions_daily": (
        "n_articles", "n_reports", "n_statements_a_about_b", "n_statements_b_about_a",
        "n_dyad_articles",
    ),
    "mart_bilateral_mentions_monthly": (
        "n_articles", "n_reports", "n_statements_a_about_b", "n_statements_b_about_a",
        "n_dyad_articles",
    ),
    "mart_country_voice": ("n_statements", "n_articles", "n_reports", "n_direct", "n_mixed"),
    "mart_dyad_topics": ("n_articles", "n_reports", "n_dyad_articles"),
    "mart_entity_network": ("weight", "n_articles"),
    "mart_positions": ("n_statements", "n_articles", "n_reports", *BY_ACT),
    "mart_readout_balance": ("n_statements", "n_direct", "n_mixed"),
    "mart_resolution_ledger": ("n_statements", "n_articles"),
    "mart_speaker_activity": (
        "n_statements", "n_articles", "n_reports", "n_direct", "n_mixed", "n_not_named", *BY_ACT,
    ),
    "mart_topic_cooccurrence": ("n_reports_both",),
    "mart_topic_trend": ("n_reports",),
    "mart_voice_layers": ("n_statements", "n_articles", *BY_ACT),
}  # fmt: skip
# Marts whose rows `evidence` does not know yet.
WITHOUT_EVIDENCE = {
    "mart_boilerplate",
    "mart_encounters",
    "mart_partnership_ladder",
    "mart_spelling_variants",
    "mart_spokesperson_turnover",
    "mart_support_exchange",
}


def test_every_other_mart_has_evidence() -> None:
    measures = PROJECT / "dbt_project" / "models" / "marts" / "measures"
    assert {path.stem for path in measures.rglob("mart_*.sql")} - WITHOUT_EVIDENCE == set(COUNTS)


@pytest.mark.parametrize("mart", COUNTS)
def test_spans_of_random_rows_count_back_to_their_numbers(
    sample_warehouse: duckdb.DuckDBPyConnection, mart: str
) -> None:
    answer = sample_warehouse.execute(f"from marts.{mart} order by all")
    names = [column[0] for column in answer.description or []]
    rows = [dict(zip(names, row, strict=True)) for row in answer.fetchall()]
    assert rows
    drawn = random.Random(mart).sample(rows, min(ROWS_DRAWN, len(rows)))  # noqa: S311 -- no secret
    for row in drawn:
        key = {name: str(value) for name, value in row.items() if value is not None}
        counted = dict(
            sample_warehouse.execute(
                "select measure, count(distinct unit_id) from evidence(?, ?::json) group by all",
                [mart, json.dumps(key)],
            ).fetchall()
        )
        assert {name: row[name] for name in COUNTS[mart]} == {
            name: counted.get(name, 0) for name in COUNTS[mart]
        }, key
