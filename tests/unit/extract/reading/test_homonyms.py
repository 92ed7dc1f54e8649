from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("أقيمت المحاضرة بعد صلاة المغرب.", []),
        ("وصل الوفد إلى المغرب.", ["MAR"]),
        ("يبلغ قطر الأنبوب مترين.", []),
        ("قال مصدر في قطر إن المباحثات بدأت.", ["QAT"]),
        ("حصلت الشركة على دعم مالي كبير.", []),
        ("وصل اللاجئون من النيجر ومالي.", ["NER", "MLI"]),
        ("والتقى الوزير نظيره المالي.", ["MLI"]),
        ("وانتشر الجيش المالي في المدينة.", ["MLI"]),
        ("وعاد الرئيس المالي إلى باماكو.", ["MLI"]),
        ("وعاد الرئيس المالي للشركة إلى مكتبه.", []),
        ("قال المدير المالي إن الأرباح زادت.", []),
        ("أصيب في يده اليمنى.", []),
        ("هاجرت الطيور فوق المحيط الهندي.", []),
        ("تقع القرية على نهر الأردن.", []),
    ],
)
def test_neighbours_tell_a_country_from_a_word(text: str, codes: list[str], read: Read) -> None:
    assert read(text).mentions("country", "country_code") == codes


@pytest.mark.parametrize(
    "text",
    [
        "صرح اللواء منصور التركي للصحفيين.",
        "استقبل الأمير تركي بن عبدالله الضيوف.",
        "فاز محمد المصري بالجائزة.",
    ],
)
def test_adjective_of_origin_after_a_name_is_a_surname(text: str, read: Read) -> None:
    assert read(text).mentions("country", "country_code") == []


def test_adjective_of_origin_after_a_title_is_none(read: Read) -> None:
    assert read("وصل الوزير التركي أمس.").mentions("country", "country_code") == ["TUR"]


def test_dual_names_no_single_country(read: Read) -> None:
    article = read("بدأت المحادثات بين الكوريتين أمس.")
    assert article.mentions("country", "country_code") == []
    assert article.pairs == [("KOR", "PRK")]


@pytest.mark.parametrize(
    ("text", "entity_type", "code"),
    [
        ("أعلن الأردن موعد الاجتماع الذي يعقد في عمان.", "place", "JOR"),
        ("وصل وزير خارجية سلطنة عمان إلى الرياض.", "country", "OMN"),
        ("زار الوفد السعودية وعمان والبحرين.", "country", "OMN"),
    ],
)
def test_article_tells_the_city_from_the_sultanate(
    text: str, entity_type: str, code: str, read: Read
) -> None:
    assert code in read(text).mentions(entity_type, "country_code")


def test_namesake_is_meant_where_only_it_is_named(read: Read) -> None:
    article = read("أعلنت كوريا الشمالية موعد التجربة. وقالت الوكالة الكورية إنها ناجحة.")
    assert set(article.mentions("country", "country_code")) == {"PRK"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("وفي طرابلس اللبنانية قطع محتجون الطريق.", "LBN"), ("وصل إلى طرابلس الليبية.", "LBY")],
)
def test_adjective_after_a_city_tells_whose_it_is(text: str, code: str, read: Read) -> None:
    assert read(text).mentions("place", "country_code") == [code]


def test_surname_after_a_first_name_is_no_country(read: Read) -> None:
    article = read("نقلت عن المحلل البريطاني مارك ويلز (Mark Wells) قوله إن الأسعار تتراجع.")
    assert article.mentions("country", "mention_text") == ["البريطاني"]
    assert article.speakers == ["مارك ويلز"]


def test_adjective_of_a_country_names_its_agency_in_marks_alone(read: Read) -> None:
    assert read("ودانت الحكومة الألمانية الهجوم.").speakers == ["الحكومة الألمانية"]
    article = read("وبحسب «الألمانية»، فقد زاد الطلب.")
    assert article.mentions("organization", "entity_id") == ["organization:dpa"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("وصل وفد من حماس إلى غزة والتقى الفلسطينيين.", ["PSE"]),
        ("ورحبت غزة بقرار لحماس وفتح معبر جديد.", ["PSE"]),
        ("ألهب الفوز في غزة حماس الجماهير، ولعب الفريق بحماس.", []),
        ("عزف الفريق بلا حماس في نيروبي.", []),
    ],
)
def test_word_that_a_party_is_called_by_is_one_where_its_country_is_named(
    text: str, codes: list[str], read: Read
) -> None:
    assert read(text).mentions("organization", "country_code") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [("أدت الأمطار إلى سيول جارفة في القرية.", []), ("وصل الوفد إلى سيول أمس.", ["KOR"])],
)
def test_floods_are_no_capital(text: str, codes: list[str], read: Read) -> None:
    assert read(text).mentions("place", "country_code") == codes


def test_given_name_with_what_looks_like_a_proclitic_is_no_adjective(read: Read) -> None:
    assert read("وصلت المغنية كارمن سوليس أمس.").mentions("country", "mention_text") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("أعلنت تركيا أن الجيش التركي قصف مواقع حزب العمال.", ["TUR"]),
        ("ناقشت الحكومة في بريطانيا اقتراح حزب العمال.", ["GBR"]),
    ],
)
def test_party_called_as_another_is_of_the_country_named(
    text: str, codes: list[str], read: Read
) -> None:
    article = read(text)
    rows = article.mentions("organization", "mention_text", "country_code")
    assert [code for name, code in rows if name == "حزب العمال"] == codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("دخلت القوات اليمنية زنجبار في جنوب اليمن.", "YEM"),
        ("وصل السياح إلى زنجبار في تنزانيا.", "TZA"),
    ],
)
def test_namesake_of_an_island_is_told_by_the_country_named(
    text: str, code: str, read: Read
) -> None:
    assert read(text).mentions("place", "country_code") == [code]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("زار دول الخليج ومصر والأردن.", ["مصر", "الأردن"]),
        ("فاض نهر الأوروغواي أمس.", []),
    ],
)
def test_country_added_to_the_gulf_is_no_water(text: str, names: list[str], read: Read) -> None:
    assert read(text).mentions("country", "entity_name") == names


def test_surname_before_a_clause_is_no_city_of_two_words(read: Read) -> None:
    article = read(
        "التقى الرئيس الصيني شي جين بينغ الوفد. وأضاف شي أن بلاده مستعدة. وزار الوفد مدينة شي آن."
    )
    assert article.speakers == ["شي جين بينغ"]
    assert article.mentions("place", "mention_text") == ["شي آن"]


def test_country_added_to_a_town_does_not_say_where_it_lies(read: Read) -> None:
    assert (
        read("انتقل التاجر من دبي وتركيا إلى بيروت.").mentions("place", "country_code")[0] == "ARE"
    )


@pytest.mark.parametrize(
    "text",
    [
        "ويلعب الميناء الذي يعتبر مركزا متكاملا دورا كبيرا في التجارة.",
        "وتعتبر المدينة من أهم المراكز، ويعتبر شرط الاستطاعة من شروط الحج.",
        "وهذه الخطوة تعتبر بالفعل نقلة نوعية لخدمة السكان في الحي.",
        "وتعتبر هذه أول عملية إطلاق في الصيف، ويعتبر الجسر الأطول.",
        "وعثرت الشرطة على حقيبة يعتقد أنها للمتهم.",
        "وكلنا أمل في أن يفتح الجسر قريبا.",
        "وهذا نقص يهدد بارتفاع الأسعار، وكانت القرية مهددة بالغرق.",
        "وضم النادي ثلاثة لاعبين جدد على رأسهم حارس المنتخب.",
        "وبعد الفحص تبين أن الجسر سليم، وتبين وجود خلل في السقف.",
        "وقدم الأعضاء مقترحات حول زيادة السرعة، ووقعت الجامعة مذكرة تفاهم مع النادي.",
        "ويبلغ السعر 6 ملايين، وينصح بالمشي صباحا.",
        "ويقيم في القرية رجل يدعى سالم العيدروسي مع أسرته.",
        "وهذه مباراة أثبتت أن الملعب قديم، ووصل رجل يظن أنه الأخير.",
        "ودعا الشيخ الله جلت قدرته أن يرحمه.",
    ],
)
def test_what_something_is_to_all_is_nobodys_statement(text: str, read: Read) -> None:
    assert read(text).column("quotes", "cue_text") == []


def test_who_considers_says_so(read: Read) -> None:
    article = read("ويعتبر خبراء أن الخطة جيدة. وتعتبر دول غربية أن الاتفاق كاف.")
    assert article.speakers == ["خبراء", "دول غربية"]


def test_who_is_called_something_says_what_the_verb_before_reports(read: Read) -> None:
    article = read("وقال متطوع يدعى سالم العيدروسي إن الجسر سليم.")
    assert article.column("quotes", "cue_text") == ["وقال"]


def test_who_believes_threatens_and_hopes_says_so(read: Read) -> None:
    article = read("يعتقد خبراء أن الخطة جيدة. وتهدد طهران بالرد. وأمل سالم العيدروسي في أن تنجح.")
    assert article.speakers == ["خبراء", "طهران", "سالم العيدروسي"]


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ('وسجل اللاعب هدفين في مباراة "القمة" أمس.', []),
        ("وسجل المسؤول المغربي أن التعاون تقدم.", ["وسجل"]),
        ("وأعاد الوزير فتح السفارة أمس بعد أن أغلقت.", []),
        ("وأعاد الوزير إلى الأذهان أن الاتفاق قائم.", ["وأعاد"]),
        ("وتعد الشركة من الأكبر، كما أن إنتاجها كبير.", []),
        ('وفازت بجائزة قدرها "مئة" ألف درهم.', []),
    ],
)
def test_verbs_that_seldom_report_do_so_before_a_clause_alone(
    text: str, cues: list[str], read: Read
) -> None:
    assert read(text).column("quotes", "cue_text") == cues


@pytest.mark.parametrize(
    "text",
    [
        "ترأس الاجتماع المهندس فارس العيدروسي.",
        "احتفلت أسرة العيدروسي وآل باوزير بالزفاف.",
        "وقع السطو في وضح النهار.",
        "عاد الفريق بالبطولة التي كسبها أمس.",
        "وهي موجة حر كسرت الأرقام القياسية.",
    ],
)
def test_name_or_word_is_no_agency_and_no_town(text: str, read: Read) -> None:
    assert read(text).mentions("organization", "mention_text") == []
    assert read(text).mentions("place", "mention_text") == []


def test_short_name_of_an_agency_stands_in_brackets(read: Read) -> None:
    article = read("وقال الوزير في بيان بثته الوكالة (وال) إن الميناء مفتوح.")
    assert article.mentions("organization", "mention_text") == ["وال"]


def test_course_of_things_is_no_adjective_of_hungary(read: Read) -> None:
    article = read("غيرت السدود مجرى النهر وتابع الوفد مجريات الحفر في المجرى الجديد.")
    assert article.mentions("country", "country_code") == []
    assert read("وصل الرئيس المجرى أمس.").mentions("country", "country_code") == ["HUN"]


def test_gate_is_no_month_and_takes_what_follows_for_its_name(read: Read) -> None:
    article = read("دخل المصلون من باب المغاربة وفتح الحارس باب الحديقة.")
    assert article.column("mentions", "country_code") == []


def test_party_that_sends_people_is_no_other_word(read: Read) -> None:
    bodies = read("وبدأت زيارة وفد حماس للقاهرة.").tables["mentions"]
    assert bodies.filter(entity_type="organization")["mention_text"].to_list() == ["حماس"]
