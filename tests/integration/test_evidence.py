"""From a row of any mart back to the words that its numbers count."""

import json
import random

import duckdb
import pytest
import yaml

from orchestration.home import PROJECT

pytestmark = pytest.mark.slow

MARTS = PROJECT / "dbt_project" / "models" / "marts"
ROWS_DRAWN = 12
BY_ACT = ("n_say", "n_urge", "n_promise", "n_stance")
PAIRS = (
    "n_articles", "n_reports", "n_sentences", "n_statements_a_about_b", "n_statements_b_about_a",
    "n_dyad_articles",
)  # fmt: skip
# The counts of each mart that lead back to spans; its others are totals to set them against.
COUNTS = {
    "mart_bilateral_mentions_daily": PAIRS,
    "mart_bilateral_mentions_monthly": PAIRS,
    "mart_boilerplate": ("n_encounters", "n_articles", "n_pairs"),
    "mart_country_voice": (
        "n_statements", "n_words", "n_articles", "n_reports", "n_direct", "n_mixed",
        "n_statements_back",
    ),
    "mart_dyad_topics": ("n_articles", "n_reports", "n_sentences", "n_dyad_articles"),
    "mart_encounters": ("n_spans", "n_articles", "n_reports", "n_agencies"),
    "mart_entity_network": ("weight", "n_articles"),
    "mart_partnership_ladder": (
        "n_mentions", "n_mentions_in_sentence", "n_raised", "n_articles",
    ),
    "mart_positions": ("n_statements", "n_articles", "n_reports", *BY_ACT),
    "mart_readout_balance": ("n_statements", "n_words", "n_direct", "n_mixed"),
    "mart_resolution_ledger": ("n_statements", "n_articles", "n_statements_about_others"),
    "mart_speaker_activity": (
        "n_statements", "n_words", "n_articles", "n_reports", "n_direct", "n_mixed", "n_not_named",
        "n_countries_spoken_about", *BY_ACT,
    ),
    "mart_spelling_variants": ("n_mentions", "n_articles", "n_mentions_of_entity"),
    "mart_spokesperson_turnover": ("n_statements",),
    "mart_support_exchange": ("n_supports", "n_articles"),
    "mart_topic_cooccurrence": ("n_reports_both",),
    "mart_topic_trend": ("n_reports",),
    "mart_voice_layers": ("n_statements", "n_articles", *BY_ACT),
}  # fmt: skip
# Counts of what a row is set against, of other rows, or worked out of them.
TOTALS = {
    "n_about_others_all", "n_about_others_stated", "n_adjusted", "n_articles_a", "n_articles_b",
    "n_articles_in_day", "n_articles_in_month", "n_articles_total", "n_encounters_of_pair",
    "n_encounters_since", "n_forms", "n_high", "n_issues_returned", "n_low", "n_months_before",
    "n_own_statements", "n_people", "n_reports_12_months", "n_reports_3_months", "n_reports_a",
    "n_reports_b", "n_reports_before", "n_reports_in_day", "n_reports_in_month", "n_reports_total",
    "n_reports_total_before", "n_statements_all", "n_statements_stated", "n_tests",
    "n_topic_articles",
}  # fmt: skip
COUNTED = r"""
    with spans as (select * from evidence(?, ?::json)),
    words as (
        select 'n_words', sum(len(regexp_extract_all(span_text, '[\p{L}\p{M}\p{N}]+')))
        from spans where measure = 'n_statements'
    )
    select measure, count(distinct unit_id) from spans group by measure
    union all from words
"""


def test_every_mart_has_evidence() -> None:
    assert {path.stem for path in MARTS.rglob("mart_*.sql")} == set(COUNTS)


def test_counts_without_evidence_are_totals_or_worked_out() -> None:
    """A count that is added to a mart is either led back to its spans or listed here."""
    others = set()
    for path in MARTS.rglob("mart_*.yml"):
        (model,) = yaml.safe_load(path.read_text(encoding="utf-8"))["models"]
        names = {column["name"] for column in model["columns"]}
        others |= {name for name in names - set(COUNTS[model["name"]]) if name.startswith("n_")}
    assert others == TOTALS


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
        counted = dict(sample_warehouse.execute(COUNTED, [mart, json.dumps(key)]).fetchall())
        assert {name: row[name] for name in COUNTS[mart]} == {
            name: counted.get(name) or 0 for name in COUNTS[mart]
        }, key
