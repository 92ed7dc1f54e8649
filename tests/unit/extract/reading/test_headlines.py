from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

STORY = "فتحت المدارس أبوابها أمس في العاصمة بعد عطلة طويلة."
MINISTRY = "وأضافت وزارة الإسكان أن العمل مستمر."


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("دراسة: القهوة تقلل خطر السكري", "دراسة"),
        ("استطلاع جديد: أغلب السكان مع البقاء", "استطلاع جديد"),
        ("مختصون: الأسعار ستواصل الارتفاع", "مختصون"),
        ("صحة نجران: المستشفى جاهز لاستقبال المرضى", "صحة نجران"),
        ("خارجية لبنان: المحادثات لم تتوقف بعد", "خارجية لبنان"),
        ("«الإسكان»: ألفا مواطن وقعوا عقودهم", "الإسكان"),
        ("باكتروف: سنلعب من أجل الفوز غدا", "باكتروف"),
        ("الشرطة: اعتقال ثلاثة في العاصمة أمس", "الشرطة"),
    ],
)
def test_study_office_body_or_unlisted_name_speaks(headline: str, speaker: str, read: Read) -> None:
    article = read(f"{headline}\n\n{STORY}")
    assert article.column("quotes", "cue_text") == [":"]
    assert article.speakers == [speaker]


@pytest.mark.parametrize(
    "headline",
    [
        "تفجير تركيا: سبعة قتلى في سوق شعبي",
        "الإسكان: ألفا مواطن وقعوا عقودهم أمس",
        "باكتروف: اللمسة الأخيرة",
    ],
)
def test_event_subject_or_title_of_a_column_does_not(headline: str, read: Read) -> None:
    assert read(f"{headline}\n\n{STORY}").contents == []


def test_field_speaks_where_the_story_tells_of_its_ministry(read: Read) -> None:
    article = read(f"الإسكان: ألفا مواطن وقعوا عقودهم أمس\n\n{STORY} {MINISTRY}")
    assert article.contents == ["ألفا مواطن وقعوا عقودهم أمس", "العمل مستمر"]


def test_study_of_a_headline_is_the_one_of_the_body_that_made_it(read: Read) -> None:
    body = "أظهرت دراسة أعدتها جامعة القاهرة أن النوم مفيد. وأضافت الدراسة أن السهر مضر."
    article = read(f"دراسة: النوم يقوي الذاكرة\n\n{body}")
    assert article.speakers == ["دراسة", "جامعة القاهرة", "جامعة القاهرة"]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("النظام يتقدم في الجنوب.. والمعارضة السورية: سنقاتل حتى النهاية", "والمعارضة السورية"),
        ("شاهد.. وزير النقل: الجسر جاهز للافتتاح", "وزير النقل"),
        ("وزير النقل من كينيا: الجسر جاهز للافتتاح", "وزير النقل"),
        ("وزير النقل ردا على البرلمان: الجسر جاهز للافتتاح", "وزير النقل"),
        ("خبراء لـ«صباح الخير»: الجسر جاهز للافتتاح", "خبراء"),
        ("منظمة دولية: الجسر غير آمن للعبور", "منظمة دولية"),
    ],
)
def test_speaker_may_come_second_or_say_where_and_to_whom(
    headline: str, speaker: str, read: Read
) -> None:
    article = read(f"{headline}\n\n{STORY}")
    assert article.column("quotes", "cue_text") == [":"]
    assert article.column("quotes", "speaker_text") == [speaker]


@pytest.mark.parametrize("surname", ["غالي", "العرج", "عيد"])
def test_surname_that_means_something_else_speaks_too(surname: str, read: Read) -> None:
    article = read(f"{surname}: قراري نهائي\n\nقال اللاعب حسام {surname} إن قراره نهائي.")
    assert article.speakers == [f"حسام {surname}"] * 2
