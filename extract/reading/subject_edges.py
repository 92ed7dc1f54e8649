"""Where the words that name a speaker begin and end: less marks, pronouns, what the verb takes."""

import polars as pl

from extract.reading.alphabet import LETTERS, WIDTH, is_class
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

_SUBJECT = ("subject_token", "n_subject", "subject")
_OPENS = f"^.{LETTERS['OPEN']}.."
_ENDS_OPEN = f"...{LETTERS['OPEN']}$"
_OWNED = r"^\S{3,}(?:ها|هم|هما|اته|ته)$"
# `وهو يقول`: says no more of who it is than the verb does.
_PRONOUNS = ("هو", "هي", "هم", "هما", "هن", "انا", "نحن", "انت", "انتم")
_DEFINITES = ("NISBA", "DEFINITE", "TITLE_DEFINITE", "UNKNOWN_DEFINITE")


def trim_subjects(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Trim `subject_token`, `n_subject` and `subject` (letters) of subjects.

    Args:
        found: Statements with `row` and these columns, null where no subject is.
        reading: Words of the batch.
    """
    found = _without_outer_marks(_without_trailing_objects(found, reading))
    head = reading.text.at("bare", found["subject_token"])
    is_pronoun = pl.lit(head.is_in(_PRONOUNS)) & (pl.col("n_subject") == 1)
    return found.with_columns(
        pl.when(~is_pronoun.fill_null(value=False)).then(name).alias(name) for name in _SUBJECT
    )


def _without_trailing_objects(found: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """End a subject before somebody's own: `جدد الرئيس اليمني | تأكيداته بأن …`.

    After what is definite a noun with a pronoun is no part of the phrase, but what the verb takes.
    """
    inside = tokens_inside(
        found.select("row", "subject_token", "n_subject"), "subject_token", "n_subject"
    )
    at = inside["at"]
    before = reading.text.step(at, -1)
    is_object = is_class(reading.letters[at], "NOUN", "CONTENT_NOUN")
    is_object &= reading.text.at("bare", at).str.contains(_OWNED)
    is_object &= is_class(reading.letters[before], *_DEFINITES)
    is_object &= at > inside["subject_token"]
    first = inside.filter(is_object).group_by("row").agg(object_at=pl.col("at").min())
    joined = found.join(first, on="row", how="left", maintain_order="left")
    length = pl.col("object_at") - pl.col("subject_token")
    return joined.with_columns(
        n_subject=pl.coalesce(length, "n_subject").cast(found["n_subject"].dtype),
        subject=pl.when(length.is_null())
        .then("subject")
        .otherwise(pl.col("subject").str.head(length * WIDTH)),
    ).drop("object_at")


def _without_outer_marks(found: pl.DataFrame) -> pl.DataFrame:
    """Leave out a mark that opens more than the subject: `إن «الوزير أكد …»`, `الوزير «يؤكد»`."""
    subject = pl.col("subject")
    is_closed = subject.str.contains(LETTERS["CLOSE"], literal=True)
    opens = (subject.str.contains(_OPENS) & ~is_closed).fill_null(value=False)
    found = found.with_columns(
        subject_token=pl.col("subject_token") + opens.cast(pl.UInt32),
        n_subject=pl.col("n_subject") - opens.cast(pl.UInt32),
        subject=pl.when(opens).then(subject.str.slice(WIDTH)).otherwise(subject),
    )
    ends = subject.str.contains(_ENDS_OPEN).fill_null(value=False)
    return found.with_columns(
        n_subject=pl.col("n_subject") - ends.cast(pl.UInt32),
        subject=pl.when(ends).then(subject.str.head(-WIDTH)).otherwise(subject),
    )
