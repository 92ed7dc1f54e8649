from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

Read = Callable[[str], Any]
# A Wednesday.
DATELINE = "بكين 22 مايو 2024 (شينخوا)"


def encounters(article: Any, *columns: str) -> list[tuple[object, ...]]:
    return article.tables["encounters"].select(columns).rows()


def test_encounter_has_who_stands_for_each_side_and_in_which_office(read: Read) -> None:
    article = read("التقى وزير الخارجية الصيني وانغ يي نظيره الكازاخي مراد نورتلو.")
    sides = ("person_name_a", "role_text_a", "person_name_b", "role_text_b")
    assert encounters(article, "country_a", "country_b", "encounter_kind") == [
        ("CHN", "KAZ", "meeting")
    ]
    assert encounters(article, *sides) == [
        ("وانغ يي", "وزير الخارجية الصيني", "مراد نورتلو", "نظيره الكازاخي")
    ]


@pytest.mark.parametrize(
    ("words", "day", "source"),
    [
        ("يوم الثلاثاء", date(2024, 5, 21), "weekday"),
        ("اليوم (الأربعاء)", date(2024, 5, 22), "weekday"),
        ("أمس", date(2024, 5, 21), "relative"),
        ("أول أمس", date(2024, 5, 20), "relative"),
        ("أمس الاثنين", date(2024, 5, 20), "weekday"),
        ("يوم الأربعاء الماضي", date(2024, 5, 15), "weekday"),
        ("في 17 مايو", date(2024, 5, 17), "date"),
        ("في 30 ديسمبر", date(2023, 12, 30), "date"),
        ("في يوليو الماضي", None, "earlier"),
        ("في سبتمبر", None, "earlier"),
        ("بحضور السفراء", date(2024, 5, 22), "dateline"),
    ],
)
def test_day_is_told_against_the_datelines(
    words: str, day: date | None, source: str, read: Read
) -> None:
    article = read(f"{DATELINE} التقى وزير الخارجية الصيني نظيره الكازاخي {words}.")
    assert encounters(article, "encounter_date", "encounter_date_source") == [(day, source)]


@pytest.mark.parametrize(
    ("sentence", "day", "source"),
    [
        ("سيلتقي الرئيس الصيني نظيره الكازاخي يوم الجمعة.", date(2024, 5, 24), "weekday"),
        ("من المقرر أن يلتقي الرئيس الصيني نظيره الكازاخي.", None, "planned"),
        ("سيلتقي الرئيس الصيني نظيره الكازاخي غدا.", date(2024, 5, 23), "relative"),
        ("أعلن الرئيس الصيني اعتزامه زيارة كازاخستان.", None, "planned"),
    ],
)
def test_encounter_ahead_is_planned(
    sentence: str, day: date | None, source: str, read: Read
) -> None:
    columns = ("is_planned", "encounter_date", "encounter_date_source")
    assert encounters(read(f"{DATELINE} {sentence}"), *columns) == [(True, day, source)]


@pytest.mark.parametrize(
    ("sentence", "venue", "source"),
    [
        ("التقى الوزير الصيني نظيره الكازاخي هنا أمس.", "بكين", "here"),
        ("التقى الوزير الصيني نظيره الكازاخي في مدريد أمس.", "مدريد", "stated"),
        ("التقى الوزير الصيني نظيره الكازاخي أمس بمدريد.", "مدريد", "stated"),
        ("ناقش الوزير الصيني مع نظيره الكازاخي الأوضاع في حلب.", None, None),
        ("أجرى الوزير الصيني اتصالا هاتفيا مع نظيره الكازاخي هنا.", None, None),
    ],
)
def test_venue_is_stated_or_the_datelines(
    sentence: str, venue: str | None, source: str | None, read: Read
) -> None:
    article = read(f"{DATELINE} {sentence}")
    assert encounters(article, "venue_text", "venue_source") == [(venue, source)]


@pytest.mark.parametrize(
    ("words", "occasion", "text"),
    [
        ("قمة مجموعة العشرين", "g20-summit", "قمة مجموعة العشرين"),
        ("أعمال ملتقى الكتاب، وتصافحا", None, "أعمال ملتقى الكتاب"),
    ],
)
def test_occasion_is_what_they_met_on_the_sidelines_of(
    words: str, occasion: str | None, text: str, read: Read
) -> None:
    article = read(f"التقى الوزير الصيني نظيره الكازاخي على هامش {words}.")
    assert encounters(article, "occasion_id", "occasion_text") == [(occasion, text)]


def test_meeting_without_a_day_is_of_the_dateline_in_the_lead_alone(read: Read) -> None:
    meeting = "التقى الوزير الصيني نظيره الكازاخي."
    article = read(f"{DATELINE} {meeting} هطل المطر. ذاب الثلج. جرى الماء. {meeting}")
    assert article.column("encounters", "encounter_date_source") == ["dateline", "unstated"]


def test_ambassador_and_arrival_are_no_encounter(read: Read) -> None:
    article = read("وصل السفير الصيني لدى كازاخستان إلى أستانا.")
    assert encounters(article, "encounter_kind") == []


def test_who_is_received_may_follow_a_comma_after_the_day(read: Read) -> None:
    article = read("استقبل الرئيس المصري بجدة اليوم، رئيس وزراء باكستان سامي نور.")
    assert article.pairs == [("EGY", "PAK")]
