"""Datelines without a day: `بيروت (رويترز) -`, `باريس - أ ف ب`, `(وال) -`, `تونس - أكد …`.

Datelines with a day belong in `extract.reading.datelines`.
"""

import re

from extract.reading import dateline_patterns as patterns
from extract.reading.dateline import Dateline
from extract.reading.dateline_names import NameFinder

# What follows a place and a plain dash has to be a sentence: `الرياض - بغداد` and titles are short.
_MIN_STORY_WORDS = 8
_BRACKETS = (")", "/", "]")


class UndatedReader:
    """Reads a dateline that names no day, at the beginning of a line."""

    def __init__(self, names: NameFinder) -> None:
        """Keep the look-ups."""
        self._names = names
        self._words = names.words

    def read(self, line: str, is_headline: bool, is_last_line: bool) -> Dateline | None:
        """Read the dateline that `line` begins with.

        Args:
            line: A line, or the rest of one.
            is_headline: The line may be a headline, where a place and a dash prove nothing.
            is_last_line: No line follows, so that this one is more than a credit.

        Returns:
            The dateline, its offsets counted in `line`; None when none begins here.
        """
        place_end = self._names.place_end(line, 0)
        if place_end:
            found = self._read_place_first(line, place_end, is_headline)
        else:
            found = self._read_agency_and_place(line) or self._read_unknown_place(line)
            if found is None and not is_headline:
                found = self._read_agency_alone(line, is_last_line)
        if found is None and not is_headline:
            found = self._read_credits(line, is_last_line)
            found = found or self._read_credit_and_place(line, is_last_line)
        return found

    def _read_place_first(self, line: str, place_end: int, is_headline: bool) -> Dateline | None:
        """`بيروت (رويترز) -`, `لندن / دبي (رويترز) -`, `كراكاس - ميامي - (د ب أ)`, `لاغوس --`."""
        city = line[:place_end]
        # What signs may be called like a place (`الرياض (الشرق الأوسط)`): it is asked first.
        end, qualifier = place_end, None
        agency, agency_end = self._signature(line, end, is_headline)
        if agency is None:
            end, qualifier = self._names.more_places(line, place_end)
            agency, agency_end = self._signature(line, end, is_headline)
        further = self._names.dashed_place(line, place_end) if agency is None else 0
        if further:
            # A dash between places is one only where an agency signs.
            agency, agency_end = self._signature(line, further, is_headline)
        if agency is not None:
            return Dateline(0, agency_end, agency_end, city, qualifier, None, agency)
        if patterns.LONG_DASH.match(line, end):
            return Dateline(0, end, end, city, qualifier)
        story_start = None if is_headline else self._story_start(line, city, end)
        return Dateline(0, end, story_start, city, qualifier) if story_start else None

    def _signature(self, line: str, end: int, is_headline: bool) -> tuple[str | None, int]:
        """The agency after a place, if it is closed off, set in brackets or quoted."""
        agency, agency_end = self._names.known_agency(line, end)
        link = patterns.LINK.match(line, end)
        if agency is None and link and link[0].strip() and not is_headline:
            # `لندن: «الشرق الأوسط» أعلن`
            agency, agency_end = self._names.known_agency(line, link.end())
            if agency is not None and line[agency_end - 1] in patterns.MARKS:
                return agency, agency_end
        is_set_off = agency is not None and line[agency_end - 1] in _BRACKETS
        if agency is not None and (is_set_off or patterns.END.match(line, agency_end)):
            return agency, agency_end
        return self._names.agency_before_dash(line, end)

    def _story_start(self, line: str, city: str, end: int) -> int | None:
        """Where the sentence after a place and a dash starts: `تونس - أكد المدرب …`."""
        opens = patterns.DASH_OPENS_STORY.match(line, end)
        if opens is None and self._words.find_place(city) is not None:
            # `العراق: …` may be a heading, after a town's name it is a dateline.
            opens = patterns.COLON_OPENS_STORY.match(line, end)
        if opens is None:
            return None
        story = line[opens.end() :]
        is_list = self._names.place_end(story, 0) or self._names.known_agency(story, 0)[0]
        is_story = not is_list and len(story.split()) >= _MIN_STORY_WORDS
        return opens.end() if is_story else None

    def _read_agency_and_place(self, line: str) -> Dateline | None:
        """`(وال) -`, `واس - بريدة`, `واس (مكة المكرمة)`."""
        agency, end = self._names.agency_before_dash(line, 0)
        if agency is not None:
            return Dateline(0, end, end, agency=agency)
        agency, agency_end = self._names.known_agency(line, 0)
        if agency is None:
            return None
        place = patterns.QUALIFIER.match(line, agency_end)
        if place and self._words.is_place(place["qualifier"]):
            return Dateline(0, place.end(), place.end(), place["qualifier"], agency=agency)
        link = patterns.LINK.match(line, agency_end)
        end = self._names.place_end(line, link.end()) if link and link[0].strip() else 0
        if link is None or not end or not patterns.END.match(line, end):
            return None
        return Dateline(0, end, end, line[link.end() : end], agency=agency)

    def _read_agency_alone(self, line: str, is_last_line: bool) -> Dateline | None:
        """`((شينخوا))` on a line of its own, `المركزية - طمأن …`, `/شينخوا/ أعلن …`."""
        agency, agency_end = self._names.known_agency(line, 0)
        if agency is None:
            return None
        is_alone = not line[agency_end:].strip()
        is_told = not is_last_line if is_alone else self._opens_story(line, agency_end)
        return Dateline(0, agency_end, agency_end, agency=agency) if is_told else None

    def _opens_story(self, line: str, end: int) -> bool:
        """Whether a sentence follows an agency: `المركزية - طمأن الوزير …`, `/شينخوا/ أعلن …`."""
        opens = patterns.DASH_OPENS_STORY.match(line, end)
        story = line[opens.end() if opens else end :]
        is_set_off = opens is not None or line[end - 1] == "/"
        return is_set_off and len(story.split()) >= _MIN_STORY_WORDS

    def _read_unknown_place(self, line: str) -> Dateline | None:
        place = patterns.NAME_BEFORE_MARK.match(line)
        if place is None or self._names.choose_city([place["place"]]) is None:
            return None
        if self._words.may_be_person(place["place"]):
            return None
        agency, end = self._names.known_agency(line, place.end())
        if agency is None or not patterns.END.match(line, end):
            return None
        # `سامي نور (الرياض)` gives who and where; there is a paper of that name.
        return (
            None
            if self._words.is_place(agency)
            else Dateline(0, end, end, place["place"], agency=agency)
        )

    def _read_credits(self, line: str, is_last_line: bool) -> Dateline | None:
        """`علي حفول- سبق- نجران:`; on a line of its own `واس - لندن` and `لندن: فلان`."""
        for pattern in (patterns.CREDITS, patterns.PLACE_AND_CREDIT):
            match = pattern.match(line)
            if match is not None and not (is_last_line and match.end() == len(line)):
                found = self._take_credits(match)
                if found is not None:
                    return found
        return None

    def _take_credits(self, match: re.Match[str]) -> Dateline | None:
        parts = patterns.SPLIT_CREDITS.split(match[0])
        # What stands in marks is a house, whatever it is named after.
        cities = [part for part in parts if part[0] not in patterns.MARKS]
        cities = [part for part in cities if self._words.is_place(part)]
        # `سراييفو / أمينة … / الأناضول`: what signs may be called like a place.
        if len(cities) > 1 and cities[-1] == parts[-1] and self._names.is_agency(cities[-1]):
            cities.pop()
        others = [part.strip(patterns.MARKS) for part in parts if part not in cities]
        reporter = self._names.reporters(others)
        agency = next((part for part in others if self._names.is_agency(part)), None)
        # After a colon anything may stand, a headline's statement too.
        is_credit = match.re is patterns.CREDITS or match["mark"]
        if not cities or not others or not (is_credit or reporter or agency):
            return None
        end = match.end()
        return Dateline(0, end, end, cities[0], agency=agency, reporter=reporter)

    def _read_credit_and_place(self, line: str, is_last_line: bool) -> Dateline | None:
        """`سامي نور (أبها)`, `«البيان» من دمشق` on a line of its own or before a colon."""
        match = patterns.CREDIT_AND_PLACE.match(line)
        if match is None or (is_last_line and match.end() == len(line)):
            return None
        credit, end = match["credit"].strip(patterns.MARKS), match.end()
        reporter = self._names.reporters([credit])
        agency = credit if self._names.is_agency(credit) else None
        if not (reporter or agency) or not self._words.is_place(match["place"]):
            return None
        return Dateline(0, end, end, match["place"], agency=agency, reporter=reporter)
