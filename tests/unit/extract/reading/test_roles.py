from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "role", "country"),
    [
        ("التقى وزير الخارجية الصيني وانغ يي بالوفد.", "وزير الخارجية الصيني", "CHN"),
        ("قال رئيس الوزراء في العراق حيدر جاسم إن الطريق آمن.", "رئيس الوزراء في العراق", "IRQ"),
        ("قالت كارين هانسن وزيرة الصحة النرويجية إن اللقاح متوفر.", "وزيرة الصحة النرويجية", "NOR"),
        ("قال تيمور زوماكان، سفير كازاخستان، إن الطريق آمن.", "سفير كازاخستان", "KAZ"),
        ("حضر الدكتور تيمور زوماكان الحفل.", "الدكتور", None),
        (
            "قال وزير الخارجية وشؤون المغتربين هاشم نور إن الطريق آمن.",
            "وزير الخارجية وشؤون المغتربين",
            None,
        ),
        ("قال والي الخرطوم هاشم نور إن الطريق آمن.", "والي الخرطوم", "SDN"),
        (
            "قال مفوض الأمم المتحدة السامي لحقوق الإنسان هاشم نور إن الطريق آمن.",
            "مفوض الأمم المتحدة السامي لحقوق الإنسان",
            None,
        ),
        ("قال نظيره السنغالي مامادو كوندي إن الطريق آمن.", "نظيره السنغالي", "SEN"),
    ],
)
def test_office_and_country_are_those_that_stand_by_the_name(
    sentence: str, role: str, country: str | None, read: Read
) -> None:
    people = read(sentence).mentions("person", "role_text", "country_code")
    assert people == [(role, country)]


@pytest.mark.parametrize(
    ("sentence", "role", "country"),
    [
        ("استقبل السيسي الرئيس الكيني أمس.", None, "EGY"),
        ("استقبل الملك عبدالله الثاني الوزير الكيني أمس.", "الملك", "JOR"),
        ("سيلتقي أردوغان نظيره الكيني غدا.", None, "TUR"),
        ("هنأ أردوغان رئيس وزراء كينيا أمس.", None, "TUR"),
        ("استقبل سامي نور وزير الخارجية الكيني وفدا.", "وزير الخارجية الكيني", "KEN"),
    ],
)
def test_office_after_who_receives_is_of_whom_he_receives(
    sentence: str, role: str | None, country: str, read: Read
) -> None:
    assert read(sentence).mentions("person", "role_text", "country_code") == [(role, country)]


def test_country_of_a_role_is_known_wherever_the_person_is_named(read: Read) -> None:
    article = read("وصل الوزير الكازاخي تيمور زوماكان أمس. وقال زوماكان إن المحادثات ستبدأ.")
    assert article.mentions("person", "country_code") == ["KAZ", "KAZ"]
    assert article.column("quotes", "speaker_role") == ["الوزير الكازاخي"]


def test_conjunction_is_not_part_of_the_role(read: Read) -> None:
    article = read("حضر الوزير المصري سامح شكري ووزير الخارجية الأردني أيمن الصفدي القمة.")
    assert article.mentions("person", "role_text") == ["الوزير المصري", "وزير الخارجية الأردني"]


def test_counterpart_is_of_the_country_of_his_adjective(read: Read) -> None:
    article = read("التقى وزير الخارجية الصيني وانغ يي نظيره الكازاخي مختار تليوبيردي.")
    assert article.mentions("person", "entity_name", "country_code") == [
        ("وانغ يي", "CHN"),
        ("مختار تليوبيردي", "KAZ"),
    ]


def test_country_in_the_next_sentence_is_not_the_persons(read: Read) -> None:
    article = read("وصل الوزير تيمور زوماكان. الصين دولة كبيرة.")
    assert article.mentions("person", "country_code") == [None]


@pytest.mark.parametrize(
    ("sentence", "name", "country"),
    [
        ("قالت سفيرة السودان لدى جوبا، سعاد الحاج، إن الضخ عاد.", "سعاد الحاج", "SDN"),
        ("قال السفير النيبالي لدى الصين، راجيش ثابا، إن الوضع صعب.", "راجيش ثابا", "NPL"),
        (
            "أعلن المدير العام لمكتب الموانئ بالغابون، السيد جان ندونغ، أن الرصيف جاهز.",
            "جان ندونغ",
            "GAB",
        ),
        ("قال ممثل الأمم المتحدة في زامبيا، أنطوان ديالو، إن الأسر تنزح.", "أنطوان ديالو", None),
        ("التقى الوزير نظيرته المالطية ماريا زاميت في المقر.", "ماريا زاميت", "MLT"),
        ("قالت اللاجئة السورية سعاد الحاج إن الطريق طويل.", "سعاد الحاج", "SYR"),
    ],
)
def test_title_reaches_its_bearer_over_where_one_serves(
    sentence: str, name: str, country: str | None, read: Read
) -> None:
    assert (name, country) in read(sentence).mentions("person", "entity_name", "country_code")


def test_bearer_behind_commas_is_who_speaks(read: Read) -> None:
    article = read(
        "قالت سفيرة السودان لدى جوبا، سعاد الحاج، إن الضخ عاد. وأكدت السفيرة أن الخط آمن."
    )
    assert article.speakers == ["سعاد الحاج", "سعاد الحاج"]
    assert article.speaker_countries == ["SDN", "SDN"]


def test_office_of_two_fields_is_the_role_of_the_name_after_it(read: Read) -> None:
    article = read(
        "وزير الاقتصاد: لا أزمة خبز\nطمأن وزير الاقتصاد والتجارة غسان معلوف إلى أن الخبز متوفر."
    )
    assert article.mentions("person", "role_text") == ["وزير الاقتصاد والتجارة"]
    assert set(article.speakers) == {"غسان معلوف"}


def test_title_before_another_name_is_that_ones(read: Read) -> None:
    article = read("زار وزير الدفاع البريطاني مايكل فالون ولي العهد الأمير محمد بن سلمان أمس.")
    assert article.mentions("person", "role_text")[0] == "وزير الدفاع البريطاني"


@pytest.mark.parametrize(
    ("sentence", "countries"),
    [
        ("التقى وزير الخارجية الكيني الرئيس محمود سالم في كمبالا.", [None]),
        ("التقى الرئيس الكيني المستشارة الألمانية هيلدا شميت.", ["DEU"]),
        ("وقال رئيس الوزراء الكيني السابق محمود سالم إن العمل جار.", ["KEN"]),
    ],
)
def test_ruler_whom_another_receives_has_a_role_of_his_own(
    sentence: str, countries: list[str | None], read: Read
) -> None:
    assert read(sentence).mentions("person", "country_code") == countries


def test_who_is_received_behind_a_comma_is_not_who_receives(read: Read) -> None:
    article = read("استقبل الرئيس الكيني تامو أوديرا، وزير الخارجية التركي في مدينة كيسومو.")
    assert article.mentions("person", "role_text", "country_code") == [("الرئيس الكيني", "KEN")]


def test_head_of_an_office_in_a_town_is_of_its_country(read: Read) -> None:
    article = read("وقال مدير التعليم بجازان محمد بن عثمان العيدروسي إن المدارس جاهزة.")
    assert article.mentions("person", "country_code") == ["SAU"]


@pytest.mark.parametrize("office", ["مساعد", "محامي", "المتحدث باسم"])
def test_office_of_who_serves_is_not_that_of_who_is_served(office: str, read: Read) -> None:
    article = read(f"قال تيمور زوماكان {office} جاندوس كاراباييف إن الطريق آمن.")
    assert article.mentions("person", "entity_name", "role_text") == [
        ("تيمور زوماكان", office),
        ("جاندوس كاراباييف", None),
    ]


def test_surname_that_is_a_word_ends_before_an_office(read: Read) -> None:
    article = read("قال أحمد الصافي وكيل جاندوس كاراباييف في خطبة إن الطريق آمن.")
    assert article.speakers == ["أحمد الصافي"]


def test_mother_of_somebody_is_named_so(read: Read) -> None:
    article = read("وقالت أم حنان إن الطريق آمن، مضيفة أن الحفل قريب. وسألت عن سعد أم حنان.")
    assert article.speakers == ["أم حنان"] * 2


def test_ambassador_of_the_custodian_is_his(read: Read) -> None:
    article = read("وصل سفير خادم الحرمين الشريفين في كينيا سامي بن نافع.")
    assert article.mentions("person", "country_code") == ["SAU"]


def test_to_before_a_town_is_no_governor(read: Read) -> None:
    article = read("سافر الوفد إلى القاهرة والي الخرطوم أمس. وأعلن المجلس خطة.")
    assert article.mentions("person", "mention_text") == []


def test_name_after_the_surname_li_ends_before_a_clause(read: Read) -> None:
    article = read("قال السفير الصيني لدى صربيا لي مينغ إن الجانبين سيعملان معا.")
    assert article.speakers == ["لي مينغ"]


def test_counterpart_bears_no_title_of_who_has_him_for_one(read: Read) -> None:
    article = read("وهنأ الرئيس المصري نظيره الفرنسي سامي نوراني على فوزه.")
    assert article.speakers == ["الرئيس المصري"]


def test_whom_and_adds_after_a_title_does_not_bear_it(read: Read) -> None:
    article = read("حضر اللقاء سامي نور نائب الرئيس الكيني وحسن جاسم رئيس الوزراء الغاني.")
    people = article.mentions("person", "entity_name", "role_text", "country_code")
    assert people == [
        ("سامي نور", "نائب الرئيس الكيني", "KEN"),
        ("حسن جاسم", "رئيس الوزراء الغاني", "GHA"),
    ]


@pytest.mark.parametrize(
    ("text", "role", "country"),
    [
        ("استقبل الرئيس الكيني رئيس البرلمان الغاني حسن جاسم.", "رئيس البرلمان الغاني", "GHA"),
        (
            "التقى نائب الرئيس الكيني رئيس الوزراء حسن جاسم أمس.",
            "نائب الرئيس الكيني رئيس الوزراء",
            "KEN",
        ),
    ],
)
def test_office_of_whom_an_official_meets_is_not_his_hosts(
    text: str, role: str, country: str, read: Read
) -> None:
    assert read(text).mentions("person", "role_text", "country_code") == [(role, country)]


def test_body_in_an_office_tells_a_country_where_nothing_else_does(read: Read) -> None:
    article = read(
        "أكدت رئاسة الجمهورية الكينية أن الوضع هادئ. وقال المتحدث باسم رئاسة الجمهورية سامي نور إن "
        "غانا قريبة من غانا."
    )
    assert article.mentions("person", "country_code") == ["KEN"]
    article = read(
        "أكدت صحيفة الأخبار الكينية الخبر. وقال مراسل صحيفة الأخبار سامي نور إن غانا بعيدة."
    )
    assert article.mentions("person", "country_code") == [None]
