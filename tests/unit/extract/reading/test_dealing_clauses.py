"""Pairs by where a word of dealing stands in its clause, and what stands between it and a party."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("ذكر شهود أن كينيا نفذت غارات على مواقع في الصومال.", [("KEN", "SOM")]),
        ("كينيا تشن غارات في الصومال.", [("KEN", "SOM")]),
        ("قتل شاب صومالي في غارات كينية.", []),
        ("تعزز كينيا وغانا التعاون العسكري.", [("GHA", "KEN")]),
        ("كينيا وغانا ستعززان التعاون العسكري.", [("GHA", "KEN")]),
        ("كينيا وغانا ممثلتان في المحادثات.", []),
        ("عقد الرئيس الكيني ونظيره الغاني، جلسة مباحثات ثنائية.", [("GHA", "KEN")]),
    ],
)
def test_who_stands_before_a_verb_does_what_its_object_says(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "استقبل الرئيس الكيني سامي نور، اليوم بقصر نيروبي، وزير الخارجية الغاني عمر كامل.",
            [("GHA", "KEN")],
        ),
        ("التقى الوزير الكيني سامي نور، على هامش القمة، نظيره الغاني.", [("GHA", "KEN")]),
        ("اتهمت الشرطة الكينية في مومباسا، الحكومة الغانية بالكذب.", [("GHA", "KEN")]),
        ("طالب الوزير الكيني سامي نور، الرئيس الغاني، بسحب قواته.", [("GHA", "KEN")]),
        ("استقبل الرئيس الكيني سامي نور، وزير الخارجية الغاني.", [("GHA", "KEN")]),
        ("حذرت كينيا، اليوم (الثلاثاء)، غانا من القصف.", [("GHA", "KEN")]),
        ("عاد الرئيس الكيني من باريس، وزير الخارجية الغاني ما زال فيها.", []),
    ],
)
def test_who_comes_after_an_aside_is_whom_the_verb_is_done_to(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


@pytest.mark.parametrize(
    "text",
    [
        "يقوم الرئيس الكيني بزيارة رسمية تستغرق يومين إلى غانا.",
        "وصل الرئيس الكيني مساء أمس في زيارة تستمر ثلاثة أيام لغانا.",
    ],
)
def test_how_long_a_visit_lasts_hides_not_where_it_goes(text: str, read: Read) -> None:
    assert read(text).pairs == [("GHA", "KEN")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("يناقش الوزير الكيني الأزمة مع نظرائه في غانا وتوغو.", [("GHA", "KEN"), ("KEN", "TGO")]),
        ("يلتقي الوزير الكيني نظراءه من غانا وتوغو.", [("GHA", "KEN"), ("KEN", "TGO")]),
        ("ترأس الوزير الكيني رفقة نظيره الغاني أشغال اللجنة.", [("GHA", "KEN")]),
    ],
)
def test_counterparts_in_countries_and_company_are_parties(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("وخلال زيارته إلى غانا، دعا الوزير الكيني سامي نور إلى الحوار.", [("GHA", "KEN")]),
        ("عقب لقائه بنظيره الغاني، قال الوزير الكيني إن العلاقات متينة.", [("GHA", "KEN")]),
        (
            "زار الوزير الكيني توغو. وخلال زيارته إلى غانا، رحب الرئيس الغاني بالوفد.",
            [("GHA", "KEN"), ("KEN", "TGO")],
        ),
    ],
)
def test_pronoun_that_opens_a_sentence_is_of_who_does_its_verb(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("أدانت كينيا الحرب على غزة.", []),
        ("بحث الوزير الكيني مع نظيره الغاني تطورات الحرب على غزة.", [("GHA", "KEN")]),
        ("دعت كينيا إلى وقف العدوان على غزة.", []),
        ("واصلت كينيا الحرب على الصومال.", [("KEN", "SOM")]),
        ("ناقش الوزير الكيني الهجوم الإسرائيلي على غزة.", [("ISR", "PSE")]),
    ],
)
def test_attack_that_is_talked_of_is_nobodys_who_talks(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


def test_road_that_links_two_countries_is_no_dealing_of_theirs(read: Read) -> None:
    assert read("أغلق محتجون الجسر الرابط بين كينيا وتنزانيا.").pairs == []
    assert read("فتش الجنود الطريق الممتدة بين كينيا وتنزانيا.").pairs == []
