"""Verbs after the quotation that they attribute: `"سنعود غدا"، قال الوزير`.

Sources named beside what they say belong in `extract.reading.according`.
"""

import polars as pl

from extract.reading.according import SOURCE
from extract.reading.alphabet import compile_rule
from extract.reading.contexts import group, n_tokens
from extract.reading.reporting import TALKS

# `"سنعود كلما طلب منا ذلك"، قال الوزير.`
_QUOTED_BEFORE = compile_rule(
    "^[whole: bare+FINITE|WEAK_FINITE [aside: (?:FROM? TURN | ADVERB | TIME)*]"
    f" [source: (?:{SOURCE})?]] (?:NOT_COMP|COLON|OPEN | PREP COMP | OPEN NOT_CLOSE{{1,4}} CLOSE)*"
    " (?:STOP|BREAK | COMMA PREP COMP | COMMA PARTICIPLE|SAYING)"
)
# `"…"، هكذا علق الوزير`.
_BY_ACTOR = compile_rule("^ANY{0,2} ACTOR|NISBA")
_AFTER_COMMA = compile_rule("COMMA$")
_SUBJECT_IN_MARKS = compile_rule("FINITE|WEAK_FINITE OPEN NOT_CLOSE{1,2} CLOSE$")
_NAME_IN_MARKS = compile_rule("OPEN ANY_TITLE|PERSON|GIVEN{1,6} CLOSE$")
_AFTER_MARKS = compile_rule("[marks: CLOSE COMMA? ADVERB?]$")


def find_quoted_before(cues: pl.DataFrame, marks: pl.DataFrame) -> pl.DataFrame:
    """Cues that follow the quotation they attribute, columns as of `find_according`.

    Args:
        cues: From `cues.find_cues`.
        marks: From `quotation.pair_marks`.

    Returns:
        One row a cue, further with the cue's own properties, `open_token` and `close_token`.
    """
    says = (pl.col("act_class") == "say") & pl.col("clause_markers").is_not_null()
    # `في ندوة بعنوان «لغة الطير»، تحدث الشاعر`
    says &= pl.col("lemma") != TALKS
    after_marks = n_tokens(group(pl.col("left"), _AFTER_MARKS, "marks"))
    found = cues.filter(says).with_columns(close_token=pl.col("token") - after_marks)
    found = found.drop_nulls("close_token").with_columns(
        pl.col("right").str.extract_groups(_QUOTED_BEFORE).struct.unnest()
    )
    marks = marks.select("close_token", open_token="token").drop_nulls()
    # `"…"، تبلغ كلفة الإصلاح`: of an ambiguous verb only a subject shows that it speaks.
    speaks = ~pl.col("is_ambiguous") | pl.col("source").str.contains(_BY_ACTOR)
    # `"العمل" تحذر`: who speaks may stand in marks too.
    speaks &= (pl.col("source") != "") | pl.col("left").str.contains(_AFTER_COMMA)
    # `ونفى «الحداد» علمه`: the marks hold who denies.
    speaks &= ~pl.col("left").str.contains(_SUBJECT_IN_MARKS)
    # `«القصبي» يقر تأسيس جمعية`: or who does, in a headline.
    speaks &= ~pl.col("left").str.contains(_NAME_IN_MARKS)
    found = (
        found.filter(speaks)
        .drop_nulls("source")
        .join(marks, on="close_token", how="inner", maintain_order="left")
    )
    return found.select(
        *("token", "document", "letter", "clitic"),
        *("lemma", "act_class", "gender", "number", "form", "is_neutral"),
        *("open_token", "close_token"),
        n_source=pl.when(n_tokens(pl.col("source")) > 0).then(n_tokens(pl.col("source"))),
        source_token=pl.when(n_tokens(pl.col("source")) > 0).then(
            pl.col("token") + 1 + n_tokens(pl.col("aside"))
        ),
        content_token=pl.col("open_token") + 1,
        end_token="close_token",  # exclusive: the mark is not said
        rule=pl.lit("quoted_before"),
    )
