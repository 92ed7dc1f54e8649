"""Names at a place of a line: the longest known place or agency that begins or ends there.

How names make up a dateline belongs in `extract.reading.datelines`.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from extract.reading import dateline_patterns as patterns
from extract.reading.dateline_words import DatelineWords, agency_key

_MAX_PLACE_WORDS = 5
_MAX_MORE_PLACES = 2
_MAX_UNKNOWN_PLACE_WORDS = 3
_MAX_AGENCY_WORDS = 4
_MAX_ACRONYM_LETTERS = 4
_MIN_UNMARKED_LETTERS = 3
_NAMED_LIKE_AN_AGENCY = re.compile(r"برس|وكالة|نيوز|[أا]نباء|[أا]خبار")
_BLANKS = re.compile(patterns.BLANK + "+")


class NameFinder:
    """Finds the names that datelines are made of."""

    def __init__(self, words: DatelineWords) -> None:
        """Keep the look-ups."""
        self.words = words

    def place_end(self, line: str, start: int) -> int:
        """Where the longest known place at `start` ends; 0 when none begins there."""
        word = patterns.LETTERS.match(line, start)
        if word is None or not self.words.begins_place(word[0]):
            return 0
        return _longest_end(line, start, self.words.is_place, _MAX_PLACE_WORDS)

    def more_places(self, line: str, end: int) -> tuple[int, str | None]:
        """Where the places that go on after a first end, and what qualifies that: its country.

        `لندن / دبي`, `دبي، الإمارات`, `كراسنودار (روسيا)`.
        """
        qualifier = patterns.QUALIFIER.match(line, end)
        if qualifier:
            is_place = self.words.is_place(qualifier["qualifier"])
            return (qualifier.end(), qualifier["qualifier"]) if is_place else (end, None)
        note: str | None = None
        for _ in range(_MAX_MORE_PLACES):
            mark = patterns.MORE_PLACES.match(line, end)
            next_end = self.place_end(line, mark.end()) if mark else 0
            if mark is None or not next_end:
                break
            name = line[mark.end() : next_end]
            if mark["mark"] != "/" and self.words.is_country(name):
                note = name
            end = next_end
        return end, note

    def dashed_place(self, line: str, end: int) -> int:
        """Where a second place after a dash ends, with its country: `كراكاس - ميامي (…)`; or 0."""
        link = patterns.DASH_BETWEEN.match(line, end)
        place_end = self.place_end(line, link.end()) if link else 0
        return self.more_places(line, place_end)[0] if place_end else 0

    def place_start(self, text: str, start: int, end: int) -> int | None:
        """Where the longest known place that ends before `end` starts; None when none does."""
        before = text[start:end].rstrip()
        starts = [match.start() for match in patterns.LETTERS.finditer(before)]
        places = (at for at in starts[-_MAX_PLACE_WORDS:] if self.words.is_place(before[at:]))
        found = next(places, None)
        return None if found is None else start + found

    def choose_city(self, parts: Sequence[str]) -> str | None:
        """Of the names before a day the place: one that is known, else the last that may be."""
        known = next((part for part in parts if self.words.is_place(part)), None)
        if known is not None:
            return known
        last = parts[-1]
        if len(last.split()) > _MAX_UNKNOWN_PLACE_WORDS or patterns.WEEKDAY.match(last):
            return None
        return None if self.words.has_function_word(last) else last

    def known_agency(self, line: str, start: int) -> tuple[str | None, int]:
        """The known agency at `start`, in marks or not, and where it ends."""
        marked = patterns.MARKED_AGENCY.match(line, start)
        if marked and self.is_agency(marked["agency"]):
            return marked["agency"], marked.end()
        link = patterns.LINK.match(line, start)
        begin = link.end() if link else start
        word = patterns.LETTERS.match(line, begin)
        if word is None or not self.words.begins_agency(word[0]):
            return None, start
        end = _longest_end(line, begin, self._is_agency_unmarked, _MAX_AGENCY_WORDS)
        if line[begin:end].count(".") == 1 and line[end - 1] == ".":
            # `سبوتنيك.` ends in a stop of the sentence's, `أ.ف.ب.` in one of its own.
            end -= 1
        return (line[begin:end], end) if end else (None, start)

    def agency(self, line: str, start: int) -> tuple[str | None, int]:
        """The agency at `start` after a place and a day: known, or whatever stands in marks."""
        agency, end = self.known_agency(line, start)
        marked = patterns.MARKED_AGENCY.match(line, start)
        if agency is not None or marked is None:
            return agency, end
        name = marked["agency"]
        is_short = len(name.split()) <= _MAX_AGENCY_WORDS and patterns.LETTERS.search(name)
        if not is_short or self.words.is_place(name) or patterns.WEEKDAY.match(name):
            return None, start
        return name, marked.end()

    def agency_before_dash(self, line: str, start: int) -> tuple[str | None, int]:
        """The agency in marks before a dash or in strokes, known or named like one: `(وال) -`."""
        match = patterns.AGENCY_BEFORE_DASH.match(line, start)
        # Strokes by themselves hold `/يتبع/` too.
        if match is None or (match["stroked"] and not start):
            return None, start
        name = match["agency"] or match["stroked"]
        is_acronym = " " not in name and len(name) <= _MAX_ACRONYM_LETTERS
        is_likely = _NAMED_LIKE_AN_AGENCY.search(name) or (
            is_acronym and self.words.may_be_name(name) and not self.words.is_place(name)
        )
        return (name, match.end()) if is_likely or self.is_agency(name) else (None, start)

    def is_agency(self, text: str) -> bool:
        """Whether `text` names an agency known, or several of which the first is."""
        names = (text, re.split(r"[،,/+]|\s-\s", text)[0])
        return any(self.words.find_agency(name) for name in names)

    def reporters(self, parts: Iterable[str]) -> str | None:
        """Those of some credits that are persons, as one string."""
        return " - ".join(part for part in parts if self.words.may_be_person(part)) or None

    def _is_agency_unmarked(self, text: str) -> bool:
        # `أ ب` without its blank is the month of August.
        is_telling = len(agency_key(text)) >= _MIN_UNMARKED_LETTERS or " " in text
        return is_telling and self.words.find_agency(text) is not None


def _longest_end(line: str, start: int, is_known: Callable[[str], bool], max_words: int) -> int:
    """Where the longest known name of a few words ends; 0 when none begins at `start`."""
    ends: list[int] = []
    position = start
    while len(ends) < max_words and (word := patterns.LETTERS.match(line, position)):
        ends.append(word.end())
        blank = _BLANKS.match(line, word.end())
        if blank is None:
            break
        position = blank.end()
    return next((end for end in reversed(ends) if is_known(line[start:end])), 0)
