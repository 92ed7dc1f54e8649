"""Words that no list holds in this form, but in another number: duals, plurals, constructs.

Prefixes of unlisted words belong in `extract.reading.unlisted`.
"""

import polars as pl

from extract.reading.alphabet import code, codes, is_class
from extract.reading.knowledge import Knowledge

# The genitive of shorter ones is alike with other words (`ملكي`).
_CONSTRUCT = r"^(?:[^ا]|ا[^ل])(?:\S{2,}و|\S{3,}ي)$"
_DUAL = r"^(\S{4,})(?:ين|ون)$"


def with_duals(vocabulary: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Give duals and sound plurals of listed nouns (`اتصالين`) their class: they are no names."""
    singular = vocabulary.select(
        pl.when(pl.col("letter").is_null()).then(pl.col("folded").str.extract(_DUAL, 1))
    ).to_series()
    found = knowledge.classes_of(singular)
    is_noun = is_class(found["letter"], "NOUN", "ADJECTIVE", "CONTENT_NOUN")
    is_noun = is_noun.fill_null(value=False)
    return vocabulary.with_columns(
        letter=pl.when(pl.lit(is_noun)).then(code("NOUN")).otherwise("letter").cast(pl.UInt8),
        clitic=pl.when(pl.lit(is_noun)).then(pl.lit(found["clitic"])).otherwise("clitic"),
    )


def in_construct(vocabulary: pl.DataFrame, knowledge: Knowledge) -> pl.DataFrame:
    """Give plurals of titles before what completes them (`مسؤولو البنتاغون`) their class."""
    is_open = pl.col("letter").is_null() | pl.col("letter").is_in(codes("NOUN", "UNKNOWN"))
    plural = vocabulary.select(
        pl.when(is_open & pl.col("folded").str.contains(_CONSTRUCT)).then(pl.col("folded") + "ن")
    ).to_series()
    found = knowledge.classes_of(plural)
    is_title = is_class(found["letter"], "ANY_TITLE", "SOURCE").fill_null(value=False)
    return vocabulary.with_columns(
        letter=pl.when(pl.lit(is_title)).then(code("SOURCE")).otherwise("letter").cast(pl.UInt8),
        clitic=pl.when(pl.lit(is_title)).then(pl.lit(found["clitic"])).otherwise("clitic"),
        bare=pl.when(pl.lit(is_title))
        .then(pl.lit(found["bare"]).str.strip_suffix("ن"))
        .otherwise("bare"),
    )
