from dataclasses import dataclass
from datetime import date

import polars as pl
import pytest

from extract.arabic.normalize import fold_words
from extract.reading.dateline import Dateline
from extract.reading.dateline_closings import read_closing
from extract.reading.dateline_words import compile_dateline_words, fold_phrase
from extract.reading.datelines import DatelineReader


@dataclass(frozen=True)
class Lists:
    tables: dict[str, pl.DataFrame]
    version: str


def frame(*rows: str) -> pl.DataFrame:
    header, *values = ([cell or None for cell in row.split(",")] for row in rows)
    return pl.DataFrame(values, schema=dict.fromkeys(map(str, header), pl.String), orient="row")


LISTS = Lists(
    {
        "places": frame(
            "place_id,name_ar,place_type,country_code,variants,is_capital",
            "madrid,مدريد,city,ESP,,true",
            "cairo,القاهرة,city,EGY,,true",
            "damascus,دمشق,city,SYR,,true",
            "riyadh,الرياض,city,SAU,,true",
            "dubai,دبي,city,ARE,,",
            "baghdad,بغداد,city,IRQ,,true",
            "paris,باريس,city,FRA,,true",
            "beijing,بكين,city,CHN,بيجين,true",
            "beirut,بيروت,city,LBN,,true",
            "kuwait_city,الكويت,city,KWT,مدينة الكويت,true",
            "lagos,لاغوس,city,NGA,,",
            "new_york,نيويورك,city,USA,,",
            "tripoli_lb,طرابلس,city,LBN,,",
            "tripoli_ly,طرابلس,city,LBY,,true",
            "tunis,تونس,city,TUN,,true",
            "hejaz,الحجاز,region,SAU,الشرق الأوسط|الأناضول,",
            "port_au_prince,بور-أو-برنس,city,HTI,,true",
        ).with_columns((pl.col("is_capital") == "true").fill_null(value=False)),
        "countries": frame(
            "country_code,name_ar", "RUS,روسيا", "LBN,لبنان", "USA,الولايات المتحدة"
        ),
        "country_forms": frame("form,country_code", "لبنان,LBN"),
        "agencies": frame(
            "agency_id,name_ar,name_en,dateline_forms",
            "xinhua,وكالة أنباء شينخوا,Xinhua,شينخوا",
            "afp,وكالة فرانس برس,Agence France-Presse,أ ف ب|فرانس برس",
            "spa,وكالة الأنباء السعودية,SPA,واس",
            "ap,أسوشيتد برس,AP,أ ب",
            "cnn,سي إن إن,CNN,CNN",
            "reuters,رويترز,Reuters,رويترز",
            "kuna,وكالة الأنباء الكويتية,KUNA,كونا",
            "sputnik,سبوتنيك,Sputnik,سبوتنيك",
            "anadolu,وكالة الأناضول,Anadolu,الأناضول",
            "aawsat,صحيفة الشرق الأوسط,Asharq Al-Awsat,الشرق الأوسط",
            "markazia,الوكالة المركزية,Al Markazia,المركزية",
        ),
        "function_words": frame("word", "في", "من", "هذا", "اليوم"),
        "common_words": frame("word", "تاريخ", "نشر", "ولد", "صور", "خاص", "أعلن", "رئيس"),
        "given_names": frame("name", "هدى", "سامي"),
    },
    version="datelines",
)
WORDS = compile_dateline_words(LISTS)
READER = DatelineReader(WORDS)


def read(text: str, *, is_headline: bool = False) -> Dateline:
    found = READER.read(text, 0, is_headline)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "after", "city", "day", "agency"),
    [
        ("مدريد 15 ديسمبر 2019 (شينخوا)", " ", "مدريد", (2019, 12, 15), "شينخوا"),
        ("بكين 4 يونيو 2011 (شينخوا)", " -- ", "بكين", (2011, 6, 4), "شينخوا"),
        ("دبي 3 مايو /شينخوا/", " ", "دبي", (None, 5, 3), "شينخوا"),
        ("دبي أول مايو ((شينخوا))", " ", "دبي", (None, 5, 1), "شينخوا"),
        ("القاهرة / دمشق 2 مايو (رويترز)", " - ", "القاهرة", (None, 5, 2), "رويترز"),
        ("باريس 15 - 7 (اف ب)", " - ", "باريس", (None, 7, 15), "اف ب"),
        ("باريس 15-7 (أ فب)", " - ", "باريس", (None, 7, 15), "أ فب"),
        ("باريس، الاثنين 3 مايو 2010 (أ.ف.ب)", " - ", "باريس", (2010, 5, 3), "أ.ف.ب"),
        ("بكين (الاثنين) 3 مايو (شينخوا)", " ", "بكين", (None, 5, 3), "شينخوا"),
        ("الكويت في 3 مايو /كونا/", " -- ", "الكويت", (None, 5, 3), "كونا"),
        ("الكويت - 3 - 5 (كونا)", " -- ", "الكويت", (None, 5, 3), "كونا"),
        ("نواذيبو 12/10/2012 (و م أ)", " - ", "نواذيبو", (2012, 10, 12), "و م أ"),
        ("دمشق 8 آذار مارس 2022 (سانا)", " - ", "دمشق", (2022, 3, 8), "سانا"),
        ("بور-أو-برنس 3 مايو (ا ف ب)", " - ", "بور-أو-برنس", (None, 5, 3), "ا ف ب"),
        (
            "الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس",
            "\n ",
            "الرياض",
            (2015, 8, 10),
            "واس",
        ),
        ("القاهرة 2 مايو 08:29", "\n", "القاهرة", (None, 5, 2), None),
        ("شنيانغ 3 مايو", "\n", "شنيانغ", (None, 5, 3), None),
        ("بيروت (رويترز)", " - ", "بيروت", None, "رويترز"),
        ("دبي (CNN)", "-- ", "دبي", None, "CNN"),
        ("باريس - أ ف ب", "\n", "باريس", None, "أ ف ب"),
        ("باريس - أ ف ب", " - ", "باريس", None, "أ ف ب"),
        ("باريس ـ رويترز", ": ", "باريس", None, "رويترز"),
        ("واس - الرياض", ": ", "الرياض", None, "واس"),
        ("طرابلس (وال)", " - ", "طرابلس", None, "وال"),
        ("باريس / دبي (رويترز)", " - ", "باريس", None, "رويترز"),
        ("دبي، الولايات المتحدة (CNN)", "-- ", "دبي", None, "CNN"),
        ("بغداد / نهر /", " ", "بغداد", None, "نهر"),
        ("باريس - سبوتنيك", ". ", "باريس", None, "سبوتنيك"),
        ("باريس، 3 مايو – سبوتنيك", ". ", "باريس", (None, 5, 3), "سبوتنيك"),
        ("دمشق / سامي نور / الأناضول", "\n", "دمشق", None, "الأناضول"),
        ("تونس", " - ", "تونس", None, None),
        ("تونس", "- ", "تونس", None, None),
        ("الرياض", ": ", "الرياض", None, None),
        ("بغداد", " - وكالات - ", "بغداد", None, None),
        ("المركزية", " - ", None, None, "المركزية"),
        ("واس (الرياض)", "\n", "الرياض", None, "واس"),
        ("الرياض (الشرق الأوسط)", "\n", "الرياض", None, "الشرق الأوسط"),
        ("دبي: «الشرق الأوسط»", " ", "دبي", None, "الشرق الأوسط"),
        ("تونس - دبي: «الشرق الأوسط»", "\n", "تونس", None, "الشرق الأوسط"),
        ("باريس (رويترز) 3 مايو 2021", " - ", "باريس", (2021, 5, 3), "رويترز"),
        ("3 مايو 2021 /شينخوا/", " ", None, (2021, 5, 3), "شينخوا"),
        ("(وال)", " - ", None, None, "وال"),
        ("(ساحل برس)", "-- ", None, None, "ساحل برس"),
        ("لاغوس", " -- ", "لاغوس", None, None),
        ("دمشق: «البيان»", "\n", "دمشق", None, None),
        ("دمشق: «بغداد»", "\n", "دمشق", None, None),
        ("صحيفتنا – بغداد", "\n ", "بغداد", None, None),
    ],
)
def test_dateline_of_each_house_is_read_in_its_parts(written, after, city, day, agency):
    story = "أعلن وزير الخارجية اليوم أن المحادثات أحرزت تقدما في عدد من الملفات العالقة."
    found = read(written + after + story)
    assert (found.start_char, found.end_char) == (0, len(written))
    assert found.story_start_char == len(written + after)
    assert (found.city, found.agency) == (city, agency)
    assert day == (found.day and (found.day.year, found.day.month, found.day.day))


def test_offsets_count_from_the_start_of_the_text():
    text = "عنوان\n مدريد 15 ديسمبر 2019 (شينخوا) قال"
    found = READER.read(text, 7)
    assert found is not None
    assert text[found.start_char : found.end_char] == "مدريد 15 ديسمبر 2019 (شينخوا)"
    assert text[found.story_start_char :] == "قال"


def test_country_in_brackets_is_no_agency():
    found = read("كراسنودار (روسيا) 15 - 8 (اف ب) - قال")
    assert (found.city, found.qualifier, found.agency) == ("كراسنودار", "روسيا", "اف ب")


@pytest.mark.parametrize(
    ("written", "city", "agency", "reporter"),
    [
        ("سامي نور (دمشق)", "دمشق", None, "سامي نور"),
        ("سامي نور من دمشق", "دمشق", None, "سامي نور"),
        ("«الشرق الأوسط» من دمشق", "دمشق", "الشرق الأوسط", None),
        ("بيروت (رويترز) من سامي نور", "بيروت", "رويترز", "سامي نور"),
    ],
)
def test_credit_names_who_reports_and_from_where(written, city, agency, reporter):
    found = read(written + (" - قال" if "(رويترز)" in written else "\nقال مصدر"))
    assert (found.city, found.agency, found.reporter) == (city, agency, reporter)


def test_credits_give_city_and_reporters():
    found = read("هدى سالم، سامي نور - الصحيفة - دمشق: قال مصدر في الوزارة")
    assert (found.city, found.reporter) == ("دمشق", "هدى سالم - سامي نور")


@pytest.mark.parametrize(
    "text",
    [
        "في 3 مايو 2003 قال الرئيس",
        "ولد الشاعر في 3 مايو 2003 (الاثنين)",
        "اليوم 3 مايو\nقال",
        "السبت 3 مايو 2003\nقال",
        "تاريخ النشر 3 مايو 2003\nقال",
        "التاريخ : 9 / 10 / 1436هـ\nقال",
        "أعلن الرئيس في باريس يوم 3 مايو (رويترز)",
        "وقالت «رويترز»: إن النفط ارتفع",
        "(صور) - لقطات من الحفل",
        "دمشق: الوضع هادئ في كل المدن\nقال",
        "الرياض - بغداد\nقال",
        "حقق الفريق فوزا 3 - 2 (الأشواط 25 - 20)",
        "الكويت 3 - 2 (بعد التمديد)",
        "الكويت 3 - 2 (لبنان)",
        "تونس - لبنان: مباراة اليوم على ملعب العاصمة أمام جمهور كبير جدا",
        "لبنان: الحكومة تعد الناس بإصلاح الكهرباء قبل نهاية هذا العام الحالي",
        "وفد من دمشق\nقال",
        "/يتبع/\nقال",
    ],
)
def test_sentence_that_begins_like_a_dateline_is_none(text):
    assert READER.read(text, 0) is None


@pytest.mark.parametrize(
    "text",
    [
        "صحيفتنا – بغداد\nقال",
        "شنيانغ 3 مايو\nقال",
        "القاهرة 30 يونيو الغضب\nقال",
        "تونس - المنتخب يستعد لمباراة الغد أمام جمهور كبير على أرضه\nقال",
        "رويترز\nقال",
    ],
)
def test_headline_needs_more_than_a_place_or_a_day(text):
    assert READER.read(text, 0, is_headline=True) is None


def test_dateline_after_a_headline_in_the_same_line_is_found():
    text = "منتدى الاستثمار في دبي يباشر أعماله دبي 3 مايو /شينخوا/ افتتحت اليوم"
    found = READER.find_inline(text, 0, len(text))
    assert found is not None
    assert text[found.start_char : found.end_char] == "دبي 3 مايو /شينخوا/"


@pytest.mark.parametrize(
    ("name", "qualifier", "place_id", "country"),
    [
        ("طرابلس", None, "tripoli_ly", "LBY"),
        ("طرابلس", "لبنان", "tripoli_lb", "LBN"),
        ("بيجين", None, "beijing", "CHN"),
        ("الرّيـاض", None, "riyadh", "SAU"),
    ],
)
def test_place_of_a_name_is_the_capital_unless_a_country_is_given(
    name, qualifier, place_id, country
):
    place = WORDS.find_place(name, qualifier)
    assert place is not None
    assert (place.place_id, place.country_code) == (place_id, country)


def test_agency_is_known_however_its_letters_are_set():
    assert {WORDS.find_agency(form) for form in ("أ ف ب", "اف ب", "أ.ف.ب.", "ا ف  ب")} == {"afp"}
    assert WORDS.find_agency("cnn") == "cnn"
    assert WORDS.find_agency("آب") == "ap"  # hence only marked or spaced letters are asked for


def test_month_after_a_stroke_is_no_agency():
    assert read("بيروت 3 أغسطس/آب\nقال").agency is None


def test_phrases_fold_as_vocabularies_do():
    phrases = ["الأُمَمُ المُتّحِدة", "إيطاليـا", "آسيا الوسطى", "رؤية ئي ة ؤ", "ٱلرياض", "لُغةٌ\u200f"]
    assert [fold_phrase(phrase) for phrase in phrases] == fold_words(phrases)


def test_hijri_day_alone_counts_in_the_gregorian_calendar():
    day = read("الرياض 25 شوال 1436 هـ واس\nقال").day
    assert day is not None
    assert day.to_date() == date(2015, 8, 10)


def test_line_that_only_leads_elsewhere_is_no_story() -> None:
    assert read_closing("\nرابط الخبر " + "الجديد " * 20, 0, WORDS).story_end_char == 0
