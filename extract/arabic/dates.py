"""Dates in Arabic text: day, month and year, with the characters they stand on.

Reads every system of month names in use (Eastern, Levantine, Maghrebi, and two of them side by
side), numbers in both digit sets, days written as words, and the Islamic calendar. Weekdays, times
of day and "yesterday" do not belong here; what a date means for an article belongs in
`extract.reading`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from hijridate import Hijri

from extract.arabic.date_words import (
    DAY_WORDS,
    GREGORIAN_MONTHS,
    HIJRI_MONTHS,
    any_of,
    fold_name,
)

GREGORIAN = "gregorian"
HIJRI = "hijri"
# Years that news may speak of; those of the Islamic calendar are what its tables reach.
_YEARS = {GREGORIAN: (1800, 2100), HIJRI: (1343, 1500)}
_MONTHS_A_YEAR = 12
_LONGEST_HIJRI_MONTH = 30
_LEAP_YEAR = 2000

_DIGIT = r"[0-9\u0660-\u0669\u06f0-\u06f9]"
_NUMBER = f"{_DIGIT}{{1,2}}"
_BLANK = r"[^\S\n]"
_YEAR = f"{_DIGIT}{{4}}"
# 08:29 and 2003.5 are no years.
_YEAR_END = rf"(?![:.,\u066b]?{_DIGIT})"
_MARK = rf"(?:{_BLANK}*(?P<mark>هـ|\u0647|هجري[اةه]?|م|ميلادي[اةه]?)(?!\w)\.?)?"
_TO_YEAR = rf"{_BLANK}*[،,/\-\u2013]?{_BLANK}*(?:من{_BLANK}+)?(?:(?:ال)?عام{_BLANK}+|سنة{_BLANK}+)?"


def _named_date(months: str) -> str:
    """A pattern for a day, a month by name, perhaps by a second name too, and perhaps a year."""
    # A number may follow a conjunction without a blank (`و15 مايو`), a word may not.
    day = rf"(?P<day>(?<![\d.:/]){_NUMBER}|(?<!\w){any_of(DAY_WORDS)}(?!\w))"
    to_month = rf"{_BLANK}*[/\-\u2013]?{_BLANK}*(?:من{_BLANK}+)?(?:شهر{_BLANK}+)?\(?"
    again = (
        rf"(?:{_BLANK}*[/(\-\u2013]?{_BLANK}*(?P<month_again>{months})(?![^\W\d])(?:{_BLANK}*\))?)?"
    )
    year = rf"(?:{_TO_YEAR}(?P<year>{_YEAR}){_YEAR_END}{_MARK})?"
    return rf"{day}{to_month}(?P<month>{months})(?![^\W\d]){again}{year}"


_BETWEEN = rf"(?P<sep>{_BLANK}*[/.\-\u2013]{_BLANK}*)"
_ALONE = r"(?<![\w./:\-\u2013])"
_NO_MORE = rf"(?!{_DIGIT}|[:/\-\u2013.]{_DIGIT})"
# The calendar of a date in numbers shows in its year, hence None.
_PATTERNS: tuple[tuple[str | None, re.Pattern[str]], ...] = tuple(
    (calendar, re.compile(pattern))
    for calendar, pattern in (
        (GREGORIAN, _named_date(any_of(GREGORIAN_MONTHS))),
        (HIJRI, _named_date(any_of(HIJRI_MONTHS))),
        (
            None,
            rf"{_ALONE}(?P<day>{_NUMBER}){_BETWEEN}(?P<month>{_NUMBER})(?P=sep)"
            rf"(?P<year>{_YEAR}){_NO_MORE}{_MARK}",
        ),
        (
            None,
            rf"{_ALONE}(?P<year>{_YEAR}){_BETWEEN}(?P<month>{_NUMBER})(?P=sep)"
            rf"(?P<day>{_NUMBER}){_NO_MORE}{_MARK}",
        ),
    )
)
# `25 شوال 1436 هـ الموافق 10 أغسطس 2015 م`
_SAME_DAY = re.compile(
    rf"{_BLANK}*[،,(=/\-\u2013]?{_BLANK}*(?:(?:ال)?موافق{_BLANK}*(?:ل|لـ|:)?{_BLANK}*)?(?:يوم{_BLANK}+)?"
)


@dataclass(frozen=True)
class FoundDate:
    """A date as the text writes it.

    Attributes:
        start_char: First code point of the date in the text.
        end_char: First code point after it.
        calendar: `gregorian` or `hijri`.
        year: Of `calendar`; None where the text leaves it out.
        month: 1 to 12, of `calendar`.
        day: 1 to 31.
    """

    start_char: int
    end_char: int
    calendar: str
    year: int | None
    month: int
    day: int

    def to_date(self) -> date | None:
        """The day in the Gregorian calendar; None without a year."""
        return _to_date(self.calendar, self.year, self.month, self.day) if self.year else None


def find_dates(text: str) -> list[FoundDate]:
    """Find every date of a text that gives at least a day and a month.

    A day given in both calendars is one date, in the Gregorian one.

    Args:
        text: Arabic text of any length.

    Returns:
        The dates in running order; their spans do not overlap.
    """
    found = [
        read
        for calendar, pattern in _PATTERNS
        for match in pattern.finditer(text)
        if (read := _read_match(match, calendar)) is not None
    ]
    found.sort(key=lambda each: (each.start_char, -each.end_char))
    dates: list[FoundDate] = []
    for each in found:
        if dates and each.start_char < dates[-1].end_char:
            continue
        if dates and _is_same_day(text, dates[-1], each):
            dates[-1] = _merge(dates[-1], each)
        else:
            dates.append(each)
    return dates


def latest_day(month: int, day: int, not_after: date) -> date | None:
    """The latest such day that is not after another; None for a day that no year has.

    29 February goes back to the last leap year.
    """
    # Eight years lie between leap years around 1900 and 2100.
    for year in range(not_after.year, not_after.year - 9, -1):
        candidate = _to_date(GREGORIAN, year, month, day)
        if candidate is not None and candidate <= not_after:
            return candidate
    return None


def nearest_day(month: int, day: int, to: date) -> date | None:
    """The such day nearest to another, the earlier of two; None for a day that no year has."""
    years = sorted(range(to.year - 4, to.year + 5), key=lambda year: (abs(year - to.year), year))
    candidates = [_to_date(GREGORIAN, year, month, day) for year in years]
    known = [candidate for candidate in candidates if candidate is not None]
    return min(known, key=lambda candidate: (abs(candidate - to), candidate), default=None)


def _read_match(match: re.Match[str], calendar: str | None) -> FoundDate | None:
    """Read a match of one of the patterns; None when it is no day of any year."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups["year"] else None
    calendar = calendar or (HIJRI if _is_year_of(HIJRI, year) else GREGORIAN)
    month = _read_number(groups["month"], HIJRI_MONTHS if calendar == HIJRI else GREGORIAN_MONTHS)
    day = _read_number(groups["day"], DAY_WORDS)
    end = match.end()
    if (
        groups.get("month_again")
        and GREGORIAN_MONTHS.get(fold_name(groups["month_again"])) != month
    ):
        year, end = None, match.end("month")
    elif year is not None and not _is_year_of(calendar, year):
        if "month_again" not in groups:
            return None
        year, end = None, match.end("month_again" if groups["month_again"] else "month")
    if calendar == GREGORIAN and month > _MONTHS_A_YEAR >= day:
        month, day = day, month
    if not _is_day(calendar, year, month, day):
        return None
    return FoundDate(match.start(), end, calendar, year, month, day)


def _is_day(calendar: str, year: int | None, month: int, day: int) -> bool:
    if year is None and calendar == HIJRI:
        return 1 <= day <= _LONGEST_HIJRI_MONTH
    return _to_date(calendar, year or _LEAP_YEAR, month, day) is not None


def _is_year_of(calendar: str, year: int | None) -> bool:
    first, last = _YEARS[calendar]
    return year is not None and first <= year <= last


def _read_number(text: str, words: Mapping[str, int]) -> int:
    # int() takes the digits of every script.
    return int(text) if text.isdigit() else words[fold_name(text)]


def _is_same_day(text: str, first: FoundDate, second: FoundDate) -> bool:
    if first.calendar == second.calendar:
        return False
    return _SAME_DAY.fullmatch(text, first.end_char, second.start_char) is not None


def _merge(first: FoundDate, second: FoundDate) -> FoundDate:
    gregorian, hijri = (first, second) if first.calendar == GREGORIAN else (second, first)
    other = hijri.to_date()
    year = gregorian.year
    if year is None and other is not None:
        # The two calendars' days may differ by one, which matters at the turn of a year alone.
        near = nearest_day(gregorian.month, gregorian.day, other)
        year = near.year if near else None
    return replace(gregorian, start_char=first.start_char, end_char=second.end_char, year=year)


def _to_date(calendar: str, year: int, month: int, day: int) -> date | None:
    try:
        if calendar == GREGORIAN:
            return date(year, month, day)
        return date.fromordinal(Hijri(year, month, day).to_gregorian().toordinal())
    except (ValueError, OverflowError):
        return None
