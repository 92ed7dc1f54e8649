"""Words of dealing that newswire uses of countries, and what beside them is no dealing."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("سجلت الأرجنتين فائضا مع تشيلي خلال الربع الأول.", ("ARG", "CHL")),
        ("ولطالما كانت روسيا حليفة رئيسية للرئيس السوري.", ("RUS", "SYR")),
        ("قاتل مسلحون صوماليون الجيش الكيني قرب الحدود.", ("KEN", "SOM")),
        ("بدأت اليابان مناقشة مسودة الاتفاق مع الفلبين.", ("JPN", "PHL")),
        ("تشكل إيران خطرا على إسرائيل.", ("IRN", "ISR")),
        ("نفت تونس تمكين الولايات المتحدة من قاعدة على أراضيها.", ("TUN", "USA")),
        ("ووقفت فرنسا إلى جانب اليونان في هذه المحنة.", ("FRA", "GRC")),
        ("قال الرئيس التركي إن الرئيس الروسي يتجه إلى التخلي عن نظيره السوري.", ("RUS", "SYR")),
        ("قصف الجيش الأوكراني الانفصاليين الموالين لروسيا.", ("RUS", "UKR")),
        ("سيطر الحوثيون المتحالفون مع إيران على المطار.", ("IRN", "YEM")),
    ],
)
def test_ally_foe_surplus_or_danger_joins_countries(
    text: str, pair: tuple[str, str], read: Read
) -> None:
    assert pair in read(text).pairs


@pytest.mark.parametrize(
    "text",
    [
        "قالت تركيا إن المعارضة السورية غادرت المدينة.",
        "قالت الشركة البولندية الشريكة في المشروع إن العمل بدأ وإن المصنع سيخصص لسوق النرويج.",
    ],
)
def test_body_called_opposition_and_what_stands_far_off_are_no_dealing(
    text: str, read: Read
) -> None:
    assert read(text).pairs == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "اتهم الوزير السعودي إيران بالتدخل في شؤون دول الخليج وسوريا.",
            [("IRN", "SAU"), ("IRN", "SYR")],
        ),
        (
            "انتقد البيان استمرار إيران في التدخل في شؤون بعض الدول العربية بما فيها اليمن.",
            [("IRN", "YEM")],
        ),
        ("وأقامت فرنسا علاقات متينة مع عدد من الدول، خاصة قطر.", [("FRA", "QAT")]),
        ("ووقفت اليابان إلى جانب دول حليفة، ولا سيما الهند.", [("IND", "JPN")]),
    ],
)
def test_what_is_added_to_a_phrase_or_an_example_of_it_hangs_on_the_same(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


def test_what_is_like_a_country_is_no_example_of_those_dealt_with(read: Read) -> None:
    article = read("قال الوزير القطري إن الناتج يقل عما يتاح لدولة مثل ألمانيا.")
    assert article.pairs == []
