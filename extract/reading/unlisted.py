"""Words that no list holds in this form, but holds without what stands before them.

`ستتطلب` is `تتطلب` to come, `الوقت` is `وقت` with the article, `بنحو` is `نحو` after a preposition. What
is left unknown after this is mostly a name.
"""

import polars as pl

from extract.reading.alphabet import CLITICS, LETTERS

_VERBS = ("VERB", "FINITE", "WEAK_FINITE", "AUX")
_WITH_ARTICLE = ("NOUN", "ADJECTIVE", "TIME", "NUMBER", "ADVERB", "PREP")
_AFTER_PREPOSITION = ("ADVERB", "NUMBER", "PREP", "TIME")
# Each way: what it takes off, the classes of what remains, the class of the whole.
_WAYS = (
    (r"^([وف]?)()(?:س|ل)([يتنا]\w{2,})$", _VERBS, "VERB"),
    (r"^([وف]?)([بك]?)ال(\w{2,})$", _WITH_ARTICLE, "DEFINITE"),
    (r"^([وف]?)(ل)ل(\w{2,})$", _WITH_ARTICLE, "DEFINITE"),
    (r"^([وف]?)([بكل])(\w{3,})$", _AFTER_PREPOSITION, "NOUN"),
    # Endings: of the dual (`مصدران`), of the accusative (`مختبرا`), of a pronoun (`رأيه`).
    (r"^([وف]?)()(\w{3,}?)(?:ان|ين|ون|ا|ه|ها|هم|هما)$", ("NOUN", "ADJECTIVE", "DOCUMENT", "SOURCE"), "NOUN"),
    (r"^()()(\w{3,})ه$", ("FINITE", "WEAK_FINITE"), "NOUN"),
)


def without_prefixes(vocabulary: pl.DataFrame, classes: pl.DataFrame) -> pl.DataFrame:
    """Class words by what remains of them without a particle, article or preposition.

    Args:
        vocabulary: `surface`, `folded`, and `letter`, `clitic` (character codes), null where unknown.
        classes: One row a folded word with its `letter`.

    Returns:
        `vocabulary` in its order, with `letter` and `clitic` filled where a way was found.
    """
    # A hamza on the first alef is no article: `أليسا`.
    is_open = pl.col("letter").is_null() & ~pl.col("surface").str.contains("^[وفبكل]?[أإآ]ل")
    unknown = vocabulary.select(pl.when(is_open).then("folded")).to_series()
    letters, clitics = [vocabulary["letter"]], [vocabulary["clitic"]]
    for pattern, remains, whole in _WAYS:
        parts = unknown.str.extract_groups(pattern).struct.unnest()
        parts.columns = ["conjunction", "preposition", "rest"]
        codes = [ord(LETTERS[name]) for name in remains]
        known = classes.filter(pl.col("letter").is_in(codes)).select(rest="folded", is_known=pl.lit(value=True))
        found = parts.join(known, on="rest", how="left", maintain_order="left")
        letters.append(found.select(pl.when("is_known").then(ord(LETTERS[whole]))).to_series())
        clitics.append(found.select(pl.when("is_known").then(_clitic())).to_series())
    return vocabulary.with_columns(
        letter=pl.coalesce(letters).cast(pl.UInt8), clitic=pl.coalesce(clitics).cast(pl.UInt8)
    )


def _clitic() -> pl.Expr:
    latin = {"ب": "b", "ك": "k", "ل": "l", "": ""}
    conjunction = pl.when(pl.col("conjunction") == "").then(pl.lit("")).otherwise(pl.lit("w"))
    name = conjunction + pl.col("preposition").replace_strict(latin, default="")
    codes = {key: ord(digit) for key, digit in CLITICS.items()} | {"": ord(CLITICS["bare"])}
    return name.replace_strict(codes, default=None, return_dtype=pl.UInt8)
