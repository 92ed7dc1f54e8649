from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    "end",
    ["واختتم تصريحاته بالقول: ", "وختم حديثه قائلا: ", "واختتم كلمته بالقول إن "],
)
def test_what_one_ends_is_not_who_speaks(end: str, read: Read) -> None:
    article = read(f"قال الوزير سامي نور إن الجسر جاهز. {end}الطريق طويل وشاق.")
    assert article.speakers == ["سامي نور"] * 2


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("لا تزال القوات السودانية تجدد قصفها على القرى الحدودية.", "القوات السودانية"),
        ("الجيش السوداني يشدد حصاره على المدينة\n\nنام الناس مبكرا أمس.", "الجيش السوداني"),
        ("البرلمان الكيني يرفض قرار المحكمة بشأن الطريق\n\nنام الناس أمس.", "البرلمان الكيني"),
    ],
)
def test_what_is_ones_own_or_follows_in_a_headline_is_no_subject(
    sentence: str, speaker: str, read: Read
) -> None:
    assert read(sentence).speakers[-1] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("ويتهم الجمهوريون «أوباما» بأنه يريد التهدئة.", "الجمهوريون"),
        ("وقالت وزارة العمل أول من أمس إن الطلبات انخفضت.", "وزارة العمل"),
        ("وقالت وزارة العمل اول امس ان الطلبات انخفضت.", "وزارة العمل"),
        ("ونفى مصدران رسميان فرنسيان تقريرا لمسؤول كبير.", "مصدران رسميان فرنسيان"),
        ("الاتحاد الأفريقي: يحض كينيا على الحوار\n\nنام الناس أمس.", "الاتحاد الأفريقي"),
        ("وأصدر مجلس الأمن ستة قرارات، يطالب فيها إيران بوقف التخصيب.", "مجلس الأمن"),
    ],
)
def test_subject_agrees_with_the_verb_before_it(sentence: str, speaker: str, read: Read) -> None:
    assert read(sentence).column("quotes", "speaker_name")[0] == speaker


def test_what_is_affirmed_in_a_clause_is_no_subject(read: Read) -> None:
    article = read("وطالب السفير بالالتزام بالميثاق الذي يؤكد احترام مبدأ عدم التدخل.")
    assert "احترام مبدأ" not in article.speakers
    article = read("وهاجمت القوات المدينة التي يقول كثيرون في البلاد إنها آمنة.")
    assert article.speakers == ["كثيرون"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("قالت كينيا للسلطات الغانية إن الوضع صعب.", "كينيا"),
        ("وأبلغ كبار ضباط الشرطة، لجنة برلمانية، بأن الوضع صعب.", "كبار ضباط الشرطة"),
        ("سافر الناس أمس، حسبما نشرته صحيفة كينية.", "صحيفة كينية"),
    ],
)
def test_speaker_ends_before_whom_he_tells(sentence: str, speaker: str, read: Read) -> None:
    assert read(sentence).speakers == [speaker]
