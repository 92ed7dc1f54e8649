"""Countries, places, bodies and pairs of countries that a careful reader tells apart."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("وقعت سلطنة عمان الاتفاق.", ["OMN"]),
        ("زار الوفد غينيا بيساو أمس.", ["GNB"]),
        ("زار الوفد غينيا الاستوائية أمس.", ["GNQ"]),
        ("زار الوفد غينيا أمس والتقى الوزير الغيني.", ["GIN", "GIN"]),
        ("دعت الكونغو الديمقراطية إلى الحوار.", ["COD"]),
        ("وصل رئيس جمهورية الكونغو أمس.", ["COG"]),
        ("اتهمت كوريا الشمالية كوريا الجنوبية بالاستفزاز.", ["PRK", "KOR"]),
        ("اختبرت القوات الكورية الشمالية صاروخا.", ["PRK"]),
        ("أعلنت وزارة الدفاع الكورية الجنوبية الخبر.", ["KOR"]),
        ("عقدت النيجر ونيجيريا اجتماعا.", ["NER", "NGA"]),
        ("زار الرئيس دومينيكا وجمهورية الدومينيكان.", ["DMA", "DOM"]),
        ("وصل الوزير الكازاخي والوفد الكازاخستاني.", ["KAZ", "KAZ"]),
        ("استقلت بورما عام 1948.", ["MMR"]),
        ("العلاقات الصينية - العربية تتقدم.", ["CHN"]),
        ("تدهورت العلاقات الأمريكية الروسية.", ["USA", "RUS"]),
        ("أكد مسؤول في المانيا أن الأمر انتهى.", ["DEU"]),
        ("زار الوفد ايطاليا واسبانيا.", ["ITA", "ESP"]),
        ("أعلنت حكومة مالي الحداد.", ["MLI"]),
        ("زارت الوزيرة جورجيا والتقت نظيرها الجورجي.", ["GEO", "GEO"]),
        ("أعرب المغرب عن تضامنه.", ["MAR"]),
        ("أدانت قطر الهجوم.", ["QAT"]),
    ],
)
def test_country_is_told_from_its_namesakes(sentence: str, codes: list[str], read: Read) -> None:
    assert read(sentence).mentions("country", "country_code") == codes


@pytest.mark.parametrize(
    "sentence",
    [
        "ارتفع منسوب نهر الأردن أمس.",
        "واجه المصرف عجزا ماليا كبيرا.",
        "أبحرت السفينة في المحيط الهندي.",
        "يبلغ قطر الأنبوب مترا واحدا.",
        "أدى المصلون صلاة المغرب في الساحة.",
        "قال تركي بن سالم إن الأمر انتهى.",
        "افتتح أمين عمان الحديقة الجديدة.",
    ],
)
def test_word_that_a_country_is_called_by_is_not_always_a_country(
    sentence: str, read: Read
) -> None:
    assert read(sentence).mentions("country", "mention_text") == []


@pytest.mark.parametrize(
    ("sentence", "name", "code"),
    [
        ("أعلنت وزارة الخارجية الكازاخية الخبر.", "وزارة الخارجية الكازاخية", "KAZ"),
        ("أغلقت سفارة اليابان في كابول أبوابها.", "سفارة اليابان", "JPN"),
        ("أعلنت وزارة الدفاع الأوزبكية الخبر.", "وزارة الدفاع الأوزبكية", "UZB"),
    ],
)
def test_ministry_or_embassy_is_a_body_of_its_country(
    sentence: str, name: str, code: str, read: Read
) -> None:
    assert (name, code) in read(sentence).mentions("organization", "mention_text", "country_code")


@pytest.mark.parametrize(
    ("sentence", "place", "code"),
    [
        ("أعلن الجيش أن الأمطار أغرقت بلدة الشجرة الأردنية.", "الشجرة", "JOR"),
        ("اندلع حريق في غامدفيل.", "غامدفيل", None),
        ("أغلقت السلطات الطريق بين لوساكا وكاتيمولا.", "وكاتيمولا", "ZMB"),
        ("مرت السفن من مضيق هرمز.", "مضيق هرمز", None),
        ("أبحرت السفينة من باطومي.", "باطومي", "GEO"),
        ("زار الوفد خليج فنلندا.", "خليج فنلندا", None),
        ("وصل الوفد إلى بور جانتي.", "بور جانتي", "GAB"),
        ("يتركز الخلاف حول الصحراء.", "الصحراء", "ESH"),
    ],
)
def test_place_is_found_in_any_region(
    sentence: str, place: str, code: str | None, read: Read
) -> None:
    found = dict(read(sentence).mentions("place", "mention_text", "country_code"))
    assert place in found
    assert code is None or found[place] == code


def test_part_of_a_persons_name_is_no_country_and_no_place(read: Read) -> None:
    article = read("هددت وزيرة العدل اليزابيث كيني بالاستقالة. والتقت السفير الصيني لي جيان مين.")
    assert article.mentions("country", "mention_text") == ["الصيني"]
    assert article.mentions("place", "mention_text") == []


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("اتهمت باريس وبرلين موسكو بانتهاك الاتفاق.", [("DEU", "RUS"), ("FRA", "RUS")]),
        ("استقبل المتحدث نبأ زيارة مرتقبة لرئيس بيرو إلى الصين.", [("CHN", "PER")]),
        ("اقترحت أوكرانيا على رومانيا فتح معبر.", [("ROU", "UKR")]),
        ("احتجزت السلطات الفنلندية السفينة بطلب من إستونيا.", [("EST", "FIN")]),
        (
            "المغرب والغابون وكوت ديفوار توقع اتفاقية.",
            [("CIV", "GAB"), ("CIV", "MAR"), ("GAB", "MAR")],
        ),
        (
            "دعت الصين تايلاند وكمبوديا إلى تسوية خلافهما.",
            [("CHN", "KHM"), ("CHN", "THA"), ("KHM", "THA")],
        ),
        ("أعربت الصين عن تعازيها لنيبال.", [("CHN", "NPL")]),
    ],
)
def test_who_deals_with_whom(sentence: str, pairs: list[tuple[str, str]], read: Read) -> None:
    assert read(sentence).pairs == pairs


@pytest.mark.parametrize(
    ("sentence", "initiator"),
    [
        ("استقبل المتحدث نبأ زيارة مرتقبة لرئيس بيرو إلى الصين.", "PER"),
        ("احتجزت السلطات الفنلندية السفينة بطلب من إستونيا.", "EST"),
        ("أدانت إيران قصف إسرائيل.", "IRN"),
    ],
)
def test_act_with_a_direction_says_who_began(sentence: str, initiator: str, read: Read) -> None:
    assert initiator in read(sentence).column("dyads", "initiator_code")


@pytest.mark.parametrize(
    "sentence",
    [
        "وصلت شحنات القمح الأسترالي، وهي معلبة، ومرت من ميناء جدة.",
        "وتقول ريم، وهي معلمة من إدلب وصلت إلى جزيرة ساموس اليونانية، إن الأمر انتهى.",
        "موّل المركز بتمويل ألماني دنماركي مشترك.",
    ],
)
def test_those_who_only_come_or_give_together_are_no_pair(sentence: str, read: Read) -> None:
    assert read(sentence).pairs == []


def test_both_countries_are_those_that_dealt_last(read: Read) -> None:
    article = read(
        "التقى وزير خارجية موريتانيا نظيره المغربي. ومر قرب الميناء مركب يحمل علم بنما."
        " وسيعقد الجانبان اجتماعهما المقبل غدا."
    )
    assert article.pairs == [("MAR", "MRT")]


def test_minister_alone_is_of_the_country_that_the_article_is_written_in(read: Read) -> None:
    article = read(
        "صنعاء 3 مايو 2009 (سبأ) - افتتح الوزير مشروعا للمياه في صنعاء.\n"
        "وبحث الوزير مع السفيرة الهولندية سبل التعاون."
    )
    assert article.pairs == [("NLD", "YEM")]


def test_who_is_only_told_of_does_not_tell_it(read: Read) -> None:
    article = read("أعلن هنا اليوم أن الوزير الكيني سامي نور سيزور غانا غدا.")
    assert article.speakers == [None]
    assert article.resolutions == ["unresolved"]


@pytest.mark.parametrize(
    ("accused", "speaker"),
    [
        ("الرئيس الغاني السابق حسن جاسم، بأنه أهدر المال", "سامي نور"),
        ("غانا بتسليح المتمردين", "سامي نور"),
        ("الوزير الحكومة بالكذب", "الوزير"),
    ],
)
def test_nobody_accuses_without_saying_whom(accused: str, speaker: str, read: Read) -> None:
    article = read(f"قال السفير الكيني سامي نور إن الوضع صعب. واتهم {accused}.")
    assert article.speakers[-1] == speaker


def test_nominative_is_who_asks_and_not_who_is_asked(read: Read) -> None:
    article = read("قال السفير سامي نور إن الوضع صعب، وطالب المحتجون بفتح الطريق.")
    assert article.speakers[-1] == "المحتجون"


def test_two_places_with_dashes_are_one_dateline_where_an_agency_signs(read: Read) -> None:
    article = read("نيروبي - ميامي (الولايات المتحدة) - (د ب أ)\nقال الوزير إن الوضع صعب.")
    assert article.column("articles", "dateline_city") == ["نيروبي"]
    assert article.column("articles", "agency") == ["د ب أ"]
    article = read("نيروبي - ميامي - قال الوزير أمس إن الوضع صعب جدا في المدينة اليوم.")
    assert article.column("articles", "agency") == [None]
