"""Where a sentence goes on in the reporter's words after what somebody said.

`، وذلك خلال لقائهما`, `، ولم تدل بتفاصيل`, `، فيما نفت الوزارة …`. Cues that go on by themselves
(`، مشيرا إلى`) belong in `extract.reading.endings`.
"""

import polars as pl

from extract.reading.alphabet import codes, compile_rule, is_class
from extract.reading.contexts import group, n_tokens, with_contexts
from extract.reading.words import Reading

# One or two folded words after a comma.
_ASIDES = ["وذلك", "بيد", "وهو ما", "وهو الامر"]
_REASONS = (
    "^(?:حفاظا|نظرا|بسبب|نتيجة|بهدف|تمهيدا|تجنبا|تفاديا|ضمانا|حرصا|سعيا|منعا|حتي|كي|لان|ان)$"
    "|^ل\\S{3,}$"
)
# `، جاء ذلك خلال المؤتمر`, `، وجاءت تصريحاته بعد اللقاء`, `، يأتي ذلك في وقت …`
_CAME = "^و?جاءت? (?:ذلك|هذا|هذه|تصريحات\\S*)$|^و?[يت]اتي (?:ذلك|تصريحات\\S*)$"
_COMES = "^و?(?:جاءت?|[يت]اتي)$"
# `، ونقلت وسائل إعلام عن المتحدث قوله`: another's words.
_RELAYS = "^ونقلت?$"
# Who says no more: `، ورفضت الخوض في التفاصيل`, `، ولم يدل بتفاصيل`, `، دون أن يوضح`.
_REFUSES = "^(?:و(?:رفض|امتنع|اكتف)(?:ت|وا|ى|ي)?)$"
_NOT = ["ولم", "دون ان", "دونما ان", "من دون"]
_TELLS = (
    "^[يت](?:دل|ذكر|وضح|حدد|كشف|فصح|عط|قدم|خض|خوض|علق|سم|بين|شر|شير|تطرق|ورد|فصل|ستبعد|دلي|عطي|سمي)"
    "(?:وا|ي)?$"
)
# `، فيما قالت`, `، لكن خبراء يرون`, `، كما أدان`, `، في حين دعت المعارضة`.
_CONTRAST = compile_rule(
    "COMMA [resumes: (?:PARTICLE|AS | IN TIME|NOUN|DEFINITE WHICH?){1,2}"
    " (?:free+ACTOR|NISBA|DEFINITE|UNKNOWN|UNKNOWN_DEFINITE|ON_BEHALF|ADJECTIVE|NOUN){0,7}]$"
)
# `على تأشيرة لكنه أضاف`, `قتلى في حين أعلن الجيش`: so do some without a comma before them.
_TURN = compile_rule(
    "[resumes: (?:PARTICLE|WHAT|WHICH|AS|ADVERB | IN TIME|NOUN|PARTICLE | COMP COMP)"
    " (?:free+ACTOR|NISBA|DEFINITE|UNKNOWN_DEFINITE{0,4})]$"
)
_TURNING = "^(?:فيما|بينما|في حين|لكن(?:ه|ها|هم|هما)) ?"
_ALSO = "^(?:كما|و?لكن(?:ه|ها|هم)) "
_YET = "^(?:الا|غير|بيد) ان(?:ه|ها|هم)$"
# Headlines of two clauses: `… ورومانيا تتعهد`.
_SECOND_SUBJECT = compile_rule("[resumes: conj+ACTOR|NISBA NISBA|ADJECTIVE|DEFINITE{0,2}]$")
_CONTRASTING = "^(?:في(?:ما)?|بينما|كما|و?لكن(?:ه|ها|هم|هما)?)$"
# `على ما ذكرته الصحيفة من أن …، قالت`, `وفي معرض إشارته إلى أن …، قال`: the sentence is to come.
_TOLD_OF = compile_rule("WHAT$")
_FRONTED = compile_rule("(?:^ | STOP|BREAK) IN|PREP|TIME|ADVERB (?:ORG_HEAD|NOUN)?$")
# `وفي تعليقه على التصريحات التي قال فيها إن …، أكد`
_IN_OPENING = compile_rule(
    "(?:^ | STOP|BREAK)(?:IN|PREP|ABOUT | NOUN|ADVERB|VERB|UNKNOWN ON)"
    " NOT_FINITE|WEAK_FINITE|VERB|STOP|BREAK{1,24} WHICH PARTICLE|AUX{0,2}$"
)
_OBJECTS_THAT = (
    "^(?:غير|الا|بيد) ان(?:ه|ها|هم|نا|ني)?$|^و?لكن(?:ه|ها|هم)? "
    # `ويأمل في العثور على ثغرات، | ويتوقع أن يواجه صعوبات`
    "|^(?:وي?توقع|ومن المتوقع|ومن المقرر|ومن المنتظر|وي?ذكر ان|وي?شار الي|علما (?:ان|بان))"
)
# Rules whose content is no clause of its own.
OBJECTS = [
    *("object", "object_noun", "object_in_marks", "with", "with_attached", "to", "on", "about"),
    *("from", "in"),
]
_AFTER_COMMA = compile_rule("COMMA$")
_REACH = 12


def next_resuming(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """The next token after each content's start at which the reporter goes on; null without one.

    Args:
        statements: `content_token`, `close_token`, `token`, `letter`, `document`, `form`, `part`.
        reading: Words of the batch.
    """
    resumes = pl.concat([_asides(reading), _contrasts(statements, reading)]).unique().sort()
    at = statements.select(at=pl.col("content_token"))
    after = at.join_asof(
        resumes.alias("resumes").to_frame(),
        left_on="at",
        right_on="resumes",
        strategy="forward",
        coalesce=False,
        check_sortedness=False,
    )["resumes"]
    return pl.select(
        pl.min_horizontal(after, _main_verbs(statements), _objections(statements, reading))
    ).to_series()


def _objections(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Where a new clause follows an object: `ندد بالمناورات، | غير أنه امتنع عن الرد`."""
    text = reading.text
    commas = text.tokens["token"].filter(is_class(reading.letters, "COMMA"))
    first, second = (text.at("folded", text.step(commas, ahead)) for ahead in (1, 2))
    opens = (first + " " + second).str.contains(_OBJECTS_THAT)
    commas = commas.filter(opens.fill_null(value=False)).alias("objects")
    after = statements.select(at="content_token").join_asof(
        commas.to_frame(), left_on="at", right_on="objects", strategy="forward",
        coalesce=False, check_sortedness=False,
    )["objects"]  # fmt: skip
    is_object = statements["rule"].is_in(OBJECTS).fill_null(value=False)
    return after.set(~is_object, None)


def _main_verbs(statements: pl.DataFrame) -> pl.Series:
    """The verb after what a phrase before it tells: `على ما ذكرته الصحيفة من أن …، | قالت`."""
    # Rows stand in running order.
    is_next = pl.col("document") == pl.col("document").shift(-1)
    next_left = pl.col("left").shift(-1)
    is_verb = pl.col("letter").shift(-1).is_in(codes("FINITE", "WEAK_FINITE"))
    is_verb &= next_left.str.contains(_AFTER_COMMA) & (pl.col("clitic").shift(-1) == ord("0"))
    is_told_of = pl.col("left").str.contains(_TOLD_OF)
    is_told_of |= pl.col("left").str.contains(_IN_OPENING)
    is_fronted = pl.col("left").str.contains(_FRONTED)
    return statements.select(
        pl.when(is_next & (is_told_of | is_fronted) & is_verb).then(pl.col("token").shift(-1))
    ).to_series()


def _asides(reading: Reading) -> pl.Series:
    """Commas after which the reporter tells what is not said."""
    text = reading.text
    commas = text.tokens["token"].filter(is_class(reading.letters, "COMMA"))
    may_open = text.vocabulary.find(_may_open)[text.tokens["word"][text.step(commas, 1)]]
    commas = commas.filter(may_open)
    first, second, third = (text.at("folded", text.step(commas, ahead)) for ahead in (1, 2, 3))
    two, tells = first + " " + second, _TELLS
    denied = first.is_in(["ولم"]) & second.str.contains(tells)
    denied |= two.is_in(_NOT) & third.str.contains(tells)
    fourth = text.at("folded", text.step(commas, 4))
    denied |= (two == "من دون") & (third == "ان") & fourth.str.contains(tells)
    # `، وذلك حفاظا على …`: why, as who speaks sees it.
    is_reason = (first == "وذلك") & second.str.contains(_REASONS)
    is_aside = (
        (first.is_in(_ASIDES) & ~is_reason)
        | two.is_in(_ASIDES)
        | two.str.contains(_CAME)
        | first.str.contains(_REFUSES)
        | denied
    )
    relays = is_class(reading.letters[text.step(commas, 2)], "ORG", "ORG_HEAD", "SOURCE")
    is_aside |= first.str.contains(_RELAYS) & relays
    return pl.concat([commas.filter(is_aside), _unsaid(reading)])


def _unsaid(reading: Reading) -> pl.Series:
    """Where it goes on without a comma: `قريبا بدون ان يحدد موعدا`, `"…" ولم يذكر تفاصيل`."""
    text = reading.text
    at = text.which(_may_deny)
    first, second, third = (text.at("folded", text.step(at, ahead)) for ahead in (0, 1, 2))
    is_without = (second == "ان") & third.str.contains(_TELLS) & (first != "ولم")
    after_quotation = is_class(reading.letters[text.step(at, -1)], "CLOSE")
    is_not = (first == "ولم") & second.str.contains(_TELLS) & after_quotation
    # `38 قتيلا | من دون أن تذكر تفاصيل`
    is_led = text.at("folded", text.step(at, -1)) == "من"
    return (at - is_led.cast(at.dtype)).filter(is_without | is_not)


def _may_deny(words: pl.DataFrame) -> pl.Series:
    return words["folded"].is_in(["ولم", "بدون", "دون", "دونما"])


def _may_open(words: pl.DataFrame) -> pl.Series:
    """Words that may open what is not said."""
    firsts = {phrase.split()[0] for phrase in (*_ASIDES, *_NOT)}
    folded = words["folded"].fill_null("")
    may_open = folded.is_in(list(firsts)) | folded.str.contains(f"{_REFUSES}|{_RELAYS}")
    return may_open | folded.str.contains(_COMES)


def _contrasts(statements: pl.DataFrame, reading: Reading) -> pl.Series:
    """Conjunctions with which a cue, and in headlines its subject, sets another speaker apart."""
    finite = statements.filter(pl.col("letter").is_in(codes("FINITE", "WEAK_FINITE")))
    cues = with_contexts(finite.select("token", "document", "part"), reading, left=_REACH, right=1)
    left, in_headline = pl.col("left"), pl.col("part") == "headline"
    cues = cues.select(
        contrast=pl.col("token") - n_tokens(group(left, _CONTRAST, "resumes")),
        turn=pl.col("token") - n_tokens(group(left, _TURN, "resumes")),
        second=pl.col("token")
        - pl.when(in_headline).then(n_tokens(group(left, _SECOND_SUBJECT, "resumes"))),
    )
    contrasts = cues["contrast"].drop_nulls()
    text = reading.text
    is_contrast = text.at("folded", contrasts).str.contains(_CONTRASTING)
    turns = cues["turn"].drop_nulls()
    two = text.at("folded", turns) + " " + text.at("folded", text.step(turns, 1))
    verbs = finite["token"].cast(pl.UInt32).implode()
    is_next = text.step(turns, 1).is_in(verbs)
    also = two.str.contains(_ALSO) & is_next
    # `إلا أنه أوضح`
    also |= two.str.contains(_YET) & text.step(turns, 2).is_in(verbs)
    turns = turns.filter(two.str.contains(_TURNING) | also)
    return pl.concat([contrasts.filter(is_contrast), turns, cues["second"].drop_nulls()])
