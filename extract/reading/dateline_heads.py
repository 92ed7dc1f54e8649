"""The head of an article: headline, dateline and byline, and where the story starts.

How a dateline is written belongs in `extract.reading.datelines`, the end of an article in
`extract.reading.dateline_closings`.
"""

import re
from dataclasses import dataclass, replace

from extract.reading import dateline_patterns as patterns
from extract.reading.dateline import Dateline
from extract.reading.datelines import DatelineReader

_HEAD_CHARS = 1_500
_MAX_LINES = 6
# Captions run to 200 characters; after two longer paragraphs the story is well on its way.
_LONG_LINE_CHARS = 250
_MAX_LONG_LINES = 2
_MAX_HEADLINE_CHARS = 200
_MAX_HEADLINE_WORDS = 30
_MIN_REPEATED_CHARS = 8
_INLINE_CHARS = 300
# Marks of direction are no part of a name.
_BEFORE_LINE = re.compile(r"[\s\u200e\u200f\u202a-\u202c]*")

_BEFORE_STORY = re.compile(r"\s*")

_LINE = re.compile(r"[^\n]*\S[^\n]*")
# Page furniture such as `Next Previous` before an Arabic line.
_LATIN_JUNK = re.compile(r"(?:[A-Za-z]+\s+)+(?=[\u0621-\u064a])")
_LABELS = (
    r"تقرير [إا]خباري|تحليل [إا]خباري|تحقيق [إا]خباري|تقرير خاص|تقرير سنوي|تقرير|تحليل|تحقيق|تعليق|"
    r"مقابلة خاصة|مقابلة حصرية|مقابلة|حوار|مقالة خاصة|مقالة|مقال|ر[أا]ي|خبر عاجل|عاجل جدا|عاجل|"
    r"ملخص|موجز|متابعة|حصري|خاص|استطلاع|ملف|صور|فيديو|[إا]طار|خلفية|نبذة|تسلسل زمني|"
    r"عام|سياسي|اقتصادي|رياضي|ثقافي|اجتماعي|[أا]مني|بيان صحفي|بيان"
)
# `بيان: …` in a headline says who speaks, not what kind of story follows.
_SOURCE_OF_HEADLINE = r"(?:تقرير|استطلاع|تحليل|تحقيق|بيان صحفي|بيان)\s*:"
_LABEL_BEFORE = re.compile(
    rf"(?!{_SOURCE_OF_HEADLINE})[(\[/]?\s*(?P<label>{_LABELS})\s*"
    r"(?:[)\]]\s*[:/\-\u2013]?|[:/|\u2013\u2014]|\s-|\.\.+)\s*(?=\S)"
)
_LABEL_AFTER = re.compile(rf"\s*[(\[/]\s*(?P<label>{_LABELS})\s*[)\]/]\s*$")
# `/اضافة اولى وأخيرة/`: a story that is sent in several takes says so in its headline.
_TAKE_WORD = "ضافة"
_TAKE = re.compile(rf"\s*/?\s*[إا]{_TAKE_WORD}\s+(?:[^\W\d_]+|\d+)(?:\s+و\s*[أا]خيرة)?\s*(?:/|$)")
_TIME_LINE = re.compile(rf"{patterns.BLANK}*{patterns.TIME}{patterns.BLANK}*")
_WRITTEN_BY = r"(?:كتبت?|كتبه|كتبها|[إا]عداد|حوار|[أا]جر[ىت] الحوار|ترجمة|تحرير)"
_BYLINE = re.compile(
    rf"{patterns.BLANK}*(?:{_WRITTEN_BY}{patterns.BLANK}*[:/\-\u2013]"
    rf"|بقلم{patterns.BLANK}*[:/\-\u2013]?)"
    rf"{patterns.BLANK}*(?P<name>[^\n.]{{3,80}}?){patterns.BLANK}*(?:\n|$)"
)


@dataclass(frozen=True)
class Head:
    """What stands before the story.

    Attributes:
        headline: The headline without label and take, or None.
        headline_label: The kind of story that the headline names (`تقرير إخباري`), or None.
        dateline: The dateline, or None.
        byline: Who wrote it, where a line says so.
        story_start_char: First code point of the story.
    """

    headline: str | None
    headline_label: str | None
    dateline: Dateline | None
    byline: str | None
    story_start_char: int


class HeadReader:
    """Reads the heads of articles."""

    def __init__(self, datelines: DatelineReader) -> None:
        """Keep the reader of datelines."""
        self._datelines = datelines

    def read(self, text: str, title: str | None) -> Head:
        """Read the head of an article.

        Args:
            text: The article's `raw_text`.
            title: The title that its source gives apart, with which `text` then begins.
        """
        head = text[:_HEAD_CHARS]
        lines = [match.span() for match in _LINE.finditer(head)]
        if not lines:
            return Head(None, None, None, None, len(text))
        title = title if title and text.startswith(title) else None
        index, dateline = self._find_dateline(head, lines[:_MAX_LINES], title is not None)
        headline = title or _headline(head, lines, index, dateline)
        start = _story_start(head, lines, dateline, headline)
        byline, start = _read_bylines(head, lines, start, is_after_headline=headline is not None)
        if byline is None and dateline is not None:
            byline = dateline.reporter
        return Head(*_split_label(headline), dateline, byline, start)

    def _find_dateline(
        self, head: str, lines: list[tuple[int, int]], has_title: bool
    ) -> tuple[int, Dateline | None]:
        """The first dateline, and the number of the line it stands in."""
        first = head[slice(*lines[0])].strip()
        n_long = 0
        signed: Dateline | None = None
        for index, (start, end) in enumerate(lines):
            if index == 0 and has_title:
                continue
            begin = _line_start(head, start, first if index else None)
            is_headline = index == 0 and len(lines) > 1
            dateline = self._datelines.read(head, begin, is_headline)
            if dateline is None and index <= 1:
                limit = min(end, begin + _INLINE_CHARS)
                dateline = self._datelines.find_inline(head, begin, limit)
            if signed is not None:
                # `((شينخوا))` on a line of its own, then `بكين 3 مايو`.
                return _under_agency(index, signed, dateline)
            if dateline and dateline.city is None and dateline.story_start_char >= end:
                # Under a story it is who signs.
                before = head[slice(*lines[index - 1])].strip() if index else ""
                signed = None if _is_sentence(before) else dateline
                continue
            if dateline is not None and (index <= 1 or dateline.day or dateline.agency):
                return index, dateline
            n_long += end - start > _LONG_LINE_CHARS
            if n_long == _MAX_LONG_LINES:
                break
        return (len(lines) - 1, signed) if signed else (0, None)


def _under_agency(index: int, signed: Dateline, dateline: Dateline | None) -> tuple[int, Dateline]:
    """What an agency on a line of its own and the line below it say together."""
    if dateline is None or dateline.city is None:
        return index - 1, signed
    return index - 1, replace(dateline, agency=dateline.agency or signed.agency)


def _line_start(head: str, start: int, repeated: str | None) -> int:
    """Where in a line a dateline may begin: past blanks, page furniture and a repeated headline."""
    start = _BEFORE_LINE.match(head, start).end()  # type: ignore[union-attr]
    if repeated and len(repeated) >= _MIN_REPEATED_CHARS and head.startswith(repeated, start):
        start += len(repeated)
        take = _TAKE.match(head, start)
        start = take.end() if take else start
        return _BEFORE_STORY.match(head, start).end()  # type: ignore[union-attr]
    junk = _LATIN_JUNK.match(head, start)
    return junk.end() if junk else start


def _headline(
    head: str, lines: list[tuple[int, int]], index: int, dateline: Dateline | None
) -> str | None:
    """The headline of a text whose source gives no title apart."""
    start, end = lines[0]
    first = head[start:end].strip()
    if _BYLINE.match(first):
        return None
    if dateline is not None:
        if index:
            return first
        return head[start : dateline.start_char].strip() or None
    is_apart = len(lines) > 1 and len(first) <= _MAX_HEADLINE_CHARS
    is_sentence = _is_sentence(first)
    return (
        first
        if is_apart and not is_sentence and len(first.split()) <= _MAX_HEADLINE_WORDS
        else None
    )


def _is_sentence(line: str) -> bool:
    return line.endswith((".", "،", "؛")) and not line.endswith("..")


def _story_start(
    head: str, lines: list[tuple[int, int]], dateline: Dateline | None, headline: str | None
) -> int:
    if dateline is not None:
        return dateline.story_start_char
    if headline is None or len(lines) == 1:
        return _line_start(head, lines[0][0], headline)
    rest = lines[1:]
    if len(rest) > 1 and _TIME_LINE.fullmatch(head, *rest[0]):
        rest = rest[1:]
    return _line_start(head, rest[0][0], headline)


def _read_bylines(
    head: str, lines: list[tuple[int, int]], start: int, is_after_headline: bool
) -> tuple[str | None, int]:
    """The byline before the story or at its start, and where the story then starts."""
    names: list[str] = []
    for line_start, _ in lines[1 if is_after_headline else 0 :]:
        match = _BYLINE.match(head, line_start)
        if line_start > start or (match is None and line_start == start):
            break
        if match is not None:
            names.append(match["name"])
            start = max(start, match.end())
    while start < len(head) and head[start].isspace():
        start += 1
    return " - ".join(names) or None, start


def _split_label(headline: str | None) -> tuple[str | None, str | None]:
    """A headline without take mark and label, and the label."""
    if headline is None:
        return None, None
    # Few headlines have what these patterns look for from one letter to the next.
    if _TAKE_WORD in headline:
        headline = _TAKE.sub("", headline)
    headline = headline.strip()
    match = _LABEL_BEFORE.match(headline)
    if match:
        return headline[match.end() :], match["label"]
    match = _LABEL_AFTER.search(headline) if headline.endswith((")", "]", "/")) else None
    if match and match.start():
        return headline[: match.start()], match["label"]
    return headline or None, None
