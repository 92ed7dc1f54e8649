"""The cues after each statement that its content ends before: `…، مضيفا أن`, `…، وأضاف أن`.

Where contents end otherwise belongs in `extract.reading.endings`.
"""

import polars as pl

from extract.reading.alphabet import clitic_codes, codes, compile_rule
from extract.reading.words import Reading

# `مضيفا أن …`: a cue that goes on with the sentence ends the content before it.
_CONTINUING = ("PARTICIPLE", "WEAK_PARTICIPLE", "SAYING", "ACCORDING")
# `…، وأضاف الوزير أن`: so does who goes on speaking, wherever he began.
_ADDS = ("أضاف", "تابع", "أردف", "استطرد")
_BEGINS_ANEW = compile_rule("(?:WHICH|WHAT PARTICLE|AUX{0,2} | COMMA | TURN COMMA?)$")
NEXT_CUES = ("joined", "continuing", "adding")
QUOTED = [f"{name}_quoted" for name in NEXT_CUES]
OWN_LAND = "^(?:بلاد|دولت|حكومت|شعب)(?:ه|ها|هم)$"


def with_next_cues(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Add the cues that go on after each: `joined`, a verb after `و` next to it, `continuing`.

    And `adding`, `وأضاف` of the same gender.

    A participle goes on for whoever is of its gender: in `قال إن الشركة أبلغته بأن …، مضيفا` for
    him, and not for the company inside.
    """
    is_continuing = pl.col("letter").is_in(codes(*_CONTINUING))
    is_joined = is_continuing | pl.col("clitic").is_in(clitic_codes("w"))
    is_same = (pl.col("document") == pl.col("document").shift(1)) & (
        pl.col("gender") == pl.col("gender").shift(1)
    )
    # `قالت الوزيرة إن بلادها ترحب به، مشيدة …`: she is of the land's gender, and goes on.
    before = reading.text.at("folded", reading.text.step(statements["token"], -1))
    is_same &= ~pl.lit(before.shift(1).str.contains(OWN_LAND)).fill_null(value=False)
    goes_back = is_continuing & pl.lit(_inside_clause(statements, reading))
    is_other = goes_back | (is_continuing & ~is_same.fill_null(value=False))
    elsewhere = pl.when(is_other).then("token")
    # `قال الوزير إن الوكالة أكدت …، وأضاف أن`: he does, and not the agency.
    is_she = (pl.col("gender") == "f").fill_null(value=False)
    adds = pl.col("lemma").is_in(_ADDS) & pl.col("clitic").is_in(clitic_codes("w"))
    hers, his = (
        pl.when(adds & of).then("token").shift(-1).backward_fill() for of in (is_she, ~is_she)
    )
    # Rows stand in running order: looking at the article's end does what a window would.
    end = reading.text.bounds[statements["document"] + 1]
    following = {
        "joined": pl.when(is_joined).then("token").shift(-1),
        "continuing": elsewhere.shift(-1).backward_fill(),
        "adding": pl.when(is_she).then(hers).otherwise(his),
    }
    return statements.with_columns(
        pl.when(token < end).then(token).alias(name) for name, token in following.items()
    )


def _inside_clause(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether the cue before each is what somebody does in the clause of another of its gender.

    `قال السفير إن الرئيس أبدى ترحيبه بالدعوة، مشيرا إلى …`: the ambassador goes on. Who is told of
    by a pronoun (`الذي أبدى ترحيبه، مشيرا`) goes on himself, and whoever has a spokesman.
    """
    is_verb = pl.col("letter").is_in(codes("FINITE", "WEAK_FINITE"))
    is_act = is_verb & pl.col("clitic").is_in(clitic_codes("bare"))
    is_act &= ~pl.col("left").str.contains(_BEGINS_ANEW)
    is_clause = is_verb & pl.col("rule").eq_missing("clause")
    is_clause &= ~pl.lit(_by_spokesman(statements, reading))
    is_inside = pl.col("content_token").shift(2) < pl.col("token").shift(1)
    is_his = (pl.col("gender") == pl.col("gender").shift(2)) & (
        pl.col("sentence") == pl.col("sentence").shift(2)
    )
    inside = is_act.shift(1) & is_clause.shift(2) & is_inside & is_his
    return statements.select(inside.fill_null(value=False).alias("inside"))["inside"]


def _by_spokesman(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether a spokesman stands between each cue and its content."""
    spokesmen = reading.text.which(_is_spokesman)
    before = (
        spokesmen.search_sorted(statements[name].cast(spokesmen.dtype))
        for name in ("token", "content_token")
    )
    return next(before) < next(before)


def _is_spokesman(words: pl.DataFrame) -> pl.Series:
    return words["bare"].str.contains("^(?:ال)?(?:متحدث|ناطق)ة?$")


def with_quoted(statements: pl.DataFrame, pairs: pl.DataFrame) -> pl.DataFrame:
    """Add by next cue whether it stands in a quotation that each content holds.

    `أفاد بأن الوزير "ميز بين الأمرين، رافضا أن …"`: the participle goes on with what is said.
    """
    quoted = {}
    for name in NEXT_CUES:
        opens, closes = last_opened(pairs, statements[name].cast(pl.Int64).fill_null(0))
        inside = (opens > statements["content_token"]) & (closes > statements[name])
        inside &= statements[name] < statements["sentence_end"]
        quoted[f"{name}_quoted"] = inside.fill_null(value=False)
    return statements.with_columns(**quoted)


def after_content(following: str) -> pl.Expr:
    """The next cue of a kind (`NEXT_CUES`), null where it ends no content.

    A source named before the content (`نقلا عن بيان أن`) does not end it.
    """
    is_later = pl.col(following) >= pl.col("content_token")
    is_inside_marks = (pl.col(following) < pl.col("close_token")).fill_null(value=False)
    is_inside_marks |= pl.col(f"{following}_quoted")
    return pl.when(is_later & ~is_inside_marks).then(following)


def last_opened(pairs: pl.DataFrame, tokens: pl.Series) -> tuple[pl.Series, pl.Series]:
    """Where the last quotation before each token opens and closes; null where none is."""
    marks = pairs.select(opens="token", closes="close_token").drop_nulls().sort("opens")
    at = marks["opens"].search_sorted(tokens, side="left").cast(pl.Int64) - 1
    found = marks.cast(pl.Int64).select(pl.all().gather(at.set(at < 0, None)))
    return found["opens"], found["closes"]
