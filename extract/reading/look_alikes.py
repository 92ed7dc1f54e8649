"""Words that are cues by their form and report nothing where they stand.

What a word is where it is a cue at all belongs in `extract.reading.homographs`; whether a verb
stands where a report stands in `extract.reading.reporting`.
"""

from functools import cache, reduce
from operator import or_

import polars as pl

from extract.reading.alphabet import is_class
from extract.reading.words import Reading

# `أبلغنا` is mostly he, us.
_TELLS_US = ("أبلغ", "أخبر", "طمأن", "نصح", "اتهم", "وعد")
_FEMININE = "^(?:[^ا]|ا[^ل]).*(?:ة|ات)$"
# Facts show what people say: `وهو ما يؤكد أن`, `وهذا يشير إلى`, `الأمر الذي يدعو إلى`.
_SHOWN = ("أكد", "أشار", "دعا", "أوضح", "أثبت", "كشف", "أبرز", "أظهر", "عكس", "نفى", "بين")
_FACTS = ["ما", "مما", "بما", "وما", "هذا", "وهذا", "فهذا", "ذلك", "وذلك", "فذلك"]
_MATTER = ["الامر", "الشيء"]
# `دليل يشير إلى`, `المعايير التي تؤكد`: what things do too, of the noun right before them.
_DONE_BY_THINGS = (*_SHOWN, "أفاد", "حذر", "أدان", "بشر", "أبان")
_THINGS = ("NOUN", "ADJECTIVE")
_THAT_WHICH = "^و?ال(?:ذي|تي)$"
# As many words before a thing nobody is named who may do it, nor does a sentence begin.
_THING_REACH = 4
# `وتؤكد المتغيرات أن`: what happens shows, and says nothing.
_EVENTS = ["المتغيرات", "التطورات", "الاحداث", "الوقائع", "الظروف", "التجارب", "التجربة", "الحقائق"]
_SPEAKING = ("ANY_TITLE", "PERSON", "GIVEN", "SOURCE", "ORG", "ORG_HEAD", "DOCUMENT", "PRONOUN")
# `جنديين اثنين`, `مرسوم أكثر تشددا`, `علي بن أبي طالب`.
_NUMBERS = ["اثنين", "واثنين"]
_ELATIVES = ["اكثر", "اقل", "اشد"]
_SON_OF = ["ابي", "ابو", "ابا"]
# `أن رفض الكونغرس`: a noun, but after `بعد أن`, `سبق أن`.
_NOUNS = ("رفض", "طلب", "رد", "شكر", "مدح", "ذكر", "وعد")
_THAT = ["ان", "بان", "فان", "وان"]
_BEFORE_THAT = ["بعد", "وبعد", "منذ", "سبق", "وسبق", "حدث", "الي", "ما", "حال", "فور", "عقب", "كان"]
# `والجدير ذكره أن`: worth telling, whoever tells it.
_WORTH = ["الجدير", "والجدير"]
# `مقرا للفرقة` is where it stays, `مقرا بأن` what he admits.
_SEAT = "^[وف]?مقر[ا]?$"
# Verbs that report of somebody who does them, and of nobody (`يعتقد أنه فر`), things (`عجز يهدد
# بأزمة`) and nouns (`وكلنا أمل`) otherwise.
_OF_ACTORS = (*_SPEAKING, "COUNTRY", "PLACE")
_MAY_ACT = (
    *("ANY_TITLE", "PERSON", "GIVEN", "SOURCE", "ORG", "ORG_HEAD", "DOCUMENT", "COUNTRY", "PLACE"),
    *("UNKNOWN", "STOP", "BREAK", "COLON", "OPEN"),
)
_BEFORE_VERB = (*_OF_ACTORS, "NISBA", "CLOSE", "RPAREN")
_BELIEVES = ("اعتقد", "قدر", "ظن", "رجح", "زعم", "لاحظ")
_DONE_BY_SOMEBODY = ("هدد", "أثبت", "أبلغ")
# `تبين أنه` came to light, whoever told so.
_OF_ACTOR_ALONE = "^[وف]?(?:امل|ي?تبين)$"
_ANOTHER = "^[وفبل]*(?:مقترحات|مذكرات|تبارك$|قدرت(?:ه|ها|هم|نا|ي)$)"
_TAKING = "^و?عادا$"
_TEXTS = ("نص", "وثق")
_THAT_IT = "^ب?ان(?:ه|ها|هم|هما)$"
_HE = "^و?(?:هو|هي|انه|بانه|لانه|كان)$"


def without_look_alikes(cues: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Leave out what only looks like a cue.

    Args:
        cues: `token`, `folded` and `surface` of words, `back` and `two_back` (folded words before),
            and the columns of `Knowledge.cues`.
        reading: Words of the batch.

    Returns:
        The rows that may be cues, in order.
    """
    letters, clitics = reading.letters, reading.clitics
    after = reading.text.step(cues["token"], 1)
    before = reading.text.step(cues["token"], -1)
    # `10 متهمين`: whom one counts.
    is_counted = pl.lit(is_class(letters[before], "NUMBER")) & (pl.col("form") == "participle")
    speaks = pl.lit(is_class(letters[after], *_SPEAKING))
    admits = pl.lit(is_class(letters[after], "COMP", "BI") | (clitics[after] == ord("2")))
    is_none = _is_own() | _is_to_come() | _describes() | (_shows() & ~speaks)
    is_none |= pl.col("folded").str.contains(_SEAT) & ~admits
    is_none |= pl.col("folded").is_in(_NUMBERS) | pl.col("back").is_in(_SON_OF)
    is_none |= pl.col("back").is_in(_ELATIVES) & ~pl.col("folded").str.starts_with("و")
    # `يشتبه في أنه`: nobody is said to.
    is_none |= (
        (pl.col("lemma") == "اشتبه") & ~speaks & ~pl.lit(is_class(letters[after], "DEFINITE"))
    )
    is_none |= _has_no_actor(cues, reading) | _is_new(cues, reading)
    is_none |= _is_another_word(cues, reading) | _is_text(cues, reading)
    # `هل تعتقد أن`: who is asked.
    is_none |= (pl.col("back") == "هل") & (pl.col("form") == "imperfect")
    is_none |= _is_noun() | is_counted | pl.col("back").is_in(_WORTH)
    is_none |= (_is_done_by_things(cues, reading) | _is_expected()) & ~speaks
    heard = reading.text.at("bare", after)
    is_none |= (pl.col("form") == "imperfect") & pl.lit(heard.is_in(_EVENTS))
    return cues.filter(~is_none.fill_null(value=False))


@cache
def _is_own() -> pl.Expr:
    """`أعتقد`, `أكدنا`: who writes, or speaks in marks, speaks of himself."""
    # Verbs of this form have no hamza but in the first person.
    is_singular = pl.col("lemma").str.starts_with("ا") & pl.col("surface").str.contains("^[وف]?أ")
    is_plural = (pl.col("form") == "perfect") & (pl.col("suffix") == "نا")
    is_plural &= ~pl.col("lemma").is_in(_TELLS_US)
    return (is_singular | is_plural).fill_null(value=False)


@cache
def _describes() -> pl.Expr:
    """`آلية مشددة`: a participle after an indefinite noun of its gender describes it."""
    is_feminine = (pl.col("form") == "participle") & pl.col("folded").str.ends_with("ة")
    return (is_feminine & pl.col("back").str.contains(_FEMININE)).fill_null(value=False)


@cache
def _is_to_come() -> pl.Expr:
    """`ستعلن الحكومة غدا`: what will be said is not said."""
    is_future = pl.col("folded").str.contains("^[وف]?س[يت]") & (pl.col("form") == "imperfect")
    return is_future.fill_null(value=False)


@cache
def _is_noun() -> pl.Expr:
    """`إن رفض إيران للاتفاق`: the noun that has the letters of the verb."""
    is_noun = pl.col("lemma").is_in(_NOUNS) & (pl.col("form") == "perfect")
    is_noun &= (pl.col("gender") == "m") & (pl.col("number") == "s")
    is_noun &= pl.col("back").is_in(_THAT) & ~pl.col("two_back").is_in(_BEFORE_THAT)
    return is_noun.fill_null(value=False)


def _has_no_actor(cues: pl.DataFrame, reading: Reading) -> pl.Expr:
    """`أشلاء يعتقد أنها له`, `نقص يهدد بارتفاع الأسعار`, `مدينة مهددة بالغرق`, `وكلنا أمل`."""
    letters = reading.letters
    after, before = (letters[reading.text.step(cues["token"], n)] for n in (1, -1))
    is_followed = pl.lit(is_class(after, *_OF_ACTORS))
    is_led = pl.lit(is_class(before, *_BEFORE_VERB)) | pl.col("back").str.contains(_HE)
    is_imperfect = pl.col("form") == "imperfect"
    is_one = is_imperfect & (pl.col("gender") == "m") & (pl.col("number") == "s")
    # Of what was named before: `الذي يعتقد أنه فر` is said by nobody, `الذي يعتقد أن الوضع` by him.
    ahead = pl.lit(reading.text.at("folded", reading.text.step(cues["token"], 1)))
    believes = pl.col("lemma").is_in(_BELIEVES) & is_one & ahead.str.contains(_THAT_IT)
    believes &= ~(is_led | pl.lit(is_class(before, "DEFINITE")))
    does = pl.col("lemma").is_in(_DONE_BY_SOMEBODY) & (is_imperfect | (pl.col("lemma") == "أثبت"))
    does &= ~(is_followed | is_led)
    is_threatened = (pl.col("lemma") == "هدد") & pl.col("folded").str.ends_with("ة")
    is_threatened &= ~pl.lit(is_class(before, "COMMA"))
    is_noun = pl.col("folded").str.contains(_OF_ACTOR_ALONE) & ~is_followed
    # `يبلغ 40 بالمئة`, `ينصح بالمشي`
    reaches = (pl.col("lemma") == "أبلغ") & is_imperfect & pl.lit(is_class(after, "NUMBER"))
    clitic = pl.lit(reading.clitics[reading.text.step(cues["token"], 1)])
    advises = (pl.col("lemma") == "نصح") & is_one & (clitic == ord("2"))
    none = believes | does | is_threatened | is_noun | reaches | advises
    return none.fill_null(value=False)


def _is_done_by_things(cues: pl.DataFrame, reading: Reading) -> pl.Expr:
    """`لا دليل يشير إلى ذلك`, `الآيات التي تحذر من الفتنة`: no person or body shows it."""
    letters = reading.letters
    before = [reading.text.step(cues["token"], -n) for n in range(1, _THING_REACH + 1)]
    is_noun = is_class(letters[before[0]], *_THINGS)
    is_noun &= ~reading.text.at("bare", before[0]).str.starts_with("ال")
    may_act = [is_class(letters[at], *_MAY_ACT) for at in before]
    # `هو الذي يؤكد`, but `هو أمر يؤكد`
    is_him = is_class(letters[before[1]], "PRONOUN") & ~is_noun
    is_thing = ~reduce(or_, may_act, is_him)
    is_of_noun = pl.col("back").str.contains(_THAT_WHICH) | pl.lit(is_noun)
    # `التي قال إن` is said by him.
    is_she = pl.col("back").str.ends_with("تي")
    agrees = pl.lit(is_noun) | (is_she == (pl.col("gender") == "f"))
    does = pl.col("lemma").is_in(_DONE_BY_THINGS) & (pl.col("form") == "imperfect")
    does &= (pl.col("number") == "s") & ~pl.col("folded").str.starts_with("و")
    return does & is_of_noun & agrees & pl.lit(is_thing)


@cache
def _is_expected() -> pl.Expr:
    """`الموسم الذي يتوقع أن يكون ساخنا`: by nobody."""
    is_passive = (pl.col("lemma") == "توقع") & (pl.col("form") == "imperfect")
    is_passive &= (pl.col("gender") == "m") & (pl.col("number") == "s")
    return is_passive & pl.col("back").str.contains(_THAT_WHICH)


def _is_another_word(cues: pl.DataFrame, reading: Reading) -> pl.Expr:
    """`مقترحات`, `مذكرة تفاهم`, `جلت قدرته`, `تبارك وتعالى`: nouns and prayers."""
    after = reading.text.step(cues["token"], 1)
    admits = pl.lit(is_class(reading.letters[after], "COMP", "BI", "ON"))
    admits |= pl.lit(reading.clitics[after] == ord("2"))
    is_memo = pl.col("folded").str.contains("^[وفب]?مذكرة$") & ~admits
    return is_memo | pl.col("folded").str.contains(_ANOTHER)


def _is_text(cues: pl.DataFrame, reading: Reading) -> pl.Expr:
    """`نص القرار`, `عاد إلى بلاده`, `وثق بوزيره`: nouns and other verbs of the same letters."""
    after, before = (reading.text.step(cues["token"], n) for n in (1, -1))
    # `عاداً ذلك` takes it for something; without the ending, and elsewhere, it is `عاد`.
    takes = pl.col("folded").str.contains(_TAKING) & pl.lit(
        is_class(reading.letters[before], "COMMA")
    )
    is_back = (pl.col("lemma") == "عد") & ~takes
    # `نص القرار`, `الاتفاق الذي ينص على`, `وثق بوزيره`
    is_led = pl.lit(is_class(reading.letters[before], "AUX", "PARTICLE"))
    is_text = pl.col("lemma").is_in(_TEXTS) & (pl.col("form") == "perfect")
    is_text &= (pl.col("gender") == "m") & ~is_led
    # `سجل يوثق الخبرات`, `نقوش وثقت الأوضاع`: what a thing does.
    is_body = pl.lit(is_class(reading.letters[after], "ORG", "ORG_HEAD", "SOURCE"))
    is_text |= (pl.col("lemma") == "وثق") & ~((pl.col("form") == "perfect") & is_body)
    is_text |= (pl.col("lemma") == "نص") & pl.lit(
        is_class(reading.letters[before], "WHICH", "WHAT")
    )
    is_text |= pl.col("lemma").is_in(_TEXTS) & (pl.col("suffix").fill_null("") != "")
    return is_back | is_text


def _is_new(cues: pl.DataFrame, reading: Reading) -> pl.Expr:
    """`سفراء جدد`: the adjective of several."""
    before = reading.letters[reading.text.step(cues["token"], -1)]
    describes = pl.lit(is_class(before, "NOUN", "SOURCE", "TITLE", "ADJECTIVE", "UNKNOWN"))
    return (pl.col("folded") == "جدد") & describes


@cache
def _shows() -> pl.Expr:
    """`وهو ما يؤكد أن`: of what just was told, and not of anybody."""
    is_fact = pl.col("back").is_in(_FACTS)
    is_fact |= (pl.col("back") == "الذي") & pl.col("two_back").is_in(_MATTER)
    is_one = (pl.col("gender") == "m") & (pl.col("number") == "s")
    is_bare = pl.col("suffix").fill_null("") == ""
    shows = (pl.col("form") == "imperfect") & is_one & is_bare & pl.col("lemma").is_in(_SHOWN)
    return (is_fact & shows).fill_null(value=False)
