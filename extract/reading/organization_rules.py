"""Where the name of a body ends: rules over word classes, by what its first noun needs."""

from extract.reading.alphabet import compile_rule

_LINK = "bare+NOUN|CONTENT_NOUN|ORG_HEAD|SOURCE|DOCUMENT|TITLE"
_DEFINITE = "DEFINITE|UNKNOWN_DEFINITE|NISBA"
_NATION = "(?:bare+NISBA | bare+COUNTRY|PLACE+)"
_OWN = "bare+UNKNOWN|GIVEN|PERSON|ORG|PLACE|COUNTRY|NAME_PARTICLE"
# `للطرق العامة`, `لشؤون اللاجئين`, `لكرة القدم`.
_FOR = (
    "(?:withl+DEFINITE|UNKNOWN_DEFINITE|TITLE_DEFINITE|SOURCE"
    " | withl+NOUN|CONTENT_NOUN|DOCUMENT|SOURCE bare+NOUN|CONTENT_NOUN*"
    f" bare+{_DEFINITE}|TITLE_DEFINITE|SOURCE)"
    f"(?:bare+{_DEFINITE} | conj+DEFINITE|UNKNOWN_DEFINITE)*"
)
_WHERE = "(?:IN (?:PLACE | COUNTRY (?:bare+COUNTRY)*))?"
_MARKED = (
    "(?:OPEN ANY{1,5}? CLOSE | LPAREN{1,2} NOT_NUMBER|RPAREN{1,5} RPAREN{1,2}"
    " | MARK NOT_MARK|COMMA|CLOSE|OPEN{1,4} MARK)"
)
_PERSON = "(?:bare+TITLE_DEFINITE|TITLE_OR_GIVEN|TITLE)* bare+PERSON|GIVEN+"
# What goes on with a field: `وزارة التربية والتعليم السعودية`.
_REST = f"(?:bare+{_DEFINITE} | conj+DEFINITE|UNKNOWN_DEFINITE | {_FOR})*"
_OF = (
    f"(?:bare+{_DEFINITE}|TITLE_DEFINITE|SOURCE|PLACE|COUNTRY | bare+ORG+ | bare+TITLE+ {_NATION}"
    f" | {_OWN})"
)

_STATE_ALONE = (
    f"ANY (?:bare+DEFINITE|UNKNOWN_DEFINITE|ORG_HEAD|NOUN{{0,2}} {_NATION}"
    # `سفارة اليابان في كابول`: where it is, is not whose.
    f" (?:bare+{_DEFINITE} | conj+NISBA)*"
    " | bare+DEFINITE|UNKNOWN_DEFINITE+ IN COUNTRY)"
)
_STATE = f"ANY (?:{_PERSON} | bare+ORG+)"
_MARKED_NAME = (
    # `وكالة أنباء ((كيودو))`
    f"ANY (?:(?:bare+ORG_HEAD|NOUN|ADJECTIVE|{_DEFINITE}){{0,3}} | bare+SOURCE) {_MARKED}"
    f" (?:bare+{_DEFINITE})*"
)
_OWN_NAME = f"ANY (?:{_LINK}){{0,2}} (?:{_OWN}){{1,4}} (?:bare+{_DEFINITE})*"
_COMPANY = f"{_OWN_NAME} (?:{_FOR})?"
_FOREIGN = f"ANY bare+UNKNOWN{{1,3}} (?:bare+{_DEFINITE} | {_FOR})*"
_FIELD = f"ANY (?:{_LINK}){{0,3}} {_OF} {_REST} (?:{_NATION})? {_WHERE}"
# `مجلس وزراء الاتحاد`.
_OF_BODY = f"ANY (?:bare+TITLE|NOUN|SOURCE) bare+ORG_HEAD {_REST}"
_LONG = (
    f"ANY (?:{_LINK}){{0,2}} bare+{_DEFINITE}|PLACE|COUNTRY"
    f" (?:bare+{_DEFINITE} | {_FOR} | bare+COUNTRY|PLACE) {_REST}"
)
_OFFICE = f"ANY bare+TITLE+ (?:bare+{_DEFINITE} | {_NATION})*"
_EPONYM = f"ANY {_PERSON} (?:bare+{_DEFINITE} | {_FOR})*"
# With the article the noun is one that was named before, unless more than an adjective follows.
_DESCRIBED = f"bare+{_DEFINITE}|COUNTRY"
_DEFINITE_BODY = (
    f"ANY (?:{_DESCRIBED}{{1,2}} {_FOR} | {_DESCRIBED}{{2,5}} (?:{_FOR})?"
    f" | bare+{_DEFINITE}{{0,2}} withl+TITLE_DEFINITE bare+PERSON+) {_WHERE}"
)
_DEFINITE_COMPANY = f"ANY {_DESCRIBED}{{1,3}} {_FOR}"
_NATIONAL = (
    f"ANY bare+DEFINITE|UNKNOWN_DEFINITE|TITLE_DEFINITE{{1,2}} bare+NISBA (?:bare+{_DEFINITE})*"
)
_BY_KIND = "ANY bare+DEFINITE|UNKNOWN_DEFINITE|TITLE_DEFINITE{1,2} (?:bare+NISBA)*"
# What an acronym in brackets after it shows to be a name.
_PLAIN = (
    "NOUN|CONTENT_NOUN|DEFINITE|UNKNOWN_DEFINITE|ADJECTIVE|NISBA|PLACE|COUNTRY|UNKNOWN|SOURCE"
    "|TITLE_DEFINITE"
)
BRACKETED = f"ANY (?:free+{_PLAIN} | withl+{_PLAIN} | IN PLACE|COUNTRY|DEFINITE){{1,10}}"

# By `named_by` and whether the noun has the article: the rules, the first that fits standing.
RULES = {
    ("state", False): (_STATE, _STATE_ALONE),
    ("state", True): (_STATE_ALONE,),
    ("field", False): (_EPONYM, _MARKED_NAME, _FIELD, _OFFICE, _OF_BODY),
    ("field", True): (_DEFINITE_BODY,),
    ("long_field", False): (_EPONYM, _OFFICE, _FOREIGN, _LONG),
    ("long_field", True): (_DEFINITE_BODY,),
    ("own", False): (_MARKED_NAME, _OWN_NAME, _BY_KIND),
    ("own", True): (_DEFINITE_COMPANY,),
    ("name", False): (_MARKED_NAME, _OWN_NAME, _NATIONAL),
    ("company", False): (_MARKED_NAME, _EPONYM, _COMPANY, _NATIONAL),
    ("company", True): (_DEFINITE_COMPANY,),
}
COMPILED = {
    key: [compile_rule(f"^[name: {rule}]") for rule in rules] for key, rules in RULES.items()
}
COMPILED_BRACKETED = compile_rule(f"^[name: {BRACKETED}] LPAREN [acronym: ANY{{1,3}}?] RPAREN")
