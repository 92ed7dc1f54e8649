from datetime import date

import pytest
from hijridate import Gregorian
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.arabic.date_words import DAY_WORDS, GREGORIAN_MONTHS, HIJRI_MONTHS, fold_name
from extract.arabic.dates import FoundDate, find_dates, latest_day, nearest_day

EASTERN_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
NO_HAMZA = str.maketrans("أآإ", "\u0627" * 3)
EASTERN = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
LEVANTINE = [
    *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول"),
    *("تشرين الأول", "تشرين الثاني", "كانون الأول"),
]
TUNISIAN = [
    "جانفي",
    "فيفري",
    "مارس",
    "أفريل",
    "ماي",
    "جوان",
    "جويلية",
    "أوت",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
]
MOROCCAN = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
]
MAURITANIAN = [
    "يناير",
    "فبراير",
    "مارس",
    "إبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغشت",
    "شتمبر",
    "أكتوبر",
    "نوفمبر",
    "دجمبر",
]
HIJRI = [
    *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة", "رجب"),
    *("شعبان", "رمضان", "شوال", "ذي القعدة", "ذي الحجة"),
]
SYSTEMS = {
    "eastern": EASTERN,
    "levantine": LEVANTINE,
    "tunisian": TUNISIAN,
    "moroccan": MOROCCAN,
    "mauritanian": MAURITANIAN,
    "dual": [
        f"{levantine} {eastern}" for levantine, eastern in zip(LEVANTINE, EASTERN, strict=True)
    ],
    "dual with a stroke": [f"{a} / {b}" for a, b in zip(LEVANTINE, EASTERN, strict=True)],
    "dual in brackets": [f"{b} ({a})" for a, b in zip(LEVANTINE, EASTERN, strict=True)],
}
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
# The Umm al-Qura tables of hijridate reach no further.
HIJRI_DAYS = st.dates(date(1925, 1, 1), date(2077, 1, 1))


def only_date(text: str) -> FoundDate:
    (found,) = find_dates(text)
    return found


@pytest.mark.parametrize("system", SYSTEMS)
@settings(deadline=None)
@given(day=DAYS, is_eastern=st.booleans(), is_bare=st.booleans())
def test_any_day_reads_back_in_every_system_of_month_names(system, day, is_eastern, is_bare):
    written = f"{day.day} {SYSTEMS[system][day.month - 1]} {day.year}"
    if is_eastern:
        written = written.translate(EASTERN_DIGITS)
    if is_bare:
        written = written.translate(NO_HAMZA)
    text = f"وقال إن الاجتماع في {written} كان مثمرا."
    found = only_date(text)
    assert text[found.start_char : found.end_char] == written
    assert found.to_date() == day


@settings(deadline=None)
@given(day=DAYS, template=st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0:%Y-%m-%d}"]))
def test_any_day_in_numbers_reads_back(day, template):
    assert only_date(f"({template.format(day)})").to_date() == day


@settings(deadline=None)
@given(day=HIJRI_DAYS)
def test_any_hijri_day_reads_back(day):
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    text = f"{hijri.day} {HIJRI[hijri.month - 1]} {hijri.year} هـ"
    assert only_date(text).to_date() == day
    both = f"{text} الموافق {day.day} {EASTERN[day.month - 1]} {day.year} م"
    found = only_date(both)
    assert (found.start_char, found.end_char, found.to_date()) == (0, len(both), day)


@settings(deadline=None)
@given(day=DAYS, word=st.sampled_from(sorted(DAY_WORDS)))
def test_day_as_a_word_reads_as_its_number(day, word):
    found = find_dates(f"يوم {word} من {EASTERN[day.month - 1]} {day.year}")
    try:
        expected = [day.replace(day=DAY_WORDS[word])]
    except ValueError:
        expected = []
    assert [each.to_date() for each in found] == expected


@settings(deadline=None)
@given(text=st.text(alphabet="0123456789/-.: مايو شوال ()\n", max_size=60))
def test_spans_lie_in_the_text_and_never_overlap(text):
    end = 0
    for found in find_dates(text):
        assert end <= found.start_char < found.end_char <= len(text)
        end = found.end_char


@pytest.mark.parametrize(
    ("text", "span", "year", "month", "day"),
    [
        ("القاهرة 2 مايو 08:29", "2 مايو", None, 5, 2),
        ("أول مايو عيد العمال", "أول مايو", None, 5, 1),
        ("فاتح ماي", "فاتح ماي", None, 5, 1),
        ("الثالث والعشرين من شهر أيار", "الثالث والعشرين من شهر أيار", None, 5, 23),
        ("و15 غشت 1998", "15 غشت 1998", 1998, 8, 15),
        ("بين 13-15 أوت 2010", "15 أوت 2010", 2010, 8, 15),
        ("30 يونيه، 2013م.", "30 يونيه، 2013م.", 2013, 6, 30),
        ("3 مايو من العام 2004", "3 مايو من العام 2004", 2004, 5, 3),
        ("8/15/2015", "8/15/2015", 2015, 8, 15),
        ("2 مايو 3000 شخص", "2 مايو", None, 5, 2),
        ("3 مايو (يونيو)", "3 مايو", None, 5, 3),
    ],
)
def test_date_is_read_with_its_span(text, span, year, month, day):
    found = only_date(text)
    assert text[found.start_char : found.end_char] == span
    assert (found.calendar, found.year, found.month, found.day) == ("gregorian", year, month, day)


@pytest.mark.parametrize(
    "text",
    [
        "فاز 3 - 2 على ضيفه",
        "1 مايوركا",
        "31 فبراير 2000",
        "30 شباط",
        "القناة 2.5.2000.1",
        "في الساعة 10:15/3/2000:4",
        "مايو 2015",
        "32/1/2000",
        "31 شوال",
    ],
)
def test_numbers_that_are_no_date_are_left_alone(text):
    assert find_dates(text) == []


def test_hijri_day_without_a_year_is_found_but_no_gregorian_day():
    found = only_date("5 رمضان")
    assert (found.calendar, found.month, found.day) == ("hijri", 9, 5)
    assert found.to_date() is None


@pytest.mark.parametrize(
    "text",
    [
        "29 ذي الحجة 1441 هـ الموافق 19 أغسطس",
        "19 أغسطس الموافق لـ29 ذي الحجة 1441 هـ",
        "29/12/1441 هـ - 19/8/2020",
        "19 أغسطس 2020 (29 ذو الحجة 1441",
    ],
)
def test_day_in_both_calendars_is_one_date(text):
    assert only_date(text).to_date() == date(2020, 8, 19)


def test_every_name_of_the_tables_is_folded_and_known():
    for table in (GREGORIAN_MONTHS, HIJRI_MONTHS, DAY_WORDS):
        assert all(fold_name(name) == name for name in table)
    assert set(GREGORIAN_MONTHS.values()) == set(HIJRI_MONTHS.values()) == set(range(1, 13))
    assert set(DAY_WORDS.values()) == set(range(1, 32))


@settings(deadline=None)
@given(day=DAYS)
def test_latest_such_day_is_never_after_the_limit(day):
    assert latest_day(day.month, day.day, not_after=day) == day
    before = latest_day(day.month, day.day, not_after=date.fromordinal(day.toordinal() - 1))
    assert before is not None
    assert before < day
    assert (before.month, before.day) == (day.month, day.day)


@pytest.mark.parametrize(
    ("month", "day", "to", "expected"),
    [
        (12, 31, date(2016, 1, 1), date(2015, 12, 31)),
        (1, 1, date(2015, 12, 31), date(2016, 1, 1)),
        (2, 29, date(2003, 3, 1), date(2004, 2, 29)),
        (2, 30, date(2003, 3, 1), None),
    ],
)
def test_nearest_such_day_may_lie_in_another_year(month, day, to, expected):
    assert nearest_day(month, day, to) == expected
