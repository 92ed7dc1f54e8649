"""Words that are cues in one place and something else in most: told apart by what stands beside.

`بين الوزير أن` says, `بين الوزيرين` is between them; `عبر عن` voices, `عبر الحدود` crosses. The
word lists give such a form to the closed class; where it stands as a verb does, it is a cue.
"""

import polars as pl

from extract.reading.alphabet import code, compile_rule, is_class, is_clitic
from extract.reading.called import settle_called
from extract.reading.contexts import with_contexts
from extract.reading.words import Reading

_BACK, _REACH = 12, 40
_OPENS = "(?:^ | STOP|BREAK|COMMA|COLON | TURN COMMA? | COMP|WHICH|PARTICLE|AS)$"
_STARTS = "(?:^ | STOP|BREAK|COMMA|COLON|AS|WHICH)$"
_OFFICIAL = "(?:ANY_TITLE|SOURCE)* PERSON|COUNTRY|NISBA"
_PHRASE = "IN|PREP bare+NOMINAL_WORD | withl+NOMINAL_WORD"
# `وعبر مكتب المتابعة "مرصد" عن قلقه`
_IN_MARKS = "OPEN NOMINAL_WORD{1,4} CLOSE"
# `اليوم (الأربعاء)`
_WEEKDAY = "LPAREN TIME RPAREN"
_SUBJECT = (
    f"(?:free+NOMINAL_WORD|ADVERB|TIME|COMMA | {_PHRASE} | {_IN_MARKS} | {_WEEKDAY}){{1,14}}?"
)
_TIMES = (
    *("الماضي", "المقبل", "القادم", "الجاري", "الحالي", "المنصرم", "الفائت", "الاول"),
    *("الماضية", "المقبلة", "القادمة", "الجارية", "الحالية", "المنصرمة", "الفائتة"),
)
# `أكد الوزير خلال الاتصال رفض مصر الكامل`: what the verb before takes, and no second verb …
_NOMINAL = "(?:free+NOMINAL_WORD|ADVERB|TIME | ANY_PREP free+NOMINAL_WORD)"
_TAKEN = f"FINITE|PARTICIPLE|WEAK_PARTICIPLE {_NOMINAL}{{0,8}}$"
# … unless a clause follows, which it opens: `قال مسؤول رفض الكشف عن اسمه إن`.
_COMPLEMENT = "COUNTRY|ORG|ORG_HEAD|NOUN|DEFINITE|UNKNOWN_DEFINITE"
_NO_CLAUSE = f"^bare+ANY {_COMPLEMENT} NOT_COMP|COMMA{{0,30}} COMMA|STOP|BREAK"
_AFTER = "(?:ANY_PREP|NOUN|CONTENT_NOUN|FINITE|WEAK_FINITE|PERSON|DEFINITE)$"
_DOER = "bare+ACTOR (?:bare+NOMINAL_WORD|TIME | withl+NOMINAL_WORD | ON_BEHALF | COMMA){0,9}?"
# `رفض نائب الرئيس السابق | هذه الاتهامات`: the adjective of who speaks, before what he rejects.
_OF_OFFICE = (
    *(
        "السابق",
        "السابقة",
        "الاسبق",
        "الحالي",
        "الحالية",
        "المنتخب",
        "المنتخبة",
        "المؤقت",
        "المؤقتة",
    ),
    *("المعارض", "المعارضة", "الحاكم", "الحاكمة", "الجديد", "الجديدة", "الراحل", "المخلوع"),
)
_WHO = "ANY_TITLE|SOURCE|ORG|NISBA|PERSON$"
_ITS_OBJECT = "^ANY bare+NOUN|CONTENT_NOUN|PRONOUN|DOCUMENT|UNKNOWN"
_HIS_REFUSAL = ("رفضه", "رفضها", "رفضهم", "رفضهما")
# `أدانت وزارة الخارجية | التفجير الإرهابي`: what happened, after a verb and who does it.
HAPPENED = (
    *("الهجوم", "الهجمات", "التفجير", "التفجيرات", "الاعتداء", "الاعتداءات", "القصف", "العدوان"),
    *("الاتهام", "الاتهامات", "الانباء", "التصريحات", "المزاعم", "الادعاءات", "الشائعات"),
    *("الجريمة", "الجرائم", "المجزرة", "الحادث", "الخطوة", "الجهود", "المبادرة", "التدخلات"),
    *(
        "النار",
        "الرصاص",
        "الانتهاكات",
        "الممارسات",
        "الاستفزازات",
        "الدور",
        "الموقف",
        "المواقف",
        "الدعم",
        "التصعيد",
    ),
)
_DOES = (
    "FINITE|WEAK_FINITE (?:free+ANY_TITLE|ORG|ORG_HEAD|SOURCE|NOUN|DEFINITE|UNKNOWN_DEFINITE|NISBA"
    "|COUNTRY|PLACE|PERSON|TIME|ADVERB|COMMA|PRONOUN|ADJECTIVE|FROM | withl+NOMINAL_WORD"
    " | ON_BEHALF){0,8} (?:DEFINITE|UNKNOWN_DEFINITE|NISBA|ORG|PERSON|COUNTRY|ADJECTIVE)$"
)
_ANYWHERE = "(?:^ | ANY)$"
_CALLED = "bare+PERSON|GIVEN|UNKNOWN|UNKNOWN_DEFINITE|TITLE_OR_GIVEN|NOUN|MARK"
_NO_CLAIM = "NOT_COMP{3} | NOT_COMP{0,3} (?:STOP|BREAK | $)"
_RECORDS = (
    *("سجل", "سجلت", "سجلوا", "يسجل", "تسجل", "سجله", "سجلها"),
    *("اعاد", "اعادت", "اعادوا", "يعيد", "تعيد", "اعاده", "اعادها"),
)
_BY_ALL = ("يعد", "تعد", "يعلم", "تعلم", "نعلم", "قدره", "قدرها", "يواصل", "تواصل")
_IS_ONE = "PRONOUN? bare+NOUN|CONTENT_NOUN|ADJECTIVE|NUMBER NOT_COMP{3}"
_QUIET = "NOT_COMP|COLON|OPEN"
_NO_WORDS = f"{_QUIET}{{8}} | {_QUIET}{{0,8}} (?:STOP|BREAK | $)"
# Folded words, class they have by the lists, class as a cue, what stands before and after it then
# (once or twice).
_HOMOGRAPHS = (
    # `وبين أن القرار`, but `الفرق بين أن`
    (("بين",), "PREP", "WEAK_FINITE", _OPENS, f"^ANY (?:{_SUBJECT})? COMP"),
    # `أن المجلس عبر عن قلقه`: no preposition stands before another.
    # … and `برقية عبر فيها عن تعازيه`
    (
        ("عبر",),
        "PREP",
        "WEAK_FINITE",
        _OPENS,
        f"^ANY {_SUBJECT} ABOUT",
        _ANYWHERE,
        "^ANY (?:FROM? ADVERB{1,2})? ABOUT",
    ),
    # `أبان المصدر أن`, but `إبان الحرب`
    (
        ("ابان",),
        "PREP",
        "FINITE",
        f"{_OPENS[:-2]}|PARTICLE|AS|DASH)$",
        f"^ANY (?:{_SUBJECT})? COMP",
    ),
    # `قال الثلاثاء الماضي إن`, `أعلنت الجمعة الماضية إحباط`
    (_TIMES, "DEFINITE", "TIME", "TIME$", "^ANY"),
    (_OF_OFFICE, "DEFINITE", "TITLE_DEFINITE", _WHO, _ITS_OBJECT),
    # `هنأ الرئيس نظيره`, but `هنا`
    (("هنا",), "ADVERB", "FINITE", _OPENS, "^ANY bare+ANY_TITLE bare+NISBA|COUNTRY|PERSON"),
    # `بحث الرئيسان التعاون`, but `لكن بحث الدكتور`
    (("بحث",), "DOCUMENT", "VERB", _STARTS, f"^ANY {_OFFICIAL}"),
    # `رفعت واشنطن العقوبات`, but `رفعت السعيد`
    (("رفعت",), "GIVEN", "VERB", _OPENS, "^ANY COUNTRY|PLACE|ORG"),
    (("رفض",), "WEAK_FINITE", "CONTENT_NOUN", _TAKEN, _NO_CLAUSE),
    # `أكد الجانبان رفضهما القاطع للتدخل`
    (_HIS_REFUSAL, "WEAK_FINITE", "CONTENT_NOUN", f"WEAK_FINITE|{_TAKEN}", "^bare+ANY"),
    # `إن عددا من الموقوفين كشفوا`
    (("عددا",), "VERB", "NOUN", "ANY$", "^ANY FROM"),
    (("كثيرا",), "ADVERB", "NOUN", "COMP|PARTICLE$", "^ANY FROM"),
    # `أعلنت واشنطن فرض عقوبات`, but `الذي فرض عقوبات`
    (("فرض", "ضم", "شن"), "VERB", "NOUN", _TAKEN, _NO_CLAUSE),
    # `إثر إعلان واشنطن أنها`, `بعد دعوة الأمين العام إلى`: the noun of the verb, with who does it.
    (("اعلان",), "DOCUMENT", "NOMINAL", _AFTER, f"^ANY {_DOER} COMP"),
    (("دعوة",), "CONTENT_NOUN", "NOMINAL", _AFTER, f"^ANY {_DOER} TO"),
    (("مناشدة",), "PARTICIPLE", "NOMINAL", _AFTER, f"^ANY {_DOER} withb+NOUN|CONTENT_NOUN"),
    (
        *(("اتهام", "اتهامات"), "NOUN", "NOMINAL", _AFTER),
        f"^ANY {_DOER} (?:COMP | withb+NOUN|CONTENT_NOUN)",
    ),
    (HAPPENED, "DEFINITE", "CONTENT_NOUN", _DOES, "^bare+ANY"),
    # `استبعد الوزير الإيراني لقاء نظيره`, but `لقاء تنازلات`
    (("لقاء",), "PREP", "NOUN", _TAKEN, "^bare+ANY ANY_TITLE|PERSON|PREP"),
    # `لكن دبلوماسيا كبيرا قال`, but `بحثا الأمر دبلوماسيا`
    (("دبلوماسيا",), "ADVERB", "SOURCE", "COMP|PARTICLE$", "^ANY ADJECTIVE|NISBA"),
    # `أعلنت قوة حلف الأطلسي مقتل`, but `أكد قوة العلاقات`
    (("قوة",), "CONTENT_NOUN", "ORG_HEAD", "FINITE$", "^ANY ORG"),
    # `ونقلت الوكالة عن الوزير القول إن`
    (
        ("القول",),
        "DEFINITE",
        "NOMINAL",
        "(?:ABOUT NOMINAL_WORD|OPEN|CLOSE{1,9} | TO)$",
        "^ANY COMMA? COMP",
    ),
    # `قال ذلك وزير الداخلية`: what was told before, and not who tells.
    (("ذلك",), "PRONOUN", "ADVERB", "FINITE|WEAK_FINITE$", "^ANY NOT_COMP"),
    # `الميناء الذي يعتبر مركزا تجاريا` is one to all; `يعتبر خبراء أن` considers.
    (
        ("يعتبر", "تعتبر"),
        "FINITE",
        "VERB",
        _ANYWHERE,
        f"^ANY ADVERB? (?:{_IS_ONE} | FROM | {_NO_WORDS})",
    ),
    # `جارة تدعى زينب` is called so; `يدعي الوزير أن` claims.
    (("يدعي", "تدعي"), "FINITE", "VERB", _ANYWHERE, f"^ANY OPEN? {_CALLED} (?:{_NO_CLAIM})"),
    # `سجل أن`, `أعاد إلى الأذهان أن`, but `سجل هدفا`; `يعد`, `يعلم` and `قدره` are no cues at all.
    (_RECORDS, "WEAK_FINITE", "VERB", _ANYWHERE, "^ANY NOT_COMP{10}"),
    (("ابرز", "ابرزها", "ابرزهم"), "WEAK_FINITE", "ADJECTIVE", _ANYWHERE, "^ANY NOT_COMP{10}"),
    # `ورد بلاغ` is no `رد`.
    (("ورد",), "WEAK_FINITE", "VERB", _ANYWHERE, "^ANY bare+DOCUMENT"),
    (_BY_ALL, "WEAK_FINITE", "VERB", _ANYWHERE, "^ANY"),
    (("مجددا",), "ADVERB", "WEAK_PARTICIPLE", "COMMA$", "^ANY bare+CONTENT_NOUN|NOUN|SOURCE"),
)
# By word, with a conjunction too, the row of `_HOMOGRAPHS`, from 1.
_WHOLE = {word: row for row, (words, *_) in enumerate(_HOMOGRAPHS, 1) for word in words}
_ROWS = {conjunction + word: row for word, row in _WHOLE.items() for conjunction in "وف"} | _WHOLE
# By row the class that its words are listed by, the class of a cue, and where they are one.
_LISTED = pl.Series([0, *(code(listed) for _, listed, *_ in _HOMOGRAPHS)], dtype=pl.UInt8)
_CUES = ["", *(cue for _, _, cue, *_ in _HOMOGRAPHS)]
_STANDS = [
    pl.lit(value=False),
    *(
        pl.any_horizontal(
            "is_written",
            *(
                pl.col("left").str.contains(compile_rule(left))
                & pl.col("right").str.contains(compile_rule(right))
                for left, right in zip(sides[::2], sides[1::2], strict=True)
            ),
        )
        for _, _, _, *sides in _HOMOGRAPHS
    ),
]
_WAYS = ("بشكل", "بصورة", "بطريقة", "بصفة")
_HOW = ("ADJECTIVE", "NOUN", "UNKNOWN", "NISBA", "CONTENT_NOUN", "SOURCE")
# With its doubled letter or its hamza written it is a verb (`عبّر`, `بيّن`, `هنأ`).
_VERB_IN_WRITING = "\u0651|^[وف]?هنأ$"
# After these an unlisted word in ب is a noun after the preposition, not a name.
_EARLIER = ("سابق", "لاحق")
_BEFORE_NOUN = ("ANY_CUE", "TIME", "DEFINITE", "UNKNOWN_DEFINITE", "ORG", "COUNTRY", "PLACE")
_COMPLETED = (
    "ORG",
    "DEFINITE",
    "UNKNOWN_DEFINITE",
    "NOUN",
    "CONTENT_NOUN",
    "ORG_HEAD",
    "SOURCE",
    "WHAT",
)
_WITH = "^[وف]?ب\\S{3,}"
# `أدانت الجامعة بأشد العبارات الهجوم`: how it is said, and not what.
_STRONGEST = "^با(?:شد|قوي|قسي)$"
_TERMS = "^(?:ال)?(?:عبارات|الفاظ|كلمات|لهجة)$"


def settle_homographs(reading: Reading) -> None:
    """Set the letters of words that are cues where they stand, and the proclitics of unlisted ones.

    Args:
        reading: Words of the batch with names marked.
    """
    text = reading.text
    row = text.vocabulary.find(_rows)[text.tokens["word"]]
    at = text.tokens["token"].filter((row > 0) & (_LISTED[row] == reading.letters))
    tokens = text.tokens.select("token", "document")[at]
    found = with_contexts(tokens, reading, left=_BACK, right=_REACH).with_columns(
        row=row[at], is_written=text.at("surface", at).str.contains(_VERB_IN_WRITING)
    )
    # Each pattern is shown its own words alone.
    cues = [
        forms.filter(_STANDS[number]).select("token", pl.lit(_CUES[number]).alias("class"))
        for (number,), forms in found.partition_by("row", as_dict=True).items()
    ]
    if cues:
        reading.set_letters(pl.concat(cues).with_columns(n_tokens=1))
    settle_called(reading)
    _settle_manner(reading)
    _settle_way(reading)
    _settle_unlisted(reading)
    _settle_initials(reading)


def _rows(words: pl.DataFrame) -> pl.Series:
    """The row of each word, as it is or without a conjunction: the `ف` of `فرض` is none."""
    return words["folded"].replace_strict(_ROWS, default=0, return_dtype=pl.UInt8)


def _settle_manner(reading: Reading) -> None:
    text = reading.text
    at = text.which(_is_strongest)
    at = at.filter(text.at("folded", text.step(at, 1)).str.contains(_TERMS))
    reading.set_class(pl.concat([at, at + 1]), "ADVERB")


def _is_strongest(words: pl.DataFrame) -> pl.Series:
    return words["folded"].str.contains(_STRONGEST)


def _settle_way(reading: Reading) -> None:
    """`أكد بشكل نهائي أن`: how it is said, and by nobody."""
    at = reading.text.step(reading.text.which(_is_way), 1)
    at = at.filter(is_class(reading.letters[at], *_HOW))
    reading.set_class(at, "ADVERB")


def _is_way(words: pl.DataFrame) -> pl.Series:
    return words["folded"].is_in(_WAYS)


def _settle_initials(reading: Reading) -> None:
    """`قناة إن.تي.بي`: letters of a name, which open no clause."""
    at = reading.text.tokens["token"].filter(is_class(reading.letters, "COMP"))
    at = at.filter(reading.letters[reading.text.step(at, 1)] == code("MARK"))
    at = at.filter(reading.text.at("folded", reading.text.step(at, 1)) == ".")
    reading.set_class(at, "UNKNOWN")


def _settle_unlisted(reading: Reading) -> None:
    """`متعهدا بموافاة الجانب`: the preposition of a noun that no list holds."""
    letters, step = reading.letters, reading.text.step
    at = reading.text.tokens["token"].filter(letters == code("UNKNOWN"))
    at = at.filter(is_clitic(reading.clitics[at], "bare", "w"))
    is_completed = is_class(letters[step(at, 1)], *_COMPLETED)
    before = step(at, -1)
    # `هددت في وقت سابق بفرض عقوبات`
    is_after = reading.text.at("folded", before).is_in(_EARLIER)
    is_after |= is_class(letters[before], *_BEFORE_NOUN)
    at = at.filter(is_completed & is_after)
    is_with = reading.text.at("folded", at).str.contains(_WITH)
    reading.set_clitics(at.filter(is_with), "b")
