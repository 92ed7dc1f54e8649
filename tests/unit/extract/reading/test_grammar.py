from collections.abc import Callable

import polars as pl
import pytest

from extract.reading.grammar import LAST_CHOICE, RULES, Rule
from extract.reading.knowledge import Knowledge
from extract.reading.mentions import find_names
from extract.reading.organizations import find_organizations
from extract.reading.people import find_people
from extract.reading.statements import apply_rules, delimit, find_cues
from extract.reading.words import Reading


@pytest.fixture(scope="module")
def rules_of(read_marks: Callable[..., Reading], knowledge: Knowledge) -> dict[str, list[str]]:
    """The rule of every statement in each rule's example."""
    reading = read_marks(*(rule.example for rule in RULES))
    names = find_names(reading, knowledge)
    find_people(reading, names)
    find_organizations(reading, names)
    statements = delimit(apply_rules(find_cues(reading, knowledge)), reading)
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
    markers = cues["nominal_markers"].drop_nulls().str.split("|").explode()
    assert set(markers) - {rule.marker for rule in RULES} == set()
