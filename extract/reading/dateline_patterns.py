"""The pieces that datelines are put together from, as compiled patterns.

What the pieces mean together belongs in `extract.reading.datelines`.
"""

import re

BLANK = r"[^\S\n]"
_LETTER = r"[\u0621-\u065f\u0670-\u06d3]"
# A tatweel by itself is a dash; `في` links a place to a day.
_NO_WORD = r"(?!\u0640|في(?!\w))"
# A hyphen inside a name has no blank beside it.
_INNER_HYPHEN = r"[\-\u2010\u2011'\u2019]"


def _name(taken: str) -> str:
    """Up to five words: taken whole where `taken` is `+`, letters given back where it is empty."""
    word = rf"{_NO_WORD}{_LETTER}+{taken}(?:{_INNER_HYPHEN}{_LETTER}+{taken})*{taken}"
    return rf"{word}(?:{BLANK}+{word}){{0,4}}"


# What fails after a word fails after its first letters too.
NAME = _name("+")
DASH = r"[\-\u2010-\u2015\u0640]"
_PART_SEPARATOR = rf"(?:{BLANK}*[/،,\u2013\u2014]{BLANK}*|{BLANK}+[-\u0640]{BLANK}*|-{BLANK}+)"
_WEEKDAY_NAME = r"(?:السبت|[اأ]ل[اأ]حد|ال[اإ]ثنين|الثلاثاء|ال[اأ]ربعاء|الخميس|الجمعة)(?![^\W\d])"
_WEEKDAY = rf"(?:يوم{BLANK}+)?{_WEEKDAY_NAME}"
_ZONE = rf"(?:ت{BLANK}?م|ج{BLANK}?م{BLANK}?ت|جمت|GMT)(?![^\W\d])"
TIME = rf"\d{{1,2}}:\d{{2}}(?:{BLANK}*{_ZONE})?"
_OPEN_MARK = r"(?:\(\(?|//?|\[|\{|«|[\"“])"
_CLOSE_MARK = r"(?:\)\)?|//?|\]|\}|»|[\"”])"
_MARKED = (
    rf"{_OPEN_MARK}{BLANK}*(?P<agency>[^()/\[\]{{}}«»\"“”\n]{{2,40}}?){BLANK}*{_CLOSE_MARK}(?!\w)"
)

# `القاهرة / دمشق`, `سليبتسوفسك (روسيا)`, `بكين (الاثنين)`
BEFORE_DATE = re.compile(
    rf"(?P<parts>{NAME}(?:{_PART_SEPARATOR}{NAME}){{0,2}})"
    rf"(?:{BLANK}*[(/]{BLANK}*(?!{_WEEKDAY})(?P<qualifier>{NAME}){BLANK}*[)/])?"
    rf"(?:{BLANK}*[،,\-]?{BLANK}*[(\[]?{_WEEKDAY}[)\]]?)?"
    rf"{BLANK}*(?:[،,:/(]|{DASH}+|(?P<on>في)(?=\s))?{BLANK}*"
)
# `15 - 8 (اف ب)`: in a text at large such numbers are a score, beside an agency they are a day.
DAY_AND_MONTH = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}}){BLANK}*[\-/]{BLANK}*(?P<month>\d{{1,2}})(?={BLANK}*{_OPEN_MARK})"
)
AFTER_DATE = re.compile(
    rf"{BLANK}*\)?(?:{BLANK}*[،,\-]?{BLANK}*{TIME})?(?:{BLANK}*[(\[/]?{_WEEKDAY}[)\]/]?)?"
)
MARKED_AGENCY = re.compile(rf"{BLANK}*{DASH}*{BLANK}*{_MARKED}")
LINK = re.compile(rf"{BLANK}*(?:{DASH}+|[:/،,])?{BLANK}*")
QUALIFIER = re.compile(rf"{BLANK}*\({BLANK}*(?P<qualifier>{NAME}){BLANK}*\)")
# `بكين 2 فبراير 2015 /تعارض الصين`
END = re.compile(rf"{BLANK}*(?:(?:{DASH}+|[:/]|\.+)(?:{BLANK}*{DASH}+)?|$)")
LONG_DASH = re.compile(rf"{BLANK}*(?:--+|[\u2014\u2015]){BLANK}*(?=\S)")
# A hyphen without a blank joins words.
_DESK = rf"(?:(?:وكالات|متابعات|متابعة|خاص){BLANK}*(?:{DASH}|:){BLANK}*)?"
DASH_OPENS_STORY = re.compile(rf"{BLANK}*{DASH}{BLANK}+{_DESK}(?={_LETTER})")
COLON_OPENS_STORY = re.compile(rf"{BLANK}*:{BLANK}+{_DESK}(?={_LETTER})")
MORE_PLACES = re.compile(rf"{BLANK}*(?P<mark>[/،,]){BLANK}*(?={_LETTER})")
DASH_BETWEEN = re.compile(rf"{BLANK}+{DASH}{BLANK}+(?={_LETTER})")
# `من سامي نور-عاد`: the dash may stand where a name's hyphen would.
REPORTER = re.compile(rf"{BLANK}+من{BLANK}+(?P<name>{_name('')})(?={BLANK}*{DASH})")
AGENCY_BEFORE_DASH = re.compile(
    rf"{BLANK}*(?:{_MARKED}(?={BLANK}*{DASH})|/{BLANK}*(?P<stroked>{NAME}){BLANK}*/(?!\w))"
)
LETTERS = re.compile(r"(?!\u0640)[^\W\d_][\w.]*")
MARKED_INLINE = re.compile(r"(?:\(\(?|/)\s*([^()/\n]{2,30}?)\s*(?:\)\)?|/)")
WEEKDAY = re.compile(_WEEKDAY)
NAME_BEFORE_MARK = re.compile(rf"(?P<place>{NAME}){BLANK}*(?=[(/])")

# `كاتب- صحيفة- مدينة:`, `مدينة: كاتب` on a line of its own
_CREDIT = rf"[«\"({{]?{NAME}[»\")}}]?"
CREDITS = re.compile(rf"{_CREDIT}(?:{_PART_SEPARATOR}{_CREDIT}){{1,3}}(?={BLANK}*(?::|$))")
PLACE_AND_CREDIT = re.compile(
    rf"{NAME}(?:{_PART_SEPARATOR}{NAME})?{BLANK}*:{BLANK}*"
    rf"(?P<mark>[«\"({{])?{NAME}[»\")}}]?(?={BLANK}*$)"
)
# `كاتب (مدينة)`, `«صحيفة» من مدينة`
CREDIT_AND_PLACE = re.compile(
    rf"(?P<credit>{_CREDIT}?){BLANK}*(?:\({BLANK}*|(?<=[^\S\n])من{BLANK}+)(?P<place>{NAME})"
    rf"(?:{BLANK}*\))?(?={BLANK}*(?::|$))"
)
SPLIT = re.compile(_PART_SEPARATOR)
SPLIT_CREDITS = re.compile(rf"{_PART_SEPARATOR}|{BLANK}*:{BLANK}*")
MARKS = ' \u00a0«»"(){}[]/'
