"""Words of dealing in the text: verbs and nouns of `acts.csv`, and the clauses they stand in."""

from collections.abc import Callable

import polars as pl

from extract.reading.act_forms import SHOWN
from extract.reading.alphabet import codes, is_class, is_clitic
from extract.reading.knowledge import Knowledge
from extract.reading.neighbours import neighbours
from extract.reading.words import Reading

_BOUNDARIES = (
    "COMP",
    "WHICH",
    "WHAT",
    "FINITE",
    "WEAK_FINITE",
    "VERB",
    "PARTICIPLE",
    "SAYING",
    "COLON",
    "STOP",
    "BREAK",
)
_VERBS = ("FINITE", "WEAK_FINITE", "VERB", "AUX")
# Words that are names here are no acts: `تمام سلام`.
_NO_ACTS = ("PERSON", "ORG", "PLACE", "GIVEN", "COUNTRY")
_AFTER_BARE = ("TO", "ON", "ABOUT", "FROM", "IN", "BI", "LI", "PREP", "COUNTRY", "PLACE", "COMMA")
_RELATIVE = "^[وفبلك]?(?:ال|لل)(?:ذي|تي|ذين|لذين|لتين|لذان|لتان)$"
_AND_THAT = "^[وف]ب?ان$"
_OF_SEVERAL = "^(?:ال)?(?:ثلاثي|رباعي|خماسي)(?:ا|ة)?$"
_EXERCISE = "^(?:ال)?(?:مناور(?:ة|ات)|تمرينا?|تمارين|تدريب(?:ات)?|تدريبا)$"
_OF_AFFAIRS = "^ب?(?:ال)?اعمال$"
_BORDER = "^(?:ال|لل)?(?:معبر|معابر|حدود|منفذ|منافذ)(?:ها|ه|هما)?$"
_TIE = (
    "^[وفبل]?(?:ال|لل)?(?:علاقات|علاقة|روابط|صداقة|وشائج|اواصر|شراكة|لقاء|اجتماع|اجتماعا|قمة|محادثات"
    "|مباحثات|مفاوضات|اتصال|تعاون)$"
)
_TOUR = "^[وفبل]?(?:ال|لل)?(?:جولة|جولته|جولتها)$"
# As far as it may stand from its tie.
_TIE_REACH = 9
_TOPIC = "^(?:ل(?:بحث|مناقشة|دراسة|استعراض|تناول)|حول|بشان|بخصوص)$"
_LAST = "^الاخيرة?$"
# `زيارة تستغرق يومين إلى غانا`: how long it is begins nothing new.
_LASTS = "^س?[يت](?:ستغرق|ستمر|دوم)$"
# `قتل شاب في غارات`: who is named before that does no verb that has it for its object.
_IN = "^[وف]?(?:في|من|عن|ضد|اثر|بعد|جراء|بسبب)$"
# `تطورات الحرب على غزة`: an attack that is talked of is nobody's who stands before.
_TOLD_OF = (
    "^[وفبلك]?(?:تطورات|مستجدات|وقف|انهاء|تداعيات|حول|بشان|جراء|بسبب|منذ|من|بعد|قبل|اثر|ادانة|رفض"
    "|بحث|مناقشة|ملف|عن|في|الي|ازاء|شجب|استنكار|نتيجة|استمرار|اثار|ذكري|تصعيد|وتيرة|اهداف)$"
)
_TALKS = (
    "^[وفس]*[يتن]?(?:ادان|دان|دين|ناقش|بحث|استعرض|تناول|تابع|استنكر|ستنكر|شجب|رفض|ندد|عارض|تطرق"
    "|وقف)"
)
_VERB_REACH = 8
# As far as an act that opens a sentence may stand from where it begins.
_OPENING = 3
# `إنه سيبحث`: whoever speaks does it, not who was named last.
_SELF = "^[وفبلك]?انه(?:ا|م)?$"


def find_acts(reading: Reading, documents: pl.Series, knowledge: Knowledge) -> pl.DataFrame:
    """Words of dealing: `act` (token), `document`, `sentence`, `clause`, and what it is like.

    Args:
        reading: Words of the batch.
        documents: Whether to look in each.
        knowledge: For the words of dealing.
    """
    text = reading.text
    act_rows = text.vocabulary.find(_act_rows, knowledge)
    at = text.tokens["token"].filter(act_rows[text.tokens["word"]].is_not_null())
    at = at.filter(documents[text.tokens["document"][at]])
    is_word = ~is_class(reading.letters[at], *_NO_ACTS)
    at = at.filter(is_word & (text.tokens["part"][at] != "dateline"))
    # What a form shows is wide: it is looked up of those that are left.
    rows, forms = act_rows[text.tokens["word"][at]], knowledge.acts
    after = neighbours(at, 1, reading, "bare", "letter")
    # `لن نغادر`: what we do not do.
    denied = is_class(neighbours(at, -1, reading, "letter")["letter"], "NEGATION")
    # `لم يصلنا شيء`: nor what does not reach us.
    is_ours = text.at("bare", at).str.ends_with("نا").fill_null(value=False)
    is_idle = (forms["is_first_person"][rows] | is_ours) & denied
    is_idle |= forms["may_tie"][rows] & ~_is_led(at, _is_tie, reading)
    is_idle |= forms["is_tour"][rows] & ~_is_led(at, _is_tour, reading)
    # `القائم بالأعمال الكيني في أنقرة`, but `الوضع القائم`
    is_idle |= forms["may_be_envoy"][rows] & ~after["bare"].str.contains(_OF_AFFAIRS)
    # `فتح المعبر مع الأردن`, but `فتح السوق`
    is_idle |= forms["opens"][rows] & ~_is_of_border(at, reading)
    at, rows, after = at.filter(~is_idle), rows.filter(~is_idle), after.filter(~is_idle)
    acts = text.tokens.select("document", "sentence", "token")[at].hstack(forms[rows])
    before = neighbours(acts["token"], -1, reading, "folded")["folded"]
    verbs = codes(*_VERBS)
    return acts.select(
        "document",
        "sentence",
        *SHOWN,
        act="token",
        clause=clauses(acts["token"], reading),
        topic=topics(acts["token"], reading),
        is_self=before.str.contains(_SELF),
        is_governed=before.str.contains(_IN),
        is_told_of=pl.col("is_attack")
        & (before.str.contains(_TOLD_OF) | _is_talked_of(acts["token"], reading)),
        is_relative=before.str.contains(_RELATIVE),
        # `وأن المشاورات`
        opens_clause=before.str.contains(_AND_THAT),
        opens_sentence=acts["token"] - text.tokens["sentence"].search_sorted(acts["sentence"])
        <= _OPENING,
        # `بدعوة من`, `تلبية لدعوة من`: it goes with what is done.
        is_adjunct=is_clitic(reading.clitics[acts["token"]], "b", "wb") | pl.col("is_asked"),
        is_conjoined=reading.clitics[acts["token"]] == ord("1"),
        # `مناورات`: what a verb may have for its object.
        is_indefinite=(reading.clitics[acts["token"]] == ord("0")) & ~pl.col("has_article"),
        # Of a word that is verb and noun (`قصف`) the letter says which it is here.
        is_verb=pl.col("may_be_verb")
        & (~pl.col("is_noun_too") | reading.letters[acts["token"]].is_in(verbs)),
        # `لتضغط الأخيرة على دمشق`: who was named last does it.
        is_of_last=after["bare"].str.contains(_LAST),
        is_summoned=_are_summoned(acts, reading),
        # `اجتماع ثلاثي مع نظيريه`: all of them meet.
        is_of_several=after["bare"].str.contains(_OF_SEVERAL) | pl.col("is_one_meeting"),
        # `وزار القاهرة`, `وصل إلى عمان`: no subject of its own follows.
        is_bare=is_class(after["letter"], *_AFTER_BARE),
        markers="markers",
        # `شاركت اليابان والهند في مناورات`
        is_mutual=pl.col("is_mutual")
        | (pl.col("takes_part") & _is_of_exercise(acts["token"], reading)),
        basis="basis",
        encounter_kind="encounter_kind",
    )


def _is_led(
    acts: pl.Series, leads: Callable[[pl.DataFrame], pl.Series], reading: Reading
) -> pl.Series:
    """Whether `تربط`, `تشمل` follow what ties or takes round, and not a road or a list."""
    return _last_before(acts, reading.text.which(leads), _TIE_REACH)[1]


def _last_before(acts: pl.Series, tokens: pl.Series, reach: int) -> tuple[pl.Series, pl.Series]:
    """By act the row of the last token of some before it, null for none, and whether it is near."""
    n_before = tokens.search_sorted(acts, side="left").cast(pl.Int64)
    last = pl.select(pl.when(n_before > 0).then(n_before - 1)).to_series()
    is_near = (acts.cast(pl.Int64) - tokens.gather(last) <= reach).fill_null(value=False)
    return last, is_near


def _is_of_border(acts: pl.Series, reading: Reading) -> pl.Series:
    """Whether a border or a crossing is what words are of: one of the two tokens after each."""
    text = reading.text
    first, second = (text.where_at(text.step(acts, ahead), _is_border) for ahead in (1, 2))
    return first | second


def _is_of_exercise(acts: pl.Series, reading: Reading) -> pl.Series:
    """Whether each act is done in what armies train together."""
    return reading.text.where_at(reading.text.step(acts, 2), _is_exercise)


def _is_exercise(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_EXERCISE)


def _is_border(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_BORDER)


def _are_summoned(acts: pl.DataFrame, reading: Reading) -> pl.Series:
    """`استدعت الوزارة السفير الكيني في أنقرة`: she who summons him acts, and not he.

    Who is called back (`للتشاور`) is one's own envoy.
    """
    own = reading.text.tokens["sentence"][reading.text.which(_is_consultation)]
    is_next = (pl.col("sentence") == pl.col("sentence").shift(1)).fill_null(value=False)
    summons = pl.col("summons").shift(1, fill_value=False)
    is_foreign = ~pl.col("sentence").is_in(own.unique().implode())
    return acts.select(pl.col("is_envoy") & summons & is_next & is_foreign).to_series()


def _is_consultation(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains("^لل?تشاور$")


def _is_talked_of(acts: pl.Series, reading: Reading) -> pl.Series:
    """`أدانت كينيا الحرب على غزة`: whether the verb before each act is one of talking."""
    is_verb = is_class(reading.letters, *_VERBS)
    ends = (is_verb | is_class(reading.letters, "STOP", "BREAK")).arg_true()
    talks = (is_verb & reading.text.where(_talks))[ends]
    last, is_near = _last_before(acts, ends, _VERB_REACH)
    return is_near & talks.gather(last)


def _talks(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_TALKS)


def _is_tour(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_TOUR)


def _is_tie(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_TIE)


def _act_rows(words: pl.DataFrame, knowledge: Knowledge) -> pl.Series:
    return knowledge.act_rows.rows(words["folded"])


def topics(tokens: pl.Series, reading: Reading) -> pl.Series:
    """Numbers that go up at words that open what is talked about (`لبحث`, `حول`)."""
    opens = reading.text.which(_opens_topic)
    return opens.search_sorted(tokens, side="right")


def _lasts(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_LASTS)


def _opens_topic(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_TOPIC)


def clauses(tokens: pl.Series, reading: Reading) -> pl.Series:
    """Numbers of the clauses that tokens stand in; one begins wherever a clause may begin."""
    begins = is_class(reading.letters, *_BOUNDARIES) & ~reading.text.where(_lasts)
    begins = reading.text.tokens["token"].filter(begins)
    return begins.search_sorted(tokens, side="right")
