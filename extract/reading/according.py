"""Sources named beside what they say: according-to phrases.

Verbs after their quotation belong in `extract.reading.quoted_before`, cues that open a content in
`extract.reading.cues`, speakers of headlines in `extract.reading.headlines`.
"""

import polars as pl

from extract.reading.alphabet import WIDTH, code, compile_rule, is_class
from extract.reading.contexts import group, n_tokens, with_contexts
from extract.reading.words import Reading

# Tokens that a phrase may take with the titles of its source.
_REACH = 60
# … and tokens before it.
_BACK = 8

_SOURCE_WORD = "NOMINAL_WORD|OPEN|CLOSE|NOMINAL|PRONOUN"
# `شبكة ((سي إن إن)) الإخبارية`
_IN_BRACKETS = "LPAREN{2} ORG|UNKNOWN|GIVEN|PLACE|NOUN|DEFINITE|ADJECTIVE{1,4} RPAREN{2}"
# `شبكة «راي»`, whatever the word means elsewhere
_IN_MARKS = "OPEN NOT_CLOSE|COMMA|STOP|BREAK|COMP{1,4} CLOSE"
_FURTHER = (
    f"(?:{_IN_MARKS} | {_SOURCE_WORD} | IN PLACE|COUNTRY|ORG | FROM ORG|ORG_HEAD|DEFINITE"
    f" | ON_BEHALF NOMINAL_WORD | {_IN_BRACKETS})*"
)
SOURCE = (
    # `مصدر أمني في الشرطة`
    "(?:SOURCE NISBA|ADJECTIVE{0,2} IN DEFINITE|UNKNOWN_DEFINITE|ORG_HEAD"
    " | OPEN? ACTOR|NISBA|UNKNOWN_DEFINITE|UNKNOWN|DEFINITE|NOUN|PRONOUN | ADJECTIVE ORG)"
    f" {_FURTHER}"
)
_HEAD = (
    "(?:OPEN? ACTOR|UNKNOWN_DEFINITE|NISBA | NOUN|ADJECTIVE UNKNOWN|GIVEN|ORG | ADJECTIVE DOCUMENT"
    " | NOMINAL_WORD ON_BEHALF ACTOR)"
)
_NAMED = f"{_HEAD} {_FURTHER}"
_VERB = "FINITE|WEAK_FINITE|VERB"
# `حسبما نقلت عنه`, `وفقا لما ذكرته أمس`.
_BESIDE_VERB = "ADVERB|TIME{0,3}"
# `لـ«الشرق الأوسط» أمس`, `في مؤتمر صحفي`
_VENUE = (
    "(?:TIME|ADVERB | LI? OPEN NOMINAL_WORD{1,4} CLOSE | IN|LI NOMINAL_WORD{1,5}"
    " | withl+NOMINAL_WORD NOMINAL_WORD{0,3})*"
)
# `وفقا لجدول توقيتاته`, `طبقا للوائح`: what is acted upon, and no source of what stands before.
_RULES = (
    "^(?:ال|لل)?(?:جدول|مبد[أا]|مصلح[ةت]|مصالح|لوائح|قرارات|ميثاق|شريع[ةت]|دستور|مقاييس|معايير|ضوابط"
    "|شروط|رغب[ةت]|حاج[ةت]|خط[ةت]|خطط|استراتيجي[ةت]|مبادئ|[أا]سس|قواعد|نظام|[أا]نظم[ةت])$"
)
# How he says or sees it himself.
_OWN_WORD = "^ل?(?:قول|تعبير|وصف|راي|كلام|زعم|اعتقاد|تصور)(?:ه|ها|هم|هما)$|^ل(?:ه|ها|هم|هما)$"
# `اتفاقات يتم تنفيذها وفقا لمجموعة`: what is done by it, and nothing said.
_DONE = ["يتم", "تتم", "تم", "سيتم", "ستتم"]
_COMMA = compile_rule("^COMMA")
# Tokens of the shortest clause with its comma.
_CLAUSE = 3
_SAME = "^ل?(?:ذات|نفس)$"
# `وفقا لما تقتضيه المصلحة`, `حسب ما يناسب`: what asks for it, but `وفق ما تداولته الصحف`.
_REQUIRES = "^س?[يت]\\S+"
_BEARS_OUT = (
    "^(?:[يت](?:ظهر|بين|تبين|نقل|ورد|بث|نشر|تداول|وضح|رو|رد|ؤرخ|علن)"
    "|ت(?:داول|ناقل|وصل|بين|لق|ضمن|سرب))"
)
# Each with the words it is written for; the content stands before the phrase, or after it where the
# phrase opens the sentence.
_PHRASES = (
    # `حسبما نقلت الوكالة عن مصدر مطلع`
    f"ACCORDING (?:RELATIVE|PARTICLE|withl+RELATIVE)? {_VERB} {_BESIDE_VERB} {SOURCE} ABOUT"
    f" [source: {SOURCE}]",
    # `حسبما صرح الوزير`, `وفقا لما ذكرت الوكالة`
    f"ACCORDING (?:RELATIVE|PARTICLE|withl+RELATIVE)? {_VERB} {_BESIDE_VERB} [source: {SOURCE}]",
    # `بحسب الوزارة`, `وفقا لذات المصدر`, `وفقا لوانغ`, `وفقا لـ"رويترز"`, `نقلا عن مصادر`
    f"ACCORDING (?:ABOUT|TO|LI)? PRONOUN? [source: {_NAMED}]",
    # `بحسب تعبيره`, `وفقا له`, `حسب قول الوزير`; found by the word itself
    f"ACCORDING NOMINAL [source: (?:{_NAMED})?]",
    # `على ما أفاد مصدر أمني`, but not `على ما يجده الشعب من دعم`
    f"ON RELATIVE FINITE|WEAK_FINITE {_BESIDE_VERB} [source: {SOURCE}]",
    # `على حد قوله`, `على حد تعبير الوزير`; found by the word itself
    f"ACCORDING PREP NOMINAL|NOUN|FINITE [source: (?:{_NAMED} | UNKNOWN|GIVEN {_FURTHER})?]",
)
# What follows in the phrases of a word that stands in many others.
_BEFORE = {"ON": ("RELATIVE",), "AS": ("FINITE", "WEAK_FINITE")}
_PATTERNS = (
    # `بحسب موسكو "اهتماما كبيرا"`: a capital has no name in marks.
    compile_rule("^[whole: ACCORDING TO? [source: PLACE|COUNTRY]] OPEN"),
    *(compile_rule(f"^[whole: {phrase}]") for phrase in _PHRASES),
    # `كما قال الوزير في مؤتمر صحفي، مضيفا`: what is said may not follow, or it is `كما` that adds a
    # sentence; `كما تفعل الكويت` says nothing.
    compile_rule(
        f"^[whole: AS FINITE|WEAK_FINITE [source: (?:{SOURCE})?] [venue: {_VENUE}]]"
        " (?:STOP|BREAK | COMMA? PARTICIPLE|SAYING)"
    ),
)
# Who says so, and refuses or blames nothing: `كما قال`, but `كما رفض التعليق`.
_SAYS = (
    "^[وف]?(?:قال|[يت]قول|اضاف|اوضح|[يت]وضح|ذكر|[يت]ذكر|اعلن|[يت]علن|افاد|[يت]فيد|اكد|[يت]ؤكد|صرح"
    "|كشف|لاحظ|[يت]لاحظ|اشار|[يت]شير|روي|[يت]روي|راي|[يت]ري|زعم|[يت]زعم|وعد|توقع|[يت]توقع|اعتقد|[يت]عتقد|وصف|[يت]صف|اعتبر|[يت]عتبر)"
    "(?:ت|وا|ا|ه|ها|ته|تها)?$"
)
# `، كما أكد الالتزام بالاتفاق`: what he affirms too.
_AFFIRMS = "^[وف]?(?:اكد|اعلن|كشف|وعد|توقع|وصف)$"
_ANSWERING = "^[وفبل]?(?:ال)?(?:م?علقا|معلقة|تعليقا?|تعقيبا?|رد[اه]?|بناء|احتجاجا?|جوابا?|اعتمادا)$"
# … or the clause: `وأضاف أنه وفقا للوزارة، عاد …`
_OPENS_SENTENCE = compile_rule("(?:^ | STOP|BREAK | COLON | COMP)$")
_AFTER_SOURCE = compile_rule("^[skip: COMMA? PARTICLE? COMP? OPEN?]")
# `ووفقا لتقرير أصدره المعهد أمس، فإن …`: what is told of a source goes up to the comma.
_TOLD = "NOT_COMMA|COMP|COLON|ACCORDING{1,18}? COMMA"
_AFTER_TOLD = compile_rule(
    f"^[skip: (?:{_TOLD} (?:NOT_COMMA|COLON{{1,12}}? COMMA)?)?? conj+COMP OPEN?"
    # `ووفقا للمعلومات الواردة من الوزارة فإن …`
    " | NOT_COMMA|COMP|COLON|ACCORDING|STOP|BREAK{1,18}? conj+COMP OPEN?]"
)
# `وبحسب لائحة الاتهام في القضية فقد تسلم …`
_AFTER_ALREADY = compile_rule(
    "^[skip: IN|TO|FROM|ON|ABOUT|PREP NOT_COMMA|COMP|COLON|FINITE|VERB|ACCORDING{0,8}?"
    " COMMA? conj+PARTICLE] VERB|FINITE|WEAK_FINITE"
)
_AFTER_DESCRIBED = compile_rule(f"^[skip: {_TOLD} OPEN?] VERB|AUX|NEGATION|FINITE|WEAK_FINITE")
_DESCRIBED = compile_rule("(?:TITLE|SOURCE|DOCUMENT|NOUN|UNKNOWN|NISBA|ADJECTIVE)$")
_CLAUSE_AFTER = compile_rule("^[skip: COMP OPEN?]")
# `كما خلفت الحرب، وفقا للمنظمة، | أضرارا`: the object of a verb right before is what is said.
_OBJECT_AFTER = compile_rule("^COMMA? OPEN? bare+NOUN|CONTENT_NOUN|UNKNOWN")
_VERB_ALONE = compile_rule("(?:^ | STOP|BREAK) AS? VERB|FINITE|WEAK_FINITE ANY{1,3} COMMA?$")
# `ذكرت الصحيفة، نقلا عن مصادر، أن …`: both say it.
_RELAYS = compile_rule("^ACCORDING ABOUT")
_CLAUSE_LATER = compile_rule("^COMMA COMP")


def find_according(reading: Reading) -> pl.DataFrame:
    """According-to phrases that name a source.

    Returns:
        One row a phrase: `token`, `document`, `letter`, `clitic`, `source_token`, `n_source`,
        `content_token` and `end_token` (null where the content stands after the phrase: it ends as
        any statement does), `rule` (`according_before` or `according_after` what is attributed).
    """
    _mark_limits(reading)
    phrases = with_contexts(_asked(reading), reading, left=_BACK, right=_REACH)
    phrases = phrases.filter(~_answers(phrases, reading) & _says(phrases, reading))
    right = pl.col("right")
    phrases = phrases.with_columns(
        whole=pl.coalesce(group(right, pattern, "whole") for pattern in _PATTERNS),
        source=pl.coalesce(group(right, pattern, "source") for pattern in _PATTERNS),
        venue=group(right, _PATTERNS[-1], "venue").fill_null(""),
    ).drop_nulls("whole")
    return _place(phrases.filter(~_obeys(phrases, reading)), reading)


def _asked(reading: Reading) -> pl.DataFrame:
    """Words that may begin a phrase: of `على` and `كما` most are followed by what begins none."""
    letters, tokens = reading.letters, reading.text.tokens
    at = tokens["token"].filter(is_class(letters, "ACCORDING", *_BEFORE))
    letter, following = letters[at], letters[reading.text.step(at, 1)]
    may = letter == code("ACCORDING")
    for name, goes_on in _BEFORE.items():
        may |= (letter == code(name)) & is_class(following, *goes_on)
    at = at.filter(may)
    return tokens.select("token", "document", "sentence")[at].with_columns(
        letter=letters[at], clitic=reading.clitics[at]
    )


def _answers(phrases: pl.DataFrame, reading: Reading) -> pl.Series:
    """`ردا على ما ذكرته الصحيفة`: what is answered is no source of what stands before."""
    before = reading.text.at("folded", reading.text.step(phrases["token"], -1))
    return before.str.contains(_ANSWERING) & (phrases["letter"] == code("ON"))


def _says(phrases: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether `كما` stands within its sentence and before a verb of saying; others do anyway."""
    verb, head = (reading.text.step(phrases["token"], ahead) for ahead in (1, 2))
    said = reading.text.at("folded", verb)
    is_within = ~phrases["left"].str.contains(_OPENS_SENTENCE)
    is_object = said.str.contains(_AFFIRMS) & is_class(reading.letters[head], "DEFINITE", "NOUN")
    says = said.str.contains(_SAYS) & is_within & ~is_object
    return (phrases["letter"] != code("AS")) | says


def _obeys(phrases: pl.DataFrame, reading: Reading) -> pl.Series:
    """Whether a phrase names no source, but what is acted upon or pointed at: `وفقا للقواعد`."""
    first, second = (reading.text.step(phrases["token"], ahead) for ahead in (1, 2))
    # `استنادا إلى القرارات`
    leads = is_class(reading.letters[first], "TO", "ABOUT")
    head = reading.text.at("bare", second.zip_with(leads, first))
    is_within = ~phrases["left"].str.contains(_OPENS_SENTENCE)
    # `حسبما هو مقرر`, `بحسب معظم المراصد`
    points = is_class(reading.letters[first], "PRONOUN") | (
        leads & is_class(reading.letters[second], "PRONOUN")
    )
    points &= ~head.str.contains(_SAME).fill_null(value=False)
    points |= reading.text.at("folded", reading.text.step(phrases["token"], -1)).is_in(_DONE)
    verb = first.zip_with(is_class(reading.letters[first], "VERB"), second)
    asks = reading.text.at("folded", verb)
    points |= (
        is_class(reading.letters[verb], "VERB")
        & asks.str.contains(_REQUIRES)
        & ~asks.str.contains(_BEARS_OUT)
    )
    return head.str.contains(_RULES).fill_null(value=False) & is_within | points


def _mark_limits(reading: Reading) -> None:
    """Class `على حد` as an according-to word and a preposition, and what one says as saying."""
    limits = reading.text.which(_is_limit)
    limits = limits.filter(is_class(reading.letters[reading.text.step(limits, -1)], "ON"))
    reading.set_class(limits, "PREP")
    reading.set_class(reading.text.step(limits, -1), "ACCORDING")
    own = reading.text.which(_is_own_word)
    follows = is_class(reading.letters[reading.text.step(own, -1)], "ACCORDING")
    reading.set_class(own.filter(follows), "NOMINAL")


def _is_limit(words: pl.DataFrame) -> pl.Series:
    return words["folded"] == "حد"


def _is_own_word(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_OWN_WORD)


def _place(phrases: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Say what stands before or after each phrase."""
    sentence = reading.text.tokens["sentence"]
    n_whole, n_source = n_tokens(pl.col("whole")), n_tokens(pl.col("source"))
    rest = pl.col("right").str.slice(n_whole * WIDTH)
    opens = pl.col("left").str.contains(_OPENS_SENTENCE)
    is_relayed = pl.col("whole").str.contains(_RELAYS) & rest.str.contains(_CLAUSE_LATER)
    before = opens | rest.str.contains(_CLAUSE_AFTER) | is_relayed
    before |= pl.col("left").str.contains(_VERB_ALONE) & rest.str.contains(_OBJECT_AFTER)
    after_phrase = pl.col("token") + n_whole
    is_described = pl.col("whole").str.contains(_DESCRIBED)
    skipped = pl.coalesce(
        pl.when(opens).then(group(rest, _AFTER_TOLD, "skip")),
        pl.when(opens & is_described).then(group(rest, _AFTER_DESCRIBED, "skip")),
        pl.when(opens).then(group(rest, _AFTER_ALREADY, "skip")),
        group(rest, _AFTER_SOURCE, "skip"),
    )
    start = pl.lit(sentence.search_sorted(phrases["sentence"], side="left"))
    # `قتل خمسة، بحسب المرصد، وأصيب عشرة، وفقا للشرطة`: the second source says the second clause.
    is_set_off = (pl.col("sentence") == pl.col("sentence").shift(1)) & rest.shift(1).str.contains(
        _COMMA
    )
    last = pl.when(is_set_off).then(after_phrase.shift(1) + 1)
    last = pl.when(pl.col("token") - last >= _CLAUSE).then(last)
    start = pl.max_horizontal(start, last)
    return phrases.select(
        "token",
        "document",
        "clitic",
        letter=pl.lit(code("ACCORDING"), pl.UInt8),
        n_source=pl.when(n_source > 0).then(n_source),
        source_token=pl.when(n_source > 0).then(
            after_phrase - n_tokens(pl.col("venue")) - n_source
        ),
        content_token=pl.when(before)
        .then(after_phrase + n_tokens(skipped))
        .otherwise(start)
        .cast(pl.UInt32),
        end_token=pl.when(~before).then("token"),
        rule=pl.when(before).then(pl.lit("according_before")).otherwise(pl.lit("according_after")),
    )
