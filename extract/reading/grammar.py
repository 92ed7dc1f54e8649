"""The grammar of statements: named rules over word classes, each with the sentence that tests it.

A rule reads from a cue to the right. `gap` is what stands between the cue and what opens the
content (subject, titles, relative clauses, time and venue, addressees), `marker` what opens it, and
the content begins after the marker. Where several rules fit, the shortest gap wins, then the order
here.
"""

from dataclasses import dataclass
from typing import Literal

# What the cue must be for a rule to read on from it; each is told in `extract.reading.conditions`.
Condition = Literal[
    "clause",
    "bare_clause",
    "spoken_clause",
    "spoken",
    "spoken_barely",
    "marker",
    "asks",
    "plain_object",
    "unaddressed_object",
    "judges",
    "told",
    "told_by_body",
    "told_after_speaker",
    "participle",
    "foresees",
    "own_word",
    "regards",
    "takes_for",
    "asks_whether",
    "wishes",
]

# `بعد أن`, `قبل أن` open no content: a preposition takes the word after it along.
_PASSED = "NOT_COMP|FINITE|PARTICIPLE|COLON"
_BETWEEN = f"(?:RELATIVE FINITE | PREP COMP | PREP {_PASSED} | {_PASSED}|PREP)*?"
# `ما وعدت به الوزارة، مبينا أنه`: a participle after a comma opens a clause of its own.
_BEFORE_CLAUSE = (
    f"(?:COMMA? RELATIVE FINITE | COMMA? PREP COMP | COMMA? PREP {_PASSED}"
    f" | COMMA {_PASSED}|WEAK_PARTICIPLE|COMMA|PREP | {_PASSED}|PREP|COMMA)*? COMMA?"
)
# `مسجلا أكبر خسائره وإن كان …` is though it were.
_THAT = "(?:bare+COMP | b+COMP | l+COMP)"
# No second cue, clause or quotation stands before what the cue takes.
_UP_TO_OBJECT = "NOT_COMP|FINITE|PARTICIPLE|COLON|OPEN"
# `دعا شركة «يوروتانل» إلى`: a name in marks is no quotation.
_IN_MARKS = "OPEN NOT_COMP|FINITE|CLOSE|COMMA{1,4} CLOSE"
_LEADING = f"(?:RELATIVE FINITE | {_IN_MARKS} | {_UP_TO_OBJECT})*?"
# `كشف الموقع نقلا عن …`: whence he has it.
_LEADING_TOLD = f"(?:RELATIVE FINITE | {_IN_MARKS} | {_UP_TO_OBJECT}|ACCORDING)*?"
_LEADING_BARE = f"(?:RELATIVE FINITE | {_UP_TO_OBJECT})*?"
# A noun after a preposition belongs to a time or venue: `عقب توقيع الاتفاق`.
_LEADING_PHRASES = f"(?:RELATIVE FINITE | ANY_PREP ANY | {_IN_MARKS} | {_UP_TO_OBJECT}|ANY_PREP)*?"
# `دعا إلى واشنطن …`: where to, not what for.
_LEADING_OR_WHITHER = f"(?:TO PLACE|COUNTRY | RELATIVE FINITE | {_IN_MARKS} | {_UP_TO_OBJECT})*?"

_VERB_OF_SPEECH = "FINITE|WEAK_FINITE|SAYING|PARTICIPLE|WEAK_PARTICIPLE"
_PREPOSITION = "TO|ON|ABOUT|FROM|IN|BI"

_NAME = "ANY_TITLE|PERSON|GIVEN|ORG|COUNTRY|PLACE|SOURCE|DOCUMENT|NISBA"
# What is definite after the adjective is the object: `أدانت الحكومة الروسية | التفجير الإرهابي`.
_HEADED = (
    # `وزراء خارجية هذه الدول`
    "(?:(?:TITLE|ORG_HEAD TITLE* bare+PRONOUN bare+DEFINITE|ORG_HEAD)"
    " | TITLE|ORG_HEAD (?:bare+NOUN)*"
    " (?:DEFINITE|UNKNOWN_DEFINITE* NISBA+ | DEFINITE|NISBA|UNKNOWN_DEFINITE*))"
)
# `رفض السناتور الجمهوري سامي نور العرض`
_CALLED = "DEFINITE|TITLE_DEFINITE DEFINITE|NISBA? PERSON+"
# … and after a name `سامي نور المستشار التجاري` is one title.
_SUBJECT = (
    f"(?:{_HEADED} | {_CALLED} | {_NAME})"
    f"(?:PERSON TITLE_DEFINITE DEFINITE NISBA* | COMMA? {_NAME})*"
)
# `في بيان أصدرته اليوم`
_WHERE = "(?:(?:IN|PREP) DOCUMENT VERB | (?:IN|PREP) NOUN|DEFINITE|DOCUMENT|UNKNOWN)"
# `بيان صحفي`: the adjective is a title too.
_VENUE = f"{_WHERE} NISBA|ADJECTIVE|DEFINITE|NUMBER|TIME|TITLE* COMMA?"
# `في وقت سابق من اليوم`
_EARLIER = "IN TIME ADJECTIVE (?:FROM TIME+)?"
# `، في بيان نشرته وكالة الأنباء (وفا)،`
_SET_OFF = "COMMA IN|PREP NOUN|DOCUMENT NOT_COMMA|STOP|BREAK|COMP|COLON|OPEN{1,14} COMMA"
# `اليوم (السبت)`, `الخميس (الرابع من فبراير/شباط 2016)`
_DAY = "LPAREN (?:DEFINITE FROM)? NUMBER|TIME|MARK|ADVERB{1,8} RPAREN"
_ASIDE = f"(?:{_SET_OFF} | {_DAY} | COMMA|ADVERB|TIME | {_EARLIER} | {_VENUE} | IN PLACE|COUNTRY)*"
# `قوله أمس في مؤتمر صحفي`, `قولها للصحفيين`
_OCCASION = (
    "(?:COMMA|ADVERB|TIME | IN|PREP bare+NOMINAL_WORD{1,5}"
    " | withl+NOMINAL_WORD bare+NOMINAL_WORD{0,3})*"
)

# `باحترام الهدنة`; what looks like an adverb (`ببطء`) is one unless a noun completes it, and
# `بما في ذلك` begins examples.
_OBJECT_WITH_BI = (
    "(?:withb+NOT_COMP|FINITE|PERSON|OPEN|ADVERB|WHAT | withb+WHAT NOT_IN"
    " | withb+ADVERB"
    " bare+DEFINITE|UNKNOWN_DEFINITE|NOUN|CONTENT_NOUN|ORG|ORG_HEAD|COUNTRY|PLACE|SOURCE)"
)
_OBJECT_WITH_LI = "withl+NOT_COMP|FINITE|PERSON|OPEN|TITLE_DEFINITE"
# `ناشد الدول الأعضاء سد الفجوة`: who is asked ends with a definite word, what is asked has none.
_ASKED = "DEFINITE|UNKNOWN_DEFINITE|TITLE|TITLE_DEFINITE|NISBA|PERSON|ORG|COUNTRY|PLACE|SOURCE"
_PLAIN_OBJECT = "bare+NOUN|CONTENT_NOUN|DEFINITE|UNKNOWN|UNKNOWN_DEFINITE|ORG_HEAD|DOCUMENT|PRONOUN"
# `أعلنت الحكومة الصينية توسيع التغطية`: who speaks ends with a definite word, what is told begins
# with one that has no article, and nothing between takes what follows for itself.
_SPEAKER_END = "DEFINITE|UNKNOWN_DEFINITE|TITLE_DEFINITE|NISBA|ADJECTIVE|PERSON|ORG|COUNTRY|PLACE"
_TAKES = "VERB|FINITE|WEAK_FINITE|PARTICIPLE|AUX|RELATIVE|COMP|COLON|TO|ON|ABOUT|AS|PARTICLE"
# `أعلنت الوزارة اليوم`, `أعلن الجيش في بيان`
_BESIDE = (
    f"(?:COMMA|ADVERB|TIME|RPAREN | {_DAY} | FROM|IN TURN | IN DOCUMENT"
    " | LI? OPEN NOT_CLOSE{1,3} CLOSE)*"
)
_SPEAKER = f"NOT_{_TAKES}|OPEN{{0,12}}? {_SPEAKER_END} {_BESIDE}"
# Who takes something for something ends where a name does.
_TAKING = (
    "(?:(?:bare+ANY_TITLE|NISBA|DEFINITE|ORG|COUNTRY|NOUN){0,6} PERSON+ | COUNTRY+ | ORG+"
    " | ORG_HEAD bare+NISBA*)"
)
# `متمنيا لدولة الإمارات الشقيقة دوام التقدم`
_WISHED_MORE = "(?:bare+COUNTRY|PLACE|PERSON|NISBA|ORG|DEFINITE | conj+NOMINAL_WORD){0,6}?"
# `المعارضة التركية`, `وزارة الخارجية`, `أحزاب سياسية كورية`: a title after it is another's.
_BODY = (
    "(?:COUNTRY | ORG{1,3} NISBA? | ORG_HEAD NISBA"
    " | ORG_HEAD|SOURCE bare+NOUN|TITLE|ADJECTIVE|DEFINITE|UNKNOWN_DEFINITE{0,3}"
    " DEFINITE|UNKNOWN_DEFINITE|NISBA|ADJECTIVE|COUNTRY NISBA{0,2})"
)
# `نفت الوزارة أمس ما تداولته الصحف`
_WHAT = "bare+WHAT (?:VERB|FINITE|WEAK_FINITE|AUX | NOUN ABOUT|FROM|IN|PREP)"


@dataclass(frozen=True)
class Rule:
    """A rule of the grammar.

    Attributes:
        name: What the statement shows of its form.
        condition: What the cue must be.
        marker: The nominal marker that the cue must take (`nominal_markers`); None asks for none.
        pattern: The rule in class names, from the cue on.
        example: A sentence that it reads, and that its test reads.
    """

    name: str
    condition: Condition
    marker: str | None
    pattern: str
    example: str


# What is said with neither mark nor particle: `nothing_said` asks which words begin it so.
UNMARKED = "unmarked"
# Rules that read a cue only where no other does.
LAST_CHOICE = (
    *("for_attached", "object_taken", "object_taken_by_him"),
    *("object_told", "object_told_by_body", UNMARKED),
)

RULES = (
    Rule(
        "clause",
        "bare_clause",
        None,
        f"^ANY_CUE [gap: {_BEFORE_CLAUSE}] [marker: {_PREPOSITION}? OPEN? {_THAT} COLON? OPEN?]",
        "قال وزير الخارجية خلال مؤتمر صحفي أمس إن بلاده ترحب بالاتفاق.",
    ),
    Rule(
        "clause_after_preposition",
        "clause",
        None,
        f"^ANY_CUE [gap: {_BEFORE_CLAUSE}] [marker: {_PREPOSITION} OPEN? COMP COLON? OPEN?]",
        "دعا الرئيس إلى أن تكون هناك مراجعة جدية.",
    ),
    Rule(
        "colon",
        "spoken_clause",
        None,
        f"^{_VERB_OF_SPEECH}|NOMINAL [gap: {_BETWEEN}]"
        " [marker: COLON (?:BREAK OPEN | OPEN)? COMP? OPEN?]",
        "وأضاف في تصريح للصحفيين: لن نتراجع عن مواقفنا.",
    ),
    Rule(
        "quotation",
        "spoken",
        None,
        # `وقال الوزير - في تصريحات أوردتها وكالة "واس" - "سنواصل"`
        f"^{_VERB_OF_SPEECH} [gap: {_LEADING_BARE} (?:DASH NOT_DASH|STOP|BREAK|COMP{{1,30}} DASH)?]"
        " [marker: OPEN COMP?]",
        "وأوضح الوزير «سنواصل العمل مع شركائنا في المنطقة».",
    ),
    Rule(
        "quotation_of_saying",
        "own_word",
        None,
        f"^NOMINAL [gap: {_OCCASION}] [marker: OPEN COMP?]",
        "ونقلت الوكالة عن الوزير قوله «سنواصل العمل مع شركائنا في المنطقة».",
    ),
    Rule(
        "to",
        "marker",
        "إلى",
        f"^ANY_CUE [gap: {_LEADING_OR_WHITHER}] [marker: TO OPEN?] NOT_PLACE|COUNTRY",
        "دعا الرئيس الكازاخي جميع الأطراف إلى ضبط النفس.",
    ),
    Rule(
        "on",
        "marker",
        "على",
        f"^ANY_CUE [gap: {_LEADING}] [marker: ON OPEN?]",
        "وشدد المسؤول على أهمية الحوار.",
    ),
    Rule(
        "about",
        "marker",
        "عن",
        f"^ANY_CUE [gap: {_LEADING_TOLD}] [marker: ABOUT OPEN?]",
        "أعربت مصر عن قلقها إزاء الوضع في لبنان.",
    ),
    Rule(
        "from",
        "marker",
        "من",
        f"^ANY_CUE [gap: {_LEADING}] [marker: FROM OPEN?]",
        "وحذر السفير من خطورة الوضع.",
    ),
    Rule(
        "in",
        "marker",
        "في",
        f"^ANY_CUE [gap: {_LEADING}] [marker: IN OPEN?]",
        "يأمل الوزير في استئناف المفاوضات.",
    ),
    Rule(
        "with",
        "marker",
        "ب",
        f"^ANY_CUE [gap: {_LEADING}] [marker: BI OPEN?]",
        "طالبت الحكومة ب 20 مليون دولار.",
    ),
    Rule(
        "for",
        "marker",
        "ل",
        f"^ANY_CUE [gap: {_LEADING}] [marker: LI OPEN?]",
        "أسفت باريس في بيان لـ«إضاعة فرصة ثمينة».",
    ),
    Rule(
        "with_attached",
        "marker",
        "ب",
        f"^ANY_CUE [gap: {_LEADING}] [marker: ] {_OBJECT_WITH_BI}",
        "طالب الرئيس اليمني المتمردين باحترام الهدنة.",
    ),
    Rule(
        "for_attached",
        "marker",
        "ل",
        f"^ANY_CUE [gap: {_LEADING}] [marker: ] {_OBJECT_WITH_LI}",
        "دعا الوزير لزيارة بلاده.",
    ),
    Rule(
        "object_noun",
        "marker",
        "direct",
        f"^ANY_CUE [gap: {_LEADING_PHRASES}] [marker: OPEN?] free+CONTENT_NOUN",
        "أكد المتحدث باسم الحكومة ضرورة احترام القانون.",
    ),
    Rule(
        "object_asked_of",
        "marker",
        "direct",
        f"^ANY_CUE [gap: (?:{_SUBJECT})? FROM (?:{_SUBJECT} | bare+NOUN|TITLE"
        " bare+DEFINITE|UNKNOWN_DEFINITE|NISBA|COUNTRY|ORG|ORG_HEAD)] [marker: ]"
        " bare+NOUN|CONTENT_NOUN|UNKNOWN|DEFINITE",
        "طلبت فرنسا من روسيا توضيحات بشأن الحادث.",
    ),
    Rule(
        "object_after_asked",
        "asks",
        "direct",
        f"^ANY_CUE [gap: {_LEADING_PHRASES} (?:{_ASKED} COMMA? | ORG_HEAD COMMA)] [marker: OPEN?]"
        " bare+NOUN|CONTENT_NOUN",
        "ناشدت الوزيرة الدول الغنية سد فجوة التمويل.",
    ),
    Rule(
        "object_asked_in_marks",
        "asks",
        None,
        f"^ANY_CUE [gap: {_LEADING_PHRASES} {_ASKED}|ORG_HEAD] [marker: OPEN COMP?]"
        " bare+NOUN|CONTENT_NOUN",
        "طالب الوزير قادة الأحزاب «اتخاذ ما هو مناسب» إزاء الأزمة.",
    ),
    Rule(
        "object_of_participle",
        "participle",
        "direct",
        "^PARTICIPLE|WEAK_PARTICIPLE [gap: ] [marker: OPEN?] bare+NOUN",
        "واختتم الوفد زيارته مؤكدا تطابق وجهات النظر.",
    ),
    Rule(
        "object_of_participle_definite",
        "foresees",
        "direct",
        "^PARTICIPLE|WEAK_PARTICIPLE [gap: ] [marker: OPEN?] bare+DEFINITE",
        "وأوضح الوزير أن المحادثات مستمرة، متوقعا التوصل إلى اتفاق قبل نهاية العام.",
    ),
    Rule(
        "question",
        "asks_whether",
        None,
        f"^FINITE|WEAK_FINITE|PARTICIPLE [gap: (?:{_SUBJECT})? {_ASIDE}] [marker: OPEN?]"
        " bare+PARTICLE|WHAT",
        "وانتقد الوزير القرار متسائلا كيف تغلق المدارس.",
    ),
    Rule(
        "object_wished",
        "wishes",
        "direct",
        f"^ANY_CUE [gap: PREP|ADVERB | withl+NOMINAL_WORD|PRONOUN {_WISHED_MORE}]"
        " [marker: ] bare+NOUN|CONTENT_NOUN|DEFINITE|ADJECTIVE|UNKNOWN",
        "وأشاد الوزير بحرصه على التعاون، متمنيا للجميع مزيدا من التقدم.",
    ),
    Rule(
        "object_regarded",
        "regards",
        None,
        f"^FINITE|WEAK_FINITE|PARTICIPLE [gap: (?:{_SUBJECT})? {_ASIDE}] [marker: ]"
        " bare+NOUN|ADJECTIVE|UNKNOWN|CONTENT_NOUN|PREP",
        "أدان الوزير الهجوم، واعتبره جريمة ضد الإنسانية.",
    ),
    Rule(
        "object_taken",
        "takes_for",
        "direct",
        f"^FINITE [gap: {_TAKING} {_ASIDE}] [marker: ] {_PLAIN_OBJECT}",
        "اعتبر رئيس اللجنة سامي نور القرار خطوة مهمة.",
    ),
    Rule(
        "object_taken_by_him",
        "takes_for",
        "direct",
        "^conj+FINITE [gap: ] [marker: ] bare+NOUN|CONTENT_NOUN bare+NOUN|DEFINITE|COUNTRY|ORG",
        "واعتبر مشاركة بلاده في المعرض مؤشرا على الاهتمام.",
    ),
    Rule(
        "object_told",
        "told",
        "direct",
        f"^FINITE|WEAK_FINITE [gap: {_SPEAKER}] [marker: OPEN?] bare+NOUN",
        "أعلنت الحكومة الصينية توسيع نطاق التأمين الصحي.",
    ),
    Rule(
        "object_told_by_body",
        "told_by_body",
        "direct",
        f"^FINITE|WEAK_FINITE [gap: ORG_HEAD|SOURCE|DOCUMENT {_BESIDE}] [marker: OPEN?] bare+NOUN",
        "أعلنت السلطات تمديد مهلة التسجيل.",
    ),
    Rule(
        "object_told_after_speaker",
        "told_after_speaker",
        "direct",
        f"^FINITE|WEAK_FINITE [gap: {_ASIDE}] [marker: OPEN?] bare+NOUN NOT_PREP",
        "وكانت وزارة النقل أعلنت الاثنين انطلاق الأعمال.",
    ),
    Rule(
        "object",
        "plain_object",
        "direct",
        f"^ANY_CUE [gap: (?:{_SUBJECT})? {_ASIDE}] [marker: ] (?:{_PLAIN_OBJECT} | {_WHAT})",
        "أدانت إيران التمرين على الحدود.",
    ),
    Rule(
        "object_named",
        "unaddressed_object",
        "direct",
        # A name ends who speaks, and a country is none of his.
        f"^FINITE|WEAK_FINITE [gap: NOUN|{_NAME}{{0,6}} PERSON {_ASIDE}] [marker: ] bare+COUNTRY",
        "انتقد الرئيس دونالد ترامب الصين بسبب سياستها التجارية.",
    ),
    Rule(
        "object_person",
        "judges",
        "direct",
        f"^FINITE|WEAK_FINITE [gap: {_BODY} {_ASIDE}] [marker: ] bare+ANY_TITLE|PERSON",
        "انتقدت أحزاب كورية رئيس الوزراء الياباني بسبب قراراته.",
    ),
    Rule(
        "object_in_marks",
        "plain_object",
        "direct",
        # After a name the marks may be of the name: `حركة المقاومة «حماس»`.
        # … but not of a man: `رفض الوزير سامي نور «التفاوض» معها`.
        f"^FINITE|WEAK_FINITE [gap: (?:{_SUBJECT} TIME|ADVERB+ | (?:{_SUBJECT})? PERSON)?]"
        f" [marker: ] OPEN {_PLAIN_OBJECT}",
        "أدان الوزير الثلاثاء «الصمت الدولي» إزاء الحصار.",
    ),
    Rule(
        UNMARKED,
        "spoken_barely",
        None,
        f"^FINITE|WEAK_FINITE|NOMINAL [gap: (?:{_SUBJECT})? {_ASIDE}]"
        " [marker: ] bare+NEGATION|PRONOUN|PARTICLE|VERB|AUX|ADVERB|WEAK_FINITE|FINITE",
        "وأضاف الوزير لن نتراجع عن مواقفنا.",
    ),
)
