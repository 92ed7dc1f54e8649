"""Where the content of a statement ends: at its closing mark, the next cue, or its sentence.

Which cue ends a content belongs in `extract.reading.next_cues`, where the reporter goes on without
one in `extract.reading.resuming`.
"""

import polars as pl

from extract.reading.alphabet import clitic_codes, codes, is_class, is_clitic
from extract.reading.next_cues import (
    NEXT_CUES,
    QUOTED,
    after_content,
    last_opened,
    with_next_cues,
    with_quoted,
)
from extract.reading.resuming import OBJECTS, next_resuming
from extract.reading.spans import marked
from extract.reading.words import Reading

# What may stand after a closing mark without belonging to what is said.
_AFTER_QUOTATION = (
    *("STOP", "BREAK", "COMMA", "RPAREN", "CLOSE", "DASH"),
    *("PARTICIPLE", "WEAK_PARTICIPLE", "SAYING", "ACCORDING"),
)
_EDGES = ("COMMA", "DASH", "COLON", "STOP", "BREAK")
# How many of them are left out at each edge (`، -`).
_EDGE_MARKS = 2
# Tokens that a quotation may go on past the sentence it began in.
_LONG_QUOTATION = 120


def _with_content(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Drop cues whose text breaks off before their content: what follows is another article."""
    document = reading.text.tokens["document"]
    at = reading.text.step(statements["content_token"], 0)
    is_within = (document[at] == statements["document"]) & (at == statements["content_token"])
    return statements.filter(is_within)


def end_contents(statements: pl.DataFrame, marks: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add `end_token` (exclusive) and `is_direct` (marks hold the whole content).

    Args:
        statements: `token`, `content_token`, `open_token`, `close_token`, `letter`, `clitic` in
            order of `token`; `end_token` where it is known.
        marks: From `quotation.pair_marks`.
        reading: Words of the batch.
    """
    statements = _with_content(statements, reading)
    statements = statements.with_columns(
        sentence=reading.text.tokens["sentence"][statements["content_token"]]
    ).join(_sentence_ends(reading), on="sentence", how="left", maintain_order="left")
    statements = statements.with_columns(
        # Without a word a sentence ends where it begins, or the next article's would be told.
        pl.col("sentence_end").fill_null(pl.col("content_token")),
        is_direct=_ends_at_mark(statements["close_token"], reading).fill_null(value=False)
        | (statements["rule"] == "quoted_before"),
    )
    statements = with_next_cues(statements, reading)
    statements = with_quoted(statements, marks)
    next_cues = (after_content(name) for name in NEXT_CUES)
    ends = pl.min_horizontal(
        _past_quotations(statements, marks).alias("past"),
        _own_quotations(statements, marks),
        _outer_clauses(statements, reading),
    )
    statements = statements.with_columns(sentence_end=ends)
    run_on = pl.min_horizontal("sentence_end", *next_cues, next_resuming(statements, reading))
    unclosed = pl.col("open_token").is_not_null() & pl.col("close_token").is_null()
    ended = statements.with_columns(
        end_token=pl.when(pl.col("end_token").is_not_null())
        .then("end_token")
        .when(pl.col("is_direct"))
        .then("close_token")
        .when(_reopens(statements, reading))
        .then(pl.col("next_open") - 1)
        .otherwise(pl.max_horizontal(run_on, pl.col("content_token") + 1)),
        is_direct=pl.col("is_direct") | unclosed,
    )
    return _without_outer_mark(_trim(ended.drop(NEXT_CUES, QUOTED), reading), marks, reading)


def _past_quotations(statements: pl.DataFrame, pairs: pl.DataFrame) -> pl.Series:
    """Where each sentence ends, or the quotation in which it ends: `أن بلاده "تدعم. ولن تقبل"`."""
    ends = statements["sentence_end"].cast(pl.Int64)
    opens, closes = last_opened(pairs, ends)
    spans = (opens > statements["content_token"]) & (closes >= ends)
    spans &= closes - ends <= _LONG_QUOTATION
    return (closes + 1).zip_with(spans.fill_null(value=False), ends).cast(pl.UInt32)


def _own_quotations(statements: pl.DataFrame, pairs: pl.DataFrame) -> pl.Series:
    """Where the quotation closes that a cue stands in: `أنها "تدين الهجوم"، متعهدة …`."""
    _, closes = last_opened(pairs, statements["token"].cast(pl.Int64))
    is_inside = (closes > statements["content_token"]).fill_null(value=False)
    return closes.set(~is_inside, None).cast(pl.UInt32).alias("own")


def _outer_clauses(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Where a clause goes on that holds an object: `إن كينيا رفضت القرار وإن المشاورات مستمرة`."""
    at = reading.text.tokens["token"].filter(
        is_class(reading.letters, "COMP") & is_clitic(reading.clitics, "w")
    )
    at = at.filter(~is_class(reading.letters[reading.text.step(at, 1)], "VERB", "AUX", "NEGATION"))
    order = at.search_sorted(statements["content_token"].cast(at.dtype), side="right")
    following = at.extend_constant(None, 1)[order.clip(upper_bound=len(at))]
    is_clause = pl.col("rule") == "clause"
    outer = pl.when(is_clause).then("sentence").shift(1).forward_fill()
    is_inside = (outer == pl.col("sentence")) & pl.col("rule").is_in(OBJECTS)
    is_inside &= pl.col("letter").is_in(codes("FINITE", "WEAK_FINITE"))
    is_inside &= pl.col("clitic").is_in(clitic_codes("bare"))
    return statements.select(pl.when(is_inside).then(pl.lit(following)).alias("outer"))["outer"]


def _reopens(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether a quotation without its close is opened anew by the next paragraph.

    So is each paragraph of a speech opened; it goes on to the end of its own, and the next has a
    cue of its own or none.
    """
    before = reading.text.step(statements["next_open"], -1)
    is_open = statements["open_token"].is_not_null() & statements["close_token"].is_null()
    return is_open & is_class(reading.letters[before], "BREAK").fill_null(value=False)


def _sentence_ends(reading: Reading) -> pl.DataFrame:
    """One row a sentence: `sentence`, `sentence_end`, the token after its last word."""
    words = reading.text.tokens.select("sentence", sentence_end=pl.col("token") + 1).filter(
        ~is_class(reading.letters, "STOP", "BREAK")
    )
    # Sentences stand one after the other: the last of each is where the next begins.
    return words.filter((words["sentence"] != words["sentence"].shift(-1)).fill_null(value=True))


def _ends_at_mark(close_token: pl.Series, reading: Reading) -> pl.Series:
    """Whether what follows a closing mark is no longer said; null without a mark."""
    last = len(reading.letters) - 1
    following = reading.text.step(close_token, 1)
    letter, clitic = reading.letters[following], reading.clitics[following]
    is_next_clause = is_class(letter, "FINITE") & is_clitic(clitic, "w")
    # `"…"، وإن "…"`: one content, of two quotations.
    second = reading.text.step(close_token, 2)
    goes_on = is_class(reading.letters[second], "COMP")
    goes_on &= is_clitic(reading.clitics[second], "w")
    # `"… أبدا." وتراجعت الأسهم`: who is quoted has ended a sentence.
    is_ended = is_class(reading.letters[reading.text.step(close_token, -1)], "STOP")
    # `"… مليون برميل" أي نحو النصف`: what the reporter explains.
    is_ended |= reading.text.at("folded", following) == "اي"
    ends = is_class(letter, *_AFTER_QUOTATION) | is_next_clause | is_ended | (close_token == last)
    return ends & ~goes_on


def _trim(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Leave out marks at the edges of a content that belong to the sentence around it."""
    is_edge = is_class(reading.letters, *_EDGES)
    is_longer = pl.col("end_token") - pl.col("content_token") > 1
    for _ in range(_EDGE_MARKS):
        last = is_edge[statements["end_token"] - 1].cast(pl.UInt32)
        first = is_edge[statements["content_token"]].cast(pl.UInt32)
        statements = statements.with_columns(
            end_token=pl.col("end_token") - last * is_longer.cast(pl.UInt32)
        )
        statements = statements.with_columns(
            content_token=pl.col("content_token") + first * is_longer.cast(pl.UInt32)
        )
    return statements


def _without_outer_mark(
    statements: pl.DataFrame, marks: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Leave out the mark that closes what a content is part of: `إن «الوزير أكد أن كذا»`."""
    is_closed = is_class(reading.letters[statements["end_token"] - 1], "CLOSE")
    ends = statements.select("content_token", close_token=pl.col("end_token") - 1)
    ends = ends.with_row_index("row_at").filter(is_closed)
    opened = marks.select("close_token", opened_at="token").drop_nulls()
    ends = ends.join(opened, on="close_token", how="inner")
    outer = ends["row_at"].filter(ends["opened_at"] < ends["content_token"])
    is_outer = marked(outer, statements.height).cast(pl.UInt32)
    return statements.with_columns(end_token=pl.col("end_token") - is_outer)
