"""Parties that hang on what a phrase before them hangs on: added to it by `و`, or examples of it.

`التدخل في شؤون دول الخليج وسوريا`, `تهديدات لدول الجوار، خاصة قطر`. Parties that follow parties
belong in `extract.reading.markers`.
"""

import polars as pl

from extract.reading.alphabet import codes, is_class
from extract.reading.neighbours import paces
from extract.reading.words import Reading

# What opens examples, and the small words that may stand before it (`بما فيها`, `ومن بينها`).
_EXAMPLES = (
    "خاصة", "خصوصا", "لاسيما", "سيما", "مثل", "منها", "بينها", "فيها", "ابرزها", "هي", "هم",
    "راسها", "راسهم", "مقدمتها", "مقدمتهم",
)  # fmt: skip
_MEMBERS = ("منها", "بينها", "فيها", "هي", "هم")
_SMALL = ("بما", "من", "لا", "علي", "في")
# `دولة مثل ألمانيا` compares.
_COMPARED = ("دولة", "بلد")
_N_SMALL = 3
_PREPOSITIONS = ("TO", "ON", "ABOUT", "FROM", "IN", "BI", "PREP")
_BETWEEN = "بين"
# The marker of what `و` adds.
ADDED = "+and"
_BARE = ord("0")
_REACH = 8


def borrow_markers(
    start: pl.Series,
    is_added: pl.Series,
    reading: Reading,
    in_phrase: tuple[str, ...],
    by_clitic: dict[int, str],
) -> pl.DataFrame:
    """What marks the phrases before parties that are added to them, or examples of them.

    Args:
        start: Tokens that the parties' own phrases begin at.
        is_added: Whether each is added by `و` to a phrase that names no party.
        reading: Words of the batch.
        in_phrase: Classes of the words of a noun phrase.
        by_clitic: What proclitics mark.

    Returns:
        `row` (of `start`), `lent` (marker), `lent_start` (of members of a list), `lender` (token
        that the phrase begins at), for those that have such a phrase.
    """
    before = reading.text.step(start, -1)
    is_example = reading.text.at("bare", before).is_in(_EXAMPLES).fill_null(value=False)
    rows = (is_example | is_added).arg_true()
    ends = _phrase_ends(before[rows], is_example[rows], reading)
    is_told = ~reading.text.at("bare", ends).is_in(_COMPARED)
    rows, ends = rows.filter(is_told), ends.filter(is_told)
    found = _heads(ends, reading, in_phrase)
    marker = (
        pl.when(pl.col("is_word"))
        .then(pl.col("clitic").replace_strict(by_clitic, default=None, return_dtype=pl.String))
        .when(pl.col("letter").is_in(codes(*_PREPOSITIONS)) & (pl.col("step") < 0))
        .then("word")
    )
    found = found.with_columns(
        row=rows[found["row"]],
        lent=marker,
        lent_start=pl.col("token").cast(pl.Int64) + (~pl.col("is_word")).cast(pl.Int64),
    )
    # Of what lies between several not every two are joined.
    found = found.filter(pl.col("lent") != _BETWEEN)
    # Both stand behind the phrase: `لتعزيز التعاون والعراق` is no cooperation of Iraq's.
    is_member = found["lent"] == ADDED
    found = found.with_columns(
        lent_start=pl.when(is_member).then("lent_start"), lender="lent_start"
    )
    # `بين إيران ودول الخليج، خاصة أزمة اليمن` goes on with something else, `ودول هي …` says which.
    is_list = reading.text.at("bare", before[found["row"]]).is_in(_MEMBERS)
    is_list |= ~is_example[found["row"]]
    found = found.filter(is_list | (found["lent"] != ADDED))
    return found.select("row", "lent", "lent_start", "lender").drop_nulls("lent")


def _phrase_ends(at: pl.Series, is_example: pl.Series, reading: Reading) -> pl.Series:
    """The last tokens of the phrases: back over what opens an example."""
    for _ in range(_N_SMALL):
        is_small = reading.text.at("bare", at).is_in([*_EXAMPLES, *_SMALL]).fill_null(value=False)
        is_small |= is_class(reading.letters[at], "COMMA")
        at = reading.text.step(at, -(is_small & is_example).cast(pl.Int64))
    return at


def _heads(ends: pl.Series, reading: Reading, in_phrase: tuple[str, ...]) -> pl.DataFrame:
    """What each phrase hangs on: the token before it, or its own first where that has a proclitic.

    Returns:
        `row` (of `ends`), `token`, `step`, `letter`, `clitic`, `word`, `is_word` (of the phrase).
    """
    seen = paces(ends, range(0, -_REACH - 1, -1))
    at = reading.text.step(seen["token"], seen["step"])
    tokens = reading.text.tokens
    seen = seen.select(
        "row",
        "step",
        pl.Series("token", at),
        pl.Series("letter", reading.letters[at]),
        pl.Series("clitic", reading.clitics[at]),
        pl.Series("is_inside", tokens["sentence"][at] == tokens["sentence"][seen["token"]]),
    ).with_columns(is_word=pl.col("letter").is_in(codes(*in_phrase)))
    stops = seen.filter(~pl.col("is_word") | (pl.col("clitic") != _BARE) | ~pl.col("is_inside"))
    firsts = stops.unique("row", keep="first", maintain_order=True).filter("is_inside")
    return firsts.with_columns(word=reading.text.at("bare", firsts["token"]))
