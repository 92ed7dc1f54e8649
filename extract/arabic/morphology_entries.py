"""Word lists to entries: which row of which list a lexeme stands for.

Clitics go on the first word of a phrase alone, which is its lexeme. How single words inflect
belongs in `extract.arabic.morphology_lexemes`, where an article stands in
`extract.arabic.morphology_titles`.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from extract.arabic.morphology_database import Lexeme
from extract.arabic.morphology_lexemes import (
    ARABIC_WORD,
    Entry,
    broken_plural_lexeme,
    fixed_lexeme,
    has_article,
    masdar_lexeme,
    name_lexeme,
    nisba_lexeme,
    participle_lexeme,
    term_lexeme,
    verb_lexemes,
)
from extract.arabic.morphology_titles import (
    NounPhrase,
    Rows,
    cells,
    definable,
    title_entries,
)

# By list: what its entries are called, its key column, and the columns that hold names or nouns.
_NAME_LISTS = {
    "country_forms": ("country", "form", ("form",)),
    "places": ("place", "place_id", ("name_ar", "variants")),
    "organizations": (
        "organization",
        "organization_id",
        ("name_ar", "acronym_ar", "acronym_latin", "variants"),
    ),
    "agencies": ("agency", "agency_id", ("name_ar", "dateline_forms")),
    "persons": ("person", "person_id", ("name_ar", "surname_ar", "variants")),
}
_NOUN_LISTS = {
    "offices": ("office", "office_id", ("name_ar", "variants")),
    "topic_terms": ("topic", "topic_id", ("term",)),
    "issues": ("issue", "issue_id", ("forms",)),
    "occasions": ("occasion", "occasion_id", ("forms",)),
}
# By list: what its entries are called, and its key column.
_VERB_LISTS = {"acts": ("act", "act_id"), "support_words": ("support", "word_id")}
# Of two sides, of those who speak, of one country or more.
_PRONOUNS = ("هما", "نا", "ها", "هم")
_PARTICLES = ("في", "من", "خارج", "لجميع", "كالحديد", "صمدت")


def lexicon_entries(tables: Mapping[str, Rows]) -> list[Entry]:
    """Give the entries of every word list that takes clitics.

    Args:
        tables: Rows by list name; lists that are not there give no entries.

    Returns:
        Entries in the order of the lists; the same words may stand in several.
    """
    entries = list(_cue_entries(tables.get("cues", ())))
    for name, (lexicon, key) in _VERB_LISTS.items():
        entries += _verb_entries(lexicon, key, tables.get(name, ()))
    for name, (lexicon, key, columns) in _NAME_LISTS.items():
        for row in tables.get(name, ()):
            entries += [
                _phrase_entry(lexicon, str(row[key]), phrase, name_lexeme)
                for phrase in cells(row, columns)
            ]
    entries += _nisba_entries(tables)
    entries += title_entries(tables)
    for name, (lexicon, key, columns) in _NOUN_LISTS.items():
        for row in tables.get(name, ()):
            for phrase in cells(row, columns):
                entries += definable(NounPhrase(lexicon, str(row[key]), phrase), term_lexeme)
    entries += _formula_entries(tables.get("formulas", ()))
    return entries


def _phrase_entry(
    lexicon: str, entry_id: str, phrase: str, lexeme_of: Callable[[str], Lexeme]
) -> Entry:
    first, _, rest = phrase.partition(" ")
    if not ARABIC_WORD.fullmatch(first):
        return Entry(lexicon, entry_id, None, phrase, phrase)
    return Entry(lexicon, entry_id, lexeme_of(first), rest, rest)


def _cue_entries(rows: Rows) -> Iterator[Entry]:
    for row in rows:
        cue_id = str(row["cue_id"])
        imperfect = row.get("imperfect")
        if row.get("perfect") and imperfect:
            for verb in verb_lexemes(str(row["perfect"]), imperfect):
                yield Entry("cue", cue_id, verb)
        for participle in cells(row, ("participle",)):
            yield Entry("cue", cue_id, participle_lexeme(participle, imperfect))
        for masdar in cells(row, ("masdar",)):
            yield Entry("cue", cue_id, masdar_lexeme(masdar))
        for plural in cells(row, ("plural",)):
            yield Entry("cue", cue_id, masdar_lexeme(plural, number="p"))
        if row.get("cue_type") == "according_to":
            yield _phrase_entry("cue", cue_id, str(row["lemma"]), fixed_lexeme)


def _verb_entries(lexicon: str, key: str, rows: Rows) -> Iterator[Entry]:
    for row in rows:
        entry_id = str(row[key])
        for verb in verb_lexemes(row.get("perfect"), row.get("imperfect")):
            yield Entry(lexicon, entry_id, verb)
        for noun in cells(row, ("nouns",)):
            number = "p" if noun.endswith("ات") else "s"
            yield Entry(lexicon, entry_id, masdar_lexeme(noun, number))


def _formula_entries(rows: Rows) -> Iterator[Entry]:
    """Give formulas, also with article (`الشراكة الشاملة`) and pronoun (`شراكتهما الشاملة`)."""
    for row in rows:
        for phrase in cells(row, ("forms",)):
            first, _, rest = phrase.partition(" ")
            make = partial(Entry, "formula", str(row["formula_id"]))
            if has_article(first):
                yield make(term_lexeme(first), rest, rest)
                continue
            definite = " ".join(_definite_words(rest.split()))
            yield make(term_lexeme(first), rest, rest, article=False)
            yield make(term_lexeme(first), definite, rest, article=True)
            yield make(term_lexeme(first), definite, rest, article=False)
            stem = first.removesuffix("ة") + "ت" if first.endswith("ة") else first
            for pronoun in _PRONOUNS:
                yield make(term_lexeme(stem + pronoun), definite, definite, article=False)


def _definite_words(words: list[str]) -> Iterator[str]:
    """Put the article on what agrees or is owned (`ودائمة` too), up to a preposition."""
    for i, word in enumerate(words):
        if word in _PARTICLES or word.startswith("لل"):
            yield from words[i:]
            return
        if word.startswith("و") and i:
            yield f"وال{word[1:]}"
        else:
            yield word if has_article(word) or word == "ذي" else f"ال{word}"


def _nisba_entries(tables: Mapping[str, Rows]) -> Iterator[Entry]:
    name_starts = {
        (str(row["form"]).partition(" ")[0], row["country_code"])
        for row in tables.get("country_forms", ())
        if " " in str(row["form"])
    }
    for row in tables.get("nisbas", ()):
        nisba = str(row["nisba"])
        first, _, second = nisba.partition(" ")
        if not second:
            yield Entry("nisba", nisba, nisba_lexeme(nisba))
        elif (first, row["country_code"]) in name_starts or not first.endswith("ي"):
            # A word of the country's own name, سري لانكا, is not an adjective of its own.
            follower = nisba_lexeme(second)
            yield Entry("nisba", nisba, term_lexeme(first), follower=follower, is_frozen=True)
        else:
            yield Entry("nisba", nisba, nisba_lexeme(first), follower=nisba_lexeme(second))
        for plural in cells(row, ("broken_plurals",)):
            yield from definable(NounPhrase("nisba", nisba, plural), broken_plural_lexeme)
