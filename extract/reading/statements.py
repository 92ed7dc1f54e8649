"""Cues to the statements that they open: where each content begins, and where it ends.

Who speaks belongs in `extract.reading.speakers`; according-to phrases, which stand after what they
attribute, in `extract.reading.according`.
"""

import polars as pl

from extract.reading.according import find_according, find_headlines
from extract.reading.alphabet import GROUPS, LETTERS, WIDTH, compile_rule
from extract.reading.grammar import LAST_CHOICE, RULES, Rule
from extract.reading.knowledge import Knowledge
from extract.reading.quotation import pair_marks
from extract.reading.words import Reading

# Tokens that a rule may look ahead; the longest gap seen in real text is under fifty.
_REACH = 80
_CUE_CLASSES = GROUPS["ANY_CUE"]
# `، وذلك خلال لقائهما`, `، بيد أنه`, `، الأمر الذي`, `، وهو ما`: the story goes on, the statement
# does not.
_ASIDES = ["وذلك", "بيد", "الامر الذي", "وهو ما", "وهو الامر"]
_MIN_QUOTED_TOKENS = 3
_AFTER_QUOTATION = (
    "STOP",
    "BREAK",
    "COMMA",
    "PARTICIPLE",
    "WEAK_PARTICIPLE",
    "SAYING",
    "ACCORDING",
    "RPAREN",
    "CLOSE",
    "DASH",
)

_SENTENCE_START = compile_rule("(?:^ | STOP | BREAK | TURN COMMA?)$")
_ACTOR_RIGHT = compile_rule("^ANY (?:bare+ACTOR | IN DOCUMENT)")
_ACTOR_LEFT = compile_rule("NAMED|ANY_TITLE|NISBA$")
_CLAUSE_RIGHT = compile_rule("^ANY (?:TO|ON|ABOUT|FROM|IN|BI)? OPEN? COMP")
_CONTINUING = ("PARTICIPLE", "WEAK_PARTICIPLE", "SAYING", "ACCORDING")
_BESIDE = [ord(LETTERS[n]) for n in ("ACCORDING", "COLON")]
_UNSAID = compile_rule("NEGATION|ANY_PREP$")
_WISHED = compile_rule("COMP$")
_CLAUSE_END = compile_rule("COMMA|CLOSE|DEFINITE|NISBA|RPAREN$")
_NOBODY = compile_rule("(?:^ | STOP|BREAK|COMMA|COMP|PARTICLE)$")
# A clause that follows the cue with no preposition between.
_BARE_CLAUSE = r"(?:^|\|)(?:أن|إن|بأن)(?:$|\|)"
_PATTERNS = {rule.name: compile_rule(rule.pattern) for rule in RULES}


def find_cues(reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """Tokens that may be cues, with the cue's properties and what stands right of them.

    Returns:
        `token`, `document`, `sentence`, `letter` (character code), the columns of
        `Knowledge.cues`, and
        `right`: the letters from the cue on.
    """
    codes = [ord(LETTERS[name]) for name in _CUE_CLASSES]
    is_cue = reading.letters.is_in(codes)
    vocabulary = reading.text.vocabulary.select("folded").with_row_index("word")
    cue_words = vocabulary.join(knowledge.cues, on="folded", how="inner", maintain_order="left")
    tokens = reading.text.tokens.with_columns(letter=reading.letters, clitic=reading.clitics)
    cues = (
        tokens.filter(is_cue)
        .join(cue_words, on="word", how="inner", maintain_order="left")
        .join(reading.strings(), on="document", how="left", maintain_order="left")
    )
    offset = (pl.col("token") - pl.col("first_token")) * WIDTH
    return cues.with_columns(
        right=pl.col("letters").str.slice(offset, _REACH * WIDTH),
        left=pl.col("letters").str.slice(0, offset).str.tail(_REACH * WIDTH),
    ).drop("letters", "n_tokens", "word")


def apply_rules(cues: pl.DataFrame) -> pl.DataFrame:
    """Every rule that fits each cue.

    Returns:
        Cues with `rule`, `rank`, `gap` and `marker` (letters), `n_gap` and `n_marker` (tokens).
    """
    reports = cues.filter(_reports())
    return pl.concat([_apply(rule, rank, reports) for rank, rule in enumerate(RULES)]).drop("right")


def _apply(rule: Rule, rank: int, cues: pl.DataFrame) -> pl.DataFrame:
    applicable = cues.filter(_may_use(rule))
    groups = pl.col("right").str.extract_groups(_PATTERNS[rule.name])
    length = {
        name: groups.struct.field(name).str.len_bytes() // WIDTH for name in ("gap", "marker")
    }
    return applicable.with_columns(
        rule=pl.lit(rule.name),
        rank=pl.lit(rank),
        n_gap=length["gap"].cast(pl.UInt32),
        n_marker=length["marker"].cast(pl.UInt32),
        gap=groups.struct.field("gap"),
        marker=groups.struct.field("marker"),
    ).drop_nulls("n_gap")


def _may_use(rule: Rule) -> pl.Expr:
    """Whether a cue may open its content in the way of a rule."""
    if rule.marker is not None:
        takes = pl.col("nominal_markers").list.contains(rule.marker) & _is_sure()
        return (
            takes & (~pl.col("is_neutral") | _is_headline_verb())
            if rule.name == "object"
            else takes
        )
    believed = _is_sure() | _is_near_clause()
    if rule.name == "quotation":
        return (pl.col("act_class") == "say") & believed
    takes_clause = pl.col("clause_markers").is_not_null() & believed
    if rule.name == "clause":
        return takes_clause & pl.col("clause_markers").str.contains(_BARE_CLAUSE)
    return takes_clause & (pl.lit(rule.name != "colon") | (pl.col("act_class") == "say"))


def _is_headline_verb() -> pl.Expr:
    """A headline puts its subject first and its verb in the imperfect."""
    return (
        (pl.col("part") == "headline") & (pl.col("form") == "imperfect") & ~pl.col("is_ambiguous")
    )


def _is_sure() -> pl.Expr:
    """Whether a word is a cue and not its everyday look-alike: by itself, its place, or an actor beside."""
    opens_sentence = pl.col("left").str.contains(_SENTENCE_START) & (pl.col("form") == "perfect")
    actor_before = pl.col("left").str.contains(_ACTOR_LEFT) & (pl.col("clitic") == ord("0"))
    beside_actor = pl.col("right").str.contains(_ACTOR_RIGHT) | actor_before
    is_participle = (pl.col("letter") == ord(LETTERS["WEAK_PARTICIPLE"])) & pl.col(
        "left"
    ).str.contains(_CLAUSE_END)
    in_headline = (pl.col("part") == "headline") & (pl.col("form") == "imperfect")
    return ~pl.col("is_ambiguous") | opens_sentence | beside_actor | is_participle | in_headline


def _reports() -> pl.Expr:
    """Whether a verb stands where a report stands: not denied, wished, purposed or impersonal."""
    imperfect = pl.col("form") == "imperfect"
    left = pl.col("left")
    unsaid = left.str.contains(_UNSAID) | pl.col("clitic").is_in([ord("3"), ord("6")])
    wished = imperfect & left.str.contains(_WISHED)
    nobody = imperfect & pl.col("is_impersonal") & left.str.contains(_NOBODY)
    impersonal = nobody & pl.col("right").str.contains(_CLAUSE_RIGHT)
    is_noun = pl.col("letter") == ord(LETTERS["NOMINAL"])
    return is_noun | ~(unsaid | wished | impersonal)


def _is_near_clause() -> pl.Expr:
    return pl.col("right").str.contains(_CLAUSE_RIGHT)


def delimit(accepted: pl.DataFrame, quoted_before: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Where the content of each cue begins and ends.

    Args:
        accepted: Cues with every rule that fits them.
        quoted_before: Cues that follow their quotation, from `according.find_quoted_before`.
        reading: Words of the batch.

    Returns:
        `accepted` with `content_token`, `end_token` (exclusive), `open_token` and `close_token`
        (null
        where the content does not begin with a quotation mark), in order of `token`.
    """
    mark = pl.col("marker").str.find(LETTERS["OPEN"], literal=True) // WIDTH
    statements = accepted.with_columns(
        marker_token=pl.col("token") + 1 + pl.col("n_gap"),
        content_token=pl.col("token") + 1 + pl.col("n_gap") + pl.col("n_marker"),
    ).with_columns(open_token=pl.col("marker_token") + mark)
    statements = statements.join(
        pair_marks(reading),
        left_on="open_token",
        right_on="token",
        how="left",
        maintain_order="left",
    )
    n_quoted = pl.col("close_token") - pl.col("open_token")
    is_scare = (pl.col("rule") == "quotation") & (n_quoted <= _MIN_QUOTED_TOKENS)
    statements = _one_per_content(_best(statements.filter(~is_scare.fill_null(value=False))))
    beside = pl.concat(
        [find_according(reading), find_headlines(reading), quoted_before], how="diagonal_relaxed"
    )
    statements = statements.join(beside, on="token", how="anti", maintain_order="left")
    statements = pl.concat([statements, beside], how="diagonal_relaxed").sort("token")
    return _end(_drop_echoes(statements), reading)


def _drop_echoes(statements: pl.DataFrame) -> pl.DataFrame:
    """Drop a cue that only repeats in an according-to phrase (`وفقا لما ذكرت الوكالة`)."""
    reach = (pl.col("source_token") + pl.col("n_source")).shift(1).over("document").fill_null(0)
    return statements.filter(pl.col("letter").is_in(_BESIDE) | (pl.col("token") >= reach))


def _best(statements: pl.DataFrame) -> pl.DataFrame:
    """Of the rules that fit a cue, the shortest gap, then the order of the rules."""
    is_last_choice = pl.col("rule").is_in(LAST_CHOICE)
    return statements.sort("token", is_last_choice, "n_gap", "rank", maintain_order=True).unique(
        "token", keep="first", maintain_order=True
    )


def _one_per_content(statements: pl.DataFrame) -> pl.DataFrame:
    """Of cues that share a content keep one: the noun (`قوله إن`), else the first; none inside a gap."""
    is_noun = pl.col("letter") == ord(LETTERS["NOMINAL"])
    statements = statements.sort(
        "content_token", is_noun, "token", descending=[False, True, False]
    ).unique("content_token", keep="first", maintain_order=True)
    statements = statements.sort("token")
    reached = pl.col("content_token").cum_max().shift(1).over("document").fill_null(0)
    return statements.filter(pl.col("token") >= reached)


def _end(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """End a content at its closing mark, at the cue that goes on after it, or with the sentence."""
    boundary = [ord(LETTERS[name]) for name in ("STOP", "BREAK")]
    ends = (
        reading.text.tokens.filter(~reading.letters.is_in(boundary))
        .group_by("sentence", maintain_order=True)
        .agg(sentence_end=pl.col("token").last() + 1)
    )
    sentence_of = reading.text.tokens["sentence"]
    statements = statements.with_columns(
        sentence=sentence_of.gather(statements["content_token"])
    ).join(ends, on="sentence", how="left", maintain_order="left")
    goes_on = pl.col("letter").is_in([ord(LETTERS[n]) for n in _CONTINUING]) | (
        pl.col("clitic") == ord("1")
    )
    # A source named before the content (`نقلا عن بيان أن`) does not end it.
    following = pl.when(goes_on).then("token").shift(-1).over("document")
    following = pl.when(following >= pl.col("content_token")).then(following)
    is_inside_marks = following < pl.col("close_token")
    next_cue = pl.when(~is_inside_marks.fill_null(value=False)).then(following)
    statements = statements.with_columns(
        is_direct=_ends_at_mark(statements["close_token"], reading).fill_null(value=False)
        | (statements["rule"] == "quoted_before")
    )
    run_on = pl.min_horizontal("sentence_end", next_cue, _next_aside(statements, reading))
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


def _trim(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Leave out marks at the edges of a content that belong to the sentence around it."""
    codes = [ord(LETTERS[n]) for n in ("COMMA", "DASH", "COLON", "STOP", "BREAK")]
    for _ in range(2):
        last = reading.letters.gather(statements["end_token"] - 1).is_in(codes)
        first = reading.letters.gather(statements["content_token"]).is_in(codes)
        longer = statements["end_token"] - statements["content_token"] > 1
        statements = statements.with_columns(
            end_token=pl.col("end_token") - (last & longer).cast(pl.UInt32),
        )
        longer = statements["end_token"] - statements["content_token"] > 1
        statements = statements.with_columns(
            content_token=pl.col("content_token") + (first & longer).cast(pl.UInt32)
        )
    return statements


def _ends_at_mark(close_token: pl.Series, reading: Reading) -> pl.Series:
    """Whether what follows a closing mark no longer belongs to what is said; null without a mark."""
    last = len(reading.letters) - 1
    following = reading.letters.gather((close_token + 1).clip(0, last))
    clitic = reading.clitics.gather((close_token + 1).clip(0, last))
    codes = [ord(LETTERS[name]) for name in _AFTER_QUOTATION]
    is_next_clause = following.is_in([ord(LETTERS["FINITE"])]) & (clitic == ord("1"))
    return following.is_in(codes) | is_next_clause | (close_token == last)


def _next_aside(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """The next comma after each content's start that opens the reporter's own words, not the speaker's."""
    word = reading.text.gather("folded")
    is_comma = reading.letters == ord(LETTERS["COMMA"])
    two = word.shift(-1) + " " + word.shift(-2)
    opens = (word.shift(-1).is_in(_ASIDES) | two.is_in(_ASIDES)) & is_comma
    at = pl.DataFrame({"at": reading.text.tokens["token"], "opens": opens.fill_null(value=False)})
    following = at.select(pl.when("opens").then("at").backward_fill()).to_series()
    return following.gather(statements["content_token"])
