"""Where the content of a statement ends: at its closing mark, the next cue, or its sentence."""

import polars as pl

from extract.reading.alphabet import clitic_codes, codes
from extract.reading.words import Reading

# What may stand after a closing mark without belonging to what is said.
_AFTER_QUOTATION = (
    *("STOP", "BREAK", "COMMA", "RPAREN", "CLOSE", "DASH"),
    *("PARTICIPLE", "WEAK_PARTICIPLE", "SAYING", "ACCORDING"),
)
# `مضيفا أن …`: a cue that goes on with the sentence ends the content before it.
_CONTINUING = ("PARTICIPLE", "WEAK_PARTICIPLE", "SAYING", "ACCORDING")
# After a comma (`، وذلك خلال لقائهما`, `، بيد أنه`, `، الأمر الذي`, `، وهو ما`) the story goes on,
# the statement does not.
_ASIDES = ["وذلك", "بيد", "الامر الذي", "وهو ما", "وهو الامر"]
_EDGES = ("COMMA", "DASH", "COLON", "STOP", "BREAK")
# How many of them are left out at each edge (`، -`).
_EDGE_MARKS = 2


def _with_content(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Drop cues whose text breaks off before their content: what follows is another article."""
    document = reading.text.tokens["document"]
    at = statements["content_token"].clip(0, len(document) - 1)
    is_within = (document.gather(at) == statements["document"]) & (
        at == statements["content_token"]
    )
    return statements.filter(is_within)


def end_contents(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add `end_token` (exclusive) and `is_direct` (marks hold the whole content).

    Args:
        statements: `token`, `content_token`, `open_token`, `close_token`, `letter`, `clitic` in
            order of `token`; `end_token` where it is known.
        reading: Words of the batch.
    """
    statements = _with_content(statements, reading)
    statements = statements.with_columns(
        sentence=reading.text.tokens["sentence"].gather(statements["content_token"])
    ).join(_sentence_ends(reading), on="sentence", how="left", maintain_order="left")
    statements = statements.with_columns(
        is_direct=_ends_at_mark(statements["close_token"], reading).fill_null(value=False)
        | (statements["rule"] == "quoted_before")
    )
    run_on = pl.min_horizontal("sentence_end", _next_cue(), _next_aside(statements, reading))
    unclosed = pl.col("open_token").is_not_null() & pl.col("close_token").is_null()
    ended = statements.with_columns(
        end_token=pl.when(pl.col("end_token").is_not_null())
        .then("end_token")
        .when(pl.col("is_direct"))
        .then("close_token")
        .otherwise(pl.max_horizontal(run_on, pl.col("content_token") + 1)),
        is_direct=pl.col("is_direct") | unclosed,
    )
    return _trim(ended, reading)


def _sentence_ends(reading: Reading) -> pl.DataFrame:
    """One row a sentence: `sentence`, `sentence_end`, the token after its last word."""
    return (
        reading.text.tokens.filter(~reading.letters.is_in(codes("STOP", "BREAK")))
        .group_by("sentence", maintain_order=True)
        .agg(sentence_end=pl.col("token").last() + 1)
    )


def _next_cue() -> pl.Expr:
    """The cue that goes on after each content."""
    goes_on = pl.col("letter").is_in(codes(*_CONTINUING))
    goes_on |= pl.col("clitic").is_in(clitic_codes("w"))
    following = pl.when(goes_on).then("token").shift(-1).over("document")
    # A source named before the content (`نقلا عن بيان أن`) does not end it.
    following = pl.when(following >= pl.col("content_token")).then(following)
    is_inside_marks = following < pl.col("close_token")
    return pl.when(~is_inside_marks.fill_null(value=False)).then(following)


def _ends_at_mark(close_token: pl.Series, reading: Reading) -> pl.Series:
    """Whether what follows a closing mark is no longer said; null without a mark."""
    last = len(reading.letters) - 1
    following = (close_token + 1).clip(0, last)
    letter, clitic = reading.letters.gather(following), reading.clitics.gather(following)
    is_next_clause = letter.is_in(codes("FINITE")) & clitic.is_in(clitic_codes("w"))
    return letter.is_in(codes(*_AFTER_QUOTATION)) | is_next_clause | (close_token == last)


def _next_aside(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """The next comma after each content's start that opens the reporter's own words."""
    text, last = reading.text, len(reading.letters) - 1
    commas = text.tokens.filter(reading.letters.is_in(codes("COMMA")))["token"]
    first = text.at("folded", (commas + 1).clip(0, last))
    two = first + " " + text.at("folded", (commas + 2).clip(0, last))
    asides = commas.filter(first.is_in(_ASIDES) | two.is_in(_ASIDES))
    after = statements.select(at="content_token").join_asof(
        asides.alias("aside").to_frame(),
        left_on="at",
        right_on="aside",
        strategy="forward",
        coalesce=False,
        check_sortedness=False,
    )
    return after["aside"]


def _trim(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Leave out marks at the edges of a content that belong to the sentence around it."""
    is_edge = reading.letters.is_in(codes(*_EDGES))
    is_longer = pl.col("end_token") - pl.col("content_token") > 1
    for _ in range(_EDGE_MARKS):
        last = is_edge.gather(statements["end_token"] - 1).cast(pl.UInt32)
        first = is_edge.gather(statements["content_token"]).cast(pl.UInt32)
        statements = statements.with_columns(
            end_token=pl.col("end_token") - last * is_longer.cast(pl.UInt32)
        )
        statements = statements.with_columns(
            content_token=pl.col("content_token") + first * is_longer.cast(pl.UInt32)
        )
    return statements
