"""The classes of words as letters, and rules written with the classes' names.

A token becomes two characters: its proclitics as a digit, its class as a letter. An article is then
a string, and a rule of the grammar a regular expression over it; position `2 * i` is token `i`.
"""

import re
from collections.abc import Iterable
from functools import cache

import polars as pl

# Proclitics: conjunction و/ف, prepositions ب ل ك; `bare` is none of them.
CLITICS = {"bare": "0", "w": "1", "b": "2", "l": "3", "k": "4", "wb": "5", "wl": "6", "wk": "7"}

# What rules ask for: any conjunction, no preposition, one preposition whatever stands before it.
_CLITIC_SETS = {"conj": "[1567]", "free": "[01]", "withb": "[25]", "withl": "[36]"}

LETTERS = {
    # marks
    "STOP": ".",
    "BREAK": "/",
    "COMMA": ",",
    "COLON": ":",
    "OPEN": "<",
    "CLOSE": ">",
    "LPAREN": "(",
    "RPAREN": ")",
    "DASH": "-",
    "MARK": "~",
    "NUMBER": "#",
    # cues
    "FINITE": "V",
    "WEAK_FINITE": "W",
    "PARTICIPLE": "K",
    "WEAK_PARTICIPLE": "k",
    "SAYING": "Q",
    "NOMINAL": "N",
    "ACCORDING": "A",
    # closed classes
    "COMP": "C",
    "TO": "I",
    "ON": "J",
    "ABOUT": "E",
    "FROM": "M",
    "IN": "F",
    "BI": "B",
    "ON_BEHALF": "i",
    "LI": "y",
    "PREP": "p",
    "WHICH": "R",
    "WHAT": "m",
    "AUX": "u",
    "NEGATION": "n",
    "PRONOUN": "H",
    "PARTICLE": "j",
    "AS": "c",
    "ADVERB": "a",
    "TIME": "t",
    "TURN": "z",
    # who and where
    "TITLE": "T",
    "TITLE_DEFINITE": "D",
    "TITLE_OR_GIVEN": "Z",
    "NISBA": "S",
    "COUNTRY": "G",
    "PLACE": "L",
    "ORG": "O",
    "ORG_HEAD": "o",
    "PERSON": "P",
    "GIVEN": "g",
    # only where names are looked for: `extract.reading.name_words`
    "NAME_PARTICLE": "b",
    "DOCUMENT": "Y",
    "SOURCE": "U",
    # other words
    "VERB": "v",
    "NOUN": "w",
    "CONTENT_NOUN": "h",
    "DEFINITE": "d",
    "ADJECTIVE": "e",
    "UNKNOWN": "x",
    "UNKNOWN_DEFINITE": "X",
}

_TITLES = ("TITLE", "TITLE_DEFINITE", "TITLE_OR_GIVEN")
_ACTORS = (
    *_TITLES,
    *("PERSON", "GIVEN", "ORG", "ORG_HEAD", "COUNTRY", "PLACE", "SOURCE", "DOCUMENT"),
)
_OTHER_NOMINALS = (
    *("NISBA", "NOUN", "DEFINITE", "ADJECTIVE", "UNKNOWN", "UNKNOWN_DEFINITE"),
    *("NUMBER", "CONTENT_NOUN"),
)
GROUPS = {
    "ANY_CUE": ("FINITE", "WEAK_FINITE", "PARTICIPLE", "WEAK_PARTICIPLE", "SAYING", "NOMINAL"),
    "ANY_NAME": ("PERSON", "GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE"),
    "ANY_PREP": ("TO", "ON", "ABOUT", "FROM", "IN", "BI", "LI", "PREP"),
    "ANY_TITLE": _TITLES,
    "RELATIVE": ("WHICH", "WHAT"),
    "NAMED": ("PERSON", "GIVEN", "ORG", "COUNTRY", "PLACE"),
    "ACTOR": _ACTORS,
    "NOMINAL_WORD": (*_ACTORS, *_OTHER_NOMINALS),
}

# As the columns of letters and of clitics hold them.
CODES = {name: ord(letter) for name, letter in LETTERS.items()}
CLITIC_CODES = {name: ord(digit) for name, digit in CLITICS.items()}

WIDTH = 2
_N_CODES = 128
_PART = re.compile(
    r"\[(?P<group>\w+):[ ]"
    r"|(?P<close>\])"
    r"|(?:(?P<clitic>[a-z]+)\+)?(?P<classes>[A-Z][A-Z_]*(?:\|[A-Z][A-Z_]*)*)"
    r"|[ ]"
)


def codes(*names: str) -> list[int]:
    """The character codes of classes and groups, as the columns of letters hold them.

    Raises:
        KeyError: A class of that name does not exist.
    """
    return list(_codes(*names))


@cache
def _codes(*names: str) -> tuple[int, ...]:
    return tuple(ord(letter) for name in names for letter in _letters(name))


def code(name: str) -> int:
    """The character code of one class."""
    return CODES[name]


def clitic_codes(*names: str) -> list[int]:
    """The character codes of proclitics (`bare`, `w`, …), as the columns of clitics hold them."""
    return [CLITIC_CODES[name] for name in names]


def is_class(letters: pl.Series, *names: str) -> pl.Series:
    """Which letters are of these classes or groups."""
    return _is_one(letters, _codes(*names))


def among(column: str, names: Iterable[str]) -> pl.Expr:
    """Whether a column of letters holds these classes or groups."""
    return _among(column, tuple(names))


@cache
def _among(column: str, names: tuple[str, ...]) -> pl.Expr:
    return is_among(pl.col(column), names)


def is_among(letters: pl.Expr, names: Iterable[str]) -> pl.Expr:
    """Whether letters are of these classes or groups, for a shifted column too."""
    return letters.is_in(codes(*names))


def is_clitic(clitics: pl.Series, *names: str) -> pl.Series:
    """Which clitics are among these."""
    return _is_one(clitics, tuple(clitic_codes(*names)))


def _is_one(letters: pl.Series, wanted: tuple[int, ...]) -> pl.Series:
    if len(wanted) == 1:
        return letters == wanted[0]
    return _by_code(wanted)[letters.cast(pl.UInt32)] == 1


@cache
def _by_code(wanted: tuple[int, ...]) -> pl.Series:
    """By character code 1 or 0: rows of it are taken in a tenth of the time of `is_in`."""
    return pl.Series([int(number in wanted) for number in range(_N_CODES)], dtype=pl.UInt8)


def one_of(*names: str) -> str:
    """A regular expression for one letter of these classes, whatever its proclitic."""
    return f"[{re.escape(''.join(letter for name in names for letter in _letters(name)))}]"


def compile_rule(rule: str) -> str:
    """Turn a rule into a regular expression over letters.

    A rule is written with class names (`FINITE`), several with bars (`TITLE|NISBA`), a proclitic
    before a class (`b+NOUN`, `conj+FINITE`), groups as `[subject: ACTOR+]`, and the operators of
    regular expressions. `ANY` is any token; `NOT_COMP|FINITE` any but these and the end of a
    sentence.

    Raises:
        KeyError: A class or proclitic of that name does not exist.
    """
    return _PART.sub(_part, rule)


def _part(match: re.Match[str]) -> str:
    if match["group"]:
        return f"(?P<{match['group']}>"
    if match["close"]:
        return ")"
    return _token(match["clitic"], match["classes"]) if match["classes"] else ""


def _token(clitic: str | None, classes: str) -> str:
    digits = _digits(clitic)
    names = classes.removeprefix("NOT_").split("|")
    letters = set(LETTERS.values())
    if classes.startswith("NOT_"):
        # No class but `ANY` reaches over the end of a sentence.
        letters -= {letter for name in (*names, "STOP", "BREAK") for letter in _letters(name)}
    elif classes != "ANY":
        letters = {letter for name in names for letter in _letters(name)}
    # Letters are named one by one: "any but these" would be a class of all of Unicode, which takes
    # longer to compile and to read by.
    return f"(?:{digits}[{re.escape(''.join(sorted(letters)))}])"


def _digits(clitic: str | None) -> str:
    if clitic is None:
        return "[0-7]"
    return _CLITIC_SETS.get(clitic) or CLITICS[clitic]


def _letters(name: str) -> list[str]:
    if name in GROUPS:
        return [LETTERS[member] for member in GROUPS[name]]
    return [LETTERS[name]]
