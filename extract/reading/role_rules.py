"""Which words beside a name say what office its bearer holds, before it and after it."""

from extract.reading.alphabet import compile_rule, one_of
from extract.reading.person_rules import TITLE_CHAIN

# `وزير الاقتصاد والتجارة`: an office of two fields.
_FIELD = "(?:w+DEFINITE|UNKNOWN_DEFINITE bare+DEFINITE? | w+NOUN bare+DEFINITE)"
_OF_FIELDS = f"free+TITLE bare+TITLE|TITLE_DEFINITE|DEFINITE+ (?:{_FIELD})+ NISBA?"
BEFORE = compile_rule(f"[role: (?:{_OF_FIELDS} (?:{TITLE_CHAIN})* | (?:{TITLE_CHAIN})+)]$")
AFTER = compile_rule(
    f"^COMMA? [role: (?:{TITLE_CHAIN.replace('free+', 'bare+')} conj+DEFINITE|UNKNOWN_DEFINITE*)+]"
)
OF_ANOTHER = compile_rule("^bare+ANY_TITLE (?:bare+ANY_TITLE|NISBA|COUNTRY|DEFINITE)* bare+PERSON")
# What may stand between a title and its bearer: whose, where, for whom, at which body.
_WORD = (
    "ANY_TITLE|ORG|ORG_HEAD|COUNTRY|PLACE|SOURCE|DOCUMENT|NISBA|NOUN|DEFINITE|ADJECTIVE|UNKNOWN"
    "|UNKNOWN_DEFINITE|CONTENT_NOUN|NUMBER"
)
_ASIDE = "LPAREN ANY{1,4} RPAREN"
_OPENS = (
    f"(?:IN|TO|ABOUT|ON|BI {_WORD} | FROM COUNTRY|PLACE | withb+{_WORD} | withl+{_WORD} | {_ASIDE})"
)
_GOES_ON = f"(?:free+{_WORD} | {_OPENS})"
_CLOSES = f"(?:bare+DEFINITE|UNKNOWN_DEFINITE|NISBA|COUNTRY|PLACE|ORG | {_ASIDE})"
# `الخبير في أمن البنية التحتية بيتر نوفوتني`, `سفيرة السودان لدى جوبا، سعاد الحاج،`.
FAR = compile_rule(
    f"[role: free+TITLE|TITLE_DEFINITE {_GOES_ON}{{0,6}} {_OPENS}"
    f" (?:{_GOES_ON}{{0,8}} {_CLOSES})?]$"
)
SET_OFF = compile_rule(
    f"[role: free+TITLE|TITLE_DEFINITE {_GOES_ON}{{1,14}}]"
    " COMMA (?:bare+TITLE_OR_GIVEN|TITLE_DEFINITE)?$"
)
# The commas around a name that explains the title before it.
EXPLAINS = compile_rule("^COMMA|COMP|STOP|BREAK | ^$")
# `اللاجئة السورية أم خالد`: whoever is so described, by whatever noun, is of that country.
DESCRIBED = compile_rule("[role: free+DEFINITE|UNKNOWN_DEFINITE|SOURCE bare+DEFINITE? bare+NISBA]$")
# Who stands without an article before a name serves its bearer.
SERVES = "^[وبفل]?(?:مستشار|مساعد|معاون|محامي|مرافق|سكرتير|وكيل|نائب)ة?$"
# … and what is his own: `مستشار بحملة نور`.
OF_HIS = "^(?:مكتب|حكومة|ادارة|حملة|عائلة|اسرة|نظام)$"
OF_COUNTRY = one_of("NISBA", "COUNTRY")
COMMA = f"^.{one_of('COMMA')}"
