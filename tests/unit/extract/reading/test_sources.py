"""Who is quoted through whom: relayed words, documents, bodies with their seat."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    "relay",
    [
        "ونقلت وكالة النيل للأنباء عن وزير النقل الروسي بافل دوروف قوله",
        "ونقلت وكالة النيل للأنباء اليوم السبت عن وزير النقل الروسي بافل دوروف قوله",
        "ونقلت وكالة النيل للأنباء عن وزير النقل الروسي بافل دوروف قوله في مؤتمر صحفي",
    ],
)
def test_quotation_after_his_saying_is_his_and_not_the_agencys(relay: str, read: Read) -> None:
    article = read(f"{relay} «لن يتوقف العمل في الميناء قبل الشتاء». وأضاف أن السفن جاهزة.")
    assert article.speakers == ["بافل دوروف", "بافل دوروف"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("وبحسب دبلوماسي فرنسي فإن", "دبلوماسي فرنسي"),
        ("وبحسب مصدر مطلع فان", "مصدر مطلع"),
        ("ووفقا للوزارة، فان", "الوزارة"),
    ],
)
def test_then_after_a_source_opens_no_name(source: str, speaker: str, read: Read) -> None:
    article = read(f"{source} دوروف سيزور المرفأ الجديد غدا.")
    assert article.speakers == [speaker]
    assert article.contents == ["دوروف سيزور المرفأ الجديد غدا"]


def test_particle_inside_a_name_stays_in_it(read: Read) -> None:
    article = read("قال المدرب الهولندي لويس فان دايلن إن الفريق جاهز.")
    assert article.mentions("person", "mention_text") == ["لويس فان دايلن"]


@pytest.mark.parametrize(
    "told",
    [
        "قال ذلك لـ«الوطن» وزير الري السوداني آدم الطاهر، مؤكدا",
        "قال ذلك وزير الري السوداني آدم الطاهر، مؤكدا",
    ],
)
def test_what_was_told_before_is_not_who_tells(told: str, read: Read) -> None:
    article = read(f"{told} أن السد سليم. وأضاف أن المنسوب مستقر.")
    assert set(article.speakers) == {"آدم الطاهر"}


def test_paper_it_is_told_to_may_stand_before_the_speaker(read: Read) -> None:
    article = read("وقال لـ«الوطن» مصدر مسؤول في وزارة النقل إن الرافعات وصلت.")
    assert article.speakers == ["مصدر مسؤول في وزارة النقل"]


@pytest.mark.parametrize(
    ("document", "issuer"),
    [
        ("وجاء في بيان الجيش أن", "الجيش الكيني"),
        ("وقال بيان الجيش إن", "الجيش الكيني"),
        ("وذكر بيان صادر عن رئاسة الجمهورية أن", "رئاسة الجمهورية"),
        ("وأكد تقرير اللجنة أن", "اللجنة"),
        ("وجاء في بيان صادر عن الجيش أن", "الجيش الكيني"),
        ("وذكر بيان للجيش أن", "الجيش الكيني"),
    ],
)
def test_document_of_a_body_stands_for_it(document: str, issuer: str, read: Read) -> None:
    article = read(f"أرسل الجيش الكيني كتيبة إلى الحدود. {document} القافلة وصلت.")
    assert article.speakers == [issuer]


def test_presidency_is_a_body_and_no_office_to_be_won(read: Read) -> None:
    article = read("قال المتحدث باسم رئاسة الجمهورية إن المرشح لرئاسة الجمهورية انسحب.")
    assert article.mentions("organization", "mention_text") == ["رئاسة الجمهورية"]


def test_seat_of_a_body_tells_its_country_and_is_not_its_name(read: Read) -> None:
    article = read("قال المركز الدولي للمياه ومقره أوسلو إن البحيرة تجف. وأضاف المركز أن النهر جف.")
    assert article.speakers == ["المركز الدولي للمياه", "المركز الدولي للمياه"]
    assert article.speaker_countries[0] in {"NOR", None}


def test_opposition_accuses_whom_the_verb_has_beside_it(read: Read) -> None:
    article = read("وتتهم المعارضة الرئيس جوزيف موانزا بإعاقة الحوار.")
    assert article.speakers == ["المعارضة"]


def test_head_of_diplomacy_is_the_minister_of_foreign_affairs(read: Read) -> None:
    article = read(
        "قال وزير الخارجية النرويجي أولاف سولهايم إن الاتفاق جيد. "
        "وذكر رئيس الدبلوماسية النرويجية أن المفاوضات ستستمر."
    )
    assert article.speakers == ["أولاف سولهايم", "أولاف سولهايم"]


def test_who_does_not_rule_it_out_says_so(read: Read) -> None:
    article = read("ولم يستبعد وزير النقل الروسي بافل دوروف إغلاق المرفأ.")
    assert article.speakers == ["بافل دوروف"]


def test_name_of_an_agency_in_marks_is_no_town(read: Read) -> None:
    article = read('وقالت وكالة أنباء "فرانس برس" إن الجسر فتح.')
    assert article.mentions("place", "mention_text") == []
    assert "رانس برس" not in article.mentions("organization", "entity_name")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("سقط صاروخ على أريحا في محافظة إدلب شمال سوريا.", "SYR"),
        ("زار الوزير الفلسطيني أريحا في الضفة الغربية.", "PSE"),
        ("وقع القصف في مدينة دوما قرب دمشق في سوريا.", "SYR"),
        ("أحرق منزل في قرية دوما جنوب نابلس، وقال مسؤول فلسطيني إن الجناة فروا.", "PSE"),
    ],
)
def test_town_of_two_countries_lies_in_the_one_its_article_names(
    text: str, country: str, read: Read
) -> None:
    codes = dict(read(text).mentions("place", "mention_text", "country_code"))
    assert {codes[name] for name in codes if name.split()[-1] in {"أريحا", "دوما"}} == {country}


def test_body_of_the_arabs_speaks_for_no_country(read: Read) -> None:
    call = "دعت لجنة مبادرة السلام العربية إلى وقف الاستيطان في أراضي فلسطين."
    article = read(f"{call} وطالبت اللجنة بحماية فلسطين.")
    assert article.speaker_countries == [None, None]


def test_clause_that_the_article_goes_on_with_is_not_said(read: Read) -> None:
    article = read("وذكر وزير النقل الروسي بافل دوروف المرفأ في خطابه، بيد أن العمل متوقف.")
    assert article.contents == []


def test_what_he_said_it_by_is_said_by_who_acts(read: Read) -> None:
    article = read(
        "قال المتحدث ماركو لينز إنه لن يكشف عن مزيد من التفاصيل، واكتفى بالقول إن التحقيق مستمر."
    )
    assert set(article.speakers) == {"ماركو لينز"}


def test_participle_goes_on_with_who_passes_a_message_on(read: Read) -> None:
    article = read("ونقل وزير الخارجية الكويتي رسالة إلى أمير قطر، مشيدا بالعلاقات الثنائية.")
    assert article.speakers == ["وزير الخارجية الكويتي"]


@pytest.mark.parametrize("way", ["بشكل نهائي", "بصورة قاطعة", "بشكل واضح"])
def test_way_of_saying_is_nobody(way: str, read: Read) -> None:
    article = read(f"قال الرئيس ماركو لينز إن السد سليم. وأكد {way} أن الماء يكفي.")
    assert article.speakers == ["ماركو لينز", "ماركو لينز"]


@pytest.mark.parametrize("name", ["فالح العبودي", "مدحت زيدان"])
def test_first_name_that_is_a_verb_too_is_a_name_before_a_surname(name: str, read: Read) -> None:
    article = read(f"وأكد {name} عضو مجلس المحافظة أن الطريق مفتوح.")
    assert article.speakers == [name]


@pytest.mark.parametrize(
    "head",
    [
        "مدير مركز الملك فيصل بن راشد للبحوث عادل السالمي",
        'مدير مركز الملك فيصل للبحوث "عادل السالمي":',
    ],
)
def test_whom_a_body_is_called_after_does_not_speak(head: str, read: Read) -> None:
    assert read(f"وقال {head} إن المخطوط أصلي.").speakers == ["عادل السالمي"]


def test_office_is_its_holders_whom_the_article_names_without_it(read: Read) -> None:
    article = read("أعلن رئيس الوزراء الماليزي تأجيل القمة. وقال أنور إبراهيم إن الموعد قريب.")
    assert article.speakers == ["أنور إبراهيم", "أنور إبراهيم"]


def test_official_of_the_lead_is_whom_the_headline_quotes(read: Read) -> None:
    article = read(
        "كرامر: الميناء آمن ومفتوح أمام السفن\n"
        "أكد المتحدث باسم خفر السواحل النرويجي أن الميناء آمن. وأضاف هانس كرامر أن العاصفة ابتعدت."
    )
    assert set(article.speakers) == {"هانس كرامر"}


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("السودان: الوزير سامي نور يؤكد استقرار البلاد", ["سامي نور"]),
        ("السودان: لن نقبل التدخل في شؤوننا", ["السودان"]),
        ("تقرير إخباري: محللون: زيارة الوفد تفتح آفاقا جديدة", ["محللون"]),
    ],
)
def test_country_before_a_colon_speaks_unless_somebody_else_does(
    headline: str, speakers: list[str], read: Read
) -> None:
    assert read(f"{headline}\nالخرطوم 3 مايو 2019 (شينخوا) انتهى الاجتماع.").speakers == speakers


@pytest.mark.parametrize(
    ("speaker", "country"),
    [("التحالف", None), ("التحالف الدولي", None), ("التحالف الوطني العراقي", "IRQ")],
)
def test_coalition_of_countries_speaks_for_none(
    speaker: str, country: str | None, read: Read
) -> None:
    article = read(f"وقال {speaker} إن القصف استمر في العراق وفي الموصل شمال العراق.")
    assert article.speaker_countries == [country]


def test_source_is_one_of_the_sources_before(read: Read) -> None:
    article = read("أفادت مصادر أمنية بأن الخلية تدربت في الخارج. وأكد المصدر أن العدد كبير.")
    assert article.speakers == ["مصادر أمنية"] * 2


def test_sources_are_not_the_source_of_another_word(read: Read) -> None:
    article = read(
        "قالت مصادر أمنية إن الخلية كبيرة. وقال مصدر طبي إن الجرحى كثيرون. "
        "وأضافت المصادر أن البحث مستمر."
    )
    assert article.speakers == ["مصادر أمنية", "مصدر طبي", "مصادر أمنية"]


def test_some_of_a_number_in_the_accusative_speak(read: Read) -> None:
    article = read("وقال الوزير إن عددا من الموقوفين كشفوا عن أن المعسكر كبير.")
    assert article.speakers == ["الوزير", "عددا من الموقوفين"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("مصادر مقربة من الحكومة الأفغانية", "مصادر مقربة من الحكومة الأفغانية"),
        ("مصدر مقرب من الرئيس التركي رجب طيب أردوغان", "مصدر مقرب"),
    ],
)
def test_whom_a_source_is_near_does_not_speak(source: str, speaker: str, read: Read) -> None:
    assert read(f"وقال {source} إن الخطة جاهزة.").speakers == [speaker]


def test_headline_quotes_who_stands_in_marks(read: Read) -> None:
    article = read("«بنك قطر»: أسعار النفط ستستقر\nقال الخبير إن السوق هادئة.")
    assert article.speakers[0] == "بنك قطر"


def test_prayer_goes_on_with_the_sentence(read: Read) -> None:
    article = read("وعبر الوزير عن تعازيه لأسر الضحايا متضرعا إلى الله أن يحفظ الجميع.")
    assert article.contents == ["تعازيه لأسر الضحايا", "يحفظ الجميع"]


@pytest.mark.parametrize(
    "speaker", ["كيري لقناة «العربية»", "نضال طعمة عضو «المستقبل»", "خبير في «الطاقة» الأمريكية"]
)
def test_headline_quotes_whom_marks_describe(speaker: str, read: Read) -> None:
    article = read(f"{speaker}: الاتفاق بعيد\nقال الوزير إن الوقت ضيق.")
    assert article.contents[0] == "الاتفاق بعيد"


@pytest.mark.parametrize("whom", ["مادورو", "الرئيس مادورو"])
def test_land_ends_before_whom_it_accuses(whom: str, read: Read) -> None:
    article = read(f"اتهمت الولايات المتحدة {whom} بأنه يعرقل الاتفاق.")
    assert article.speakers == ["الولايات المتحدة"]


def test_aside_that_names_a_source_leaves_what_is_refused_in_place(read: Read) -> None:
    article = read("وأكد القادة، بحسب البيان، رفضهم التام للقرار.")
    assert article.contents == ["رفضهم التام للقرار"] * 2
    assert article.speakers == ["القادة", "البيان"]
