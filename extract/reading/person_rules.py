"""What shows that words name a person: what stands before them, the name, what may follow it."""

from extract.reading.alphabet import compile_rule

# A title with what completes it: `وزير الخارجية الصيني`, `رئيس الحكومة في العراق`.
TITLE_CHAIN = (
    "(?:free+TITLE|TITLE_OR_GIVEN bare+NOUN|ORG_HEAD|CONTENT_NOUN|SOURCE|DOCUMENT*"
    " | free+TITLE_DEFINITE)"
    "(?:bare+NISBA|ORG|COUNTRY|PLACE|DEFINITE|ADJECTIVE|NUMBER|ORG_HEAD|SOURCE|DOCUMENT|UNKNOWN_DEFINITE"
    " | withl+NOUN|DEFINITE|ORG|ORG_HEAD|COUNTRY|PLACE | IN (?:bare+NOUN)? COUNTRY|PLACE"
    " | withb+ORG|ORG_HEAD|DEFINITE|COUNTRY|PLACE | withb+NOUN bare+COUNTRY|PLACE)*"
)
# A title before a name may stand after a preposition: `للرئيس`; `باسم` is read apart from it.
_OF = (
    "bare+NOUN|ORG|ORG_HEAD|DEFINITE|COUNTRY|PLACE|NISBA|ADJECTIVE|UNKNOWN_DEFINITE|SOURCE"
    "|DOCUMENT|TITLE|TITLE_DEFINITE"
)
_ANY_CHAIN = (
    TITLE_CHAIN.replace("free+TITLE", "TITLE").removesuffix("*").removesuffix(")")
    + f" | PREP|IN (?:bare+NOUN)? COUNTRY|PLACE|ORG | BI|ON_BEHALF {_OF}"
    # `وزير الشؤون الخارجية والاتحاد الأوروبي والتعاون`
    " | conj+DEFINITE|UNKNOWN_DEFINITE|ORG)*"
)
_WORD = "GIVEN|UNKNOWN|PERSON"
_AFTER_PARTICLE = (
    "GIVEN|UNKNOWN|UNKNOWN_DEFINITE|PERSON|DEFINITE|TITLE_DEFINITE|TITLE_OR_GIVEN|NISBA|PLACE"
    "|NOUN|ADJECTIVE|NUMBER"
)
_TAIL = f"(?:bare+{_WORD}|UNKNOWN_DEFINITE|TITLE_OR_GIVEN | bare+NAME_PARTICLE+ {_AFTER_PARTICLE})"
_FIRST = f"(?:{_WORD} | NAME_PARTICLE+ {_AFTER_PARTICLE})"
_FULL = f"{_FIRST} {_TAIL}{{1,5}}"
_SURNAME_WORD = "DEFINITE|TITLE_DEFINITE|NISBA|PLACE"
# What shows that a name has ended before it.
_END = (
    "(?:COMMA|COLON|COMP|STOP|BREAK|FINITE|WEAK_FINITE|VERB|AUX|LPAREN|RPAREN|OPEN|CLOSE|DASH"
    "|ANY_PREP|PARTICIPLE|SAYING|NOMINAL|PARTICLE|RELATIVE|TITLE|PRONOUN|ADVERB|TIME|NEGATION"
    " | conj+ANY | withb+ANY | withl+ANY | $)"
)

_CHAIN = compile_rule(f"{_ANY_CHAIN}$")
_CLOSE_CHAIN = compile_rule("(?:ANY_TITLE|NISBA|COUNTRY|ORG|PLACE)$")
_SAID = compile_rule("(?:FINITE|WEAK_FINITE|ABOUT|ACCORDING|SAYING)(?:ADVERB|TIME|COMMA)*$")
# By rule: what must stand before the name, and the name with what must follow.
_RULES = {
    "titled": ((_CHAIN, _CLOSE_CHAIN), f"^[name: {_FIRST} {_TAIL}{{0,5}}]"),
    "loosely_titled": ((_CHAIN,), f"^[name: {_FULL}]"),
    # `السيد` and `الأمير` are titles, but `أمير` and `سيد` are names too.
    "title_name": (
        (_CHAIN, _CLOSE_CHAIN),
        f"^[name: bare+TITLE_OR_GIVEN (?:{_TAIL}{{1,5}} | bare+DEFINITE {_TAIL}{{1,3}})]",
    ),
    # A word as surname: after a first name or a father's, and where nothing else can stand.
    "surname_word": (
        (_CHAIN, _CLOSE_CHAIN),
        "^[name: GIVEN (?:bare+NAME_PARTICLE bare+GIVEN|UNKNOWN|UNKNOWN_DEFINITE)*"
        f" bare+{_SURNAME_WORD}] {_END}",
    ),
    "surname_said": (
        (compile_rule("FINITE$"),),
        f"^[name: GIVEN {_TAIL}{{0,4}} bare+{_SURNAME_WORD}|NOUN|ADJECTIVE]"
        " (?:COMMA? COMP|COLON | COMMA? conj+PRONOUN | COMMA ANY_TITLE|RELATIVE|NUMBER"
        " | TITLE_DEFINITE BI|ON_BEHALF)",
    ),
    # `قال أحمد الصافي وكيل المرجع`
    "surname_apposed": (
        (compile_rule("FINITE$"),),
        "^[name: bare+GIVEN bare+DEFINITE|TITLE_DEFINITE] bare+TITLE",
    ),
    # `أكد أوغستين، المدير الفني للمنتخب، أن`: who goes by one name.
    "said_before_office": (
        (compile_rule("FINITE$"),),
        "^[name: bare+UNKNOWN] COMMA bare+TITLE|TITLE_DEFINITE",
    ),
    # `المتحدث باسم سامي نور`
    "spoken_for": (
        (compile_rule("ANY_TITLE BI$"),),
        f"^[name: {_FULL}] {_END}",
    ),
    # `الدكتور ريتشارد ليبتون، مدير المركز`: a surname that is a word, where the name must end.
    "surname_titled": (
        (_CHAIN, _CLOSE_CHAIN),
        f"^[name: GIVEN|UNKNOWN {_TAIL}{{0,2}} bare+NOUN|ADJECTIVE|NUMBER]"
        " (?:COMMA? bare+COMP | FROM|ON|TO bare+COMP | COMMA ANY_TITLE"
        " | LPAREN NUMBER|ORG|PLACE|COUNTRY)",
    ),
    # `والكولومبي راداميل فالكاو`: who is told by his country alone.
    "of_country": (
        (compile_rule("NISBA$"),),
        f"^[name: (?:GIVEN {_TAIL}{{1,4}} | UNKNOWN bare+UNKNOWN|GIVEN {_TAIL}{{0,3}})] {_END}",
    ),
    # `كبير الاقتصاديين في المصرف، ستيفان لو فوريل،`
    "after_comma": (
        (
            compile_rule(
                f"{_ANY_CHAIN} (?:IN ORG|ORG_HEAD|DEFINITE bare+NISBA|DEFINITE{{0,2}})? COMMA$"
            ),
        ),
        f"^[name: {_FIRST} (?:{_TAIL}{{1,5}} | bare+{_SURNAME_WORD})] COMMA",
    ),
    "said": (
        (_SAID,),
        f"^[name: {_FULL}]",
    ),
    # `وأكد آل ثاني أن`: a house, a father, a particle abroad.
    "said_of_house": (
        (_SAID,),
        # `ابن المريضة` is a patient's son.
        "^[name: NAME_PARTICLE bare+GIVEN|UNKNOWN|UNKNOWN_DEFINITE|PERSON|PLACE|NOUN|NUMBER|NISBA]"
        f" {_END}",
    ),
    # However far the title before it reaches: `رحبت مندوبة غانا لدى الأمم المتحدة أبينا مينساه`.
    "said_by_title": (
        (
            compile_rule(
                "(?:FINITE|WEAK_FINITE)(?:ADVERB|TIME)* bare+TITLE|TITLE_DEFINITE"
                "(?:free+NOMINAL_WORD|BI|ON_BEHALF | withl+NOMINAL_WORD"
                " | withb+ORG|ORG_HEAD|PLACE|COUNTRY|DEFINITE"
                " | IN|PREP|TO NOMINAL_WORD | LPAREN ANY{1,4} RPAREN){1,14}$"
            ),
        ),
        f"^[name: {_FULL}]",
    ),
    # `أكدت مديرة العلاقات الدولية في الشركة، نيغارا ساديكوفا، أن …`
    "said_apposed": (
        (
            compile_rule(
                "(?:FINITE|WEAK_FINITE)(?:ADVERB|TIME)* bare+TITLE|TITLE_DEFINITE"
                "(?:free+NOMINAL_WORD|BI|ON_BEHALF | withl+NOMINAL_WORD"
                " | withb+ORG|ORG_HEAD|PLACE|COUNTRY|DEFINITE"
                " | IN|PREP|TO|ON|ABOUT NOMINAL_WORD | LPAREN ANY{1,4} RPAREN){1,14} COMMA$"
            ),
        ),
        f"^[name: {_FULL}] COMMA",
    ),
    "said_alone": (
        (compile_rule("bare+FINITE|ABOUT|ACCORDING$ | conj+FINITE$"),),
        "^[name: bare+UNKNOWN] (?:COMP|COLON|OPEN | COMMA? IN|PREP|TIME|ADVERB)",
    ),
    "apposed": ((), f"^[name: (?:{_FULL} | GIVEN bare+PLACE)] COMMA? bare+TITLE|TITLE_DEFINITE"),
    "aged": ((), f"^[name: {_FULL}] LPAREN NUMBER"),
    "given": ((), f"^[name: GIVEN {_TAIL}{{1,5}}]"),
    "kunya": ((), f"^[name: NAME_PARTICLE bare+GIVEN {_TAIL}{{0,3}}]"),
    # `وأكد أبو العيش أن`: so named, whatever the second word means.
    "kunya_said": (
        (compile_rule("FINITE|ABOUT|ACCORDING$"),),
        "^[name: NAME_PARTICLE bare+DEFINITE|UNKNOWN_DEFINITE|UNKNOWN]"
        " (?:COMP|COLON|OPEN|COMMA|IN|TIME|ADVERB)",
    ),
    "quoted": ((compile_rule(f"{_ANY_CHAIN} OPEN$"),), f"^[name: {_FIRST} {_TAIL}{{0,3}}] CLOSE"),
}
NAME_RULES = {name: (before, compile_rule(right)) for name, (before, right) in _RULES.items()}
# A name that is a word besides follows a title that nothing else can complete.
WORD_NAMES = (
    (
        (_CHAIN, compile_rule("(?:NISBA|COUNTRY|TITLE_DEFINITE|TITLE_OR_GIVEN)$")),
        compile_rule(
            "^[name: bare+NOUN|ADJECTIVE bare+GIVEN|UNKNOWN|UNKNOWN_DEFINITE"
            f" {_TAIL}{{0,3}}] {_END}"
        ),
    ),
    # `وزير الخارجية التركي "مولود تشاويش أوغلو"`
    (
        (compile_rule(f"{_ANY_CHAIN} OPEN$"),),
        compile_rule(
            f"^[name: bare+NOUN|ADJECTIVE bare+GIVEN|UNKNOWN|UNKNOWN_DEFINITE {_TAIL}{{0,3}}] CLOSE"
        ),
    ),
    # `قالت الوزيرة الأيسلندية سيجرون هالدورسدوتير إن`, `الرئيسة الكورية بارك كيون هيه`: no verb
    # can stand there.
    (
        (
            compile_rule(f"(?:FINITE|WEAK_FINITE)(?:ADVERB|TIME)*(?:{_ANY_CHAIN}){{1,4}}$"),
            compile_rule("(?:NISBA|COUNTRY|TITLE_DEFINITE)$"),
        ),
        compile_rule(
            "^[name: bare+VERB|WEAK_FINITE|FINITE"
            f" (?:bare+GIVEN|UNKNOWN|UNKNOWN_DEFINITE | k+GIVEN|UNKNOWN) {_TAIL}{{0,3}}]"
            " (?:COMMA|COMP|COLON|OPEN|TIME|ADVERB)"
        ),
    ),
)
JOINED = (
    (compile_rule("PERSON$"),),
    compile_rule(f"^[name: conj+GIVEN|UNKNOWN|PERSON {_TAIL}{{1,5}}]"),
)
# Rules in which the first word, if it looks like a surname, is no name's first.
NEED_FIRST_NAME = ("surname_word", "surname_said", "given", "said", "apposed", "aged")
