"""Which rules of the grammar read on from each cue, and how far.

Which words are cues belongs in `extract.reading.cues`, where a content begins and ends in
`extract.reading.statements`.
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import LETTERS, WIDTH, compile_rule
from extract.reading.conditions import may_use
from extract.reading.contexts import n_tokens
from extract.reading.grammar import RULES
from extract.reading.reporting import (
    RELATIVE_LEFT,
    TALKED_OF,
    TALKER_LEFT,
    TALKS,
    is_near_clause,
    is_sure,
    reports,
)

# `وكانت وزارة الدفاع قد أعلنت`
_SPEAKER_LEFT = compile_rule(
    "AUX NOT_FINITE|WEAK_FINITE|VERB|COMMA|COMP{0,12} NAMED|ANY_TITLE|NISBA|DEFINITE|ADJECTIVE"
    " PARTICLE?$"
)
# `جاء في البيان`: what comes otherwise is no word.
_COMES = ("جاء", "ورد")
_COMES_IN = compile_rule("^(?:IN DOCUMENT|DEFINITE|NOUN|UNKNOWN|UNKNOWN_DEFINITE|NOMINAL | ADVERB)")
_COMES_IN_WRITING = compile_rule("^(?:IN DOCUMENT | ADVERB)")
_ABOUT_END = compile_rule("ABOUT$")
_TALKER_RIGHT = compile_rule("^bare+SOURCE|DOCUMENT")
# The preposition between a cue and its clause, by the letter it has.
_BEFORE_CLAUSE = {
    LETTERS[name]: word
    for name, word in (("TO", "إلى"), ("ON", "على"), ("ABOUT", "عن"), ("FROM", "من"), ("IN", "في"))
}
_TOLD_OF = compile_rule("WHAT$")
# `أعلن الوزير تأجيل الزيارة، ونقلت الوكالة عنه`: another verb has what follows.
_SAYS = "قال"
_NEXT_VERB = compile_rule("COMMA w+WEAK_FINITE")
# `…، بيد أنه`, `…، غير أن`: what the article goes on with.
_GOES_ON = compile_rule("COMMA PARTICLE|NEGATION$")
# Tokens back to the auxiliary of a subject before its verb.
_CLAUSE_REACH = 16
# Tokens between a cue and a clause beside it, of a verb that may mean something else and of others.
_NEXT, _NEAR = 3, 5
_RANKS = pl.Series(range(len(RULES)), dtype=pl.Int32)
_NAMES = pl.Series([rule.name for rule in RULES])
# An expression with a pattern is made once: to make it compiles the pattern.
_READ = [pl.col("right").str.extract_groups(compile_rule(rule.pattern)) for rule in RULES]
_MAY_USE = [may_use(rule).fill_null(value=False).alias(rule.name) for rule in RULES]


def apply_rules(cues: pl.DataFrame) -> pl.DataFrame:
    """Every rule that fits each cue.

    Returns:
        Cues with `rule`, `rank`, `gap` and `marker` (letters), `n_gap` and `n_marker` (tokens).
    """
    talked_of = pl.when(pl.col("lemma") == TALKS).then("right").str.contains(TALKED_OF)
    reporting = cues.filter(reports()).with_columns(
        is_talked_of=talked_of.fill_null(value=False),
        is_sure=is_sure(),
        is_near_clause=is_near_clause(),
        is_after_speaker=pl.col("left").str.tail(_CLAUSE_REACH * WIDTH).str.contains(_SPEAKER_LEFT),
    )
    found = _apply_all(reporting)
    others = reporting.drop("right", "beyond", "is_sure", "is_near_clause", "is_after_speaker")
    return (
        others[found["row"]]
        .hstack(found.drop("row"))
        .filter(_comes_in() & _talks_of() & _takes_preposition())
        # `قال مسؤول شارك في الجلسة، وتابعها، إن`
        .filter(~pl.col("gap").str.contains(_NEXT_VERB) | (pl.col("lemma") == _SAYS))
        .drop("is_talked_of")
    )


def _apply_all(reporting: pl.DataFrame) -> pl.DataFrame:
    """Where each rule fits: `row` of `reporting`, and what `apply_rules` adds."""
    may = reporting.select(_MAY_USE)
    row = pl.int_range(reporting.height, dtype=pl.UInt32, eager=True)
    right, beyond = reporting["right"], reporting["beyond"].alias("right")
    rows = [row.filter(may[rule.name]) for rule in RULES]
    # Only letters are read rule by rule, once for both groups; the rest waits for those that fit.
    groups = [
        # Who speaks stands before a direct object with the venue that is his.
        (right if rule.marker == "direct" else beyond)[asked].to_frame().select(read).to_series()
        for read, asked, rule in zip(_READ, rows, RULES, strict=True)
    ]
    ranks = [_RANKS.new_from_index(rank, len(asked)) for rank, asked in enumerate(rows)]
    gap, marker = (pl.concat(groups).struct.field(name) for name in ("gap", "marker"))
    found = pl.DataFrame({"row": pl.concat(rows), "rank": pl.concat(ranks), "gap": gap})
    return (
        found.with_columns(marker)
        .filter(gap.is_not_null())
        .with_columns(
            rule=pl.lit(_NAMES).gather("rank"),
            n_gap=n_tokens(pl.col("gap")),
            n_marker=n_tokens(pl.col("marker")),
        )
    )


@cache
def _comes_in() -> pl.Expr:
    comes = pl.col("lemma").is_in(_COMES)
    is_written = pl.col("rule").is_in(["quotation", "colon"])
    gap = pl.when(comes).then("gap")
    comes_in = (
        pl.when(is_written)
        .then(gap.str.contains(_COMES_IN_WRITING))
        .otherwise(gap.str.contains(_COMES_IN))
    )
    # `أهم النقاط التي وردت في التقرير:` heads a list.
    left = pl.when(comes & (pl.col("rule") == "colon")).then("left")
    heads_list = left.str.contains(RELATIVE_LEFT).fill_null(value=False)
    return ~comes | (comes_in & ~heads_list)


@cache
def _talks_of() -> pl.Expr:
    """Whether what somebody talks of is told: of sources and documents it is the news.

    Of others it is where a noun of content says so: `تحدث الوزير عن ضرورة الحوار`.
    """
    is_source = pl.col("is_talked_of") | pl.col("left").str.contains(TALKER_LEFT)
    is_source |= pl.col("gap").str.contains(_TALKER_RIGHT)
    # `تحدث في محاضرة بعنوان «لغة الطير»`, but `تحدث عن "عودة السفراء"`
    is_titled = pl.col("rule").str.starts_with("quotation")
    is_titled &= ~pl.col("gap").str.contains(_ABOUT_END)
    is_told = (pl.col("rule") != "about") | is_source
    return (pl.col("lemma") != TALKS) | (is_told & ~is_titled)


@cache
def _takes_preposition() -> pl.Expr:
    """Whether the preposition before a clause is one that the cue takes: `علق | على أن` is not."""
    preposition = pl.col("marker").str.slice(1, 1).replace_strict(_BEFORE_CLAUSE, default=None)
    takes = pl.col("clause_markers").str.contains(preposition, literal=True)
    takes |= pl.col("nominal_markers").list.contains(preposition)
    # `ما ذكرته الصحيفة من أن …`
    is_told_of = (preposition == "من") & pl.col("left").str.contains(_TOLD_OF)
    # Writers mix them up where the clause is near: `وأضاف الوزير إلى أن`.
    is_verb = pl.col("form").is_in(["perfect", "imperfect"]) & (pl.col("n_gap") > 0)
    is_mixed = (
        pl.when("is_ambiguous")
        .then(is_verb & (pl.col("n_gap") <= _NEXT))
        .otherwise(pl.col("n_gap") <= _NEAR)
    )
    opens_clause = pl.col("rule").is_in(["clause", "clause_after_preposition"])
    goes_on = pl.col("gap").str.contains(_GOES_ON)
    return ~opens_clause | ((takes | is_told_of | is_mixed).fill_null(value=True) & ~goes_on)
