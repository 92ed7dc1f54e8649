"""Verbs that say something by one object only: `تبنى الهجوم`, `رفع الشكر`, `قدم تعازيه`.

Elsewhere the same verbs take what nobody says (`تبنى قرارا`, `رفع العلم`, `قدم طلبا`), so that they
are no cues by the word lists; they become one where their object follows, and the content begins at
it.
"""

import polars as pl

from extract.reading.alphabet import is_class
from extract.reading.contexts import letters_of
from extract.reading.spans import tokens_inside
from extract.reading.words import Reading

_ATTACK = (
    "^(?:ال)?(?:مس[ؤئ]ولي[ةت]|هجوم|هجمات|اعتداء|اعتداءات|تفجير|تفجيرات|عملية|عمليات|انفجار|قصف"
    "|اغتيال|خطف|مقتل)(?:ه|ها|هم)?$"
)
# Without an article or an owner they are of something: `شهادة شكر`.
_THANKS = (
    "^(?:ال(?:شكر|تهنئة|تهاني|تعازي|تعزية|مواساة|عزاء|امتنان|عرفان)"
    "|(?:شكر|تهنئت|تهاني|تعازي|تعزيت|مواسات|عزاء|امتنان|عرفان)(?:ه|ها|هم|هما))$"
)
# `رفع أسمى آيات الشكر`, `قدم خالص شكره`
_MOST = "^(?:اسمي|احر|خالص|اصدق|اطيب|بالغ|جزيل|عظيم|وافر|ايات|عبارات)$"
TAKING = ["تبنى", "رفع", "قدم", "وجه"]
# Of these one claims; the others thank.
_CLAIMS = "تبن"
_VERB = "^[وف]?(?:تبني|تبنت|رفعت?|قدمت?|وجهت?|رفعوا|قدموا|وجهوا|تبنوا)$"
_PARTICIPLE = "^و?(?:متبنيا|متبنية|رافعا|رافعة|مقدما|مقدمة|موجها|موجهة)$"
# The verbal noun of claiming has the verb's letters without dots: `وتبني العمليات`.
_NOUN = "^[وفبل]*تبني$"
# `تبنى المجلس قرارا بشأن الهجوم`, `رفع العلم وأعلن شكره`
_OTHER = "^[وفب]?(?:ال)?(?:قرار|سياسة|مشروع|نهج|موقف|فكرة|خطة|استراتيجية|مقترح|توصية)(?:ا|ات)?$"
_OTHER_VERBS = ("VERB", "FINITE", "WEAK_FINITE", "PARTICIPLE", "COMP", "ABOUT")
# `واجب العزاء`, `برقية التهنئة`: of a noun.
_GOVERNS = ("NOUN", "DOCUMENT", "CONTENT_NOUN", "ORG_HEAD")
# Tokens between the verb and its object: who does it, where and when.
_REACH = 26


def settle_taken(reading: Reading) -> None:
    """Make cues of the verbs whose object says something, and nouns of content of the objects."""
    text = reading.text
    for pattern, name in ((_VERB, "FINITE"), (_PARTICIPLE, "PARTICIPLE")):
        at = text.which(_matches, pattern)
        at = at.filter(~text.at("surface", at).str.contains(_NOUN))
        found = _objects(at, reading)
        reading.set_class(found["token"], name)
        reading.set_class(found["at"], "CONTENT_NOUN")


def begin_at_objects(accepted: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    """Begin the content of these verbs at their object, whatever stands before it.

    Args:
        accepted: Cues with every rule that fits them, from `cue_rules.apply_rules`.
        reading: Words of the batch.
    """
    is_taking = accepted["lemma"].is_in(TAKING)
    taking = accepted.filter(is_taking).unique("token", keep="first", maintain_order=True)
    found = _objects(taking["token"], reading)
    taking = taking.join(found, on="token", how="inner").with_columns(first=pl.col("token") + 1)
    taking = taking.with_columns(n_gap=pl.col("at") - pl.col("first"), rule=pl.lit("object"))
    taking = taking.with_columns(
        gap=letters_of(taking, reading, start="first", length="n_gap"),
        marker=pl.lit(""),
        n_marker=pl.lit(0, pl.UInt32),
    )
    begun = taking.select(accepted.columns).cast(accepted.schema)
    return pl.concat([accepted.filter(~is_taking), begun]).sort("token", maintain_order=True)


def _objects(verbs: pl.Series, reading: Reading) -> pl.DataFrame:
    """`token` of the verbs that have their object, and `at`, the first word of it."""
    text, letters = reading.text, reading.letters
    spans = verbs.to_frame("token").with_columns(first=pl.col("token") + 1, n=pl.lit(_REACH))
    words = tokens_inside(spans, "first", "n").filter(pl.col("at") < len(letters))
    sentence, at = text.tokens["sentence"], words["at"]
    folded = text.at("folded", at)
    claims = text.at("folded", words["token"]).str.contains(_CLAIMS)
    is_object = folded.str.contains(_ATTACK).zip_with(claims, folded.str.contains(_THANKS))
    before = text.step(at, -1)
    is_most = text.at("folded", before).str.contains(_MOST)
    is_governed = is_class(letters[before], *_GOVERNS) & ~is_most & (before != words["token"])
    is_other = folded.str.contains(_OTHER) | is_class(letters[at], *_OTHER_VERBS)
    is_end = is_object | is_other | (sentence[at] != sentence[words["token"]])
    ends = words.with_columns(is_object=is_object & ~is_governed).filter(is_end)
    ends = ends.unique("token", keep="first", maintain_order=True).filter("is_object")
    back = pl.Series([0], dtype=pl.UInt32).new_from_index(0, ends.height)
    for n in (1, 2):
        is_led = text.at("folded", text.step(ends["at"], -n)).str.contains(_MOST)
        back = back + (is_led & (back == n - 1)).cast(pl.UInt32)
    return ends.select("token", at=pl.col("at") - back)


def _matches(words: pl.DataFrame, pattern: str) -> pl.Series:
    return words["folded"].str.contains(pattern)
