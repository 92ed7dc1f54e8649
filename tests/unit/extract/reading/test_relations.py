from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("عقد في أنقرة لقاء روسي - تركي أمس.", [("RUS", "TUR")]),
        (
            "تبدأ غدا مباحثات مصرية سودانية إثيوبية.",
            [("EGY", "ETH"), ("EGY", "SDN"), ("ETH", "SDN")],
        ),
        ("أعلن البنك السعودي الفرنسي أرباحه.", []),
        ("عرض المهرجان الفيلم الإسباني - البلجيكي أمس.", []),
        ("تلقى العلاج في المستشفى السعودي الألماني.", []),
    ],
)
def test_adjectives_of_a_dealing_join_and_those_of_a_firm_do_not(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


@pytest.mark.parametrize(
    "text",
    [
        "تنقل الرحالة ما بين تونس والمغرب.",
        "بحث الوزراء الأزمة السورية واليمنية والعراقية.",
        "تناول الكتاب الغزو العراقي للكويت والأزمة السورية.",
    ],
)
def test_issues_and_places_in_one_list_do_not_deal_with_each_other(text: str, read: Read) -> None:
    assert read(text).pairs in ([], [("IRQ", "KWT")])


def test_members_of_a_group_in_brackets_deal_with_whom_it_deals_with(read: Read) -> None:
    article = read("انتهت المفاوضات بين إيران ومجموعة 5+1 (فرنسا، بريطانيا، الصين، روسيا).")
    assert article.pairs == [("CHN", "IRN"), ("FRA", "IRN"), ("GBR", "IRN"), ("IRN", "RUS")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("نوه المجلس بعمق العلاقات الراسخة التي تربط السعودية والأردن.", [("JOR", "SAU")]),
        ("عقد اجتماع ضم وزير الخارجية الكيني ونظيره الصومالي.", [("KEN", "SOM")]),
        ("افتتح الطريق الذي يربط كينيا بأوغندا.", []),
    ],
)
def test_what_ties_countries_is_a_relation_and_no_road(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs
