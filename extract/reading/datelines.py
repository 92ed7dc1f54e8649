"""Datelines: where, when and by whom a story was filed, and the characters that say so.

Every form of dateline is read at a given place of a text. Where in an article to look belongs in
`extract.reading.dateline_heads`, what a day without a year means in `extract.reading.articles`.
"""

import re
from dataclasses import dataclass, replace

from extract.arabic.date_words import DAY_WORDS, any_of
from extract.arabic.dates import GREGORIAN, FoundDate, find_dates
from extract.reading import dateline_patterns as patterns
from extract.reading.dateline_names import NameFinder
from extract.reading.dateline_words import DatelineWords

# A dateline is short: what stands further along a line is no part of it.
_MAX_CHARS_BEFORE_DATE = 70
_MAX_CHARS_BEFORE_MARK = 45
_MAX_DATE_CHARS = 60
_MONTHS_A_YEAR = 12
_DAYS_A_MONTH = 31
_MARK = re.compile(r"[\d()/\[«\"“:\-\u2010-\u2015]")
_DIGIT = re.compile(r"\d")
_DAY_WORD = re.compile(rf"{any_of(DAY_WORDS)}(?!\w)")


@dataclass(frozen=True)
class Dateline:
    """A dateline and its parts, as written.

    Attributes:
        start_char: First code point of the dateline in the text.
        end_char: First code point after its last part.
        story_start_char: First code point after the dash or colon that closes it, and blanks.
        city: The place it is filed from; None when only an agency is named.
        qualifier: What stands in brackets after the city: its country, as a rule.
        day: The day of filing.
        agency: The agency, without marks.
        reporter: Persons named beside the city.
    """

    start_char: int
    end_char: int
    story_start_char: int
    city: str | None = None
    qualifier: str | None = None
    day: FoundDate | None = None
    agency: str | None = None
    reporter: str | None = None


class DatelineReader:
    """Reads a dateline at a place of a text, trying one form after the other."""

    def __init__(self, words: DatelineWords) -> None:
        """Keep the look-ups."""
        self._words = words
        self._names = NameFinder(words)

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
        found = self._read_dated(line, is_headline) or self._read_undated(line)
        if found is None and not is_headline:
            found = self._read_credits(line, is_last_line=newline < 0)
        if found is None:
            return None
        close = patterns.END.match(line, found.end_char)
        story_start = start + (close.end() if close else found.end_char)
        while story_start < len(text) and text[story_start].isspace():
            story_start += 1
        return replace(
            found,
            start_char=start + found.start_char,
            end_char=start + found.end_char,
            story_start_char=story_start,
        )

    def find_inline(self, text: str, start: int, end: int) -> Dateline | None:
        """Find a dateline inside a line, after a headline: `… دبي 3 مايو /شينخوا/ …`.

        Args:
            text: The article, or its head.
            start: Where the line starts.
            end: Where to stop looking for the agency.
        """
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
        return Dateline(0, end, end, city, before["qualifier"], day, agency, reporter)

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

    def _read_undated(self, line: str) -> Dateline | None:
        """`بيروت (رويترز) -`, `باريس - أ ف ب`, `(وال) -`, `واس - بريدة`, `لاغوس -- `."""
        place_end = self._names.place_end(line, 0)
        if place_end:
            return self._read_place_first(line, place_end)
        agency, end = self._names.agency_before_dash(line, 0)
        if agency is not None:
            return Dateline(0, end, end, agency=agency)
        return self._read_agency_first(line) or self._read_unknown_place(line)

    def _read_place_first(self, line: str, place_end: int) -> Dateline | None:
        city = line[:place_end]
        qualifier = patterns.QUALIFIER.match(line, place_end)
        if qualifier and not self._words.is_place(qualifier["qualifier"]):
            qualifier = None
        end = qualifier.end() if qualifier else place_end
        agency, agency_end = self._names.known_agency(line, end)
        if agency is None or not patterns.END.match(line, agency_end):
            agency, agency_end = self._names.agency_before_dash(line, end)
        if agency is not None:
            note = qualifier["qualifier"] if qualifier else None
            return Dateline(0, agency_end, agency_end, city, note, None, agency)
        if patterns.LONG_DASH.match(line, place_end):
            return Dateline(0, place_end, place_end, city)
        return None

    def _read_agency_first(self, line: str) -> Dateline | None:
        agency, agency_end = self._names.known_agency(line, 0)
        link = patterns.LINK.match(line, agency_end)
        if agency is None or link is None or not link[0].strip():
            return None
        end = self._names.place_end(line, link.end())
        if not end or not patterns.END.match(line, end):
            return None
        return Dateline(0, end, end, line[link.end() : end], agency=agency)

    def _read_unknown_place(self, line: str) -> Dateline | None:
        place = patterns.NAME_BEFORE_MARK.match(line)
        if place is None or self._names.choose_city([place["place"]]) is None:
            return None
        agency, end = self._names.known_agency(line, place.end())
        if agency is None or not patterns.END.match(line, end):
            return None
        return Dateline(0, end, end, place["place"], agency=agency)

    def _read_credits(self, line: str, is_last_line: bool) -> Dateline | None:
        """`علي حفول- سبق- نجران:`; on a line of its own `واس - لندن` and `لندن: فلان`."""
        match = patterns.CREDITS.match(line) or patterns.PLACE_AND_CREDIT.match(line)
        if match is None or (is_last_line and match.end() == len(line)):
            return None
        parts = patterns.SPLIT_CREDITS.split(match[0])
        # What stands in marks is a house, whatever it is named after.
        cities = [part for part in parts if part[0] not in patterns.MARKS]
        cities = [part for part in cities if self._words.is_place(part)]
        others = [part.strip(patterns.MARKS) for part in parts if part not in cities]
        reporter = self._names.reporters(others)
        agency = next((part for part in others if self._names.is_agency(part)), None)
        # After a colon anything may stand, a headline's statement too.
        is_told = match.re is patterns.CREDITS or reporter or agency or match["mark"]
        if not cities or not others or not is_told:
            return None
        end = match.end()
        return Dateline(0, end, end, cities[0], agency=agency, reporter=reporter)


def _is_far(mark: re.Match[str]) -> bool:
    return mark.start() > _MAX_CHARS_BEFORE_MARK and not mark[0].isdigit()
