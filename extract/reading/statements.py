"""Cues to the statements that they open: which of the rules that fit reads each, and its content.

Which words are cues belongs in `extract.reading.cues`, where a content ends in
`extract.reading.endings`, sources named beside what they say in `extract.reading.according`.
"""

import polars as pl

from extract.arabic.tokens import has_letters
from extract.reading.according import find_according
from extract.reading.alphabet import (
    LETTERS,
    WIDTH,
    clitic_codes,
    codes,
    compile_rule,
    is_class,
)
from extract.reading.endings import end_contents
from extract.reading.grammar import LAST_CHOICE
from extract.reading.headlines import find_headlines
from extract.reading.nothing_said import (
    CLAUSES,
    without_loads,
    without_mere_words,
    without_scare_quotes,
    without_silence,
    without_what_goes_on,
)
from extract.reading.spans import tokens_inside
from extract.reading.taken_objects import begin_at_objects
from extract.reading.words import Reading

# `أعرب عن أمله في أن تنجح`: what is hoped for is what is said.
_HOPE = "^(?:الامل|القول|(?:امل|تطلع|اعتقاد|راي|قناعت)(?:ه|ها|هم|هما|هن))$"
_APART = compile_rule("COMMA PARTICLE|AS$")
# More than a gap has tokens, or the grammar rules.
_CHOICES = 1 << 10
_TOLD_OF = compile_rule("WHICH VERB$")
_OF_TITLE = "^ال(?:اعلي|عام|خاص|اول|ثاني|تنفيذي|رسمي|مشارك|سامي|دائم|مفوض|مقيم)ة?$"
_ATTACHED = ["with_attached", "for_attached"]


def delimit(
    accepted: pl.DataFrame, quoted_before: pl.DataFrame, marks: pl.DataFrame, reading: Reading
) -> pl.DataFrame:
    """Where the content of each cue begins and ends.

    Args:
        accepted: Cues with every rule that fits them, from `cues.apply_rules`.
        quoted_before: Cues that follow their quotation, from `quoted_before.find_quoted_before`.
        marks: From `quotation.pair_marks`.
        reading: Words of the batch.

    Returns:
        One row a statement in order of `token`: the columns of `accepted` with `content_token`,
        `end_token` (exclusive), `is_direct`, and `open_token` and `close_token` (null where the
        content does not begin with a quotation mark).
    """
    accepted = begin_at_objects(accepted, reading)
    statements = without_mere_words(_with_marks(accepted, marks), reading)
    statements = without_scare_quotes(statements, reading)
    statements = without_silence(_one_per_content(_best(statements, reading), reading), reading)
    statements = without_what_goes_on(without_loads(statements, reading), reading)
    statements = _past_hopes(statements, reading)
    beside = pl.concat(
        [find_according(reading), find_headlines(reading), quoted_before], how="diagonal_relaxed"
    )
    statements = statements.join(beside, on="token", how="anti", maintain_order="left")
    statements = pl.concat([statements, beside], how="diagonal_relaxed").sort("token")
    statements = _with_what_follows(statements)
    return _with_words(end_contents(_drop_echoes(statements), marks, reading), reading)


def _with_what_follows(statements: pl.DataFrame) -> pl.DataFrame:
    """Give a source named beside a verb the same: `أكد، وفقا للوكالة، دعمه`.

    Not where a preposition is cut off inside a word (`نوه، وفقا للوكالة، بالتعاون`).
    """
    said, at = pl.col("content_token").shift(1), pl.col("token")
    follows = (pl.col("document") == pl.col("document").shift(1)) & (said > at)
    follows &= (pl.col("rule") == "according_after") & (at.shift(1) >= pl.col("content_token"))
    follows = follows.fill_null(value=False)
    is_cut = follows & pl.col("rule").shift(1).is_in(_ATTACHED)
    # `أكد أن …، على حد قوله`: what was just said, and not that he says it.
    repeats = (pl.col("document") == pl.col("document").shift(1)) & (said < at)
    repeats &= (pl.col("rule") == "according_after") & (at.shift(1) >= pl.col("content_token"))
    repeats &= pl.col("rule").shift(1).is_in(CLAUSES) & pl.col("n_source").is_null()
    repeats = repeats.fill_null(value=False)
    # `أضاف أنه، وفقا للوكالة، عاد …`: both say what follows the source.
    leads = (pl.col("document") == pl.col("document").shift(-1)) & (
        pl.col("content_token") == at.shift(-1)
    )
    leads &= pl.col("rule").shift(-1) == "according_before"
    return statements.with_columns(
        content_token=pl.when(follows | repeats)
        .then(said)
        .when(leads.fill_null(value=False))
        .then(pl.col("content_token").shift(-1))
        .otherwise("content_token"),
        end_token=pl.when(~follows).then("end_token"),
    ).filter(~statements.select(is_cut).to_series().fill_null(value=False))


def _with_words(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Drop what says nothing: after `وقال الشاعر:` the verses stand in lines of their own."""
    is_word = reading.text.where(has_letters)
    begins = is_word[statements["content_token"]] & (
        statements["end_token"] > statements["content_token"]
    )
    # Few begin with anything else.
    others = statements.select(
        "token",
        start="content_token",
        n=pl.col("end_token").cast(pl.Int64) - pl.col("content_token"),
    ).filter(~begins & (pl.col("n") > 0))
    inside = tokens_inside(others, "start", "n")
    worded = inside["token"].filter(is_word[inside["at"]])
    return statements.filter(begins | pl.col("token").is_in(worded.implode()))


def _with_marks(accepted: pl.DataFrame, marks: pl.DataFrame) -> pl.DataFrame:
    """Add where the content begins, and the quotation marks that open and close it."""
    marker_token = pl.col("token") + 1 + pl.col("n_gap")
    mark = pl.col("marker").str.find(LETTERS["OPEN"], literal=True) // WIDTH
    return accepted.with_columns(
        marker_token=marker_token,
        content_token=marker_token + pl.col("n_marker"),
        open_token=marker_token + mark,
    ).join(
        marks,
        left_on="open_token",
        right_on="token",
        how="left",
        maintain_order="left",
    )


def _past_hopes(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Begin what is hoped for after the hope: `عن أمله | في أن | تنجح المحادثات`."""
    first = statements["content_token"]
    is_hope = reading.text.at("folded", reading.text.step(first, 0)).str.contains(_HOPE)
    second, third = (reading.letters[reading.text.step(first, n)] for n in (1, 2))
    # `عن تطلعها إلى أن`
    n_in = is_class(second, "IN", "TO") & (is_class(second, "IN") | is_class(third, "COMP"))
    n_that = is_class(third, "COMP").zip_with(n_in, is_class(second, "COMP"))
    follows = is_hope.fill_null(value=False) & (n_in | n_that)
    n_words = 1 + n_in.cast(pl.UInt32) + n_that.cast(pl.UInt32)
    return statements.with_columns(content_token=first + n_words * follows.cast(pl.UInt32))


def _best(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Of the rules that fit a cue, the shortest gap, then the order of the rules."""
    is_last_choice = pl.col("rule").is_in(LAST_CHOICE)
    # `نفى الجيش في بيان صحة …`: a body right after the verb denies rather than is denied.
    is_body = pl.lit(is_class(reading.letters[statements["content_token"]], "ORG_HEAD"))
    is_last_choice |= (pl.col("rule") == "object") & (pl.col("n_gap") == 0) & is_body
    is_last_choice |= (pl.col("rule") == "object") & _is_half(statements, reading)
    # `رجح الممثل الأعلى للسياسة الخارجية أن …`: an adjective of his title, where a clause follows.
    is_last_choice |= (pl.col("rule") == "object") & _is_of_title(statements, reading)
    # `نفى عدد من المسؤولين صحة الخبر`: some of a number act, or they would be `عددا`.
    second = reading.letters[reading.text.step(statements["content_token"], 1)]
    is_last_choice |= (pl.col("rule") == "object") & pl.lit(is_class(second, "ON_BEHALF"))
    # `أفاد العميد بجامعة القاهرة بأن …`: where he serves, and not what he said.
    is_last_choice |= (pl.col("rule") == "with_attached") & pl.col("is_neutral")
    # `أكد على مدونته أن …`: where he said it.
    is_last_choice |= (pl.col("rule") == "on") & _is_his_place(statements, reading)
    # `وصف الوزير الذي قام بجولة الوضع بأنه صعب`: what is told of him takes it.
    is_last_choice |= (pl.col("rule") == "with_attached") & pl.col("gap").str.contains(_TOLD_OF)
    # `أفاد بيان صادر عن الوزارة بأن …`, but `أفاد المرصد عن مقتل`
    is_last_choice |= (pl.col("rule") == "about") & (pl.col("lemma") == "أفاد")
    # `ناشد المجلس عدم …`: the nearer object may be who is asked.
    is_last_choice |= (pl.col("rule") == "object") & pl.col("takes_addressee")
    # `تعهد الرئيس بمواصلة …`, but `تعهد الرئيس مواصلة …`
    is_last_choice |= (pl.col("rule") == "object") & (pl.col("lemma") == "تعهد")
    # `اتهم المتحدث "الجبهة" بتنفيذ الهجوم`: whom one accuses is no quotation.
    is_last_choice |= (pl.col("rule") == "quotation") & pl.col("takes_addressee")
    # `أدانت دول عربية الهجوم`: who condemns stands before what happened.
    article = reading.text.at("bare", statements["content_token"]).str.starts_with("ال")
    happened = statements["token"].filter(article & (statements["rule"] == "object_noun"))
    is_noun = pl.lit(is_class(reading.letters[statements["content_token"]], "NOUN", "PRONOUN"))
    is_last_choice |= (
        (pl.col("rule") == "object")
        & (pl.col("n_gap") == 0)
        & is_noun
        & pl.col("token").is_in(happened.implode())
    )
    # By one number, and without the rest: a cue's token, then what is chosen by.
    order = pl.col("token").cast(pl.UInt64) * 2 + is_last_choice
    for name in ("n_gap", "rank"):
        order = order * _CHOICES + pl.col(name)
    ordered = statements.select("token", order=order).with_row_index("row").sort("order")
    return statements[ordered.unique("token", keep="first", maintain_order=True)["row"]]


def _is_of_title(statements: pl.DataFrame, reading: Reading) -> pl.Expr:
    """Whether the object would be the adjective of the title right before it."""
    at = statements["content_token"]
    is_titled = is_class(reading.letters[reading.text.step(at, -1)], "TITLE_DEFINITE")
    return pl.lit(is_titled & reading.text.at("folded", at).str.contains(_OF_TITLE))


def _is_his_place(statements: pl.DataFrame, reading: Reading) -> pl.Expr:
    """Whether the content would be a noun of his before a clause: `على حسابه | أن`."""
    at = statements["content_token"]
    is_his = is_class(reading.letters[at], "NOUN", "UNKNOWN")
    is_his &= reading.text.at("folded", at).str.contains("(?:ه|ها)$")
    return pl.lit(is_his & is_class(reading.letters[reading.text.step(at, 1)], "COMP"))


def _is_half(statements: pl.DataFrame, reading: Reading) -> pl.Expr:
    """Whether the object would complete the body which speaks: `أدانت وزارة | الخارجية الهجوم`."""
    before = reading.text.step(statements["content_token"], -1)
    is_body = is_class(reading.letters[before], "ORG_HEAD")
    is_body &= ~reading.text.at("bare", before).str.starts_with("ال")
    return pl.lit(is_body & (reading.clitics[statements["content_token"]] == ord("0")))


def _one_per_content(statements: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Of cues that share a content the noun (`قوله إن`), else the first; none inside a gap."""
    # `وتابع بقوله إن` is what he went on with: the verb has the subject.
    is_noun = pl.col("letter").is_in(codes("NOMINAL")) & ~pl.col("clitic").is_in(
        clitic_codes("b", "wb")
    )
    # `أعلن القائد «النصر»، فيما ذكر البيان أن`: he who is set apart has a verb of his own.
    is_apart = pl.col("letter").is_in(codes("FINITE", "WEAK_FINITE"))
    is_apart &= pl.col("left").str.contains(_APART)
    order = ["content_token", is_noun, is_apart, "token"]
    statements = (
        statements.sort(order, descending=[False, True, True, False])
        .unique("content_token", keep="first", maintain_order=True)
        .sort("token")
    )
    # A content reaches to the end of its article, and no window is needed.
    end = reading.text.bounds[statements["document"] + 1]
    reached = pl.min_horizontal("content_token", end).cum_max().shift(1, fill_value=0)
    return statements.filter(pl.col("token") >= reached)


def _drop_echoes(statements: pl.DataFrame) -> pl.DataFrame:
    """Drop a cue that only repeats in an according-to phrase (`وفقا لما ذكرت الوكالة`)."""
    reach = (pl.col("source_token") + pl.col("n_source")).shift(1).over("document").fill_null(0)
    is_beside = pl.col("letter").is_in(codes("ACCORDING", "COLON"))
    return statements.filter(is_beside | (pl.col("token") >= reach))
