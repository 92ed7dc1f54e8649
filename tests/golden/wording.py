"""Where the words that an annotation names stand in an article.

Substrings become spans of code points here; what they have to be belongs in `annotation.py`.
"""

import re

_NTH = re.compile(r"(.+)#(\d+)", re.DOTALL)

Span = tuple[int, int]


class AnnotationError(ValueError):
    """An annotation that names words its article does not have, or leaves something out."""


def require(condition: bool, problem: str) -> None:
    """Refuse the annotation unless `condition` holds."""
    if not condition:
        raise AnnotationError(problem)


def is_word(text: str, span: Span) -> bool:
    """True where no letter touches the span from outside."""
    return (
        not text[max(0, span[0] - 1) : span[0]].isalnum()
        and not text[span[1] : span[1] + 1].isalnum()
    )


def occurrences(text: str, part: str, within: Span) -> list[Span]:
    """Where `part` stands in `within`: as whole words if it does anywhere, else inside words."""
    found = re.finditer(re.escape(part), text[slice(*within)])
    spans = [(within[0] + match.start(), within[0] + match.end()) for match in found]
    return [span for span in spans if is_word(text, span)] or spans


def numbered(part: str) -> tuple[str, int | None]:
    """`part#2` as `part` and 2, anything else as itself and None."""
    numbered = _NTH.fullmatch(part)
    return (numbered[1], int(numbered[2])) if numbered else (part, None)


def locate(text: str, part: str, within: Span) -> Span:
    """The one occurrence of `part` in `within`; `part#2` is its second."""
    part, nth = numbered(part)
    spans = occurrences(text, part, within)
    where = text[within[0] : within[0] + 30]
    require(bool(spans), f"no {part!r} in the line {where!r}")
    require(
        nth is not None or len(spans) == 1,
        f"{part!r} stands {len(spans)} times in {where!r}: say #n",
    )
    require(nth is None or 1 <= nth <= len(spans), f"no {part!r} number {nth} in {where!r}")
    return spans[(nth or 1) - 1]


def content_span(text: str, part: str, within: Span) -> Span:
    """The span from the words before the ellipsis of `first … last` to those after it.

    A quotation that runs over lines is `first ¶ last`: its last words stand in a later line.
    """
    first, _, last = part.partition(" ¶ ")
    if last:
        start, _ = locate(text, first, within)
        return start, locate(text, last, (within[1], len(text)))[1]
    first, _, last = part.partition(" … ")
    start, end = locate(text, first, within)
    return (start, locate(text, last, (end, within[1]))[1]) if last else (start, end)


def line_span(text: str, number: int) -> Span:
    """Line `number` of the article, counted from 1."""
    lines = text.split("\n")
    require(1 <= number <= len(lines), f"no line {number}")
    start = sum(len(line) + 1 for line in lines[: number - 1])
    return start, start + len(lines[number - 1])
