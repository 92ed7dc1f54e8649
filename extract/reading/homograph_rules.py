"""Which words are cues in one place only, and what stands beside them there.

How the rows are used belongs in `extract.reading.homographs`.
"""

_ANYWHERE = "(?:^ | ANY)$"
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
_SET_OFF = (
    f"{_TAKEN[:-1]} COMMA (?:ACCORDING free+NOMINAL_WORD{{1,4}} | IN|PREP? TIME|ADVERB{{1,4}}"
    " | IN DOCUMENT NISBA|ADJECTIVE{0,2} | LPAREN TIME RPAREN) COMMA$"
)
# … unless a clause follows, which it opens: `قال مسؤول رفض الكشف عن اسمه إن`.
_COMPLEMENT = "COUNTRY|ORG|ORG_HEAD|NOUN|DEFINITE|UNKNOWN_DEFINITE"
_NO_CLAUSE = f"^bare+ANY {_COMPLEMENT} NOT_COMP|COMMA{{0,30}} COMMA|STOP|BREAK"
_AFTER = "(?:ANY_PREP|NOUN|CONTENT_NOUN|FINITE|WEAK_FINITE|PERSON|DEFINITE)$"
_DOER = (
    "bare+ACTOR (?:bare+NOMINAL_WORD|TIME | withl+NOMINAL_WORD | ON_BEHALF | COMMA"
    " | LPAREN ORG RPAREN){0,9}?"
)
# `رفض نائب الرئيس السابق | هذه الاتهامات`: the adjective of who speaks, before what he rejects.
_OF_OFFICE = (
    *("السابق", "السابقة", "الاسبق", "الحالي", "الحالية", "المنتخب", "المنتخبة", "المؤقت"),
    "المؤقتة",
    *("المعارض", "المعارضة", "الحاكم", "الحاكمة", "الجديد", "الجديدة", "الراحل", "المخلوع"),
)
_WHO = "ANY_TITLE|SOURCE|ORG|NISBA|PERSON$"
_AFFIRMED = (
    *("الحرص", "الالتزام", "الاستعداد", "العزم", "التمسك", "الرغبة", "السعي", "الاصرار"),
    *("الرفض", "التصميم", "الحاجة", "الوقوف", "المضي", "العمل"),
)
_AFFIRMS = "FINITE|WEAK_FINITE$"
_ITS_OBJECT = "^ANY bare+NOUN|CONTENT_NOUN|PRONOUN|DOCUMENT|UNKNOWN"
_HIS_REFUSAL = ("رفضه", "رفضها", "رفضهم", "رفضهما")
# `أدانت وزارة الخارجية | التفجير الإرهابي`: what happened, after a verb and who does it.
HAPPENED = (
    *("الهجوم", "الهجمات", "التفجير", "التفجيرات", "الاعتداء", "الاعتداءات", "القصف", "العدوان"),
    *("الاتهام", "الاتهامات", "الانباء", "التصريحات", "المزاعم", "الادعاءات", "الشائعات"),
    *("الجريمة", "الجرائم", "المجزرة", "الحادث", "الخطوة", "الجهود", "المبادرة", "التدخلات"),
    *("النار", "الرصاص", "الانتهاكات", "الممارسات", "الاستفزازات", "الدور", "الموقف", "المواقف"),
    *("الدعم", "التصعيد", "الدعوة"),
    # `أعلنت الحكومة | التوصل إلى اتفاق`
    *("التوصل", "الافراج", "القبض", "السيطرة", "العثور", "الانتهاء", "البدء", "الانسحاب"),
    *("التصدي", "التخلي", "الانضمام", "الترشح", "الالتزام", "التراجع", "الاستمرار", "التمسك"),
    *("الموافقة", "التوقيع"),
)
_DOES = (
    "FINITE|WEAK_FINITE (?:free+ANY_TITLE|ORG|ORG_HEAD|SOURCE|NOUN|DEFINITE|UNKNOWN_DEFINITE|NISBA"
    "|COUNTRY|PLACE|PERSON|TIME|ADVERB|COMMA|PRONOUN|ADJECTIVE|FROM | withl+NOMINAL_WORD"
    " | ON_BEHALF){0,9} (?:DEFINITE|UNKNOWN_DEFINITE|NISBA|ORG|PERSON|COUNTRY|ADJECTIVE COMMA?"
    # `أعلن الوزير، اليوم الخميس، | التوصل إلى اتفاق`
    " | ANY COMMA? TIME{1,3} COMMA?)$"
)
_WROTE = "WEAK_FINITE bare+ACTOR (?:bare+NOMINAL_WORD){0,8} ON|IN|TO bare+NOMINAL_WORD{1,3}$"
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
HOMOGRAPHS = (
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
    # `قالت رويترز أول من أمس إن`
    (("اول",), "NUMBER", "TIME", _ANYWHERE, "^ANY FROM? TIME"),
    (_OF_OFFICE, "DEFINITE", "TITLE_DEFINITE", _WHO, _ITS_OBJECT),
    # `هنأ الرئيس نظيره`, but `هنا`
    (("هنا",), "ADVERB", "FINITE", _OPENS, "^ANY bare+ANY_TITLE bare+NISBA|COUNTRY|PERSON"),
    # `بحث الرئيسان التعاون`, but `لكن بحث الدكتور`
    (("بحث",), "DOCUMENT", "VERB", _STARTS, f"^ANY {_OFFICIAL}"),
    # `رفعت واشنطن العقوبات`, but `رفعت السعيد`
    (("رفعت",), "GIVEN", "VERB", _OPENS, "^ANY COUNTRY|PLACE|ORG"),
    (
        *(("رفض", "تمسك"), "WEAK_FINITE", "CONTENT_NOUN"),
        *(_TAKEN, _NO_CLAUSE, _SET_OFF, _NO_CLAUSE),
    ),
    # `أكد الجانبان رفضهما القاطع للتدخل`
    # … `وأكد القادة، بحسب البيان، رفضهم التام`
    (
        *(_HIS_REFUSAL, "WEAK_FINITE", "CONTENT_NOUN"),
        *(f"WEAK_FINITE|{_TAKEN}", "^bare+ANY", _SET_OFF, "^bare+ANY"),
    ),
    # `وطالب نحو 50 نائبا`: how many, and not where to.
    (("نحو", "حوالي", "قرابة", "زهاء"), "PREP", "NUMBER", "FINITE|WEAK_FINITE$", "^ANY NUMBER"),
    # `إن عددا من الموقوفين كشفوا`
    (("عددا",), "VERB", "NOUN", "ANY$", "^ANY FROM"),
    (("كثيرا",), "ADVERB", "NOUN", "COMP|PARTICLE$", "^ANY FROM"),
    # `أعلنت واشنطن فرض عقوبات`, but `الذي فرض عقوبات`
    (("فرض", "ضم", "شن"), "VERB", "NOUN", _TAKEN, _NO_CLAUSE),
    # `إثر إعلان واشنطن أنها`, `بعد دعوة الأمين العام إلى`: the noun of the verb, with who does it.
    (
        *(("اعلان",), "DOCUMENT", "NOMINAL", _AFTER.replace("(?:", "(?:VERB|", 1)),
        f"^ANY {_DOER} (?:COMP | ABOUT OPEN? bare+NOUN|CONTENT_NOUN)",
    ),
    (("دعوة",), "CONTENT_NOUN", "NOMINAL", _AFTER, f"^ANY {_DOER} TO"),
    (("مناشدة",), "PARTICIPLE", "NOMINAL", _AFTER, f"^ANY {_DOER} withb+NOUN|CONTENT_NOUN"),
    (
        *(("اتهام", "اتهامات"), "NOUN", "NOMINAL", _AFTER),
        f"^ANY {_DOER} (?:COMP | withb+NOUN|CONTENT_NOUN)",
    ),
    # `أكدت تصميم البلاد على المضي`, but `تصميم المجوهرات`
    (
        *(("تصميم", "تصميمه", "تصميمها", "تصميمهم"), "NOUN", "CONTENT_NOUN", "FINITE|PARTICIPLE$"),
        "^bare+ANY free+NOMINAL_WORD{0,4} ON",
    ),
    (HAPPENED, "DEFINITE", "CONTENT_NOUN", _DOES, "^bare+ANY"),
    # `الوزير يجدد الدعوة لوقف القتال`
    (
        *(("الدعوة",), "DEFINITE", "CONTENT_NOUN"),
        "FINITE|WEAK_FINITE (?:free+NOMINAL_WORD|ADVERB|TIME|COMMA | withl+NOMINAL_WORD){0,10}$",
        "^bare+ANY (?:TO | withl+ANY)",
    ),
    # `أبدى الرئيس سعادته بالزيارة`, but `ونوه سعادته بـ`, `وأشار سعادته إلى`
    (
        *(("سعادته", "سعادتها", "سعادتهم"), "ADVERB", "CONTENT_NOUN"),
        f"(?:WEAK_FINITE|PARTICIPLE|WEAK_PARTICIPLE {_NOMINAL}{{0,8}} | FINITE {_NOMINAL}{{1,8}})$",
        "^ANY withb+ANY",
    ),
    # `بحسب الإعلام الرسمي`
    (
        ("الاعلام", "الصحافة"),
        "DEFINITE",
        "SOURCE",
        "ACCORDING TO|ABOUT?$",
        "^ANY bare+DEFINITE|NISBA",
    ),
    # `استبعد الوزير الإيراني لقاء نظيره`, but `لقاء تنازلات`
    (("لقاء",), "PREP", "NOUN", _TAKEN, "^bare+ANY ANY_TITLE|PERSON|PREP"),
    # `لكن دبلوماسيا كبيرا قال`, but `بحثا الأمر دبلوماسيا`
    (("دبلوماسيا",), "ADVERB", "SOURCE", "COMP|PARTICLE$", "^ANY ADJECTIVE|NISBA"),
    # `أعلنت الوزارة تسجيل 20 حالة وفاة`, `بناء 60 ألف وحدة`: what is counted.
    (("وفاة", "وحدة"), "CONTENT_NOUN", "NOUN", "NUMBER (?:bare+NOUN)?$", "^bare+ANY"),
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
    # … and `أبرز فلان أهمية الحوار`
    (
        *(("ابرز", "ابرزها", "ابرزهم"), "WEAK_FINITE", "ADJECTIVE", _ANYWHERE),
        "^ANY NOT_COMP|PERSON NOT_COMP{9}",
    ),
    # `ورد بلاغ` is no `رد`.
    (("ورد",), "WEAK_FINITE", "VERB", _ANYWHERE, "^ANY bare+DOCUMENT"),
    (_BY_ALL, "WEAK_FINITE", "VERB", _ANYWHERE, "^ANY"),
    # `ونسب التلفزيون إلى مصدر عسكري قوله`, but `نسب مئوية`
    (("نسب",), "NOUN", "VERB", _OPENS, f"^ANY {_DOER} TO"),
    # `في بيان نشرته الوكالة`, `ما نشرته الصحيفة`, `حسبما نشرته`, but `نشرته الأسبوعية`
    (
        ("نشرته", "نشرتها"),
        "DOCUMENT",
        "VERB",
        "(?:IN DOCUMENT NISBA|ADJECTIVE? | RELATIVE | ACCORDING)$",
        "^ANY",
    ),
    # `وكتب الوزير على تويتر يقول إن`: one statement, as with `قائلا`.
    (("يقول", "تقول"), "FINITE", "SAYING", _WROTE, "^ANY COMP"),
    # `، مجددا دعم بلاده`, `، مجددا الشكر لسموه`, `، مجددا التأكيد على`
    (
        *(("مجددا",), "ADVERB", "WEAK_PARTICIPLE"),
        *("COMMA$", "^ANY bare+CONTENT_NOUN|NOUN|SOURCE"),
        *("COMMA$", "^ANY bare+DEFINITE (?:ON | w+DEFINITE | withl+ANY)"),
    ),
    # `كما أكد الحرص على السلام`, `وأكد الالتزام بالاتفاق`: what one affirms, and not who.
    (_AFFIRMED, "DEFINITE", "CONTENT_NOUN", _AFFIRMS, "^ANY (?:ON|TO | withb+ANY | withl+ANY)"),
    # `خلال إجابته على سؤال`, but `أجابته`
    (("اجابته", "اجابتها"), "FINITE", "NOUN", "ANY_PREP$", "^bare+ANY"),
)
