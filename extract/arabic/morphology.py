"""The forms table: every inflected and cliticised form of the project's lexicons.

Morphology is paid for once. The lexicons are compiled into a camel-tools database, camel-tools'
generator gives every form of every lexeme in it, and the table of forms is kept in the cache by
lexicon version, so that looking a word up is a join on `surface`.
"""

import hashlib
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
from filelock import FileLock

from extract.arabic import camel
from extract.arabic.morphology_database import Clitic, database_text
from extract.arabic.morphology_entries import lexicon_entries
from extract.arabic.morphology_lexemes import Entry
from extract.arabic.morphology_phrases import entry_forms
from extract.arabic.normalize import fold

FORMS = pl.Schema(
    {
        "surface": pl.String,
        "lexicon": pl.String,
        "entry_id": pl.String,
        "base": pl.String,
        "proclitics": pl.String,
        "has_article": pl.Boolean,
        "suffix": pl.String,
        "form": pl.String,
        "gender": pl.String,
        "number": pl.String,
        "n_words": pl.Int32,
    }
)
_ANALYSIS = ("diac", "lex", "paradigm", "form", "gen", "num", "cas", "stt", "prc0", "enc0", "bw")
_CLITIC = ("attaches_to", "position", "clitic")
# Beginnings of the names of the modules that forms are made by.
_CODE = ("camel", "conjugation", "inflection", "morphology", "normalize")


def build_database(tables: Mapping[str, pl.DataFrame]) -> str:
    """Compile lexicons into a database in camel-tools' text format.

    Args:
        tables: The lexicons by file name without suffix; `clitics` must be there.

    Returns:
        The text of a `.db` file; the same lexicons give the same text.
    """
    return _database(_entries(tables), tables)


def load_forms(tables: Mapping[str, pl.DataFrame], version: str) -> pl.DataFrame:
    """Give the forms table of lexicons, from the cache where it has been made before.

    Args:
        tables: The lexicons by file name without suffix; `clitics` must be there.
        version: Hash of the lexicons.

    Returns:
        One row a form and analysis, columns as in `FORMS`, sorted by all of them. `surface` is
        folded as in `extract.arabic.normalize`, words of a phrase one space apart.
    """
    path = camel.cache_folder() / "forms" / f"{version}-{_code_version()}.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file():
        with FileLock(path.with_suffix(".lock")):
            if not path.is_file():
                buffer = io.BytesIO()
                expand(tables).write_parquet(buffer)
                camel.write_whole(path, buffer.getvalue())
    return pl.read_parquet(path)


def expand(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Make the forms table of lexicons; see `load_forms`."""
    entries = _entries(tables)
    database = camel.read_database(_database(entries, tables), "g")
    lexemes = lexeme_forms(database)
    rows = entry_forms(entries, lexemes).with_columns(
        n_words=pl.col("written").str.count_matches(" ").cast(pl.Int32) + 1
    )
    return fold(rows, "written", "surface").select(FORMS.names()).unique().sort(FORMS.names())


def lexeme_forms(database: Any) -> pl.DataFrame:
    """Generate every form of every lexeme of a database.

    Args:
        database: A `MorphologyDB` opened for generation.

    Returns:
        One row a form, as `analysis_frame` gives it.
    """
    generator = camel.camel_module("morphology.generator").Generator(database)
    analyses = []
    for lemma, stems in database.lemma_hash.items():
        for pos in dict.fromkeys(stem["pos"] for stem in stems):
            # The database's defaults name no clitics: nothing but the part of speech is asked for.
            analyses += generator.generate(lemma, {"pos": pos})
    return analysis_frame(analyses)


def analysis_frame(analyses: list[dict[str, Any]]) -> pl.DataFrame:
    """Put analyses of camel-tools' generator or analyzer into columns.

    Returns:
        Columns `written`, `lex`, `paradigm`, `base`, `proclitics`, `has_article`, `suffix`, `form`,
        `gender`, `number`, `case`, `state`; one row an analysis, in order.
    """
    frame = pl.DataFrame(
        {name: [analysis[name] for analysis in analyses] for name in _ANALYSIS},
        schema=dict.fromkeys(_ANALYSIS, pl.String),
    )
    clitic = r"([^+/]*)/(?:CONJ|PREP|SUB|FUT|DET|PRON)\+?"
    base = pl.col("bw").str.replace_all(clitic, "").str.replace_all(r"/[A-Z]+\+?", "")
    own_article = pl.when(pl.col("paradigm").str.starts_with("definite")).then(pl.lit("ال"))
    proclitic = r"([^+/]*)/(?:CONJ|PREP|SUB|FUT)(?:\+|$)"
    return frame.select(
        "lex",
        "paradigm",
        "form",
        written="diac",
        base=pl.concat_str(own_article.otherwise(pl.lit("")), base),
        proclitics=pl.col("bw")
        .str.extract_all(proclitic)
        .list.join("")
        .str.replace_all(r"/[A-Z]+\+?", ""),
        has_article=pl.col("prc0") == "Al_det",
        suffix=pl.col("enc0").replace("0", ""),
        gender=pl.col("gen").replace("-", None),
        number=pl.col("num").replace("-", None),
        case="cas",
        state="stt",
    )


def _entries(tables: Mapping[str, pl.DataFrame]) -> list[Entry]:
    return lexicon_entries({name: table.to_dicts() for name, table in tables.items()})


def _database(entries: list[Entry], tables: Mapping[str, pl.DataFrame]) -> str:
    clitics = [
        Clitic(
            row["attaches_to"], row["position"], row["clitic"], tuple(row["segments"].split("|"))
        )
        for row in tables["clitics"].to_dicts()
    ]
    words = (word for entry in entries for word in (entry.lexeme, entry.follower) if word)
    return database_text(words, clitics)


@cache
def _code_version() -> str:
    """Hash the code that the forms depend on, so that a change of it makes them anew."""
    digest = hashlib.sha256()
    for module in sorted(Path(__file__).parent.glob("*.py")):
        if module.name.startswith(_CODE):
            digest.update(module.read_bytes())
    return digest.hexdigest()[:12]
