from dataclasses import dataclass
from datetime import UTC, date, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from extract.reading.articles import assign_partition_dates, read_articles
from extract.schemas import ARTICLES, DOCUMENTS

LANDED_AT = datetime(2021, 6, 1, 8, tzinfo=UTC)
STORY = "قال وزير النقل إن الجسر الجديد سيفتح أمام المركبات قبل نهاية العام الحالي."


@dataclass(frozen=True)
class Lists:
    tables: dict[str, pl.DataFrame]
    version: str


LISTS = Lists(
    {
        "places": pl.DataFrame(
            {
                "place_id": ["tunis", "nairobi"],
                "name_ar": ["تونس", "نيروبي"],
                "place_type": ["city", "city"],
                "country_code": ["TUN", "KEN"],
                "variants": ["تونس العاصمة", None],
                "is_capital": [True, True],
            }
        ),
        "countries": pl.DataFrame({"country_code": ["TUN"], "name_ar": ["تونس"]}),
        "agencies": pl.DataFrame(
            {
                "agency_id": ["xinhua", "afp"],
                "name_ar": ["وكالة أنباء شينخوا", "وكالة فرانس برس"],
                "name_en": ["Xinhua", "AFP"],
                "dateline_forms": ["شينخوا", "أ ف ب|فرانس برس"],
            }
        ),
        "given_names": pl.DataFrame({"name": ["هدى"]}),
    },
    version="articles",
)


def documents(*texts: str, **columns: object) -> pl.DataFrame:
    rows = [
        dict.fromkeys(DOCUMENTS)
        | {
            "document_id": f"{number:016x}",
            "source_uri": f"landing/{number}.txt",
            "fetched_at": LANDED_AT,
            "raw_text": text,
            "partition_date": date(2021, 5, 30),
        }
        | columns
        for number, text in enumerate(texts)
    ]
    return pl.DataFrame(rows, schema=DOCUMENTS)


def read(text: str, **columns: object) -> dict[str, object]:
    return read_articles(documents(text, **columns), LISTS).row(0, named=True)


def body(text: str, **columns: object) -> str:
    article = read(text, **columns)
    return text[article["body_start_char"] : article["body_end_char"]]  # type: ignore[misc]


def test_article_follows_the_contract_and_keeps_its_document():
    text = f"جسر جديد في العاصمة\nتونس 4 مارس 2021 (شينخوا) -- {STORY}\n"
    articles = read_articles(documents(text), LISTS)
    assert articles.drop("own_text").schema == ARTICLES
    assert articles.drop("own_text").row(0, named=True) == {
        "article_id": "0" * 16,
        "document_id": "0" * 16,
        "source_uri": "landing/0.txt",
        "headline": "جسر جديد في العاصمة",
        "headline_label": None,
        "dateline_text": "تونس 4 مارس 2021 (شينخوا)",
        "dateline_city": "تونس",
        "dateline_place_id": "tunis",
        "dateline_country_code": "TUN",
        "dateline_date": date(2021, 3, 4),
        "dateline_date_precision": "day",
        "agency": "شينخوا",
        "agency_id": "xinhua",
        "byline": None,
        "body_start_char": text.index(STORY),
        "body_end_char": text.index(STORY) + len(STORY),
        "published_date": date(2021, 5, 30),
        "word_count": 0,
        "raw_text": text,
    }


def test_no_documents_give_no_articles():
    none = read_articles(documents(), LISTS).drop("own_text")
    assert_frame_equal(none, pl.DataFrame(schema=ARTICLES))
    assert assign_partition_dates(documents(), LISTS).schema == DOCUMENTS


@pytest.mark.parametrize(
    ("text", "columns", "headline"),
    [
        (f"عنوان الخبر\n{STORY}", {}, "عنوان الخبر"),
        (f"عنوان الخبر\n\n{STORY}", {"title": "عنوان الخبر"}, "عنوان الخبر"),
        (f"عنوان بنقطة.\nتونس (أ ف ب) - {STORY}", {}, "عنوان بنقطة."),
        (f"عنوان الخبر\nصورة للجسر في 3 مايو\nتونس 4 مايو (شينخوا) {STORY}", {}, "عنوان الخبر"),
        (
            f"افتتاح جسر في العاصمة افتتاح جسر تونس 4 مايو /شينخوا/ {STORY}",
            {},
            "افتتاح جسر في العاصمة افتتاح جسر",
        ),
        (f"عنوان الخبر\nعنوان الخبر تونس 4 مايو (شينخوا) {STORY}", {}, "عنوان الخبر"),
        (f"تونس 4 مارس 2021 (شينخوا) {STORY}\nوأضاف الوزير.", {}, None),
        (f"تونس 4 مارس\n{STORY}", {}, None),
        (f"{STORY}\n{STORY}", {}, None),
        (STORY, {}, None),
        (f"كتبت: هدى سالم\n{STORY}", {}, None),
    ],
)
def test_headline_is_what_stands_apart_from_the_story(text, columns, headline):
    assert read(text, **columns)["headline"] == headline
    if headline is None or "مايو" in text:
        assert body(text, **columns).startswith(STORY)


def test_headline_repeated_before_the_dateline_is_no_part_of_the_story():
    text = f"افتتاح جسر جديد\nافتتاح جسر جديد تونس 4 مايو /شينخوا/ {STORY}"
    article = read(text)
    assert (article["headline"], article["dateline_city"]) == ("افتتاح جسر جديد", "تونس")
    assert body(text) == STORY


def test_take_mark_and_time_line_are_no_part_of_the_story():
    headline = "افتتاح جسر جديد /اضافة اولى وأخيرة/"
    text = f"{headline}\n08:06\n{headline} {STORY}"
    assert read(text)["headline"] == "افتتاح جسر جديد"
    assert body(text) == STORY


@pytest.mark.parametrize(
    ("line", "label", "headline"),
    [
        ("تقرير إخباري: الجسر يغير المدينة", "تقرير إخباري", "الجسر يغير المدينة"),
        ("عاجل / انهيار جسر", "عاجل", "انهيار جسر"),
        ("(مقابلة) وزير النقل يشرح", "مقابلة", "وزير النقل يشرح"),
        ("الجسر يغير المدينة (تقرير)", "تقرير", "الجسر يغير المدينة"),
        ("اقتصادي / الجسر يفتح غدا / إضافة أولى واخيرة", "اقتصادي", "الجسر يفتح غدا"),
        ("تقرير الوزارة يكشف الخلل", None, "تقرير الوزارة يكشف الخلل"),
        ("بيان: الجسر يفتح غدا", None, "بيان: الجسر يفتح غدا"),
    ],
)
def test_label_of_a_headline_is_read_apart(line, label, headline):
    article = read(f"{line}\n{STORY}")
    assert (article["headline_label"], article["headline"]) == (label, headline)


@pytest.mark.parametrize(
    "closing",
    [
        "\n// انتهى //\n17:11 ت م \n",
        "\n // انتهـــى //\n 16:17 ت م NNNN\n ",
        " (انتهى)",
        " /نهاية الخبر/",
        "\n/يتبع/\n",
        "\n...المزيد",
        "\nرابط الخبر بصحيفة: جسر جديد",
        "\nه س / م ج",
        " (إعداد هدى سالم للنشرة العربية - تحرير سامي نور)",
    ],
)
def test_story_ends_before_the_closing_marks(closing):
    assert body(f"جسر جديد\n{STORY}{closing}") == STORY


def test_story_that_ends_in_a_number_or_bracket_stays_whole():
    for end in ("وذلك في الساعة 10:30.", "ومؤتمر (سيكا).", "وانتهى."):
        assert body(f"جسر جديد\n{STORY} {end}").endswith(end)


def test_agency_writer_and_editor_on_a_line_of_their_own_sign_the_article():
    text = f"جسر جديد\n{STORY}\nشينخوا/سامي نور/ هند علي"
    article = read(text)
    assert body(text) == STORY
    assert (article["agency"], article["byline"]) == ("شينخوا", "سامي نور - هند علي")


@pytest.mark.parametrize("closing", [" (أ ف ب)", "\nأ ف ب", " «أ. ف. ب»", "\n(أ ف ب)\n(انتهى)"])
def test_agency_that_signs_at_the_end_is_read(closing):
    text = f"جسر جديد\n{STORY}{closing}"
    assert read(text)["agency_id"] == "afp"
    assert body(text) == STORY


def test_agency_named_in_the_story_is_not_its_agency():
    assert read(f"جسر جديد\nذكرت وكالة أنباء شينخوا أن الجسر فتح.\n{STORY}")["agency"] is None


@pytest.mark.parametrize(
    ("text", "columns", "byline"),
    [
        (f"جسر جديد\nكتبت: هدى سالم\n{STORY}", {}, "هدى سالم"),
        (f"جسر جديد\nتونس 4 مايو (شينخوا)\nإعداد: هدى سالم\n{STORY}", {}, "هدى سالم"),
        (f"جسر جديد\nهدى سالم - الصحيفة - تونس: {STORY}", {}, "هدى سالم"),
        (f"جسر جديد\nكتبت: هدى سالم\n{STORY}", {"byline": "سامي نور"}, "سامي نور"),
        (f"جسر جديد\n{STORY}", {}, None),
    ],
)
def test_byline_is_of_the_metadata_else_of_the_text(text, columns, byline):
    assert read(text, **columns)["byline"] == byline
    assert body(text, **columns) == STORY


@pytest.mark.parametrize(
    ("dateline", "columns", "day", "precision"),
    [
        ("تونس 31 مايو (شينخوا)", {}, date(2021, 5, 31), "day_without_year"),
        ("تونس 2 يونيو (شينخوا)", {}, date(2020, 6, 2), "day_without_year"),
        (
            "تونس 31 ديسمبر (شينخوا)",
            {"published_at": datetime(2016, 1, 1, tzinfo=UTC)},
            date(2015, 12, 31),
            "day_without_year",
        ),
        (
            "تونس 1 يناير (شينخوا)",
            {"published_at": datetime(2015, 12, 31, 23, tzinfo=UTC)},
            date(2016, 1, 1),
            "day_without_year",
        ),
        ("تونس 29 ذي الحجة 1441 هـ (شينخوا)", {}, date(2020, 8, 19), "day"),
        ("تونس 5 رمضان (شينخوا)", {}, None, "none"),
        ("تونس (شينخوا) -", {}, None, "none"),
    ],
)
def test_year_of_a_dateline_comes_from_metadata_else_lies_before_landing(
    dateline, columns, day, precision
):
    article = read(f"{dateline} {STORY}", **columns)
    assert article["dateline_city"] == "تونس"
    assert (article["dateline_date"], article["dateline_date_precision"]) == (day, precision)


def test_city_that_no_list_knows_is_still_the_city():
    article = read(f"سوق الأربعاء 4 مايو (شينخوا) {STORY}")
    assert article["dateline_city"] == "سوق الأربعاء"
    assert article["dateline_place_id"] is article["dateline_country_code"] is None


def test_country_in_brackets_places_an_unknown_city():
    assert read(f"قفصة (تونس) 4 مايو (شينخوا) {STORY}")["dateline_country_code"] == "TUN"


def test_day_of_a_document_is_of_metadata_else_dateline_else_landing():
    dated = f"نيروبي 4 مايو 2020 (شينخوا) {STORY}"
    metadata = documents(dated, published_at=datetime(2020, 5, 5, 1, tzinfo=UTC))
    frame = pl.concat([metadata, documents(dated, STORY)]).with_columns(partition_date=None)
    assigned = assign_partition_dates(frame.cast(dict(DOCUMENTS)), LISTS)
    assert assigned.schema == DOCUMENTS
    assert assigned.select("partition_date", "partition_date_source").rows() == [
        (date(2020, 5, 5), "metadata"),
        (date(2020, 5, 4), "dateline"),
        (LANDED_AT.date(), "landing"),
    ]


def test_articles_come_in_the_order_of_the_documents():
    articles = read_articles(documents(f"{STORY} 1", f"{STORY} 2", f"{STORY} 3"), LISTS)
    assert articles["source_uri"].to_list() == [f"landing/{n}.txt" for n in range(3)]


PIECES = [
    "تونس",
    "4 مايو",
    "2021",
    "(شينخوا)",
    "-",
    ":",
    "\n",
    " ",
    STORY,
    "08:06",
    "انتهى",
    "/",
    "أ",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_gives_a_story_inside_it(text):
    article = read(text)
    start, end = article["body_start_char"], article["body_end_char"]
    assert 0 <= start <= end <= len(text)  # type: ignore[operator]
    if article["dateline_text"] is not None:
        assert article["dateline_text"] in text[:start]  # type: ignore[index, operator]


@pytest.mark.parametrize(
    ("head", "agency", "day"),
    [
        ("((شينخوا))\nتونس 4 مارس 2021\n", "شينخوا", date(2021, 3, 4)),
        ("أ ف ب\nتونس 4 مارس 2021\n", "أ ف ب", date(2021, 3, 4)),
        ("/شينخوا/ ", "شينخوا", None),
    ],
)
def test_agency_on_a_line_of_its_own_belongs_to_the_dateline_below(head, agency, day):
    article = read(f"جسر جديد\n{head}{STORY}")
    assert (article["agency"], article["dateline_date"]) == (agency, day)
    assert body(f"جسر جديد\n{head}{STORY}") == STORY


def test_marks_of_direction_before_a_dateline_are_no_part_of_it():
    article = read(f"جسر جديد\n\u200f\u202bتونس 4 مارس 2021 (شينخوا) {STORY}")
    assert article["dateline_text"] == "تونس 4 مارس 2021 (شينخوا)"


def test_source_named_below_the_story_signs_it():
    assert read(f"جسر جديد\n{STORY}\nالمصدر: فرانس برس")["agency_id"] == "afp"
    assert body(f"جسر جديد\n{STORY}\nالمصدر: فرانس برس") == STORY


@pytest.mark.parametrize(
    ("byline", "city", "agency"),
    [
        ("تونس: فرانس برس", "تونس", "فرانس برس"),
        ("تونس - هدى سالم", "تونس", None),
        ("هدى سالم (تونس)", "تونس", None),
        ("هدى سالم", None, None),
    ],
)
def test_author_field_says_where_and_by_whom_where_the_text_does_not(byline, city, agency):
    article = read(f"جسر جديد\n{STORY}", byline=byline)
    assert (article["dateline_city"], article["agency"]) == (city, agency)
    assert (article["dateline_text"], article["byline"]) == (None, byline)
    assert body(f"جسر جديد\n{STORY}", byline=byline) == STORY


def test_dateline_of_the_text_goes_before_the_author_field():
    article = read(f"جسر جديد\nنيروبي (أ ف ب) - {STORY}", byline="تونس: هدى سالم")
    assert (article["dateline_city"], article["agency"]) == ("نيروبي", "أ ف ب")
