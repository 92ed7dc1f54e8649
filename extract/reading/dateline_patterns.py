"""The pieces that datelines are put together from, as compiled patterns.

What the pieces mean together belongs in `extract.reading.datelines`.
"""

import re

BLANK = r"[^\S\n]"
_LETTER = r"[\u0621-\u065f\u0670-\u06d3]"
# A hyphen inside a name has no blank beside it.
_WORD = rf"{_LETTER}+(?:[\-\u2010\u2011'’]{_LETTER}+)*"
NAME = rf"{_WORD}(?:{BLANK}+{_WORD}){{0,4}}"
DASH = r"[\-\u2010-\u2015]"
_PART_SEPARATOR = rf"(?:{BLANK}*[/،,\u2013\u2014]{BLANK}*|{BLANK}+-{BLANK}*|-{BLANK}+)"
_WEEKDAY_NAME = r"(?:السبت|[اأ]ل[اأ]حد|ال[اإ]ثنين|الثلاثاء|ال[اأ]ربعاء|الخميس|الجمعة)(?![^\W\d])"
_WEEKDAY = rf"(?:يوم{BLANK}+)?{_WEEKDAY_NAME}"
_ZONE = rf"(?:ت{BLANK}?م|ج{BLANK}?م{BLANK}?ت|جمت|GMT)(?![^\W\d])"
TIME = rf"\d{{1,2}}:\d{{2}}(?:{BLANK}*{_ZONE})?"
_OPEN_MARK = r"(?:\(\(?|//?|\[|«|[\"“])"
_CLOSE_MARK = r"(?:\)\)?|//?|\]|»|[\"”])"
_MARKED = rf"{_OPEN_MARK}{BLANK}*(?P<agency>[^()/\[\]«»\"“”\n]{{2,40}}?){BLANK}*{_CLOSE_MARK}(?!\w)"

# `القاهرة / دمشق`, `سليبتسوفسك (روسيا)`, `بكين (الاثنين)`
BEFORE_DATE = re.compile(
    rf"(?P<parts>{NAME}(?:{_PART_SEPARATOR}{NAME}){{0,2}})"
    rf"(?:{BLANK}*[(/]{BLANK}*(?!{_WEEKDAY})(?P<qualifier>{NAME}){BLANK}*[)/])?"
    rf"(?:{BLANK}*[،,\-]?{BLANK}*[(\[]?{_WEEKDAY}[)\]]?)?"
    rf"{BLANK}*(?:[،,:/(]|{DASH}+)?{BLANK}*"
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
END = re.compile(rf"{BLANK}*(?:(?:{DASH}+|:|\.\.+)(?:{BLANK}*{DASH}+)?|$)")
LONG_DASH = re.compile(rf"{BLANK}*(?:--+|[\u2014\u2015]){BLANK}*(?=\S)")
AGENCY_ALONE = re.compile(rf"{_MARKED}(?={BLANK}*(?:{DASH}|:))")
LETTERS = re.compile(r"[^\W\d_][\w.]*")
WEEKDAY = re.compile(_WEEKDAY)
NAME_IN_MARKS = re.compile(rf"(?P<place>{NAME}){BLANK}*(?={_OPEN_MARK})")

# `علي حفول- سبق- نجران:`, `عين اليوم – لندن` on a line of its own
_CREDIT = rf"[«\"(]?{NAME}[»\")]?"
CREDITS = re.compile(rf"{_CREDIT}(?:{_PART_SEPARATOR}{_CREDIT}){{1,3}}(?={BLANK}*(?::|$))")
SPLIT = re.compile(_PART_SEPARATOR)
MARKS = ' \u00a0«»"()[]/'
