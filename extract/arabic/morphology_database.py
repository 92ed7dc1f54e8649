"""Stems and clitics to a database in camel-tools' text format, which is Buckwalter's scheme.

A word is prefix + stem + suffix, and three tables say which classes of each stand together.
Prefixes here are proclitics with the person of an imperfect; suffixes are endings with a pronoun.
Which class a word belongs to is said in `extract.arabic.morphology_lexemes`, and how stems inflect
in `extract.arabic.inflection`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.arabic.inflection import BOUND, ENDINGS, Stem
from extract.arabic.normalize import fold_words

# Feature values are those of camel-tools where it has them; `paradigm` and `form` are Marsad's own.
_CLOSED = {
    "pos": ("verb", "noun", "adj", "noun_prop", "digit", "punc", "latin", "foreign"),
    "gen": ("m", "f", "-"),
    "num": ("s", "d", "p", "-"),
    "cas": ("n", "g", "a", "u"),
    "stt": ("c", "u"),
    "prc0": ("0", "Al_det"),
    "prc1": ("0", "bi_prep", "li_prep", "ka_prep", "li_sub", "sa_fut"),
    "prc2": ("0", "wa_conj", "fa_conj"),
}
_OPEN = ("lex", "diac", "bw", "enc0", "paradigm", "form", "stem", "stemcat", "source")
_PROCLITIC_FEATURES = {
    "و/CONJ": "prc2:wa_conj",
    "ف/CONJ": "prc2:fa_conj",
    "ب/PREP": "prc1:bi_prep",
    "ل/PREP": "prc1:li_prep",
    "ك/PREP": "prc1:ka_prep",
    "ل/SUB": "prc1:li_sub",
    "س/FUT": "prc1:sa_fut",
    "ال/DET": "prc0:Al_det",
}
_IMPERFECT = ("imperfect", "future", "purpose")
_PERSONS = {"y": "ي", "t": "ت"}


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of a lexicon with its stems, the unit that camel-tools calls a lemma.

    Attributes:
        lemma: Dictionary form, one word of Arabic letters.
        paradigm: How it inflects; lemma and paradigm together are the key.
        pos: camel-tools' part of speech.
        form: `perfect`, `imperfect`, `participle`, `masdar`, `adjective`, `noun` or `name`.
        gender: `m`, `f` or `-` where endings alone say it, or nothing does.
        number: `s`, `d`, `p` or `-`.
        proclitics: Classes of proclitics in `clitics.csv`.
        stems: The stems.
    """

    lemma: str
    paradigm: str
    pos: str
    form: str
    gender: str
    number: str
    proclitics: tuple[str, ...]
    stems: tuple[Stem, ...]


@dataclass(frozen=True, slots=True)
class Clitic:
    """A row of `clitics.csv`."""

    attaches_to: str
    position: str
    clitic: str
    segments: tuple[str, ...]


def database_text(lexemes: Iterable[Lexeme], clitics: Sequence[Clitic]) -> str:
    """Write lexemes as a morphology database.

    Args:
        lexemes: The words; those with equal content are written once.
        clitics: Rows of the clitic table.

    Returns:
        The text of the `.db` file, sections in camel-tools' order, rows sorted.
    """
    stem_lines: set[str] = set()
    classes: set[tuple[tuple[str, ...], tuple[str, ...]]] = set()
    for lexeme in lexemes:
        for stem in lexeme.stems:
            stem_lines.add(_stem_line(lexeme, stem))
            classes.add((_prefix_classes(lexeme.proclitics), stem.endings))
    prefixes = sorted({prefix for prefix_classes, _ in classes for prefix in prefix_classes})
    suffixes = sorted({suffix for _, endings in classes for suffix in endings})
    stem_classes = [(_stem_class(*pair), *pair) for pair in sorted(classes)]
    sections = [
        ("DEFINES", _defines()),
        ("DEFAULTS", (f"DEFAULT pos:{pos}" for pos in _CLOSED["pos"])),
        ("ORDER", ["ORDER diac lex pos paradigm form gen num cas stt prc2 prc1 prc0 enc0 bw"]),
        ("TOKENIZATIONS", ()),
        ("STEMBACKOFF", ()),
        ("PREFIXES", sorted(_prefix_lines(prefixes, clitics))),
        ("SUFFIXES", sorted(_suffix_lines(suffixes, clitics))),
        ("STEMS", sorted(stem_lines)),
        ("TABLE AB", [f"{a} {name}" for name, before, _ in stem_classes for a in before]),
        ("TABLE BC", [f"{name} {c}" for name, _, after in stem_classes for c in after]),
        ("TABLE AC", [f"{a} {c}" for a in prefixes for c in suffixes if _stand_together(a, c)]),
    ]
    return "".join(
        f"###{name}###\n" + "".join(f"{line}\n" for line in lines) for name, lines in sections
    )


def _defines() -> Iterator[str]:
    for feature, values in _CLOSED.items():
        yield " ".join([f"DEFINE {feature}", *(f"{feature}:{value}" for value in values)])
    for feature in _OPEN:
        yield f"DEFINE {feature} {feature}:*open*"


def _prefix_classes(proclitics: Iterable[str]) -> tuple[str, ...]:
    """Split the classes of imperfect verbs by person prefix: `imperfect_y`, `imperfect_t`."""
    return tuple(
        name
        for proclitic in proclitics
        for name in (
            [f"{proclitic}_{person}" for person in _PERSONS]
            if proclitic in _IMPERFECT
            else [proclitic]
        )
    )


def _stem_class(prefixes: Iterable[str], endings: Iterable[str]) -> str:
    return f"{'.'.join(prefixes)}|{'.'.join(endings)}"


def _stem_line(lexeme: Lexeme, stem: Stem) -> str:
    category = _stem_class(_prefix_classes(lexeme.proclitics), stem.endings)
    features = {
        "diac": stem.surface,
        "lex": lexeme.lemma,
        "pos": lexeme.pos,
        "paradigm": lexeme.paradigm,
        "form": lexeme.form,
        "gen": lexeme.gender,
        "num": lexeme.number,
        "cas": "u",
        "stt": "u",
        "prc2": "0",
        "prc1": "0",
        "prc0": "0",
        "enc0": "0",
        "bw": f"{stem.base}/STEM",
        "source": "lex",
    }
    return f"{_fold(stem.surface)}\t{category}\t{_join(features)}"


def _prefix_lines(classes: Sequence[str], clitics: Sequence[Clitic]) -> Iterator[str]:
    for name in classes:
        host, _, person = name.rpartition("_") if name[-2:] in ("_y", "_t") else (name, "", "")
        person_letter = _PERSONS.get(person, "")
        for text, segments in _proclitics(host, clitics):
            features = [_PROCLITIC_FEATURES[segment] for segment in segments]
            if person == "t":
                features.append("gen:f")
            tags = [*segments, *([f"{person_letter}/IV"] if person else [])]
            if tags:
                features += [f"diac:{text}{person_letter}", f"bw:{'+'.join(tags)}"]
            yield f"{_fold(text + person_letter)}\t{name}\t{' '.join(features)}"


def _proclitics(host: str, clitics: Sequence[Clitic]) -> list[tuple[str, tuple[str, ...]]]:
    """Give the proclitics of a class, with none at all where a lone conjunction may stand."""
    rows = [
        (row.clitic, row.segments)
        for row in clitics
        if row.position == "proclitic" and row.attaches_to == host
    ]
    bare: list[tuple[str, tuple[str, ...]]] = (
        [("", ())] if any(segments == ("و/CONJ",) for _, segments in rows) else []
    )
    return bare + rows


def _suffix_lines(classes: Sequence[str], clitics: Sequence[Clitic]) -> Iterator[str]:
    for name in classes:
        ending = ENDINGS[name.removesuffix(BOUND)]
        features = {"gen": ending.gender, "num": ending.number, "cas": ending.case}
        if ending.state == "c":
            features["stt"] = "c"
        if not name.endswith(BOUND):
            yield _suffix_line(name, ending.text, features, [f"{ending.text}/SUFF"])
            continue
        for row in clitics:
            if row.position == "enclitic" and row.attaches_to == ending.host:
                tags = [f"{ending.text}/SUFF", *row.segments]
                written = f"{ending.bound}{row.clitic}"
                yield _suffix_line(name, written, features | {"enc0": row.clitic}, tags)


def _suffix_line(name: str, text: str, features: dict[str, str | None], tags: list[str]) -> str:
    kept = {key: value for key, value in features.items() if value}
    written = [tag for tag in tags if not tag.startswith("/")]
    if text:
        kept |= {"diac": text, "bw": "+".join(written)}
    return f"{_fold(text)}\t{name}\t{_join(kept)}"


def _stand_together(prefix: str, suffix: str) -> bool:
    """Tell whether a class of proclitics goes with an ending."""
    host = prefix[:-2] if prefix[-2:] in ("_y", "_t") else prefix
    if host in _IMPERFECT:
        return _imperfect_takes(host, prefix[-1], suffix.removesuffix(BOUND))
    if prefix == "accusative":
        return suffix == "accusative"
    if suffix.endswith(BOUND) and prefix.startswith("definite"):
        return False
    if ENDINGS[suffix.removesuffix(BOUND)].state == "c":
        return not prefix.startswith("definite")
    return prefix in ("perfect", "participle") or suffix != "accusative"


def _imperfect_takes(host: str, person: str, ending: str) -> bool:
    """`ون` and `ن` go with `ي` alone; no mood but the indicative with `س`, the others with `ل`."""
    moods = {"imperfect": ("",), "future": ("subjunctive", "jussive"), "purpose": ("indicative",)}
    if host != "imperfect" and ending.startswith(moods[host]):
        return False
    return not (person == "t" and ending.endswith(("_mp", "_fp")))


def _join(features: dict[str, str]) -> str:
    return " ".join(f"{key}:{value}" for key, value in features.items())


def _fold(word: str) -> str:
    return fold_words([word])[0]
