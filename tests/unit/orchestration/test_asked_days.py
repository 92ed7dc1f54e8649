"""What may be asked of a reading, and what is refused in words."""

from datetime import date

import pytest
from pydantic import ValidationError

from orchestration.asked_days import Engine, RangeConfig, ReadingConfig

MAY = [date(2024, 5, day) for day in (1, 2, 3, 4)]


def test_range_holds_both_its_ends() -> None:
    config = RangeConfig(first_day="2024-05-02", last_day="2024-05-03")
    assert config.among(MAY) == MAY[1:3]


def test_without_a_word_this_machine_reads_as_the_resource_says() -> None:
    config = ReadingConfig()
    assert (config.engine, config.workers) == (Engine.local, None)


@pytest.mark.parametrize(
    ("first", "last", "message"),
    [
        ("2024-05-03", "2024-05-02", "first_day 2024-05-03 is after last_day 2024-05-02"),
        ("2024-05-01", "2024-05-32", "'2024-05-32' is no day: write it as 2024-05-31"),
        ("yesterday", "2024-05-01", "'yesterday' is no day"),
    ],
)
def test_range_that_is_none_is_refused(first: str, last: str, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        RangeConfig(first_day=first, last_day=last)


def test_no_workers_at_all_are_refused() -> None:
    with pytest.raises(ValidationError, match="workers is 0: at least one process must read"):
        ReadingConfig(workers=0)
