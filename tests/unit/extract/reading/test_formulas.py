from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]
MEETING = "التقى وزير الخارجية الصيني وانغ يي نظيره الكازاخي مراد نورتلو."


def formulas(article: Any, *columns: str) -> list[tuple[object, ...]]:
    return article.tables["formulas"].select(columns).rows()


@pytest.mark.parametrize(
    ("words", "formula"),
    [
        ("شراكة استراتيجية", "partnership-strategic"),
        ("شراكتهما الاستراتيجية الشاملة", "partnership-comprehensive-strategic"),
        ("الشراكة الاستراتيجية الشاملة الدائمة", "partnership-comprehensive-strategic-permanent"),
        ("مجتمع مصير مشترك", "community"),
        ("علاقات الصداقة", "friendship"),
    ],
)
def test_longest_formula_is_of_the_pair_of_its_sentence(
    words: str, formula: str, read: Read
) -> None:
    article = read(f"التقى الوزير الصيني نظيره الكازاخي لتعزيز {words}.")
    assert formulas(article, "formula_id", "country_a", "country_b", "pair_source") == [
        (formula, "CHN", "KAZ", "sentence")
    ]
    assert article.column("formulas", "matched_text") == [words]


def test_formula_without_a_pair_is_of_the_pair_that_the_article_is_about(read: Read) -> None:
    article = read(f"{MEETING} وقال وانغ إن الشراكة الاستراتيجية تتقدم.")
    assert formulas(article, "country_a", "country_b", "pair_source") == [("CHN", "KAZ", "article")]


def test_formula_beside_a_third_country_is_nobodys(read: Read) -> None:
    article = read(f"{MEETING} وجاء في الصحف أن بيرو لا تريد شراكة استراتيجية.")
    assert formulas(article, "country_a", "pair_source") == [(None, None)]


@pytest.mark.parametrize(
    ("sentence", "is_raised"),
    [
        ("اتفقت الصين وكازاخستان على الارتقاء بالعلاقات إلى شراكة استراتيجية.", True),
        ("رفعت الصين وكازاخستان علاقاتهما إلى مستوى الشراكة الاستراتيجية.", True),
        ("تجمع الصين وكازاخستان شراكة استراتيجية.", False),
        ("بحثت الصين مع كازاخستان رفع الصادرات في إطار الشراكة الاستراتيجية.", False),
    ],
)
def test_relations_are_raised_to_a_formula(sentence: str, is_raised: bool, read: Read) -> None:
    assert read(sentence).column("formulas", "is_raised") == [is_raised]
