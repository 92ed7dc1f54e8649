import re

import pytest

from extract.reading.alphabet import CLITICS, GROUPS, LETTERS, WIDTH, compile_rule


def letters(*tokens: str) -> str:
    """The letters of tokens, each written as in a rule: `NOUN`, `b+NOUN`."""
    pairs = [token.rpartition("+") for token in tokens]
    return "".join(CLITICS[clitic or "bare"] + LETTERS[name] for clitic, _, name in pairs)


def matched(rule: str, *tokens: str) -> int | None:
    """How many tokens the rule reads from the first on."""
    found = re.match(compile_rule(rule), letters(*tokens))
    return len(found[0]) // WIDTH if found else None


def test_every_class_has_a_letter_of_its_own() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert all(len(letter) == 1 and letter.isascii() for letter in LETTERS.values())


def test_no_letter_is_a_digit_of_a_proclitic() -> None:
    assert not set(LETTERS.values()) & set(CLITICS.values())
    assert len(set(CLITICS.values())) == len(CLITICS)


def test_groups_hold_classes() -> None:
    assert {member for members in GROUPS.values() for member in members} <= set(LETTERS)


def test_class_reads_one_token_whatever_its_proclitic() -> None:
    assert matched("NOUN", "NOUN") == 1
    assert matched("NOUN", "wb+NOUN") == 1
    assert matched("NOUN", "NISBA") is None


def test_bar_reads_any_of_the_classes() -> None:
    assert matched("NOUN|NISBA NISBA", "NISBA", "NISBA") == 2
    assert matched("NOUN|NISBA NISBA", "TITLE", "NISBA") is None


@pytest.mark.parametrize(
    ("rule", "read", "refused"),
    [
        ("bare+NOUN", ["bare"], ["w", "b", "l", "k", "wb"]),
        ("w+NOUN", ["w"], ["bare", "wb"]),
        ("conj+NOUN", ["w", "wb", "wl", "wk"], ["bare", "b", "l", "k"]),
        ("free+NOUN", ["bare", "w"], ["b", "l", "k", "wb", "wl", "wk"]),
        ("withb+NOUN", ["b", "wb"], ["bare", "w", "l", "wl"]),
        ("withl+NOUN", ["l", "wl"], ["bare", "w", "b", "wb"]),
    ],
)
def test_proclitic_before_a_class_asks_for_it(
    rule: str, read: list[str], refused: list[str]
) -> None:
    assert [matched(rule, f"{clitic}+NOUN") for clitic in read] == [1] * len(read)
    assert [matched(rule, f"{clitic}+NOUN") for clitic in refused] == [None] * len(refused)


def test_operators_of_regular_expressions_count_tokens() -> None:
    assert matched("NOUN*", "NOUN", "NOUN", "NISBA") == 2
    assert matched("NOUN{2}", "NOUN", "NOUN", "NOUN") == 2
    assert matched("NOUN? NISBA", "NISBA") == 1
    assert matched("(?:NOUN | TITLE NISBA)+ STOP", "NOUN", "TITLE", "NISBA", "STOP") == 4


def test_group_is_named() -> None:
    found = re.match(compile_rule("FINITE [gap: NOUN*] COMP"), letters("FINITE", "NOUN", "COMP"))
    assert found is not None
    assert found["gap"] == letters("NOUN")


def test_any_reads_every_token_and_a_refused_class_never_the_end_of_a_sentence() -> None:
    assert [matched("ANY", name) for name in LETTERS] == [1] * len(LETTERS)
    refused = [name for name in LETTERS if matched("NOT_COMP", name) is None]
    assert sorted(refused) == ["BREAK", "COMP", "STOP"]


def test_any_with_a_proclitic_asks_for_that_alone() -> None:
    assert matched("withb+ANY", "b+NOUN") == 1
    assert matched("withb+ANY", "NOUN") is None


@pytest.mark.parametrize("rule", ["NUON", "NOT_NUON", "NOUN|NUON", "x+NOUN"])
def test_class_that_does_not_exist_is_an_error(rule: str) -> None:
    with pytest.raises(KeyError):
        compile_rule(rule)
