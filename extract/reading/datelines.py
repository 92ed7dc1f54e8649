"""Datelines: where, when and by whom a story was filed, and the characters that say so.

A dateline is read at a given place of a text, here where it has a day, in `dateline_undated` where
it has none. Where in an article to look belongs in `extract.reading.dateline_heads`, what a day
without a year means in `extract.reading.articles`.
"""

import re
from dataclasses import replace
from functools import lru_cache

from extract.arabic.date_words import DAY_WORDS, any_of
from extract.arabic.dates import GREGORIAN, FoundDate, find_dates
from extract.reading import dateline_patterns as patterns
from extract.reading.dateline import Dateline
from extract.reading.dateline_names import NameFinder
from extract.reading.dateline_undated import UndatedReader
from extract.reading.dateline_words import DatelineWords

# A dateline is short: what stands further along a line is no part of it.
_MAX_CHARS_BEFORE_DATE = 70
_MAX_CHARS_BEFORE_MARK = 45
_MAX_DATE_CHARS = 60
_MAX_CREDITS = 1 << 14
_MONTHS_A_YEAR = 12
_DAYS_A_MONTH = 31
_MARK = re.compile(r"[\d()/\[«\"“:\-\u2010-\u2015]")
_DIGIT = re.compile(r"\d")
_DAY_WORD = re.compile(rf"{any_of(DAY_WORDS)}(?!\w)")


class DatelineReader:
    """Reads a dateline at a place of a text, trying one form after the other."""

    def __init__(self, words: DatelineWords) -> None:
        """Keep the look-ups."""
        self._words = words
        self._names = NameFinder(words)
        self._undated = UndatedReader(self._names)
        # A paper's author fields are few, beside its articles.
        self.read_credit = lru_cache(_MAX_CREDITS)(self._read_credit)

    def read(self, text: str, start: int, is_headline: bool = False) -> Dateline | None:
        """Read the dateline that begins at `start`.

        Args:
            text: The article, or its head.
            start: Code point to read at.
            is_headline: The line may be a headline, where a place and a dash or day prove less.

        Returns:
            The dateline, or None when none begins here.
        """
        newline = text.find("\n", start)
        line = text[start : len(text) if newline < 0 else newline]
        # Two lines in three are dismissed here: no digit or mark near their beginning.
        mark = _MARK.search(line, 0, _MAX_CHARS_BEFORE_DATE)
        if len(line) > _MAX_CHARS_BEFORE_DATE and (mark is None or _is_far(mark)):
            return None
        found = self._read_dated(line, is_headline)
        found = found or self._undated.read(line, is_headline, is_last_line=newline < 0)
        if found is None:
            return None
        found = self._add_reporter(line, found)
        close = patterns.END.match(line, found.end_char)
        story_start = start + max(close.end() if close else 0, found.story_start_char)
        while story_start < len(text) and text[story_start].isspace():
            story_start += 1
        return replace(
            found,
            start_char=start + found.start_char,
            end_char=start + found.end_char,
            story_start_char=story_start,
        )

    def _read_credit(self, credit: str) -> Dateline | None:
        """What an author field says as a dateline would: `الرياض: واس`, `سامي نور (أبها)`."""
        return self.read(f"{credit.strip()}\n", 0)

    def find_inline(self, text: str, start: int, end: int) -> Dateline | None:
        """Find a dateline inside a line, after a headline: `… دبي 3 مايو /شينخوا/ …`.

        Args:
            text: The article, or its head.
            start: Where the line starts.
            end: Where to stop looking for the agency.
        """
        if text.find("(", start, end) < 0 and text.find("/", start, end) < 0:
            return None
        for match in patterns.MARKED_INLINE.finditer(text, start, end):
            if not self._names.is_agency(match[1]):
                continue
            before = text[max(start, match.start() - _MAX_DATE_CHARS) : match.start()]
            days = find_dates(before)
            if not days or before[days[-1].end_char :].strip():
                continue
            day_start = match.start() - len(before) + days[-1].start_char
            place_start = self._names.place_start(text, start, day_start)
            if place_start is not None:
                return self.read(text, place_start)
        return None

    def _read_dated(self, line: str, is_headline: bool) -> Dateline | None:
        """`مدريد 15 ديسمبر 2019 (شينخوا)`, `القاهرة 2 مايو 08:29`, `الرياض 25 شوال … م واس`."""
        if (found := self._read_day_first(line)) is not None:
            return found
        day = self._first_day(line)
        before = patterns.BEFORE_DATE.fullmatch(line, 0, day.start_char) if day else None
        if day is None or before is None:
            return None
        parts = patterns.SPLIT.split(before["parts"])
        city = self._names.choose_city(parts)
        if city is None:
            return None
        after = patterns.AFTER_DATE.match(line, day.end_char)
        end = after.end() if after else day.end_char
        agency, agency_end = self._names.agency(line, end)
        qualifier = before["qualifier"]
        if agency is None and qualifier and self._names.is_agency(qualifier):
            # `كابول (شينخوا) 3 مايو`: the agency goes before the day.
            agency, agency_end, qualifier = qualifier, len(line[:end].rstrip()), None
        is_closed = patterns.END.match(line, agency_end) is not None
        is_known = self._words.is_place(city)
        if not (
            (agency and self._names.is_agency(agency))
            or (is_known and (is_closed or agency or not is_headline))
            or (is_closed and self._may_be_filed(city, before, agency, is_headline))
        ):
            return None
        end = agency_end if agency else len(line[:end].rstrip())
        reporter = self._names.reporters(part for part in parts if part != city)
        return Dateline(0, end, end, city, qualifier, day, agency, reporter)

    def _read_day_first(self, line: str) -> Dateline | None:
        """`3 مايو 2021 / شينخوا /`: a day and an agency known, in brackets, of no place."""
        day = find_dates(line[:_MAX_DATE_CHARS])[:1] if _DIGIT.match(line) else []
        if not day or day[0].start_char:
            return None
        agency, end = self._names.known_agency(line, day[0].end_char)
        is_set_off = agency is not None and line[end - 1] in ")/"
        return Dateline(0, end, end, None, None, day[0], agency) if is_set_off else None

    def _add_reporter(self, line: str, found: Dateline) -> Dateline:
        """`عمان 3 أيار (بترا) من سامي نور -`: who reports, between agency and dash."""
        match = patterns.REPORTER.match(line, found.end_char)
        if match is None or found.agency is None or not self._words.may_be_person(match["name"]):
            return found
        return replace(found, end_char=match.end(), reporter=match["name"])

    def _first_day(self, line: str) -> FoundDate | None:
        """The day that a line begins with, but for a place; as a word only after a known place."""
        place_end = self._names.place_end(line, 0)
        digit = _DIGIT.search(line, 0, _MAX_CHARS_BEFORE_DATE)
        link = patterns.LINK.match(line, place_end) if place_end else None
        first = (_DAY_WORD.match(line, link.end()) if link else None) or digit
        if first is None or not patterns.BEFORE_DATE.fullmatch(line, 0, first.start()):
            return None
        days = find_dates(line[: first.start() + _MAX_DATE_CHARS])
        if days and days[0].start_char == first.start():
            return days[0]
        return self._day_in_numbers(line, first.start())

    def _day_in_numbers(self, line: str, start: int) -> FoundDate | None:
        """`15 - 8 (اف ب)`: a day only beside an agency, else it is a score."""
        numbers = patterns.DAY_AND_MONTH.match(line, start)
        if numbers is None:
            return None
        is_signed = any(
            read(line, numbers.end())[0]
            for read in (self._names.known_agency, self._names.agency_before_dash)
        )
        day, month = int(numbers["day"]), int(numbers["month"])
        if not (is_signed and 1 <= month <= _MONTHS_A_YEAR and 1 <= day <= _DAYS_A_MONTH):
            return None
        return FoundDate(numbers.start(), numbers.end(), GREGORIAN, None, month, day)

    def _may_be_filed(
        self, city: str, before: re.Match[str], agency: str | None, is_headline: bool
    ) -> bool:
        """Whether an unknown name and a day, closed off, may be a dateline."""
        # `ولد فلان في 3 مايو 2003` is a sentence.
        is_name = self._words.may_be_name(city) and not before["on"]
        return is_name and (agency is not None or not is_headline)


@lru_cache(1)
def dateline_reader(words: DatelineWords) -> DatelineReader:
    """The reader with these look-ups: a process reads many batches with one."""
    return DatelineReader(words)


def _is_far(mark: re.Match[str]) -> bool:
    return mark.start() > _MAX_CHARS_BEFORE_MARK and not mark[0].isdigit()
