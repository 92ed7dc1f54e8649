"""Words to lexemes: which inflectional class a word of each kind belongs to.

A lexeme with what follows it verbatim (`وزير` + `الخارجية`) is an entry. How the forms of a class
are spelt belongs in `extract.arabic.inflection`; which words there are, in
`extract.arabic.morphology_entries`.
"""

import re
from dataclasses import dataclass, replace

from extract.arabic.conjugation import imperfect_stems, perfect_stems
from extract.arabic.inflection import (
    ADJECTIVE_ENDINGS,
    DUAL_ENDINGS,
    Stem,
    noun_stems,
    participle_stems,
    takes_tanwin_alef,
)
from extract.arabic.morphology_database import Lexeme

ARABIC_WORD = re.compile(r"[ء-غف-يٱپچڤگ]+")
_ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a lexeme stands for in a word list.

    Attributes:
        lexicon: `cue`, `nisba`, `country`, `place`, …
        entry_id: Key of the row in its list.
        lexeme: The first word; None when it is not one Arabic word and so takes no clitics.
        rest: The further words as written after it, or empty.
        base_rest: The same without article, as `base` has it.
        article: Whether the first word has the article; None for both.
        follower: The second word's lexeme where it agrees with the first (`كوري شمالي`).
        is_frozen: Whether the first word stays while its follower inflects (`سري لانكي`).
    """

    lexicon: str
    entry_id: str
    lexeme: Lexeme | None
    rest: str = ""
    base_rest: str = ""
    article: bool | None = None
    follower: Lexeme | None = None
    is_frozen: bool = False


def verb_lexemes(perfect: str | None, imperfect: str | None) -> list[Lexeme]:
    """Give a verb's perfect and imperfect, two lexemes of one lemma.

    Of one whose other form is an everyday word of its own (`اتصل`, but `فيما يتصل`) the one alone.
    """
    lexemes = []
    if perfect:
        lexemes.append(
            Lexeme(
                *(perfect, "perfect", "verb", "perfect", "m", "s", ("perfect",)),
                tuple(perfect_stems(perfect, imperfect or "")),
            )
        )
    if imperfect:
        past = perfect or imperfect[1:]
        lexemes.append(
            Lexeme(
                *(past, f"imperfect.{imperfect}", "verb", "imperfect", "m", "s"),
                ("imperfect", "future", "purpose"),
                tuple(imperfect_stems(past, imperfect)),
            )
        )
    return lexemes


def participle_lexeme(participle: str, imperfect: str | None) -> Lexeme:
    """Give a participle as it stands after its sentence: no article, no preposition."""
    stems = participle_stems(participle, imperfect)
    return Lexeme(
        *(participle, f"participle.{len(stems)}", "adj", "participle", "m", "s", ("participle",)),
        tuple(stems),
    )


def masdar_lexeme(noun: str, number: str = "s") -> Lexeme:
    """Give a verbal noun: with article, or pronoun, or tanwin."""
    endings = ("word+", "accusative") if number == "s" and takes_tanwin_alef(noun) else ("word+",)
    return Lexeme(
        *(noun, f"masdar.{number}", "noun", "masdar", _gender(noun), number),
        ("accusative", "nominal", _definite(noun)),
        tuple(noun_stems(noun, endings=endings)),
    )


def nisba_lexeme(nisba: str) -> Lexeme:
    """Give an adjective of origin with its sound plurals."""
    return Lexeme(
        *(nisba, "nisba", "adj", "adjective", "m", "s"),
        ("accusative", "nominal", _definite(nisba)),
        (Stem(nisba, nisba, ADJECTIVE_ENDINGS),),
    )


def broken_plural_lexeme(plural: str) -> Lexeme:
    """Give a broken plural of a nisba, `أتراك`."""
    return replace(term_lexeme(plural), form="adjective", paradigm="broken", gender="m", number="p")


def name_lexeme(name: str) -> Lexeme:
    """Give a proper name; one with an article of its own always keeps it: `الصين`, `للصين`."""
    if has_article(name):
        stem = name.removeprefix(_ARTICLE)
        return Lexeme(
            *(name, "definite_name", "noun_prop", "name", "-", "-", (_definite(stem),)),
            (Stem(stem, stem, ("word",)),),
        )
    return Lexeme(
        name, "name", "noun_prop", "name", "-", "-", ("nominal",), (Stem(name, name, ("word",)),)
    )


def term_lexeme(noun: str) -> Lexeme:
    """Give a common noun as it stands in a phrase of a list, with or without article."""
    if has_article(noun):
        return replace(name_lexeme(noun), paradigm="definite_noun", pos="noun", form="noun")
    return Lexeme(
        *(noun, "noun", "noun", "noun", "-", "-", ("nominal", _definite(noun))),
        (Stem(noun, noun, ("word",)),),
    )


def title_lexeme(noun: str, number: str, gender: str | None = None) -> Lexeme:
    """Give a title: with article or pronoun, and its dual (`الوزيران`, `وزيرا خارجية`)."""
    gender = gender or _gender(noun)
    stems = noun_stems(noun)
    if number == "s" and noun.endswith("ة"):
        duals = tuple(f"feminine_{ending}" for ending in DUAL_ENDINGS)
        stems.append(Stem(noun[:-1], noun[:-1], duals))
    elif number == "s" and noun[-1] not in "اىء":
        stems.append(Stem(noun, noun, DUAL_ENDINGS))
    return Lexeme(
        *(noun, f"title.{gender}{number}", "noun", "noun", gender, number),
        ("nominal", _definite(noun)),
        tuple(stems),
    )


def fixed_lexeme(word: str) -> Lexeme:
    """Give a word that takes a conjunction and nothing else: `وفقا`, `بحسب`."""
    return Lexeme(
        *(word, "fixed", "noun", "noun", "-", "-", ("participle",)),
        (Stem(word, word, ("word",)),),
    )


def _definite(stem: str) -> str:
    """Name the class of proclitics with article: before ل the ل of the article falls after `ل`."""
    return "definite_lam" if stem.startswith("ل") else "definite"


def _gender(noun: str) -> str:
    return "f" if noun.endswith(("ة", "ات")) else "m"


def has_article(word: str) -> bool:
    """Tell whether a word begins with the article."""
    return word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) + 1
