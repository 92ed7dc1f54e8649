"""Speech that begins with no mark, and what stands before it that describes who speaks."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("وأضاف الوزير سامي نور لن نقبل بأقل من ذلك.", ["لن نقبل بأقل من ذلك"]),
        ("وقال المدير في بيان نحن نعمل على الحل.", ["نحن نعمل على الحل"]),
        ("ونسبت الصحيفة إلى الطبيب قوله لا نعرف السبب.", ["لا نعرف السبب"]),
        ("وقال مسؤول لا يريد نشر اسمه إن العمل جار.", ["العمل جار"]),
        ("ويقول الشعراء ما لا يفعلون.", []),
    ],
)
def test_speech_may_begin_without_a_mark(sentence: str, contents: list[str], read: Read) -> None:
    assert read(sentence).contents == contents


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        (
            "ووصف المبعوث الذي قام بجولة شملت الميناء الوضع في المدينة بأنه صعب.",
            ["صعب"],
        ),
        ("ورجح الممثل الأعلى للسياسة كارلو نور أن يبدأ الحوار.", ["يبدأ الحوار"]),
        (
            "اقترح سامي نور المستشار التجاري في كينيا دراسة إنشاء ميناء.",
            ["دراسة إنشاء ميناء"],
        ),
        ("أدان الوزير الهجوم على الميناء.", ["الهجوم على الميناء"]),
        ("وأكد الكاتب على مدونته أن الخبر صحيح.", ["الخبر صحيح"]),
        ("وأكد الكاتب على ضرورة الحوار.", ["ضرورة الحوار"]),
    ],
)
def test_what_describes_the_speaker_is_not_said(
    sentence: str, contents: list[str], read: Read
) -> None:
    assert read(sentence).contents == contents


def test_some_of_the_people_ask(read: Read) -> None:
    article = read("وقال المحافظ إن الوضع هادئ. وطالب بعض الأهالي بإغلاق الطريق.")
    assert article.speakers == ["المحافظ", "بعض الأهالي"]
