from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

HEADLINE = "طرابلس 3 مارس 2021 (شينخوا) "


@pytest.mark.parametrize(
    "sentence",
    [
        "قالت المتحدثة باسم الأمم المتحدة كارين هانسن إن الوضع صعب.",
        "قال ممثل الأمم المتحدة في زامبيا إن الوضع صعب.",
        "أكدت المنظمة الدولية لحماية الأنهار أن الوضع صعب.",
        "قال مبعوث أممي إن الوضع صعب.",
        "ذكرت وكالة رويترز أن الوضع صعب.",
        "أكد اتحاد الجغرافيين العرب أن الوضع صعب.",
        "أكدت الممثلة الخاصة للأمين العام في ليبيا، السفيرة كارلا هانسن، أن الوضع صعب.",
    ],
)
def test_who_serves_the_world_speaks_for_no_country(sentence: str, read: Read) -> None:
    assert read(HEADLINE + sentence).speaker_countries == [None]


def test_noun_of_a_body_means_the_worldwide_one_of_the_article(read: Read) -> None:
    article = read(
        HEADLINE + "وصل وفد منظمة الصحة العالمية. وقالت مديرة المنظمة كارين هانسن إن اللقاح متوفر."
    )
    assert article.speaker_countries == [None]


def test_body_that_belongs_to_a_worldwide_one_is_of_no_country(read: Read) -> None:
    article = read(
        HEADLINE + "تجتمع الهيئة المستقلة لحماية الأنهار التابعة لمنظمة التعاون الإسلامي. "
        "وقالت الهيئة إن الوضع صعب."
    )
    assert article.speaker_countries == [None]


def test_committee_that_organises_is_no_organization_of_the_world(read: Read) -> None:
    article = read(
        HEADLINE + "تشارك منظمة الصحة العالمية في المهرجان. "
        "وقال رئيس اللجنة المنظمة للمهرجان كريم الزنتاني إن الوضع صعب."
    )
    assert article.speaker_countries == ["LBY"]


def test_goes_on_speaking_for_no_country(read: Read) -> None:
    article = read(HEADLINE + "قال المتحدث باسم الأمم المتحدة إن الوضع صعب. وأضاف أن الطريق مقطوع.")
    assert article.speaker_countries == [None, None]


@pytest.mark.parametrize(
    ("speaker", "country"),
    [
        ("مصدر مطلع", None),
        ("مصدر في الوزارة", "LBY"),
        ("خبراء", None),
        ("بعض المحللين", None),
        ("دبلوماسيون غربيون", None),
        ("دراسة جديدة", None),
        ("مسؤول محلي", "LBY"),
    ],
)
def test_home_is_for_those_who_speak_for_it(speaker: str, country: str | None, read: Read) -> None:
    assert read(f"{HEADLINE}ذكر {speaker} أن الوضع صعب.").speaker_countries == [country]


def test_who_is_described_as_serving_the_world_speaks_for_no_country(read: Read) -> None:
    article = read(
        "عسيري: المهمة تتقدم\n"
        "أكد المتحدث باسم التحالف أن السعودية تدعم الحوار. وقال عسيري إن السعودية ترحب به."
    )
    assert article.column("quotes", "speaker_name")[:3] == ["عسيري"] * 3
    assert article.speaker_countries[:3] == [None] * 3
