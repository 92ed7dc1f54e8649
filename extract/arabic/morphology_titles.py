"""Titles and other noun phrases to entries: which of their words the article stands on.

The masculine does not say that `رئيس بلدية` holds a genitive and `أمين عام` an adjective; the
feminine does, for the adjective changes in it. How single words inflect belongs in
`extract.arabic.morphology_lexemes`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from extract.arabic.morphology_database import Lexeme
from extract.arabic.morphology_lexemes import ARABIC_WORD, Entry, has_article, title_lexeme

Row = Mapping[str, str | None]
Rows = Iterable[Row]

_SOUND_PLURALS = {"ون": "ين", "و": "ي"}


def cells(row: Row, columns: Iterable[str]) -> list[str]:
    """Give the distinct values of some cells, `|` between several in one."""
    values = [value.strip() for name in columns for value in (row.get(name) or "").split("|")]
    return [value for value in dict.fromkeys(values) if value]


def title_entries(tables: Mapping[str, Rows]) -> Iterator[Entry]:
    """Give the entries of the titles: masculine, feminine and plural, with and without article."""
    particles = _particles(tables)
    for row in tables.get("titles", ()):
        title = str(row["title"])
        feminine = row.get("feminine")
        agreeing = _agreeing_words(title, feminine)
        columns = (("title", "f" if feminine == title else "m", "s"), ("feminine", "f", "s"))
        for column, gender, number in (*columns, ("plural", None, "p")):
            for phrase in cells(row, (column,)):
                spelt = (
                    _with_ya(phrase, feminine) if column == "title" else _oblique(phrase, agreeing)
                )
                for variant in spelt:
                    yield from definable(
                        NounPhrase("title", title, variant, agreeing, particles),
                        partial(title_lexeme, gender=gender, number=number),
                    )


def _particles(tables: Mapping[str, Rows]) -> frozenset[str]:
    """Give prepositions, and words of titles with one written on them: `للشؤون`, `لحركة`."""
    titles = [str(row["title"]).split() for row in tables.get("titles", ())]
    known = {word.removeprefix("ال") for title in titles for word in title}
    particles = {
        word
        for title in titles
        for word in title[1:]
        if word.startswith(("لل", "بال")) or (word[0] in "لب" and word[1:] in known)
    }
    words = tables.get("function_words", ())
    prepositions = {str(row["word"]) for row in words if row["word_class"] == "preposition"}
    return frozenset(particles | prepositions)


def _agreeing_words(title: str, feminine: str | None) -> int | None:
    """Count the words after the first that agree with it: those the feminine changes."""
    words, feminine_words = title.split()[1:], (feminine or "").split()[1:]
    if feminine is None or len(words) != len(feminine_words):
        return None
    pairs = list(zip(words, feminine_words, strict=True))
    return next((i for i, (one, other) in enumerate(pairs) if one == other), len(pairs))


def _with_ya(title: str, feminine: str | None) -> list[str]:
    """Give a title also as with article or before a genitive: `مفوض سام`, `(ال)سامي`."""
    words, feminine_words = title.split(), (feminine or "").split()
    if len(words) != len(feminine_words):
        return [title]
    pairs = zip(words, feminine_words, strict=True)
    definite = " ".join(f"{word}ي" if other == f"{word}ية" else word for word, other in pairs)
    return list(dict.fromkeys([title, definite]))


def _oblique(phrase: str, agreeing: int | None) -> list[str]:
    """Give a plural in both cases: `متحدثون رسميون` and `متحدثين رسميين`, `مسؤولو` and `مسؤولي`."""
    words = phrase.split()
    head = 1 + (agreeing or 0)
    oblique = list(words)
    for i, word in enumerate(words[:head]):
        for nominative, genitive in _SOUND_PLURALS.items():
            if word.endswith(nominative) and (nominative != "و" or len(words) > 1):
                oblique[i] = word.removesuffix(nominative) + genitive
                break
    return [phrase] if oblique == words else [phrase, " ".join(oblique)]


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase of a list, `agreeing` words of which agree with the first (None: unknown)."""

    lexicon: str
    entry_id: str
    text: str
    agreeing: int | None = None
    particles: frozenset[str] = frozenset()

    def head_length(self) -> int:
        """Count the words before the first particle, which the article can stand on."""
        words = self.text.split()
        found = (i for i, word in enumerate(words) if i and word in self.particles)
        return next(found, len(words))


def definable(phrase: NounPhrase, lexeme_of: Callable[[str], Lexeme]) -> Iterator[Entry]:
    """Give a noun phrase without article, and with it where the phrase can take one.

    In `أمين عام` each word takes it, in `رئيس بلدية` the second alone, `وزير الخارجية` has it.
    Where nothing tells an adjective from a genitive, both are given.
    """
    words = phrase.text.split()
    if not ARABIC_WORD.fullmatch(words[0]):
        yield Entry(phrase.lexicon, phrase.entry_id, None, phrase.text, phrase.text)
        return
    first, rest = lexeme_of(words[0]), " ".join(words[1:])
    make = partial(Entry, phrase.lexicon, phrase.entry_id, first)
    if len(words) == 1:
        yield make()
        return
    if has_article(words[0]):
        yield make(rest, rest)
        return
    yield make(rest, rest, article=False)
    head = words[1 : 1 + phrase.agreeing if phrase.agreeing else phrase.head_length()]
    if any(has_article(word) for word in head):
        return
    definite = " ".join([f"ال{word}" for word in head] + words[1 + len(head) :])
    if phrase.agreeing != 0 or not head:
        yield make(definite, rest, article=True)
    if not phrase.agreeing and head:
        yield make(definite, rest, article=False)
