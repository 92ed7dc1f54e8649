"""Which cues report where they stand: placed as reports are, not denied, wished or supposed.

What a cue's content is and where it begins belongs in `extract.reading.cue_rules`.
"""

from functools import cache

import polars as pl

from extract.reading.alphabet import CLITICS, clitic_codes, codes, compile_rule
from extract.reading.conditions import heads

# `كما أفادت مصادر`: what is added begins as a sentence does.
_SENTENCE_START = compile_rule("(?:(?:^ | STOP | BREAK) AS? | TURN COMMA?)$")
# `، وطالب المانحين`, `قد ذكر`: where a perfect goes on, a noun seldom does.
_CLAUSE_START = compile_rule("COMMA|CLOSE$")
_AFTER_PARTICLE = compile_rule("PARTICLE$")
# `طلبت منا الوزيرة`, `كشف أمس مصدر`, `أفادت بعض المصادر`: what stands between says whom or when.
_ACTOR_RIGHT = compile_rule("^ANY (?:(?:ADVERB|TIME|PRONOUN)? bare+ACTOR | IN DOCUMENT)")
# `الحزب هدد`, but `الحكومة مطالبة` is asked.
_ACTOR_LEFT = compile_rule("NAMED|ANY_TITLE|NISBA$")
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
_AFTER_VERB = compile_rule("VERB$")
_NO_SPEECH = compile_rule("(?:^ | STOP|BREAK) NOT_ANY_CUE|ANY_TITLE|PERSON|GIVEN{1,40}$")
_NOBODY = compile_rule("(?:^ | STOP|BREAK|COMMA|COMP|PARTICLE)$")
# `وأبرز المواقع`: most of these are elatives in the masculine.
_ELATIVES = ("أبرز",)
# `تقارير تحدثت عن اشتباكات`, but `تحدث اللاعب عن تجربته`.
TALKS = "تحدث"
TALKER_LEFT = compile_rule(
    "SOURCE|DOCUMENT (?:NISBA|ADJECTIVE|DEFINITE{0,3} | ORG{1,3}"
    " | NOUN|IN|ORG|DEFINITE{1,2} VERB ANY) PARTICLE?$"
)
# `تحدث الوزير عن ضرورة الحوار`, `تحدثت الصحيفة عن أن`
TALKED_OF = compile_rule("^ANY NOT_STOP|BREAK|COMP|ABOUT{0,9} ABOUT bare+COMP|CONTENT_NOUN")
RELATIVE_LEFT = compile_rule("WHICH|WHAT|AS$")


@cache
def is_sure() -> pl.Expr:
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
    talks = left.str.contains(TALKER_LEFT) | right.str.contains(TALKED_OF)
    beside_actor |= (pl.col("lemma") == TALKS) & talks
    is_participle = pl.col("letter").is_in(codes("WEAK_PARTICIPLE"))
    beside_actor |= left.str.contains(_BODY_LEFT) & is_bare & ~is_participle
    is_after_time = left.str.contains(_TIME_END) & pl.col("folded").str.ends_with("ا")
    goes_on = is_participle & (left.str.contains(_CLAUSE_END) | is_after_time)
    is_clause |= (pl.col("lemma") == "عبر") & is_perfect & right.str.contains(_VOICES)
    is_placed = opens_sentence | is_clause | beside_actor | goes_on
    return ~pl.col("is_ambiguous") | is_placed | heads()


@cache
def is_near_clause() -> pl.Expr:
    """Whether a clause follows the cue at once, a preposition or a mark between at most."""
    return pl.col("right").str.contains(_CLAUSE_RIGHT)


@cache
def reports() -> pl.Expr:
    """Whether a verb stands where a report stands: not denied, wished, purposed or impersonal."""
    imperfect = pl.col("form") == "imperfect"
    left = pl.col("left")
    # `التي وردت في الوثيقة`: no conjunction stands there, the letter is the verb's.
    is_whole = left.str.contains(RELATIVE_LEFT) & (pl.col("clitic") == ord(CLITICS["w"]))
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
    # `يريدون نقل السلطة`, `ينوي رفض القرار`: what they want.
    is_weak = (pl.col("form") == "perfect") & pl.col("letter").is_in(codes("WEAK_FINITE"))
    is_bare = pl.col("clitic").is_in(clitic_codes("bare"))
    unsaid |= is_weak & is_bare & left.str.contains(_AFTER_VERB)
    is_his = (pl.col("gender") == "m") & (pl.col("number") == "s")
    # `ويتعذر وصول المساعدات ويعتقد أن`: nobody spoke in the sentence.
    is_joined = pl.col("clitic").is_in(clitic_codes("w")) & left.str.contains(_NO_SPEECH)
    # `ويأمل أن` is hoped for; `وتأمل أن` she hopes.
    is_thought = is_his & (left.str.contains(_NOBODY) | pl.col("follows_her") | is_joined)
    nobody = imperfect & pl.col("is_impersonal") & is_thought
    return pl.col("letter").is_in(codes("NOMINAL")) | ~(
        unsaid | wished | (nobody & is_near_clause())
    )
