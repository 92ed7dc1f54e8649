from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


def supports(article: Any) -> list[tuple[object, ...]]:
    columns = ("supporter_code", "supported_code", "issue_id", "is_mutual")
    return article.tables["supports"].select(columns).rows()


@pytest.mark.parametrize(
    ("sentence", "supporter", "supported", "issue"),
    [
        ("تدعم الصين كازاخستان في حماية سيادتها.", "CHN", "KAZ", "sovereignty"),
        (
            "أكد الوزير الصيني أن بلاده تدعم بيرو في مكافحة الإرهاب.",
            "CHN",
            "PER",
            "counter-terrorism",
        ),
        (
            "جددت الوزيرة السنغالية للمغرب دعم بلادها للوحدة الترابية.",
            "SEN",
            "MAR",
            "moroccan-sahara",
        ),
        ("أكد الوزير الكازاخي التزام بلاده بمبدأ صين واحدة.", "KAZ", "CHN", "one-china"),
        (
            "قال الوزير المصري في باريس إن بلاده تؤيد حل الدولتين، وكذلك فرنسا.",
            "EGY",
            "PSE",
            "palestine",
        ),
    ],
)
def test_who_backs_whom_on_what(
    sentence: str, supporter: str, supported: str, issue: str, read: Read
) -> None:
    assert supports(read(sentence)) == [(supporter, supported, issue, False)]


def test_exchange_of_support_goes_both_ways(read: Read) -> None:
    article = read(
        "اجتمع الوزير الصيني مع نظيره الكازاخي. واتفق الجانبان على تبادل الدعم في القضايا المتعلقة"
        " بالمصالح الجوهرية."
    )
    assert supports(article) == [
        ("CHN", "KAZ", "core-interests", True),
        ("KAZ", "CHN", "core-interests", True),
    ]


def test_both_sides_back_a_third(read: Read) -> None:
    article = read("اجتمع الوزير الصيني مع نظيره المصري. وأكدا دعمهما لحل الدولتين.")
    assert supports(article) == [
        ("CHN", "PSE", "palestine", False),
        ("EGY", "PSE", "palestine", False),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "لا تدعم الصين كازاخستان في حماية سيادتها.",
        "تدعم الصين كازاخستان بالقمح.",
        "تدعم الصين مبدأ صين واحدة.",
        "دعت الصين إيران إلى الالتزام بالسيادة في كازاخستان.",
    ],
)
def test_nobody_is_backed_without_issue_or_against_the_words(sentence: str, read: Read) -> None:
    assert supports(read(sentence)) == []
