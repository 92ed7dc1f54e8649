"""Descriptions that found nobody (`المسؤول الصيني`, `البيان`): which of them go on with who spoke.

Whom the article so described is found in `extract.reading.descriptions`, who goes on speaking in
`extract.reading.carrying`.
"""

import polars as pl

from extract.reading.acting import PERSON_SPEAKER
from extract.reading.alphabet import codes, is_class
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

# `المتحدث`, `المتحدث الأمريكي`: a longer description says enough to be a source of its own.
_SHORT_DESCRIPTION = 2
# Offices that tell their holders apart, as nobody is told apart by `المسؤول` or `المتحدث`.
_OFFICES = (
    *("وزير", "وزيرة", "رئيس", "رئيسة", "سفير", "سفيرة", "مدير", "مديرة", "ملك", "أمير", "امير"),
    *("محافظ", "محافظة", "نائب", "نائبة", "مبعوث", "مبعوثة", "قائد", "خبير", "خبيرة", "لاعب"),
    *("محام", "محامية", "محامي", "طبيب", "طبيبة", "قاضي", "مفوض", "مفوضة", "عميد", "مندوب"),
)
# Tokens that `في بيان` may stand before the verb it belongs to.
_SAME_SENTENCE = 25
_ANY_OFFICE = f" (?:ال)?(?:{'|'.join(_OFFICES)})(?: |$)"
# `اللاجئون`, `السلطات`, `التقارير`: several are nobody in particular who spoke before.
PAIR = "ال(?:جانب|طرف|بلد|دولت|وزير|رئيس|زعيم|مس[ؤئ]ول|قائد|سفير|مصدر|نائب|متهم|لاعب|خبير|قيادي)ان"
_SEVERAL = f"^(?:[^ ]+(?:ون|ين|ات)|{PAIR}|ال..ا.ي.)(?: |$)"
# `الصحافة`, `المعارضة`: so is a body of people that no title names.
_BODY = "^[^ ]+ة(?: |$)"


def is_open(statements: pl.DataFrame, reading: Reading) -> pl.Expr:
    """A definite description of one that found nobody goes on with the speaker before it."""
    name = pl.col("speaker_name")
    letter = pl.lit(reading.letters[statements["subject_token"]])
    is_body = name.str.contains(_BODY) & letter.is_in(codes("DEFINITE"))
    return (
        pl.col("speaker_type").is_in(["unnamed", "document"])
        & name.str.starts_with("ال")
        & ~name.str.contains(_SEVERAL)
        & ~is_body
        & (pl.col("n_speaker") <= _SHORT_DESCRIPTION)
        & (pl.col("speaker_resolution") == "stated")
    ).fill_null(value=False)


def find_compatriots(
    statements: pl.DataFrame, people: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Give `المسؤول الموريتاني` the last person before it whom the article gives that country."""
    is_asked = is_open(statements, reading) & (pl.col("n_speaker") == _SHORT_DESCRIPTION)
    letters = reading.letters[statements["subject_token"]]
    is_asked &= (pl.col("speaker_type") == "unnamed") & is_class(letters, "ANY_TITLE", "SOURCE")
    asked = statements.filter(is_asked).select(
        "row", "document", "token", country="speaker_country_code"
    )
    named = people.filter(~pl.col("is_worldwide")).select(
        "document",
        at="token",
        country="person_country",
        **{f"found_{name}": value for name, value in PERSON_SPEAKER.items()},
    )
    found = asked.drop_nulls("country").join_asof(
        named.drop_nulls("country"), left_on="token", right_on="at", by=["document", "country"],
        strategy="backward", check_sortedness=False,
    ).drop_nulls("at")  # fmt: skip
    joined = statements.join(
        found.select("row", "^found_.*$"), on="row", how="left", maintain_order="left"
    )
    has = pl.col("found_speaker_name").is_not_null()
    return joined.with_columns(
        *(pl.when(has).then(f"found_{c}").otherwise(c).alias(c) for c in PERSON_SPEAKER),
        speaker_resolution=pl.when(has).then(pl.lit("title")).otherwise("speaker_resolution"),
    ).drop("^found_.*$")


def set_apart(statements: pl.DataFrame, last: pl.Expr, reading: Reading) -> pl.DataFrame:
    """Let descriptions speak for themselves that do not fit who spoke before.

    `المراقب الأمريكي` is no Sudanese, `السفير` no minister, and a document is no person.
    """
    before = statements.select(
        "row",
        *(pl.col(c).alias(f"last_{c}") for c in PERSON_SPEAKER),
        last_role="role_words",
        last_token="token",
    )
    joined = statements.with_columns(last=last.cast(pl.UInt32)).join(
        before, left_on="last", right_on="row", how="left", maintain_order="left"
    )
    head = pl.col("text").str.extract("^ال([^ ]+)", 1)
    # A nisba alone is somebody's surname.
    is_other = (pl.col("speaker_country_code") != pl.col("last_speaker_country_code")) & (
        pl.col("n_speaker") > 1
    )
    is_written = (pl.col("speaker_type") == "document") & (pl.col("last_speaker_type") == "person")
    is_written &= ~pl.lit(_was_spoken_in(joined, reading))
    # A role whose words are known names the office, where the description names one.
    holds_office = pl.col("last_role").str.contains(_ANY_OFFICE)
    # Words are compared as they stand: a pattern of each row's own would be compiled for each row.
    last_words = (pl.col("last_role") + " ").str.replace_all(" ال", " ", literal=True)
    holds_same = last_words.str.contains(
        pl.concat_str(pl.lit(" "), head, pl.lit(" ")), literal=True
    )
    holds_other = holds_office & head.is_in(_OFFICES) & ~holds_same
    is_apart = pl.col("is_open") & pl.any_horizontal(
        e.fill_null(value=False) for e in (is_other, is_written, holds_other)
    )
    # A pair is named by the one of it who spoke last.
    takes = pl.col("is_pair") & (pl.col("last_speaker_type") == "person").fill_null(value=False)
    is_own = is_apart | pl.col("is_pair")
    taken = (pl.when(takes).then(f"last_{c}").otherwise(c).alias(c) for c in PERSON_SPEAKER)
    return (
        joined.with_columns(
            *taken,
            speaker_resolution=pl.when(takes).then(pl.lit("joint")).otherwise("speaker_resolution"),
            own=pl.when(is_own).then("row").otherwise("own"),
            is_open=pl.col("is_open") & ~is_own,
        )
        .with_columns(is_of_none=pl.col("is_of_none") | pl.col("is_pair"))
        .drop("last", "^last_.*$", "is_pair")
    )


def _was_spoken_in(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether who spoke last did so in the document described: `قال … في بيان. وأضاف البيان`."""
    letters = reading.letters
    is_first = is_class(letters.shift(1), "IN")
    told = reading.text.tokens.select("document", told_at="token").filter(
        is_first.fill_null(value=False)
    )
    told = told.with_columns(noun=reading.text.at("bare", told["told_at"]).str.strip_prefix("ال"))
    asked = statements.select(
        "row", "document", "token", "last_token", noun=pl.col("text").str.extract("^ال([^ ]+)", 1)
    )
    nearest = asked.sort("token").join_asof(
        told.sort("told_at"),
        left_on="token",
        right_on="told_at",
        by=["document", "noun"],
        strategy="backward",
        check_sortedness=False,
    )
    is_near = pl.col("told_at") + _SAME_SENTENCE >= pl.col("last_token")
    found = nearest.select("row", is_told=is_near.fill_null(value=False))
    return statements.join(found, on="row", how="left", maintain_order="left")["is_told"]


def role_words(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """The words of each speaker's title, a space before each; null where it has none."""
    roles = statements.select("row", token="speaker_role_token", n="speaker_n_role").drop_nulls()
    words = tokens_inside(roles, "token", "n")
    words = words.with_columns(word=reading.text.at("bare", words["at"]))
    texts = words.group_by("row", maintain_order=True).agg(
        role_words=pl.concat_str(pl.lit(" "), "word").str.join("")
    )
    return statements.join(texts, on="row", how="left", maintain_order="left")["role_words"]
