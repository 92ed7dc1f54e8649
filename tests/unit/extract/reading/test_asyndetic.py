from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("نفت الوزارة تقارير صحفية تدعي أن السد انهار.", "تقارير صحفية"),
        (
            "نفت المفوضية تقارير متداولة على وسائل التواصل الاجتماعي تدعي أن السد انهار.",
            "تقارير متداولة على وسائل التواصل الاجتماعي",
        ),
        ("رفضت إيران تقريرا للأمم المتحدة يقول إن السد انهار.", "تقريرا للأمم المتحدة"),
        ("وتلقت الشرطة معلومات تؤكد أن السد انهار.", "معلومات"),
    ],
)
def test_report_says_what_its_clause_tells(sentence: str, speaker: str, read: Read) -> None:
    assert read(sentence).column("quotes", "speaker_name")[-1] == speaker


def test_who_gives_the_report_says_what_is_in_it(read: Read) -> None:
    article = read("أصدرت الوزارة تقريرا قالت فيه إن السد انهار.")
    assert article.column("quotes", "speaker_name") == ["الوزارة"]


def test_several_countries_are_nobody_who_spoke_before(read: Read) -> None:
    article = read("أعلن الوزير سامي نور عن غارات تقول الدول الغربية إن الجيش نفذها.")
    assert article.column("quotes", "speaker_name")[-1] == "الدول الغربية"
