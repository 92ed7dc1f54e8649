"""Cues of statements: which words are cues where they stand, and which rules read on from them.

Where a content begins and ends belongs in `extract.reading.statements`.
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import (
    CLITICS,
    LETTERS,
    WIDTH,
    clitic_codes,
    codes,
    compile_rule,
    is_class,
)
from extract.reading.complements import settle_complements
from extract.reading.conditions import heads, may_use
from extract.reading.contexts import n_tokens, with_contexts
from extract.reading.drafts import mark_drafts
from extract.reading.grammar import RULES
from extract.reading.homographs import settle_homographs
from extract.reading.knowledge import Knowledge
from extract.reading.look_alikes import without_look_alikes
from extract.reading.venues import with_venues
from extract.reading.words import Reading

# Tokens that a rule may look ahead; the longest gap seen in real text is under fifty.
_REACH = 80

# `كما أفادت مصادر`: what is added begins as a sentence does.
_SENTENCE_START = compile_rule("(?:(?:^ | STOP | BREAK) AS? | TURN COMMA?)$")
# `، وطالب المانحين`, `قد ذكر`: where a perfect goes on, a noun seldom does.
_CLAUSE_START = compile_rule("COMMA|CLOSE$")
_AFTER_PARTICLE = compile_rule("PARTICLE$")
# `طلبت منا الوزيرة`, `كشف أمس مصدر`, `أفادت بعض المصادر`: what stands between says whom or when.
_ACTOR_RIGHT = compile_rule("^ANY (?:(?:ADVERB|TIME|PRONOUN)? bare+ACTOR | IN DOCUMENT)")
_ACTOR_LEFT = compile_rule("NAMED|ANY_TITLE|NISBA$")
# `الحزب هدد`, but `الحكومة مطالبة` is asked.
# `وكانت وزارة الدفاع قد أعلنت`
_SPEAKER_LEFT = compile_rule(
    "AUX NOT_FINITE|WEAK_FINITE|VERB|COMMA|COMP{0,12} NAMED|ANY_TITLE|NISBA|DEFINITE|ADJECTIVE"
    " PARTICLE?$"
)
# `وكانت صحيفة "المساء"، ذكرت في مقالة لها، أن`
_AFTER_AUX = compile_rule(
    "(?:^ | STOP|BREAK) AUX NOT_FINITE|WEAK_FINITE|VERB|COMMA|COMP{1,12} COMMA PARTICLE?$"
)
# `أن الحي عبر عن قلقه`, `برقية عبر فيها عن تعازيه`
_VOICES = compile_rule("^ANY (?:ABOUT CONTENT_NOUN | FROM? ADVERB{1,2} ABOUT)")
_BODY_LEFT = compile_rule("ORG_HEAD|SOURCE$")
_CLAUSE_RIGHT = compile_rule("^ANY (?:TO|ON|ABOUT|FROM|IN|BI)? OPEN? COMP")
_CLAUSE_END = compile_rule("COMMA|CLOSE|DEFINITE|NISBA|RPAREN$")
_TIME_END = compile_rule("TIME$")
_UNSAID = compile_rule("NEGATION|ANY_PREP$")
_DENIED = compile_rule("NEGATION$")
# `لم يستبعد الوزير أن`: who does not rule it out says that it may be.
_RULES_OUT = "استبعد"
_WISHED = compile_rule("COMP$")
# `أن الحكومة الصينية متمسكة`: what she is, and not what she says with the verb before.
_SUBJECT_OF_CLAUSE = compile_rule(
    "COMP (?:bare+NOMINAL_WORD{0,3} bare+COUNTRY|PLACE|ORG|ORG_HEAD|DEFINITE|UNKNOWN_DEFINITE|NISBA"
    "|TITLE_DEFINITE)$"
)
_NOBODY = compile_rule("(?:^ | STOP|BREAK|COMMA|COMP|PARTICLE)$")
_IF = ["اذا", "واذا", "لو", "ولو", "كلما"]
_MAYBE = ["قد", "وقد", "فقد", "ربما", "وربما"]
# `وأبرز المواقع`: most of these are elatives in the masculine.
_ELATIVES = ("أبرز",)
# `جاء في البيان`: what comes otherwise is no word.
_COMES = ("جاء", "ورد")
_COMES_IN = compile_rule("^(?:IN DOCUMENT|DEFINITE|NOUN|UNKNOWN|UNKNOWN_DEFINITE|NOMINAL | ADVERB)")
_COMES_IN_WRITING = compile_rule("^(?:IN DOCUMENT | ADVERB)")
_RELATIVE_LEFT = compile_rule("WHICH|WHAT|AS$")
# The preposition between a cue and its clause, by the letter it has.
_BEFORE_CLAUSE = {
    LETTERS[name]: word
    for name, word in (("TO", "إلى"), ("ON", "على"), ("ABOUT", "عن"), ("FROM", "من"), ("IN", "في"))
}
_TOLD_OF = compile_rule("WHAT$")
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


def find_cues(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Tokens that may be cues, with the cue's properties and what stands beside them.

    Returns:
        The columns of tokens without `word`, `letter` and `clitic` (character codes), the columns
        of `Knowledge.cues`, and `left` and `right`, the letters up to the cue and from it on; in
        `beyond` no venue looks like an object.
    """
    settle_homographs(reading)
    settle_complements(reading)
    mark_drafts(reading)
    text, tokens = reading.text, reading.text.tokens
    at = tokens["token"].filter(is_class(reading.letters, "ANY_CUE"))
    rows = text.vocabulary.find(_cue_rows, knowledge)[tokens["word"][at]]
    at, rows = at.filter(rows.is_not_null()), rows.drop_nulls()
    back, two_back, ahead = (text.at("folded", text.step(at, n)) for n in (-1, -2, 1))
    cues = tokens.drop("word")[at].hstack(knowledge.cues[rows]).with_columns(
        letter=reading.letters[at],
        clitic=reading.clitics[at],
        # `قبل أن يضيف`: that is said, and after `دون أن` it is not.
        is_later=two_back.eq_missing("قبل"),
        # `قد يلاحظ`: he may.
        is_possible=back.is_in(_MAYBE).fill_null(value=False),
        is_supposed=back.is_in(_IF).fill_null(value=False),
        is_before_definite=ahead.str.starts_with("ال"),
        surface=text.at("surface", at),
        back=back,
        two_back=two_back,
    )  # fmt: skip
    cues = without_look_alikes(cues, reading).drop("surface", "back", "two_back")
    beyond = with_contexts(cues, with_venues(reading), left=0, right=_REACH)["right"]
    return with_contexts(cues, reading, left=_REACH, right=_REACH).with_columns(beyond=beyond)


def _cue_rows(words: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    return knowledge.cue_rows.rows(words["folded"])


def apply_rules(cues: pl.DataFrame) -> pl.DataFrame:
    """Every rule that fits each cue.

    Returns:
        Cues with `rule`, `rank`, `gap` and `marker` (letters), `n_gap` and `n_marker` (tokens).
    """
    reports = cues.filter(_reports()).with_columns(
        is_sure=_is_sure(),
        is_near_clause=_is_near_clause(),
        is_after_speaker=pl.col("left").str.tail(_CLAUSE_REACH * WIDTH).str.contains(_SPEAKER_LEFT),
    )
    found = _apply_all(reports)
    others = reports.drop("right", "beyond", "is_sure", "is_near_clause", "is_after_speaker")
    return others[found["row"]].hstack(found.drop("row")).filter(_comes_in() & _takes_preposition())


def _apply_all(reports: pl.DataFrame) -> pl.DataFrame:
    """Where each rule fits: `row` of `reports`, and what `apply_rules` adds."""
    may = reports.select(_MAY_USE)
    row = pl.int_range(reports.height, dtype=pl.UInt32, eager=True)
    right, beyond = reports["right"], reports["beyond"].alias("right")
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
    heads_list = left.str.contains(_RELATIVE_LEFT).fill_null(value=False)
    return ~comes | (comes_in & ~heads_list)


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


@cache
def _is_sure() -> pl.Expr:
    """Whether a word is a cue and not its look-alike: by itself, its place, or an actor beside."""
    left, right = pl.col("left"), pl.col("right")
    is_perfect = pl.col("form") == "perfect"
    opens_sentence = left.str.contains(_SENTENCE_START) & is_perfect
    goes_on_with = pl.col("clitic").is_in(clitic_codes("w")) & left.str.contains(_CLAUSE_START)
    is_elative = pl.col("lemma").is_in(_ELATIVES) & (pl.col("gender") == "m")
    is_clause = is_perfect & (goes_on_with | left.str.contains(_AFTER_PARTICLE))
    is_clause &= ~is_elative.fill_null(value=False)
    is_bare = pl.col("clitic").is_in(clitic_codes("bare"))
    beside_actor = right.str.contains(_ACTOR_RIGHT) | (left.str.contains(_ACTOR_LEFT) & is_bare)
    beside_actor |= left.str.contains(_AFTER_AUX) & is_bare & is_perfect
    is_participle = pl.col("letter").is_in(codes("WEAK_PARTICIPLE"))
    beside_actor |= left.str.contains(_BODY_LEFT) & is_bare & ~is_participle
    is_after_time = left.str.contains(_TIME_END) & pl.col("folded").str.ends_with("ا")
    goes_on = is_participle & (left.str.contains(_CLAUSE_END) | is_after_time)
    is_clause |= (pl.col("lemma") == "عبر") & is_perfect & right.str.contains(_VOICES)
    is_placed = opens_sentence | is_clause | beside_actor | goes_on
    return ~pl.col("is_ambiguous") | is_placed | heads()


@cache
def _is_near_clause() -> pl.Expr:
    return pl.col("right").str.contains(_CLAUSE_RIGHT)


@cache
def _reports() -> pl.Expr:
    """Whether a verb stands where a report stands: not denied, wished, purposed or impersonal."""
    imperfect = pl.col("form") == "imperfect"
    left = pl.col("left")
    # `التي وردت في الوثيقة`: no conjunction stands there, the letter is the verb's.
    is_whole = left.str.contains(_RELATIVE_LEFT) & (pl.col("clitic") == ord(CLITICS["w"]))
    is_granted = (pl.col("lemma") == _RULES_OUT) & left.str.contains(_DENIED)
    unsaid = is_whole | (left.str.contains(_UNSAID) & ~is_granted)
    unsaid |= pl.col("clitic").is_in(clitic_codes("l", "wl"))
    wished = imperfect & left.str.contains(_WISHED) & ~pl.col("is_later")
    wished |= (imperfect & pl.col("is_possible")) | pl.col("is_supposed")
    # Of a masculine the ending tells: `ملتزم`, `ملتزما`.
    unsaid |= (
        pl.col("letter").is_in(codes("PARTICIPLE", "WEAK_PARTICIPLE"))
        & pl.col("folded").str.ends_with("ة")
        & left.str.contains(_SUBJECT_OF_CLAUSE)
    )
    nobody = imperfect & pl.col("is_impersonal") & left.str.contains(_NOBODY)
    return pl.col("letter").is_in(codes("NOMINAL")) | ~(
        unsaid | wished | (nobody & _is_near_clause())
    )
