"""Words that no list holds in this form, but holds without what stands before or after them.

`ستتطلب` is `تتطلب` to come, `الوقت` is `وقت` with the article, `بنحو` is `نحو` after a preposition.
What is left unknown after this is mostly a name.
"""

import polars as pl

from extract.reading.alphabet import CLITICS, code
from extract.reading.knowledge import Knowledge

_VERBS = ("VERB", "FINITE", "WEAK_FINITE", "AUX")
_WITH_ARTICLE = ("NOUN", "ADJECTIVE", "TIME", "NUMBER", "ADVERB", "PREP")
_AFTER_PREPOSITION = ("ADVERB", "NUMBER", "PREP", "TIME")
# Each way: conjunction, preposition and rest, the classes of the rest, the class of the whole.
_WAYS = (
    (r"^([وف]?)()(?:س|ل)([يتنا]\S{2,})$", _VERBS, "VERB"),
    (r"^([وف]?)([بك]?)ال(\S{2,})$", _WITH_ARTICLE, "DEFINITE"),
    (r"^([وف]?)(ل)ل(\S{2,})$", _WITH_ARTICLE, "DEFINITE"),
    (r"^([وف]?)([بكل])(\S{3,})$", _AFTER_PREPOSITION, "NOUN"),
    # Endings: of the dual (`مصدران`), of the accusative (`مختبرا`), of a pronoun (`رأيه`).
    (
        r"^([وف]?)()(\S{3,}?)(?:ان|ين|ون|ا|ه|ها|هم|هما)$",
        ("NOUN", "ADJECTIVE", "DOCUMENT", "SOURCE"),
        "NOUN",
    ),
    (r"^()()(\S{3,})ه$", ("FINITE", "WEAK_FINITE"), "NOUN"),
)


def without_prefixes(vocabulary: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Class words by what remains of them without a particle, article, preposition or ending.

    Args:
        vocabulary: `surface`, `folded`, and `letter`, `clitic` (character codes), null where
            unknown.
        knowledge: For the classes of folded words.

    Returns:
        `vocabulary` in its order, with `letter` and `clitic` filled where a way was found; the
        first way stands.
    """
    # A hamza on the first alef is no article: `أليسا`.
    is_open = pl.col("letter").is_null() & ~pl.col("surface").str.contains("^[وفبكل]?[أإآ]ل")
    unknown = (
        vocabulary.select("folded", is_open.alias("is_open"))
        .with_row_index("word")
        .filter("is_open")
    )
    tries = pl.concat([_try(unknown, way) for way in range(len(_WAYS))])
    tries = tries.with_columns(
        rest_letter=knowledge.classes_of(tries["rest"])["letter"]
    ).drop_nulls("rest_letter")
    allowed = pl.DataFrame(
        [(way, code(name)) for way, (_, names, _) in enumerate(_WAYS) for name in names],
        schema={"way": pl.Int64, "rest_letter": pl.UInt8},
        orient="row",
    )
    found = (
        tries.join(allowed, on=["way", "rest_letter"], how="semi")
        .sort("word", "way")
        .unique("word", keep="first", maintain_order=True)
        .with_columns(
            found_letter=pl.col("way").replace_strict(_WHOLES, return_dtype=pl.UInt8),
            found_clitic=_clitic(),
        )
    )
    return (
        vocabulary.with_row_index("word")
        .join(found.select("word", "^found_.*$"), on="word", how="left", maintain_order="left")
        .with_columns(
            letter=pl.coalesce("letter", "found_letter"),
            clitic=pl.coalesce("clitic", "found_clitic"),
        )
        .drop("word", "^found_.*$")
    )


_WHOLES = {way: code(whole) for way, (_, _, whole) in enumerate(_WAYS)}


def _try(unknown: pl.DataFrame, way: int) -> pl.DataFrame:
    """What remains of each word in one way, where it fits the word at all."""
    parts = pl.col("folded").str.extract_groups(_WAYS[way][0])
    return (
        unknown.select("word", parts=parts)
        .select(
            "word",
            conjunction=pl.col("parts").struct.field("1"),
            preposition=pl.col("parts").struct.field("2"),
            rest=pl.col("parts").struct.field("3"),
            way=pl.lit(way, pl.Int64),
        )
        .drop_nulls("rest")
    )


def _clitic() -> pl.Expr:
    latin = {"ب": "b", "ك": "k", "ل": "l", "": ""}
    conjunction = pl.when(pl.col("conjunction") == "").then(pl.lit("")).otherwise(pl.lit("w"))
    name = conjunction + pl.col("preposition").replace_strict(latin, default="")
    codes = {key: ord(digit) for key, digit in CLITICS.items()} | {"": ord(CLITICS["bare"])}
    return name.replace_strict(codes, default=None, return_dtype=pl.UInt8)
