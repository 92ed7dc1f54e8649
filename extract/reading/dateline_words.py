"""Places and agencies as datelines name them, looked up by folded form.

Which stretch of a text is a dateline belongs in `extract.reading.datelines`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

import polars as pl

from extract.lexicons import SEPARATOR

_NOT_A_LETTER = re.compile(r"[\W\d_]+")
_DROPPED = "".join(map(chr, range(0x64B, 0x653))) + (
    "\u0640\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\ufeff\u0670"
)
_FOLDED = str.maketrans(
    "أإآٱى", "\u0627" * 4 + "ي", _DROPPED + "".join(map(chr, range(0x64B, 0x653)))
)
# Of places of one name a dateline means the capital, else a city, else what comes first.
_TYPE_RANK = {"city": 0, "district": 1}

# Datelines that name no city: the seat lies on ground of its own.
_SEATS = frozenset(("الامم المتحدة", "مقر الامم المتحدة"))


class HasTables(Protocol):
    """The word lists, by name; `extract.lexicons.Lexicons` is one."""

    @property
    def tables(self) -> Mapping[str, pl.DataFrame]:
        """One frame a list."""

    @property
    def version(self) -> str:
        """What tells these lists from others."""


@dataclass(frozen=True)
class Place:
    """A place that news comes from."""

    place_id: str
    country_code: str | None


@dataclass(frozen=True, eq=False)
class DatelineWords:
    """What the parts of a dateline are looked up in; keys are folded.

    Attributes:
        places: Places of each name, the likeliest first.
        countries: Country code by name.
        agencies: Agency id by name without blanks and points (`د ب أ` and `د.ب.أ` are one).
        function_words: Words that no name holds.
        common_words: Nouns and verbs that make no name by themselves.
        given_names: Names that a reporter's name begins with.
    """

    places: Mapping[str, tuple[Place, ...]]
    countries: Mapping[str, str]
    agencies: Mapping[str, str]
    function_words: frozenset[str]
    common_words: frozenset[str]
    given_names: frozenset[str]

    @cached_property
    def _place_starts(self) -> frozenset[str]:
        # Most words begin no name: one look-up dismisses them.
        return frozenset(name.split()[0] for name in (*self.places, *self.countries, *_SEATS))

    @cached_property
    def _agency_starts(self) -> frozenset[str]:
        return frozenset(key[:end] for key in self.agencies for end in range(1, len(key) + 1))

    def begins_place(self, word: str) -> bool:
        """Whether some place's name begins with `word`."""
        return fold_phrase(word) in self._place_starts

    def begins_agency(self, word: str) -> bool:
        """Whether some agency's name begins with `word`."""
        return agency_key(word) in self._agency_starts

    def find_agency(self, text: str) -> str | None:
        """The agency that goes by `text`; None when none is known to."""
        return self.agencies.get(agency_key(text))

    def find_place(self, name: str, qualifier: str | None = None) -> Place | None:
        """The likeliest place of a name.

        Args:
            name: The name as written.
            qualifier: What the dateline adds in brackets: a country, or a city of one.
        """
        places = self.places.get(fold_phrase(name), ())
        country = self.find_country(qualifier) if qualifier else None
        return next((place for place in places if place.country_code == country), None) or (
            places[0] if places and country is None else None
        )

    def find_country(self, name: str) -> str | None:
        """The country that `name` names, or that the city of that name lies in."""
        folded = fold_phrase(name)
        if folded in self.countries:
            return self.countries[folded]
        places = self.places.get(folded, ())
        return places[0].country_code if places else None

    def is_country(self, name: str) -> bool:
        """Whether `name` names a country, whatever else it names."""
        return fold_phrase(name) in self.countries

    def is_place(self, name: str) -> bool:
        """Whether `name` names a place or country known, or a seat that news is filed from."""
        folded = fold_phrase(name)
        return folded in self.places or folded in self.countries or folded in _SEATS

    def has_function_word(self, text: str) -> bool:
        """Whether some word of `text` is one that no name holds."""
        return not self.function_words.isdisjoint(fold_phrase(text).split())

    def may_be_name(self, text: str) -> bool:
        """Whether an unknown phrase may be a name: no function word, nor common words alone."""
        words = fold_phrase(text).split()
        is_uncommon = [self.common_words.isdisjoint((w, w.removeprefix("ال"))) for w in words]
        return any(is_uncommon) and not self.has_function_word(text)

    def may_be_person(self, text: str) -> bool:
        """Whether `text` begins like a person's name."""
        words = fold_phrase(text).split()
        return len(words) > 1 and words[0] in self.given_names


_COMPILED: dict[str, DatelineWords] = {}
# Articles begin with the same places and agencies over and over.
_MAX_KEPT = 1 << 16


@lru_cache(_MAX_KEPT)
def fold_phrase(text: str) -> str:
    """A phrase folded for look-up, with single blanks.

    Gives what `extract.arabic.normalize.fold_words` gives for Arabic text, which is made for whole
    vocabularies and takes twenty times as long on a phrase.
    """
    return " ".join(text.translate(_FOLDED).split())


@lru_cache(_MAX_KEPT)
def agency_key(text: str) -> str:
    """An agency's name or letters folded for look-up: letters only, Latin ones in lower case."""
    return _NOT_A_LETTER.sub("", text.translate(_FOLDED)).lower()


def compile_dateline_words(lexicons: HasTables) -> DatelineWords:
    """Make the look-ups of the lists `places`, `countries`, `country_forms`, `agencies` and others.

    Those of the version last asked for are kept: a run reads many batches with one version.

    Args:
        lexicons: The word lists; a list that is missing counts as empty.
    """
    if lexicons.version not in _COMPILED:
        _COMPILED.clear()
        _COMPILED[lexicons.version] = _compile(lexicons.tables)
    return _COMPILED[lexicons.version]


def _compile(tables: Mapping[str, pl.DataFrame]) -> DatelineWords:
    return DatelineWords(
        places=_places(_rows(tables, "places")),
        countries=dict(_countries(tables)),
        agencies=dict(_agencies(_rows(tables, "agencies"))),
        function_words=_words(tables, "function_words", "word"),
        common_words=_words(tables, "common_words", "word"),
        given_names=_words(tables, "given_names", "name"),
    )


def _rows(tables: Mapping[str, pl.DataFrame], name: str) -> list[dict[str, object]]:
    return tables[name].to_dicts() if name in tables else []


def _words(tables: Mapping[str, pl.DataFrame], name: str, column: str) -> frozenset[str]:
    return frozenset(fold_phrase(str(row[column])) for row in _rows(tables, name))


def _split(*cells: object) -> Iterator[str]:
    for cell in cells:
        yield from (form for form in str(cell or "").split(SEPARATOR) if form)


def _places(rows: Iterable[Mapping[str, object]]) -> dict[str, tuple[Place, ...]]:
    def rank(row: Mapping[str, object]) -> tuple[object, ...]:
        kind = _TYPE_RANK.get(str(row["place_type"]), len(_TYPE_RANK))
        return (not row["is_capital"], kind, str(row["place_id"]))

    places: dict[str, tuple[Place, ...]] = {}
    for row in sorted(rows, key=rank):
        country = row["country_code"]
        place = Place(str(row["place_id"]), str(country) if country else None)
        for form in _split(row["name_ar"], row["variants"]):
            known = places.get(fold_phrase(form), ())
            if place not in known:
                places[fold_phrase(form)] = (*known, place)
    return places


def _countries(tables: Mapping[str, pl.DataFrame]) -> Iterator[tuple[str, str]]:
    for row in _rows(tables, "country_forms"):
        yield fold_phrase(str(row["form"])), str(row["country_code"])
    for row in _rows(tables, "countries"):
        yield fold_phrase(str(row["name_ar"])), str(row["country_code"])


def _agencies(rows: Iterable[Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    for row in rows:
        for form in _split(row["name_ar"], row["name_en"], row["dateline_forms"]):
            yield agency_key(form), str(row["agency_id"])
