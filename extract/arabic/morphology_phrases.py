"""Forms of single words, as camel-tools gives them, to the forms of the entries of the lexicons.

Clitics stand on the first word of a phrase; what follows is kept as written, or agrees with it.
Which phrases there are belongs in `extract.arabic.morphology_entries`.
"""

from collections.abc import Iterable

import polars as pl

from extract.arabic.morphology_database import Lexeme
from extract.arabic.morphology_lexemes import Entry

_LEXEME = ["lex", "paradigm"]
_INFLECTION = ["gender", "number", "case", "has_article"]
_COLUMNS = (
    *("written", "lexicon", "entry_id", "base", "proclitics", "has_article", "suffix"),
    *("form", "gender", "number"),
)


def entry_forms(entries: Iterable[Entry], lexemes: pl.DataFrame) -> pl.DataFrame:
    """Give the forms of entries.

    Args:
        entries: The words and phrases of the lexicons.
        lexemes: Forms of single words, columns as `morphology.analysis_frame` gives them.

    Returns:
        Columns `written`, `lexicon`, `entry_id`, `base`, `proclitics`, `has_article`, `suffix`,
        `form`, `gender`, `number`; one row a form of an entry, unsorted.
    """
    table = _entry_table(entries)
    has_follower = pl.col("follower_lex").is_not_null()
    parts = [
        _verbatim_phrases(table.filter(pl.col("lex").is_not_null(), ~has_follower), lexemes),
        _agreeing_phrases(table.filter(has_follower, ~pl.col("is_frozen")), lexemes),
        _frozen_phrases(table.filter(has_follower, "is_frozen"), lexemes),
        _unanalysed(table.filter(pl.col("lex").is_null())),
    ]
    return pl.concat(part.select(_COLUMNS) for part in parts)


def _entry_table(entries: Iterable[Entry]) -> pl.DataFrame:
    names = ("lexicon", "entry_id", *_LEXEME, "rest", "base_rest")
    schema = {
        **dict.fromkeys(names, pl.String),
        "article": pl.Boolean,
        "follower_lex": pl.String,
        "follower_paradigm": pl.String,
        "is_frozen": pl.Boolean,
    }
    rows = [
        (
            *(entry.lexicon, entry.entry_id, *_key(entry.lexeme), entry.rest, entry.base_rest),
            *(entry.article, *_key(entry.follower), entry.is_frozen),
        )
        for entry in entries
    ]
    return pl.DataFrame(rows, schema=schema, orient="row").unique()


def _key(lexeme: Lexeme | None) -> tuple[str | None, str | None]:
    return (lexeme.lemma, lexeme.paradigm) if lexeme else (None, None)


def _verbatim_phrases(table: pl.DataFrame, lexemes: pl.DataFrame) -> pl.DataFrame:
    """Give words, and phrases whose further words stay as they are."""
    is_construct = pl.col("state") == "c"
    in_phrase = pl.col("rest") != ""
    # Before a genitive a dual has no ن and no pronoun stands; alone, there is no short dual.
    fits = (
        pl.when(in_phrase)
        .then(
            (pl.col("suffix") == "") & ((pl.col("state") == "c") | pl.col("number").ne_missing("d"))
        )
        .otherwise(~is_construct)
    )
    article_fits = pl.col("article").is_null() | (pl.col("article") == pl.col("has_article"))
    return (
        table.join(lexemes, on=_LEXEME)
        .filter(fits, article_fits)
        .with_columns(
            _phrase("written", "rest").alias("written"), _phrase("base", "base_rest").alias("base")
        )
    )


def _agreeing_phrases(table: pl.DataFrame, lexemes: pl.DataFrame) -> pl.DataFrame:
    """Give pairs of adjectives in agreement: `الكورية الشمالية`, `كوريين شماليين`."""
    return (
        table.join(lexemes, on=_LEXEME)
        .join(
            _followers(lexemes),
            left_on=["follower_lex", "follower_paradigm", *_INFLECTION],
            right_on=[*_LEXEME, *_INFLECTION],
            suffix="_2",
            nulls_equal=True,
        )
        .with_columns(_phrase("written", "written_2"), _phrase("base", "base_2"))
    )


def _frozen_phrases(table: pl.DataFrame, lexemes: pl.DataFrame) -> pl.DataFrame:
    """Give pairs whose second word alone inflects: `السري لانكية`, `الجنوب الأفريقيين`."""
    tanwin_fits = (pl.col("case_2") != "a") | pl.col("proclitics").is_in(["", "و", "ف"])
    article_fits = pl.col("has_article") | ~pl.col("has_article_2")
    return (
        table.join(lexemes, on=_LEXEME)
        .join(
            _followers(lexemes),
            left_on=["follower_lex", "follower_paradigm"],
            right_on=_LEXEME,
            suffix="_2",
        )
        .filter(tanwin_fits, article_fits)
        .with_columns(
            *(_phrase("written", "written_2"), _phrase("base", "base_2")),
            *(pl.col(f"{name}_2").alias(name) for name in ("form", "gender", "number")),
        )
    )


def _followers(lexemes: pl.DataFrame) -> pl.DataFrame:
    """Give the forms that can stand second in a phrase: those without clitics."""
    return lexemes.filter(pl.col("proclitics") == "", pl.col("suffix") == "")


def _unanalysed(table: pl.DataFrame) -> pl.DataFrame:
    """Give entries that are no Arabic word, `CNN`, as they are."""
    return table.with_columns(
        written="rest",
        base="rest",
        proclitics=pl.lit(""),
        has_article=pl.lit(False),
        suffix=pl.lit(""),
        form=pl.lit("name"),
        gender=pl.lit(None, pl.String),
        number=pl.lit(None, pl.String),
    )


def _phrase(first: str, rest: str) -> pl.Expr:
    """Join two columns by a space, where there is a second word."""
    return pl.concat_str(first, rest, separator=" ").str.strip_chars_end().alias(first)
