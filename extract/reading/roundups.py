"""Documents that hold several stories: where each of them begins.

A roundup's stories are told apart by their datelines, which are all of one form. How a dateline is
read belongs in `extract.reading.datelines`, what a story holds in `extract.reading.articles`.
"""

import re
from itertools import pairwise

from extract.reading import dateline_patterns as patterns
from extract.reading.dateline import Dateline
from extract.reading.datelines import DatelineReader

_MAX_HEADLINE_CHARS = 120
# A letter, and not far from it what only datelines have there.
_MAY_OPEN = re.compile(r"\n[^\S\n]*(?=[\u0621-\u064a][^\n]{1,60}?(?:--|[\u2014\u2015]|\d))")
_SENTENCE_ENDS = (".", "،", "؛", ":", "؟", "!", '"', "»")


def split_stories(
    text: str, first: Dateline | None, datelines: DatelineReader
) -> list[tuple[int, int]]:
    """Give the stories of a document as spans of its text.

    Args:
        text: The document's `raw_text`.
        first: The dateline of its first story.
        datelines: Reads the others.

    Returns:
        Start and end of each story, one behind the other; one span where nothing tells several.
    """
    form = _form(text, first)
    if first is None or form is None:
        return [(0, len(text))]
    starts, last = [0], first
    for opening in _MAY_OPEN.finditer(text, first.story_start_char):
        found = datelines.read(text, opening.end())
        if found is None or _form(text, found) != form or found.story_start_char == len(text):
            continue
        headline = _headline_start(text, last.story_start_char, opening.start())
        # The same place and day over again head a further take, or a caption, of the same story.
        if (found.city, found.day and found.day.day) != (last.city, last.day and last.day.day):
            starts.append(opening.start() + 1 if headline is None else headline)
        last = found
    return list(pairwise([*starts, len(text)]))


def _form(text: str, dateline: Dateline | None) -> str | None:
    """How a dateline is written, where that tells: with day and agency, or with a long dash."""
    if dateline is None or dateline.city is None:
        return None
    if dateline.day and dateline.agency:
        return "signed"
    is_bare = not dateline.day and not dateline.agency
    return "dash" if is_bare and patterns.LONG_DASH.match(text, dateline.end_char) else None


def _headline_start(text: str, begin: int, end: int) -> int | None:
    """Where the headline between two stories starts: a short line that ends no sentence."""
    before = text[begin:end].rstrip()
    start = before.rfind("\n") + 1
    line = before[start:].strip()
    is_headline = start and 0 < len(line) <= _MAX_HEADLINE_CHARS
    return begin + start if is_headline and not line.endswith(_SENTENCE_ENDS) else None
