"""The end of an article: marks, times and signatures that follow the story.

Nothing here reads the story itself; the head of an article belongs in
`extract.reading.dateline_heads`.
"""

import re
from dataclasses import dataclass

from extract.reading import dateline_patterns as patterns
from extract.reading.dateline_words import DatelineWords

_TAIL_CHARS = 500
_MARK_CHARS = 60
_END_WORDS = r"(?:[اإ]نتـ*هـ*[ىي]|يتبع|نهاية الخبر|النهاية|تمت|لها تكملة)"
# Each reads one mark at the very end of what is left.
_MARK = re.compile(
    "|".join(
        (
            rf"(?:/+|[(\[]|-+|\*+)\s*{_END_WORDS}\s*(?:/+|[)\]]|-+|\*+)?\.*\s*$",
            rf"\n\s*{_END_WORDS}\s*[./]*\s*$",
            rf"\s{patterns.TIME}\s*$",
            r"\s(?:NNNN|\.{2,}\s*المزيد)\s*$",
            # Initials of reporter and desk, single letters with strokes.
            r"(?:\n|(?<=[.)/]))\s*(?:[ء-ي]\s?[./ ]\s?){1,5}[ء-ي]\s*$",
        )
    )
)
# Most stories end in the middle of a paragraph: nothing in their last characters opens a mark.
_PLAIN_END = re.compile(r"[^\n.؟!:/()\[\]«»\"“”*N\-]*[.؟!]?$")
_LINK_LINE = re.compile(r"\s*(?:رابط الخبر|https?://)")
_SIGNATURE = re.compile(
    r"\(\s*(?P<names>(?:[إا]عداد|تحرير|كتبت?|ترجمة|شارك في التغطية|تغطية صحفية)[^()]{3,160})\)$"
)
_AGENCY = re.compile(
    r"(?:\(\(?|//?|\[|(?<=[.؟!])\s*[«\"“]|\n\s*[«\"“])\s*(?P<marked>[^()/«»\[\]\"“”\n]{2,30}?)\s*"
    r"(?:\)\)?|//?|\]|[»\"”])$"
    r"|(?:\n|(?<=[.؟!])\s)\s*(?:المصدر\s*:\s*)?(?P<alone>[^()/«»\[\]\"“”\n]{2,30})$"
)
# `وام/سامي نور/هند علي`: the agency, who wrote and who edited, on a line of their own.
_CREDIT_LINE = re.compile(
    r"\n\s*(?P<agency>[^\n/.،:]{2,20}?)\s*/(?P<names>[^\n/.،:]{3,40}(?:/[^\n/.،:]{3,40}){0,2})/?$"
)


@dataclass(frozen=True)
class Closing:
    """What follows the story.

    Attributes:
        story_end_char: First code point after the story, blanks left out.
        agency: The agency that signs, or None.
        byline: Who signs, or None.
    """

    story_end_char: int
    agency: str | None = None
    byline: str | None = None


def read_closing(text: str, start: int, words: DatelineWords) -> Closing:
    """Read the end of an article.

    Args:
        text: The article's `raw_text`.
        start: Where its story starts; the closing lies after it.
        words: Look-up of the agencies.
    """
    base = max(start, len(text) - _TAIL_CHARS)
    tail = text[base:].rstrip()
    agency: str | None = None
    byline: str | None = None
    is_plain = _PLAIN_END.match(tail, max(0, len(tail) - _MARK_CHARS - 2))
    if is_plain and _link_line_start(tail) is None:
        return Closing(base + len(tail))
    while tail:
        # An agency's letters would pass for a reporter's initials.
        mark = _find_agency(tail, words) if agency is None else None
        if mark is not None:
            agency = mark["marked"] or mark["alone"]
        elif (mark := _find_credits(tail, words)) is not None:
            agency, byline = mark["agency"], " - ".join(map(str.strip, mark["names"].split("/")))
        elif byline is None and (mark := _SIGNATURE.search(tail)):
            byline = mark["names"].strip()
        mark = mark or _MARK.search(tail, max(0, len(tail) - _MARK_CHARS))
        start_of_mark = mark.start() if mark else _link_line_start(tail)
        if start_of_mark is None:
            break
        tail = tail[:start_of_mark].rstrip()
    return Closing(base + len(tail), agency, byline)


def _find_agency(tail: str, words: DatelineWords) -> re.Match[str] | None:
    match = _AGENCY.search(tail, max(0, len(tail) - _MARK_CHARS))
    return match if match and words.find_agency(match["marked"] or match["alone"]) else None


def _find_credits(tail: str, words: DatelineWords) -> re.Match[str] | None:
    match = _CREDIT_LINE.search(tail, max(0, tail.rfind("\n")))
    return match if match and words.find_agency(match["agency"]) else None


def _link_line_start(tail: str) -> int | None:
    """Where the last line starts, if it is an address or names the story's own."""
    newline = tail.rfind("\n")
    return newline if newline >= 0 and _LINK_LINE.match(tail, newline) else None
