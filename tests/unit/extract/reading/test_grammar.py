from collections.abc import Callable
from unittest.mock import patch

import polars as pl
import pytest

from extract import pipeline
from extract.lexicons import Lexicons
from extract.reading.grammar import LAST_CHOICE, RULES, Rule
from extract.reading.knowledge import Knowledge


@pytest.fixture(scope="module")
def rules_of(lexicons: Lexicons, documents_of: Callable[..., pl.DataFrame]) -> dict[str, list[str]]:
    """The rules by which the statements of each rule's example were read."""
    documents = documents_of(*(rule.example for rule in RULES))
    with patch.object(pipeline, "quote_rows", wraps=pipeline.quote_rows) as quote_rows:
        pipeline.extract_batch(documents, lexicons)
    statements = quote_rows.call_args.args[0]
    return {
        rule.example: statements.filter(pl.col("document") == number)["rule"].to_list()
        for number, rule in enumerate(RULES)
    }


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_example_is_read_by_its_rule(rule: Rule, rules_of: dict[str, list[str]]) -> None:
    assert rule.name in rules_of[rule.example]


def test_every_rule_has_a_name_and_an_example_of_its_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert len({rule.example for rule in RULES}) == len(RULES)


def test_rules_of_last_choice_are_rules() -> None:
    assert set(LAST_CHOICE) <= {rule.name for rule in RULES}


def test_every_marker_of_a_cue_is_one_that_a_rule_asks_for(knowledge: Knowledge) -> None:
    cues = knowledge.lexicons["cues"].filter(pl.col("cue_type") != "according_to")
    markers = cues["nominal_markers"].drop_nulls().str.split("|").explode(empty_as_null=False)
    assert set(markers) - {rule.marker for rule in RULES} == set()
