"""Which days one run reads."""

from datetime import date

from orchestration.partitions import stretches


def may(*days: int) -> list[date]:
    return [date(2024, 5, day) for day in days]


def test_days_with_nothing_stored_between_them_are_one_stretch() -> None:
    assert stretches(may(1, 2, 5), may(1, 2, 5)) == [tuple(may(1, 5))]


def test_stored_day_that_was_not_touched_parts_a_stretch() -> None:
    assert stretches(may(1, 3), may(1, 2, 3)) == [tuple(may(1, 1)), tuple(may(3, 3))]


def test_years_without_news_are_not_bridged() -> None:
    early, late = date(1995, 1, 1), date(2024, 5, 1)
    assert stretches({early, late}, {early, late}) == [(early, early), (late, late)]


def test_nothing_touched_is_no_stretch() -> None:
    assert stretches([], may(1)) == []
