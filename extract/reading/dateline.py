"""A dateline, taken apart. How one is recognised belongs in `extract.reading.datelines`."""

from dataclasses import dataclass

from extract.arabic.dates import FoundDate


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
