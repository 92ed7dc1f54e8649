"""Verbs of speech that things do, or nobody: what shows, warns and is expected says nothing."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    "clause",
    [
        "لم يبق في الملف أي دليل يشير إلى تورطه",
        "الشركة أقرت في الشتاء خططا تؤكد استمرار العمل",
        "المناهج تدرس الأحاديث التي تحذر من الفتنة",
        "الفريق يبدأ اليوم الموسم الذي يتوقع أن يكون ساخنا",
    ],
)
def test_what_a_thing_shows_is_said_by_nobody(clause: str, read: Read) -> None:
    article = read(f"قال المدير سامي نور إن {clause}.")
    assert article.speakers == ["سامي نور"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وصل أمس إلى المدينة سامي نور الذي يؤكد أن العمل بدأ.", "سامي نور"),
        ("مسؤول أممي يحذر من الجفاف.", "مسؤول أممي"),
        ("قال المدير سامي نور إن بلاده تتوقع أن يرتفع الإنتاج.", "بلاده"),
    ],
)
def test_who_does_the_same_says_so(sentence: str, speaker: str, read: Read) -> None:
    assert speaker in read(sentence).speakers


def test_that_without_its_hamza_is_no_name_before_a_clause(read: Read) -> None:
    article = read(
        "وافاد المستشفى بان سالم نور غادر. ويذكر بان الجسر قديم. وقال بان كي مون ان الوضع صعب."
    )
    assert article.contents == ["سالم نور غادر", "الوضع صعب"]
    assert article.mentions("person", "mention_text") == ["سالم نور", "بان كي مون"]
