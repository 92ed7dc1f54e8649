from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("شهدت بلدة ترمسعيا مواجهات أمس.", "ترمسعيا"),
        ("أقيم السد على نهر تشيناب.", "تشيناب"),
        ("وصلت السفينة إلى ميناء تانجا.", "تانجا"),
        ("اندلع الحريق شمال كيريتشو.", "كيريتشو"),
        ("انفجرت العبوة قرب قرية أبو العرايش.", "أبو العرايش"),
        ("تعيش الأسرة في بلدة بني طلحان.", "بني طلحان"),
    ],
)
def test_word_for_a_place_opens_a_name_that_no_list_holds(
    text: str, place: str, read: Read
) -> None:
    assert place in read(text).mentions("place", "mention_text")


def test_name_once_opened_is_known_where_it_stands_alone(read: Read) -> None:
    article = read("شهدت بلدة ترمسعيا مواجهات أمس. وعاد الهدوء إلى ترمسعيا.")
    assert article.mentions("place", "mention_text") == ["ترمسعيا", "ترمسعيا"]


def test_unlisted_place_lies_where_the_dateline_does(read: Read) -> None:
    article = read("نيروبي 3 مايو 2024 (رويترز) - شهدت بلدة كيريتشو مواجهات أمس.")
    assert ("كيريتشو", "KEN") in article.mentions("place", "mention_text", "country_code")


def test_city_of_the_dateline_is_a_place_where_a_country_has_its_name(read: Read) -> None:
    article = read("تونس 3 مايو 2024 (رويترز) - وصل الوفد أمس إلى مدريد.")
    assert ("تونس", "TUN") in article.mentions("place", "mention_text", "country_code")
    assert article.mentions("country", "mention_text") == []


@pytest.mark.parametrize(
    "text", ["اتهمت موسكو واشنطن بانتهاك الاتفاق.", "تدهورت العلاقات بين موسكو وواشنطن."]
)
def test_capital_that_acts_stands_for_its_government(text: str, read: Read) -> None:
    assert ("موسكو", "capital") in read(text).mentions("place", "mention_text", "mention_kind")


def test_two_capitals_before_a_verb_of_two_stand_for_their_governments(read: Read) -> None:
    article = read("إن موسكو وبكين ستجريان مناورات بحرية مشتركة في مدينة دالنا.")
    assert article.mentions("place", "mention_kind") == ["capital", "capital", "name"]
    assert article.pairs == [("CHN", "RUS")]


def test_capital_where_talks_are_held_is_a_place(read: Read) -> None:
    article = read("بدأت محادثات الدوحة أمس.")
    assert article.mentions("place", "mention_kind") == ["name"]


def test_place_of_one_name_lies_in_one_country_throughout_its_article(read: Read) -> None:
    article = read(
        "افتتح مصنع في مدينة لوتن البريطانية. وقالت السعودية إن سكان مدينة لوتن رحبوا به."
    )
    assert article.mentions("place", "country_code") == ["GBR", "GBR"]


def test_agency_of_a_dateline_is_no_region(read: Read) -> None:
    article = read("أنقرة - الأناضول - قال الرئيس التركي إن الاتفاق جيد.")
    assert article.mentions("place", "mention_text") == ["أنقرة"]


@pytest.mark.parametrize(
    "text",
    [
        "تفوق الفريق من ناحية المنافسة والحضور.",
        "وصل الفنان إلى عاصمة النور أمس.",
        "خرج السجين بعد قضاء محكوميته.",
        "يفضل كثيرون قضاء العيد مع الأسرة.",
        "طالب السكان بإقامة منطقة آمنة لهم.",
    ],
)
def test_words_that_open_places_do_not_always(text: str, read: Read) -> None:
    assert read(text).mentions("place", "mention_text") == []


def test_state_is_no_preposition_before_any(read: Read) -> None:
    article = read("وقال مدير الشرطة في ولاية كسلا، سامي نوراني، إن الطريق مغلق.")
    assert article.speakers == ["سامي نوراني"]
