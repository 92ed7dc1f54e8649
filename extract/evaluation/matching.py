"""When two spans, or two names of somebody, count as the same one.

What is counted, and over which tables, belongs in `scoring`.
"""

import re
from itertools import product

Span = tuple[int, int]

# Hamzas, alef maksura, teh marbuta and the digits are folded: houses spell names variously.
_NAME_MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200e\u200f\u202a-\u202e]")
_NAME_LETTERS = str.maketrans(
    "أإآٱىؤئةﻻ٠١٢٣٤٥٦٧٨٩", "\u0627\u0627\u0627\u0627\u064a\u0648\u064a\u0647\u06440123456789"
)
# Of words with three letters more; `ال` of shorter ones may be theirs.
_ARTICLE = re.compile(r"^ال(?=.{3})")
_EDGES = " \t\n\r.،,؛:;\"“”«»'\u2018\u2019!؟?…-"


def is_same_name(one: str | None, other: str | None) -> bool:
    """True where the words of one name are all among the other's: a surname stands for the name."""
    x, y = _name_words(one), _name_words(other)
    return bool(x and y) and (x <= y or y <= x)


def _name_words(name: str | None) -> set[str]:
    return {_ARTICLE.sub("", word) for word in folded(name).split()}


def folded(name: str | None) -> str:
    """A name with the spellings that houses vary made equal, punctuation dropped."""
    letters = _NAME_MARKS.sub("", name or "").translate(_NAME_LETTERS)
    return " ".join(re.findall(r"\w+", letters.lower()))


def trimmed(text: str, span: Span) -> Span:
    """The span without blanks and punctuation at its ends."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def paired(gold: list[Span], found: list[Span], least: float) -> dict[int, int]:
    """Gold spans with the found span of each, one to one, the largest overlap first.

    The overlap of two spans is the share of their joint length that they have in common.
    """
    every = product(range(len(gold)), range(len(found)))
    scored = sorted(((_overlap(gold[i], found[j]), i, j) for i, j in every), key=lambda s: -s[0])
    pairs: dict[int, int] = {}
    for overlap, i, j in scored:
        if overlap >= least and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _overlap(one: Span, other: Span) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return common / (max(one[1], other[1]) - min(one[0], other[0])) if common > 0 else 0.0
