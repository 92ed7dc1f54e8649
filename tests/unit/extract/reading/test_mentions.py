from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "mention", "code", "kind"),
    [
        ("وصل الوفد إلى الصين.", "الصين", "CHN", "name"),
        ("وتعاون الوفد مع الصينيين.", "الصينيين", "CHN", "nisba"),
        ("ودعت للصين بالخير.", "للصين", "CHN", "name"),
        ("وأشاد بكازاخستان كثيرا.", "بكازاخستان", "KAZ", "name"),
        ("التقى الرئيسان الصيني والفرنسية.", "الصيني", "CHN", "nisba"),
        ("عاد المصريون إلى بيوتهم.", "المصريون", "EGY", "nisba"),
        ("زار المملكة العربية السعودية.", "المملكة العربية السعودية", "SAU", "name"),
        ("وصل إلى الولايات المتحدة الأمريكية.", "الولايات المتحدة الأمريكية", "USA", "name"),
        ("زار وفد كوري شمالي المعرض.", "كوري شمالي", "PRK", "nisba"),
        ("وصل إلى كوسوفو أمس.", "كوسوفو", "XKX", "name"),
    ],
)
def test_country_is_found_by_name_and_adjective_with_clitics(
    sentence: str, mention: str, code: str, kind: str, read: Read
) -> None:
    found = read(sentence).mentions("country", "mention_text", "country_code", "mention_kind")
    assert (mention, code, kind) in found


def test_longest_name_stands(read: Read) -> None:
    article = read("وصل الوفد إلى جمهورية الكونغو الديمقراطية.")
    assert article.mentions("country", "country_code") == ["COD"]


@pytest.mark.parametrize(
    "sentence",
    [
        "تلقى البنك دعم مالي كبير.",
        "زار الوفد المغرب العربي الكبير.",
        "اتحد العرب والأوروبيون والأفارقة.",
    ],
)
def test_word_that_is_also_a_country_is_none_where_nothing_shows_it(
    sentence: str, read: Read
) -> None:
    assert read(sentence).mentions("country", "mention_text") == []


def test_word_that_is_also_a_country_is_one_after_a_preposition(read: Read) -> None:
    assert read("وصلت القوات إلى مالي أمس.").mentions("country", "country_code") == ["MLI"]


def test_word_that_is_also_a_country_is_one_where_it_acts(read: Read) -> None:
    assert read("رحبت قطر بالاتفاق.").mentions("country", "country_code") == ["QAT"]


def test_adjective_that_is_also_a_given_name_is_one_after_an_office(read: Read) -> None:
    article = read("قال مسؤول تركي إن المعبر سيفتح غدا.")
    assert article.mentions("country", "country_code") == ["TUR"]
    assert article.speaker_countries == ["TUR"]


def test_capital_is_a_place_and_says_so_where_it_acts_for_its_country(read: Read) -> None:
    columns = ("mention_text", "mention_kind", "country_code")
    visited = read("وصل الوفد إلى مدريد.").mentions("place", *columns)
    acting = read("أعلنت موسكو أن القوات انسحبت.").mentions("place", *columns)
    assert visited == [("مدريد", "name", "ESP")]
    assert acting == [("موسكو", "capital", "RUS")]


def test_place_inside_the_name_of_a_body_is_a_place_too(read: Read) -> None:
    article = read("أعلنت جامعة القاهرة خطة جديدة.")
    assert article.mentions("place", "mention_text") == ["القاهرة"]


def test_dateline_is_marked_and_its_country_is_not_a_mention(read: Read) -> None:
    article = read("مدريد 15 ديسمبر 2019 (شينخوا) وصل الوفد إلى الصين أمس.")
    assert article.mentions("place", "mention_text", "is_dateline") == [("مدريد", True)]
    assert article.mentions("country", "country_code", "is_dateline") == [("CHN", False)]
