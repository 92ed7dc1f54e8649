"""Datelines: where, when and by whom a story was filed, and the characters that say so.

Every form of dateline is read at a given place of a text. Where in an article to look belongs in
`extract.reading.dateline_heads`, what a day without a year means in `extract.reading.articles`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from extract.arabic.date_words import DAY_WORDS, any_of
from extract.arabic.dates import GREGORIAN, FoundDate, find_dates
from extract.reading import dateline_patterns as patterns
from extract.reading.dateline_words import DatelineWords

# A dateline is short: what stands further along a line is no part of it.
_MAX_CHARS_BEFORE_DATE = 70
_MAX_DATE_CHARS = 60
_MAX_PLACE_WORDS = 5
_MAX_UNKNOWN_PLACE_WORDS = 3
_MAX_AGENCY_WORDS = 4
_MAX_ACRONYM_LETTERS = 6
_NAMED_LIKE_AN_AGENCY = re.compile(r"برس|وكالة|نيوز|[أا]نباء")
_MONTHS_A_YEAR = 12
_DAYS_A_MONTH = 31
_DAY_START = re.compile(rf"\d|(?<!\w){any_of(DAY_WORDS)}(?!\w)")
_BLANKS = re.compile(patterns.BLANK + "+")


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
        reporter: Whoever is named beside the city and is no agency known.
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
        found = (
            self._read_dated(line, is_headline)
            or self._read_undated(line)
            or self._read_agency_alone(line)
            or (None if is_headline else self._read_credits(line))
        )
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

    def _read_dated(self, line: str, is_headline: bool) -> Dateline | None:
        """`مدريد 15 ديسمبر 2019 (شينخوا)`, `القاهرة 2 مايو 08:29`, `الرياض 25 شوال … م واس`."""
        day = _first_day(line)
        before = patterns.BEFORE_DATE.fullmatch(line, 0, day.start_char) if day else None
        if day is None or before is None:
            return None
        parts = patterns.SPLIT.split(before["parts"])
        city = self._choose_city(parts)
        if city is None:
            return None
        after = patterns.AFTER_DATE.match(line, day.end_char)
        end = after.end() if after else day.end_char
        agency, agency_end = self._read_agency(line, end)
        if not self._is_filed(line, city, agency, agency_end, is_headline):
            return None
        end = agency_end if agency else len(line[:end].rstrip())
        reporter = self._reporter(part for part in parts if part != city)
        return Dateline(0, end, end, city, before["qualifier"], day, agency, reporter)

    def _is_filed(
        self, line: str, city: str, agency: str | None, end: int, is_headline: bool
    ) -> bool:
        """Whether what follows a place and a day shows that they are a dateline."""
        is_closed = patterns.END.match(line, end) is not None
        if self._words.is_place(city):
            return is_closed or agency is not None or not is_headline
        if agency is not None:
            return is_closed or self._words.find_agency(agency) is not None
        return is_closed and not is_headline

    def _read_undated(self, line: str) -> Dateline | None:
        """`بيروت (رويترز) -`, `باريس - أ ف ب`, `واس - بريدة`, `لاغوس -- `."""
        place_end = self._known_end(line, 0, self._words.is_place, _MAX_PLACE_WORDS)
        if not place_end:
            return self._read_agency_first(line) or self._read_unknown_place(line)
        qualifier = patterns.QUALIFIER.match(line, place_end)
        note = qualifier["qualifier"] if qualifier else None
        if note and self._words.find_agency(note):
            qualifier = note = None
        link = patterns.LINK.match(line, qualifier.end() if qualifier else place_end)
        end = link.end() if link else place_end
        agency, agency_end = self._read_known_agency(line, end)
        if agency and patterns.END.match(line, agency_end):
            return Dateline(0, agency_end, agency_end, line[:place_end], note, None, agency)
        if patterns.LONG_DASH.match(line, place_end):
            return Dateline(0, place_end, place_end, line[:place_end])
        return None

    def _read_agency_first(self, line: str) -> Dateline | None:
        agency, agency_end = self._read_known_agency(line, 0)
        link = patterns.LINK.match(line, agency_end)
        if agency is None or link is None or not link[0].strip():
            return None
        end = self._known_end(line, link.end(), self._words.is_place, _MAX_PLACE_WORDS)
        if not end or not patterns.END.match(line, end):
            return None
        return Dateline(0, end, end, line[link.end() : end], agency=agency)

    def _read_unknown_place(self, line: str) -> Dateline | None:
        place = patterns.NAME_IN_MARKS.match(line)
        if place is None or self._choose_city([place["place"]]) is None:
            return None
        agency, end = self._read_known_agency(line, place.end())
        if agency is None or not patterns.END.match(line, end):
            return None
        return Dateline(0, end, end, place["place"], agency=agency)

    def _read_agency_alone(self, line: str) -> Dateline | None:
        """`(وال) - `, `(جيجي برس)-- `."""
        match = patterns.AGENCY_ALONE.match(line)
        if match is None:
            return None
        agency = match["agency"]
        is_acronym = " " not in agency and len(agency) <= _MAX_ACRONYM_LETTERS
        if not (
            self._words.find_agency(agency)
            or _NAMED_LIKE_AN_AGENCY.search(agency)
            or (is_acronym and self._may_be_name(agency))
        ):
            return None
        return Dateline(0, match.end(), match.end(), agency=agency)

    def _read_credits(self, line: str) -> Dateline | None:
        """`علي حفول- سبق- نجران:`, `عين اليوم – لندن` on a line of its own."""
        match = patterns.CREDITS.match(line)
        if match is None:
            return None
        parts = [part.strip(patterns.MARKS) for part in patterns.SPLIT.split(match[0])]
        cities = [part for part in parts if self._words.is_place(part)]
        others = [part for part in parts if part not in cities]
        if not cities or not others:
            return None
        agency = next((part for part in others if self._words.find_agency(part)), None)
        reporter = self._reporter(others)
        end = match.end()
        return Dateline(0, end, end, cities[0], agency=agency, reporter=reporter)

    def _read_agency(self, line: str, start: int) -> tuple[str | None, int]:
        """The agency that stands at `start` after a place and a day, known or in marks."""
        agency, end = self._read_known_agency(line, start)
        marked = patterns.MARKED_AGENCY.match(line, start)
        if agency is not None or marked is None:
            return agency, end
        name = marked["agency"]
        is_short = len(name.split()) <= _MAX_AGENCY_WORDS and patterns.LETTERS.search(name)
        if not is_short or self._words.is_place(name) or patterns.WEEKDAY.match(name):
            return None, start
        return name, marked.end()

    def _read_known_agency(self, line: str, start: int) -> tuple[str | None, int]:
        """The known agency at `start`, in marks or not, and where it ends."""
        marked = patterns.MARKED_AGENCY.match(line, start)
        if marked and self._find_any_agency(marked["agency"]):
            return marked["agency"], marked.end()
        link = patterns.LINK.match(line, start)
        begin = link.end() if link else start
        end = self._known_end(line, begin, self._find_any_agency, _MAX_AGENCY_WORDS)
        return (line[begin:end], end) if end else (None, start)

    def _find_any_agency(self, text: str) -> bool:
        # `(أ ف ب، رويترز)` is filed by both.
        names = [text, *re.split(r"[،,/+]|\s-\s", text)[:1]]
        return any(self._words.find_agency(name) for name in names)

    def _known_end(
        self, line: str, start: int, is_known: Callable[[str], bool], max_words: int
    ) -> int:
        """Where the longest known name at `start` ends; 0 when none begins there."""
        ends: list[int] = []
        position = start
        while len(ends) < max_words and (word := patterns.LETTERS.match(line, position)):
            ends.append(word.end())
            blank = _BLANKS.match(line, word.end())
            if blank is None:
                break
            position = blank.end()
        return next((end for end in reversed(ends) if is_known(line[start:end])), 0)

    def _choose_city(self, parts: Sequence[str]) -> str | None:
        """Of the names before a day the place: one that is known, else the last that may be."""
        known = next((part for part in parts if self._words.is_place(part)), None)
        if known is not None:
            return known
        last = parts[-1]
        is_short = len(last.split()) <= _MAX_UNKNOWN_PLACE_WORDS
        return last if is_short and self._may_be_name(last) else None

    def _may_be_name(self, text: str) -> bool:
        return self._words.may_be_name(text) and not patterns.WEEKDAY.match(text)

    def _reporter(self, parts: Iterable[str]) -> str | None:
        """Those of some credits that are neither place nor agency, as one string."""
        names = [
            part
            for part in parts
            if not self._words.is_place(part) and not self._words.find_agency(part)
        ]
        return " - ".join(names) or None


def _first_day(line: str) -> FoundDate | None:
    """The first day of a line, where it stands near enough to the beginning for a dateline."""
    first = _DAY_START.search(line, 0, _MAX_CHARS_BEFORE_DATE)
    if first is None or not patterns.BEFORE_DATE.fullmatch(line, 0, first.start()):
        return None
    head = line[: first.start() + _MAX_DATE_CHARS]
    for day in find_dates(head):
        return day if day.start_char == first.start() else None
    numbers = patterns.DAY_AND_MONTH.match(head, first.start())
    if numbers is None:
        return None
    day, month = int(numbers["day"]), int(numbers["month"])
    if not (1 <= month <= _MONTHS_A_YEAR and 1 <= day <= _DAYS_A_MONTH):
        return None
    return FoundDate(numbers.start(), numbers.end(), GREGORIAN, None, month, day)
