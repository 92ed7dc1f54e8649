"""Capitals that stand for their governments, told from cities by the words beside them."""

import polars as pl

from extract.reading.alphabet import among, compile_rule, is_class, is_clitic
from extract.reading.contexts import with_contexts
from extract.reading.knowledge import Knowledge
from extract.reading.neighbours import neighbours
from extract.reading.spans import marked
from extract.reading.words import Reading

_SPEAKING = ("FINITE", "WEAK_FINITE")
# `اتهم المندوب الروسي كييف بتجاهل الاتفاق`, `حذر الرئيس باريس من التدخل`: whom the verb is about.
_CALLED = (
    "NISBA", "DEFINITE", "TITLE_DEFINITE", "GIVEN", "UNKNOWN", "UNKNOWN_DEFINITE", "ORG", "PERSON",
)  # fmt: skip
# What a clause begins after.
_OPENING = ("STOP", "BREAK", "COMP", "COLON", "OPEN", "PARTICLE", "WHICH", "AS", "DASH")
# As far as the verb of a relative clause may stand from a capital that speaks in it.
_TOLD = 6
_CALLS = compile_rule("FINITE|WEAK_FINITE (?:TIME|ADVERB)* (?:free+NOMINAL_WORD){1,8}$")
_CALLED_ON = compile_rule("^bare+ANY (?:FROM|TO|ON | withb+ANY)")
_REACH = 10
_BETWEEN = ("بين", "وبين", "مع", "ومع")
# What governments have.
_OWNED = (
    "^[وفبلك]?(?:دور|جهود|مساعي|قرار|قرارات|طلب|مطالب|شروط|رغبة|نية|نوايا|خطط|مصالح|حلفاء|سيادة|التزام"
    "|اتهامات|انتقادات|اعتراضات|تهديدات|سلوك|تصرفات|ممارسات|ادعاءات|مزاعم|تحركات|استفزازات|رد|ردود)$"
)
# A verb of `she`: `تبادلت موسكو`, `تدعمه أنقرة`.
_OF_HER = "^[وف]?(?:س?ت\\S{2,}|\\S{2,}ت(?:ها|ه|هما|هم)?)$"
# … but not what happens to a city, lies there or goes there: `شهدت بيروت`, `زارت موسكو`.
_CITY_VERBS = (
    *("استضاف", "ستضيف", "احتضن", "حتضن", "شهد", "عاش", "عيش", "عرف", "كان", "كون", "كن", "ك"),
    *("زار", "زور", "زر", "غادر", "وصل", "صل", "دخل", "بلغ", "ربط", "ضم", "شمل", "اجتاح", "جتاح"),
    *("ضرب", "هز", "عم", "غمر", "طال", "تصدر", "صدر", "تزين", "زين", "غرق", "سقط", "لسقط"),
    *("اختير", "ختار", "اختف", "ختفي", "سكن", "استقبل", "ستقبل", "ودع", "احتفل", "حتفل", "نظم"),
    *("قام", "قيم", "عقد", "تحول", "حول", "تطور", "تنافس", "جذب", "استيقظ", "ستيقظ", "توقف"),
    *("اصبح", "صبح", "بات", "بيت", "ظل", "زال", "زل", "ليس", "بدو", "بد", "احاط", "حيط", "نال"),
    *("حل", "ازدحم", "زدحم", "ابتسم", "بتسم", "لبس", "هب", "علق", "انهار", "نهار", "نتظر"),
    *("وسط", "فصل", "جاور", "مر", "اجتاز", "جتاز", "بعد", "لي"),
)
# … while only a government meddles.
_MEDDLED = "^[وف]?تدخلت$"
_OF_CITIES = f"^[وف]?(?:تقع|تلت|(?:س?ت)?(?:{'|'.join(_CITY_VERBS)})ت?)(?:ها|ه|هما|هم)?$"


def governments(names: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.DataFrame:
    """A capital stands for its government where it speaks, is spoken with, or owns a stance."""
    capitals = (names["mention_kind"] == "capital").arg_true()
    # `أسفت باريس وبرلين`: what one of two does the other does.
    token, ends = names["token"], (names["token"] + names["n_tokens"]).shift(1)
    joined = (ends == token)[capitals] & is_clitic(reading.clitics[token[capitals]], "w")
    joined = capitals.filter(joined)
    acting = _acts(names[joined - 1], reading, knowledge)
    acts = _acts(names[capitals], reading, knowledge) | _are_called(names[capitals], reading)
    acts |= capitals.is_in(joined.filter(acting).implode())
    # `موسكو وبكين ستجريان`, `الرياض والقاهرة اتفقتا`: the verb is of both.
    after = reading.text.step(names["token"], names["n_tokens"])[joined]
    both = joined.filter(reading.text.where_at(after, _is_of_two))
    acts |= capitals.is_in(pl.concat([both, both - 1]).implode())
    kind = names["mention_kind"].clone().scatter(capitals.filter(~acts), "name")
    return names.with_columns(kind)


def _is_of_two(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(r"^(?:س?[تي]\S{2,}ان|\S{3,}تا)$")


def _are_called(names: pl.DataFrame, reading: Reading) -> pl.Series:
    """Which capitals somebody accuses, warns or calls upon, right after he is named."""
    before = neighbours(names["token"], -1, reading, "letter")["letter"]
    # Few stand so: the sentence before is looked at for these alone.
    at = is_class(before, *_CALLED).fill_null(value=False).arg_true()
    first = names[at].select("token", "document")
    last = first.with_columns(token=names["token"][at] + names["n_tokens"][at] - 1)
    left = with_contexts(first, reading, left=_REACH, right=0)["left"]
    right = with_contexts(last, reading, left=0, right=2)["right"]
    is_called = left.str.contains(_CALLS) & right.str.contains(_CALLED_ON)
    return marked(at.filter(is_called), names.height)


def _acts(names: pl.DataFrame, reading: Reading, knowledge: Knowledge) -> pl.Series:
    """Which names speak, are spoken with, or own a stance, as the words beside them show."""
    token, last = names["token"], names["token"] + names["n_tokens"] - 1
    before = reading.text.step(token, -1)
    follows_own, follows_held = (
        (token > 0) & reading.text.where_at(before, find, knowledge)
        for find in (_may_be_own, _is_held)
    )
    follows_her = reading.text.where_at(before, _is_of_her)
    leads_her = reading.text.where_at(reading.text.step(last, 1), _is_of_her)
    after = neighbours(last, 1, reading, "letter", "clitic")
    beside = pl.DataFrame(
        {
            "before": neighbours(token, -1, reading, "letter")["letter"],
            "after": after["letter"],
            "after_clitic": after["clitic"],
            "follows_own": follows_own,
            "follows_held": follows_held,
            "follows_her": follows_her,
            "leads_her": leads_her,
            "clitic": reading.clitics[token],
        }
    )
    speaks = among("after", (*_SPEAKING, "AUX")) | among("before", _SPEAKING)
    speaks |= among("before", ("VERB", "GIVEN")) & pl.col("follows_her")
    # `اتفاق جنيف` was made there, but `اتفاق واشنطن وأنقرة` is theirs.
    is_pair = among("after", ("PLACE", "COUNTRY")) & (pl.col("after_clitic") == ord("1"))
    is_made_there = pl.col("follows_held") & ~is_pair
    owns = pl.col("follows_own") | (among("before", ("CONTENT_NOUN",)) & ~is_made_there)
    is_free = pl.col("clitic").is_in([ord("0"), ord("1")]) & ~among("before", ("IN", "TO", "FROM"))
    # `اتهمت موسكو واشنطن`
    is_beside = (pl.col("clitic") == ord("0")) & among("before", ("PLACE", "COUNTRY"))
    # `بلغراد التي لا تزال ترفض`
    tells = pl.repeat(False, names.height, eager=True)
    for step in range(2, _TOLD):
        tells |= is_class(neighbours(last, step, reading, "letter")["letter"], *_SPEAKING)
    speaks |= among("after", ("RELATIVE",)) & pl.lit(tells)
    # `برلين تستدعي السفير`, `بكين: …` at the head of its clause
    opens = among("before", _OPENING) | (pl.col("clitic") == ord("1"))
    goes_on = among("after", ("VERB",)) & pl.col("leads_her")
    # `كانت واشنطن أجرت مناورات`
    opens |= among("before", ("AUX",))
    speaks |= opens & (pl.col("after_clitic") == ord("0")) & goes_on
    does = (is_free & (speaks | owns | is_beside)).fill_null(value=False)
    return beside.select(does).to_series()


def _may_be_own(words: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    """Words before a capital that is more than a venue: `محادثات الدوحة` were held there only."""
    # `علاقات موسكو` are its own, as is `دور القاهرة`.
    is_own = ~pl.col("is_mutual") | (pl.col("basis") == "relations_phrase")
    nouns = knowledge.acts.filter((pl.col("form") == "masdar") & is_own)["folded"]
    is_act = words["folded"].is_in(pl.concat([nouns, pl.Series(_BETWEEN)]).implode())
    return is_act | words["folded"].str.contains(_OWNED)


def _is_of_her(words: pl.DataFrame) -> pl.Series:
    """Verbs of `she` that only who acts does."""
    folded = words["folded"]
    is_of_city = folded.str.contains(_OF_CITIES) & ~folded.str.contains(_MEDDLED)
    return folded.str.contains(_OF_HER) & ~is_of_city


def _is_held(words: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    """What two sides hold or make somewhere: `اتفاق`, `مفاوضات`."""
    is_held = pl.col("is_mutual") & (pl.col("basis") != "relations_phrase")
    nouns = knowledge.acts.filter((pl.col("form") == "masdar") & is_held)["folded"]
    return words["folded"].is_in(nouns.implode())
