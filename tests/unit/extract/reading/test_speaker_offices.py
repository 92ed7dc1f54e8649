"""Speakers named by what they are: who holds an office, and who is meant by a title alone."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

WANG = "قال وزير الخارجية الصيني وانغ يي إن المحادثات كانت مثمرة."
ERDOGAN = "قال الرئيس التركي رجب طيب أردوغان إن بلاده ستواصل الحوار."
PREMIER = "وأعلن رئيس الحكومة التركية أحمد داود أوغلو أن التحقيق بدأ."


def test_title_alone_stands_for_who_bears_it(read: Read) -> None:
    article = read(
        "قال الرئيس الفرنسي إيمانويل ماكرون إن القمة ناجحة. "
        "وقالت المستشارة الألمانية أنغيلا ميركل إن الوضع صعب. "
        "وشدد الرئيس على أهمية الحوار."
    )
    assert article.speakers == ["إيمانويل ماكرون", "أنغيلا ميركل", "إيمانويل ماكرون"]
    assert article.resolutions[2] == "title"


def test_title_of_another_country_does_not_stand_for_a_bearer(read: Read) -> None:
    article = read(f"{WANG} وقال وزير الخارجية الروسي إن الوضع صعب.")
    assert article.speakers == ["وانغ يي", "وزير الخارجية الروسي"]
    assert article.speaker_countries == ["CHN", "RUS"]


def test_office_is_not_carried_on_by_who_holds_another(read: Read) -> None:
    article = read(f"{WANG} وأشاد السفير بالتقدم.")
    assert article.speakers == ["وانغ يي", "السفير"]


def test_office_without_a_name_has_its_holder_of_the_day(read: Read) -> None:
    article = read("بكين 3 مارس 2019 (شينخوا) قال وزير الخارجية الصيني إن المحادثات مثمرة.")
    assert article.speakers == ["وزير الخارجية الصيني"]
    assert article.column("quotes", "speaker_entity_id") == ["person:chn-wang-yi"]
    assert article.resolutions == ["title"]


def test_official_of_a_country_is_the_one_named_of_it(read: Read) -> None:
    article = read(
        f"وصل السفير الموريتاني أحمد سالم أمس. {WANG} وأكد المسؤول الموريتاني أن التعاون سيتوسع."
    )
    assert article.speakers == ["وانغ يي", "أحمد سالم"]


@pytest.mark.parametrize(
    ("lead", "speakers"),
    [
        ("حذر وزير بريطاني من الجفاف.", ["جون كلارك", "جون كلارك"]),
        ("حذر مسؤولون بريطانيون من الجفاف.", ["مسؤولون بريطانيون", "جون كلارك"]),
    ],
)
def test_lead_tells_an_office_and_the_story_its_holder(
    lead: str, speakers: list[str], read: Read
) -> None:
    article = read(
        f"لندن 3 مارس 2021 (رويترز) {lead} وقال وزير الدولة البريطاني جون كلارك إن الوضع صعب."
    )
    assert article.speakers == speakers


def test_spokesman_of_a_ministry_is_not_the_ministry(read: Read) -> None:
    article = read(
        "هلسنكي 3 مارس 2021 (رويترز) أعلن متحدث باسم وزارة الخارجية الفنلندية أن الوزير سيسافر."
        " وصرح متحدث في الوزارة بأن العمل بدأ. وقالت الوزارة إن كل شيء جاهز."
    )
    assert article.speakers == [
        "متحدث باسم وزارة الخارجية الفنلندية",
        "متحدث في الوزارة",
        "وزارة الخارجية الفنلندية",
    ]


def test_head_of_government_is_the_prime_minister_and_not_the_president(read: Read) -> None:
    article = read(
        f"{ERDOGAN} {PREMIER} وقال رئيس الوزراء إن الحدود مغلقة. وأضاف الرئيس أن الأمر خطير."
    )
    assert article.speakers[2:] == ["أحمد داود أوغلو", "رجب طيب أردوغان"]


def test_head_of_a_committee_is_no_president(read: Read) -> None:
    article = read(f"{ERDOGAN} وقال رئيس اللجنة الانتخابية إن المشاركة جيدة.")
    assert article.speakers[1] == "رئيس اللجنة الانتخابية"


def test_former_president_is_meant_by_the_party_that_he_leads(read: Read) -> None:
    article = read(
        "وصل الرئيس البيروفي السابق أوسكار كامبوس إلى ليما. وقال رئيس حزب التجمع إن الاقتراع نزيه."
    )
    assert article.speakers == ["أوسكار كامبوس"]


def test_official_of_the_lead_is_who_is_named_next_with_the_same_body(read: Read) -> None:
    article = read(
        "صرح مسؤول كبير في حركة فتح أن القصف عاد. "
        "وقال سمير الهواري عضو اللجنة المركزية لحركة فتح إن القصف لم يتوقف."
    )
    assert article.speakers == ["سمير الهواري", "سمير الهواري"]


def test_official_of_the_lead_is_nobody_of_another_body(read: Read) -> None:
    article = read(
        "صرح مسؤول كبير في حركة فتح أن القصف عاد. "
        "وقال سمير الهواري عضو البرلمان اللبناني إن القصف لم يتوقف."
    )
    assert article.speakers == ["مسؤول كبير في حركة فتح", "سمير الهواري"]


def test_heir_and_his_own_heir_are_two_persons(read: Read) -> None:
    article = read(
        "حضر الأمير محمد بن نايف بن عبدالعزيز ولي العهد، والأمير محمد بن سلمان بن عبدالعزيز "
        "ولي ولي العهد. وقال سمو ولي العهد إن الأمن مستتب. وأضاف ولي ولي العهد أن العمل مستمر."
    )
    assert article.speakers == ["محمد بن نايف بن عبدالعزيز", "محمد بن سلمان بن عبدالعزيز"]


def test_office_of_no_country_is_that_of_its_holder_in_the_article(read: Read) -> None:
    article = read("وصل غوتيريش إلى جنيف. ودعا الأمين العام للأمم المتحدة إلى وقف القتال.")
    assert article.column("quotes", "speaker_entity_id") == ["person:prt-antonio-guterres"]
    assert article.column("quotes", "speaker_country_code") == [None]


def test_office_of_no_country_is_that_of_its_holder_on_the_day(read: Read) -> None:
    article = read(
        "بروكسل 12 يونيو 2019 (رويترز) - قال الأمين العام لحلف شمال الأطلسي إن الدعم مستمر."
    )
    [speaker] = article.column("quotes", "speaker_entity_id")
    assert speaker == "person:nor-jens-stoltenberg"


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("قالت متحدثة باسم الحكومة الكينية", "وقالت سلمى العمري، المتحدثة باسم مكتب الري،"),
        ("قال مسؤول كيني", "وقال سامي العمري المشرف على السد"),
        ("قال خبير في الزلازل", "وقال الأستاذ في الجامعة سامي العمري"),
        ("قال مبعوث كيني", "وقال نائب مندوب كينيا لدى الأمم المتحدة سامي العمري"),
    ],
)
def test_who_is_named_next_is_the_official_of_the_lead(lead: str, named: str, read: Read) -> None:
    article = read(f"{lead} أمس إن السد آمن.\n{named} إن العمل انتهى.")
    assert article.speakers[0] == article.speakers[1]
    assert article.resolutions[0] == "title"


@pytest.mark.parametrize(
    ("lead", "named"),
    [
        ("قالت متحدثة باسم الحكومة", "وقالت وزيرة الري سلمى العمري"),
        ("قال مسؤول محلي", "وقال وزير الري سامي العمري"),
        ("قال مسؤول محلي", "وقالت المهندسة سلمى العمري"),
        ("قال عضو في اللجنة", "وقال المهندس سامي العمري"),
        ("قال مبعوث كيني", "وقال الخبير الكيني سامي العمري"),
    ],
)
def test_another_who_is_named_next_is_not_the_official(lead: str, named: str, read: Read) -> None:
    article = read(f"{lead} أمس إن السد آمن.\n{named} إن العمل انتهى.")
    assert article.speakers[0] != article.speakers[1]


@pytest.mark.parametrize(
    "speaker",
    [
        "مسؤول كبير في إدارة الرئيس الكيني سامي نور",
        "مسؤول كبير بإدارة الرئيس الكيني سامي نور",
        "مسؤول كبير بحكومة الرئيس سامي نور",
    ],
)
def test_who_serves_in_somebodys_administration_is_not_he(speaker: str, read: Read) -> None:
    article = read(f"قال {speaker} إن السد جاهز.")
    assert article.speakers == [speaker]
    [(name, role)] = article.mentions("person", "mention_text", "role_text")
    assert name == "سامي نور"
    assert role.startswith("الرئيس")


def test_one_official_is_none_of_several(read: Read) -> None:
    article = read(
        "قال مسؤول كيني إن السد جاهز. وأكد المسؤول أن العمل بدأ. وأشار المسؤولون إلى أن النهر عميق."
    )
    first, one, several = article.speakers
    assert first == one
    assert several == "المسؤولون"


def test_title_of_one_country_alone_tells_it(read: Read) -> None:
    article = read("بيروت 3 مارس 2019 (رويترز) أكد خادم الحرمين الشريفين أن الحوار مستمر.")
    assert article.speaker_countries == ["SAU"]
    assert article.column("quotes", "speaker_entity_id") == ["person:sau-salman"]
