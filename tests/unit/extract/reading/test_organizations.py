from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("أصدرت وزارة الخارجية الكازاخية بيانا.", "وزارة الخارجية الكازاخية", "KAZ"),
        ("أعلنت وزارة الصحة في الكويت خطة.", "وزارة الصحة في الكويت", "KWT"),
        ("قررت محكمة النقض المغربية الإفراج عنه.", "محكمة النقض المغربية", "MAR"),
    ],
)
def test_body_is_named_by_its_kind_and_what_completes_it(
    sentence: str, name: str, country: str, read: Read
) -> None:
    assert read(sentence).mentions("organization", "entity_name", "country_code") == [
        (name, country)
    ]


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("أحالته النيابة العامة إلى القاضي.", "النيابة العامة", None),
        ("صدر بيان عن الديوان الملكي.", "الديوان الملكي", None),
        ("رفع البنك المركزي الكيني سعر الفائدة.", "البنك المركزي الكيني", "KEN"),
        ("رفع البنك المركزي في كينيا سعر الفائدة.", "البنك المركزي في كينيا", "KEN"),
        ("وصلت فرق للهلال الأحمر إلى الميناء.", "الهلال الأحمر", None),
    ],
)
def test_body_of_which_a_state_has_one_is_named_by_what_it_is(
    sentence: str, name: str, country: str | None, read: Read
) -> None:
    bodies = read(sentence).mentions("organization", "entity_name", "country_code")
    assert bodies == [(name, country)]


@pytest.mark.parametrize(
    "sentence",
    [
        "أعلنت الوزارة خطة.",
        "وصلت الشركة إلى السوق.",
        "ضعوا مصلحة وطنكم فوق كل شيء.",
        "تأخر الدفاع الأرضي.",
    ],
)
def test_kind_alone_is_no_name(sentence: str, read: Read) -> None:
    assert read(sentence).mentions("organization", "mention_text") == []


def test_known_body_is_one_by_name_and_acronym(read: Read) -> None:
    article = read("قال حلف شمال الأطلسي إن الوضع مستقر. وأكد الناتو أن العمل مستمر.")
    assert len(set(article.mentions("organization", "entity_id"))) == 1


def test_proclitic_is_in_the_mention_and_not_in_the_name(read: Read) -> None:
    article = read("واستمع الوفد لوزارة الصحة الكويتية أمس.")
    assert article.mentions("organization", "mention_text", "entity_name") == [
        ("لوزارة الصحة الكويتية", "وزارة الصحة الكويتية")
    ]


def test_country_in_the_name_of_a_body_is_mentioned_too(read: Read) -> None:
    article = read("ذكرت وكالة الأنباء السعودية أن الأمطار مستمرة.")
    assert article.mentions("country", "mention_text", "country_code") == [("السعودية", "SAU")]


def test_acronyms_in_brackets_are_bodies(read: Read) -> None:
    article = read("عقد مؤتمر التفاعل في آسيا (CICA) دورته، وتلاه اجتماع آسيا وأوروبا (آسيم).")
    names = article.mentions("organization", "mention_text")
    assert "CICA" in names
    assert "آسيم" in names


@pytest.mark.parametrize("before", ["", "خبر عن الهدنة\n"])
def test_body_that_opens_a_line_is_found(before: str, read: Read) -> None:
    article = read(before + "الاتحاد الأوروبي يرحب بالهدنة.")
    assert article.mentions("organization", "mention_text") == ["الاتحاد الأوروبي"]


@pytest.mark.parametrize(
    ("text", "name"),
    [("وانسحب الحوثيون من التلال أمس.", "الحوثيون"), ("وندد الأزهر بالتفجير.", "الأزهر")],
)
def test_movement_or_mosque_called_by_one_word_is_a_body(text: str, name: str, read: Read) -> None:
    assert read(text).mentions("organization", "mention_text") == [name]


@pytest.mark.parametrize("marks", ["(({}))", "«{}»"])
def test_agency_with_its_name_in_marks_is_one_body(marks: str, read: Read) -> None:
    article = read(f"وذكرت وكالة أنباء {marks.format('نوفالو')} اليابانية أن الوضع هادئ.")
    [(name, country)] = article.mentions("organization", "entity_name", "country_code")
    assert (name, country) == ("وكالة أنباء نوفالو اليابانية", "JPN")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قرر مجلس الوزراء الموافقة على الاتفاق.", "مجلس الوزراء"),
        ("رفضت وزارة التجارة الاستعانة بمصانع أجنبية.", "وزارة التجارة"),
        ("رفضت وزارة التجارة الانضمام إلى الاتفاق.", "وزارة التجارة"),
        ("زار الوفد هيئة الطيران المدني للمرة الأولى.", "هيئة الطيران المدني"),
        ("وقع الاتفاق مع حركة الشباب الصومالية المرتبطة بالتنظيم.", "حركة الشباب الصومالية"),
        ("قال رئيس تحرير صحيفة المدائن سالم العيدروسي إن العدد صدر.", "صحيفة المدائن"),
        ("تعتزم هيئة الطيران المدني التوسع في المطارات.", "هيئة الطيران المدني"),
        ("تفاوضت الحكومة اليمنية المعترف بها دوليا مع الوفد.", "الحكومة اليمنية"),
        ("أنشأت المملكة هيئة الرقابة والتحقيق.", "هيئة الرقابة والتحقيق"),
        ("قالت وزارة الدفاع الوطني الكينية إن المناورات ستستمر.", "وزارة الدفاع الوطني الكينية"),
        ("وقع البنك الأهلي التجاري العقد.", "البنك الأهلي التجاري"),
        ("انتقدت مجموعة السبع المجتمعة في باريس القرار.", "مجموعة السبع"),
        ("هاجمت حركة نوفالو المتشددة القرية.", "حركة نوفالو"),
        ("زار الوفد لجنة خدمة المجتمع أمس.", "لجنة خدمة المجتمع"),
        ("وجه مجلس الأمناء الدعوة العاجلة للجميع.", "مجلس الأمناء"),
    ],
)
def test_name_ends_before_what_its_body_does(text: str, name: str, read: Read) -> None:
    assert read(text).mentions("organization", "mention_text") == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("يصب الاتفاق في مصلحة البلدين وفي مصلحة سكان المنطقة.", []),
        ("زار الوفد مصلحة الجمارك العامة أمس.", ["مصلحة الجمارك العامة"]),
        ("حضر رئيس مجلس الإدارة المهندس سامي نور.", []),
        ("هاجر كثيرون منذ بدأت الحرب السورية.", []),
        ("زار رئيس الاستخبارات الفرنسي القاعدة.", []),
        ("أطلق عناصر حزب العمال الكردستاني النار.", ["حزب العمال الكردستاني"]),
    ],
)
def test_good_and_board_of_somebody_are_no_bodies(text: str, names: list[str], read: Read) -> None:
    assert read(text).mentions("organization", "mention_text") == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("اتهمت حركة حماس إسرائيل بعرقلة المفاوضات.", "حركة حماس"),
        ("دعا مجلس التعاون إيران مرارا إلى الحوار.", "مجلس التعاون"),
        ("افتتحت شركة زين السعودية فرعا لها.", "شركة زين السعودية"),
        ("تسعى جامعة الدول العربية لتعزيز الاستقرار.", "جامعة الدول العربية"),
    ],
)
def test_listed_body_ends_before_the_country_it_addresses_and_what_it_acts_for(
    text: str, name: str, read: Read
) -> None:
    assert read(text).mentions("organization", "mention_text") == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل وفد للجنة الأولمبية أمس.", "اللجنة الأولمبية"),
        ("وصل وفد للجنة التنمية الزراعية أمس.", "لجنة التنمية الزراعية"),
    ],
)
def test_committee_after_a_preposition_has_its_article_where_an_adjective_shows_it(
    text: str, name: str, read: Read
) -> None:
    [(whole, own)] = read(text).mentions("organization", "entity_name", "name_text")
    assert (whole, own) == (name, name)


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("قال مسؤول في وزارة الخارجية الكينية للصحفيين إن السد آمن.", ["وزارة الخارجية الكينية"]),
        ("وقالت رئيسة مفوضية الاتحاد منى العيدروسي إن السد آمن.", ["مفوضية الاتحاد"]),
        ("خارجية الصين تنتقد القرار.", ["خارجية الصين"]),
        ("خارجية الولايات المتحدة تنتقد القرار.", ["خارجية الولايات المتحدة"]),
        ("ووصل وزير خارجية الصين إلى نيروبي.", []),
        ("وهذا يعزز موقع الرئيس الكيني.", []),
    ],
)
def test_name_ends_before_what_is_none_of_it(sentence: str, bodies: list[str], read: Read) -> None:
    assert read(sentence).mentions("organization", "entity_name") == bodies


@pytest.mark.parametrize(
    ("sentence", "body", "country"),
    [
        ("قال عضو في حركة «فتح» إن السد آمن.", "organization:fatah", "PSE"),
        ('ذكرت صحيفة "الحياة" أن السد آمن.', "organization:al-hayat", "GBR"),
    ],
)
def test_listed_body_is_itself_with_marks_inside_its_name(
    sentence: str, body: str, country: str, read: Read
) -> None:
    assert read(sentence).mentions("organization", "entity_id", "country_code") == [(body, country)]


def test_paper_one_speaks_to_is_named_by_an_everyday_word(read: Read) -> None:
    article = read("وقال الوزير لـ«الحياة» إن السد آمن.")
    assert article.mentions("organization", "entity_id") == ["organization:al-hayat"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قال متحدث الخارجية الكينية سامي نور إن الحوار مستمر.", ["الخارجية الكينية"]),
        ("وجاء في بيان الخارجية الكينية أن الحوار مستمر.", ["الخارجية الكينية"]),
        ("قالت وزيرة الخارجية الكينية إن الحوار مستمر.", []),
        ("وتغيرت السياسة الخارجية الكينية.", []),
    ],
)
def test_ministry_goes_by_its_field_where_the_adjective_is_its_own(
    text: str, names: list[str], read: Read
) -> None:
    assert read(text).mentions("organization", "mention_text") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قصف سلاح الجو الكيني الميناء.", ["سلاح الجو الكيني"]),
        ("وأعلنت القوات المسلحة الغانية حالة التأهب.", ["القوات المسلحة الغانية"]),
        ("وضبط الحراس سلاح الجاني.", []),
    ],
)
def test_arms_of_an_army_are_bodies(text: str, names: list[str], read: Read) -> None:
    assert read(text).mentions("organization", "mention_text") == names


def test_what_the_name_of_a_place_begins_with_is_no_paper(read: Read) -> None:
    article = read("تراجع الطلب في الشرق الأوسط وشمال أفريقيا.")
    assert article.mentions("organization", "mention_text") == []
