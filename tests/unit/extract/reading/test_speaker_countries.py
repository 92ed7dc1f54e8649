"""For which country a speaker speaks: the one he is of, the place he speaks from, or none."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

WANG = "قال وزير الخارجية الصيني وانغ يي إن المحادثات كانت مثمرة."


def test_two_of_different_countries_speak_for_no_one_country(read: Read) -> None:
    article = read(
        "أكد وزير الخارجية المصري سامح شكري ووزير الخارجية الأردني أيمن الصفدي أن الوضع خطير."
    )
    assert article.speaker_countries == [None]


def test_country_speaks_for_itself(read: Read) -> None:
    article = read("أدانت إيران الهجوم على السفارة. ورحبت قطر بالاتفاق.")
    assert article.speakers == ["إيران", "قطر"]
    assert article.speaker_countries == ["IRN", "QAT"]


@pytest.mark.parametrize("source", ["مصدر مطلع", "أحد المصادر", "مصادر دبلوماسية"])
def test_who_hides_his_name_speaks_for_no_country(source: str, read: Read) -> None:
    article = read(f"مدريد 15 ديسمبر 2019 (شينخوا) قال {source} إن الخطة جاهزة.")
    assert article.column("quotes", "speaker_country_code") == [None]


def test_home_of_an_article_without_a_dateline_is_told_by_its_towns_too(read: Read) -> None:
    article = read(
        "قال الوزير سالم حمد إن القمح الأوكراني والأوكرانية يصل من بيروت إلى طرابلس وصيدا في لبنان."
    )
    assert article.column("quotes", "speaker_country_code") == ["LBN"]


def test_two_sides_speak_for_no_one_country(read: Read) -> None:
    article = read(f"بكين 3 مارس 2021 (شينخوا) {WANG} وأكد الجانبان أن العمل مستمر.")
    assert article.speaker_countries == ["CHN", None]


def test_source_speaks_from_the_town_before_it(read: Read) -> None:
    article = read("بكين 3 مارس 2019 (شينخوا) وفي أستانا، صرح مصدر مطلع بأن العمل بدأ.")
    assert article.speaker_countries == ["KAZ"]


def test_ambassador_is_of_the_country_that_his_office_names_elsewhere(read: Read) -> None:
    article = read(
        "نيروبي 3 مارس 2021 (رويترز) أعلن سفير الولايات المتحدة في نيروبي أن العمل بدأ."
        " وقال السفير روبرت هيل إن الوضع آمن."
    )
    assert article.speakers == ["روبرت هيل", "روبرت هيل"]
    assert article.speaker_countries == ["USA", "USA"]


@pytest.mark.parametrize(
    ("paper", "country"),
    [("صحيفة الغارديان", None), ("صحيفة الغارديان البريطانية", "GBR")],
)
def test_press_abroad_speaks_for_the_country_it_is_named_by(
    paper: str, country: str | None, read: Read
) -> None:
    article = read(f"بكين 3 مارس 2021 (شينخوا) ذكرت {paper} أن الوضع صعب.")
    assert article.speaker_countries == [country]


def test_home_is_not_guessed_where_an_article_names_two_countries_alike(read: Read) -> None:
    article = read(
        "زادت تجارة السعودية مع الكويت. واشترت الكويت قمحا، وباعت السعودية تمرا."
        " وقال سالم الجنيدي إن العام جيد."
    )
    assert article.column("quotes", "speaker_country_code") == [None]


def test_desk_abroad_is_no_home_of_who_speaks_in_the_story(read: Read) -> None:
    article = read(
        "نيقوسيا 3 يوليو (أ ف ب) - قال سكان في حلب إن القصف عاد. "
        "وأعلن الجيش السوري أن سوريا لن تتراجع، وأضاف السكان أن سوريا بلا كهرباء."
    )
    assert set(article.speaker_countries) == {"SYR"}


def test_story_names_the_country_of_its_desk_in_passing(read: Read) -> None:
    article = read(
        "جدة 3 يوليو - وصل من السعودية وفد إلى اليابان. وزار اليابان وأحب اليابان. "
        "وفي شمال اليابان مطر، وفي جنوب اليابان شمس، وفي شرق اليابان ريح، وفي غرب اليابان ثلج. "
        "وعاد الوفد من اليابان. وقال يوكي تاكاموتو إن الشتاء طويل."
    )
    assert article.speaker_countries == ["JPN"]


def test_united_kingdom_is_not_the_kingdom_of_the_dateline(read: Read) -> None:
    article = read(
        "الرياض 3 يوليو - زادت صادرات المملكة المتحدة. وفي بريطانيا قمح، وفي بريطانيا ذرة. "
        "وقال مكتب الإحصاءات إن العام جيد."
    )
    assert article.speaker_countries == ["GBR"]


def test_two_who_say_one_thing_speak_jointly_for_no_country(read: Read) -> None:
    article = read(
        "أكد السفير الكازاخي نورلان إسكاكوف ونظيره الروسي إيغور مالينين أن بلديهما مستعدان."
    )
    assert article.speakers == ["نورلان إسكاكوف"]
    assert article.column("quotes", "co_speakers") == [["إيغور مالينين"]]
    assert article.speaker_countries == [None]
    assert article.resolutions == ["joint"]


@pytest.mark.parametrize(
    "title", ["أستاذ الدراسات الإيرانية", "الخبير في الشؤون الإيرانية", "الخبير بالشؤون الدولية"]
)
def test_field_of_a_scholar_is_not_his_country(title: str, read: Read) -> None:
    article = read(f"قال {title} سعيد المنصوري إن إيران قوية. وإيران غنية. وإيران كبيرة.")
    assert article.speaker_countries == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "أدانت الولايات المتحدة والاتحاد الأوروبي الهجوم.",
        "اتهمت أوكرانيا والعديد من الدول الغربية روسيا بإسقاط الطائرة.",
    ],
)
def test_country_with_a_body_or_others_speaks_for_no_one_country(sentence: str, read: Read) -> None:
    assert read(sentence).speaker_countries == [None]


def test_kingdom_alone_speaks_for_itself(read: Read) -> None:
    article = read("وصلت طائرة من عدن إلى صنعاء في اليمن. وأكدت المملكة أن اليمن سيعود إلى أهله.")
    assert article.speaker_countries == ["SAU"]


def test_agency_in_marks_speaks_for_no_country(read: Read) -> None:
    article = read('وحسب وكالة أنباء "فرانس برس" يأتي هذا التحرك في رام الله.')
    assert article.speaker_countries == [None]


def test_vague_source_is_of_the_country_whose_speakers_are_heard(read: Read) -> None:
    article = read(
        "قال وزير الداخلية الأردني سلامة حماد إن إيران دربت الخلية. وأكد أن الحدود آمنة. "
        "وأضاف أن السلاح دخل من البحر. وذكرت مصادر أمنية أن المحاكمة قريبة."
    )
    assert article.speaker_countries == ["JOR"] * 4


def test_source_in_the_field_is_of_the_country_told_of(read: Read) -> None:
    article = read("عدن 5 مايو 2015 (رويترز) ذكرت مصادر ميدانية أن الوضع في عدن هادئ.")
    assert article.speaker_countries == ["YEM"]


def test_her_country_is_the_one_of_who_speaks_of_it(read: Read) -> None:
    article = read(
        "بكين 14 مايو (شينخوا) قالت الصين اليوم إن القرار مرفوض."
        " وفي نيروبي، قالت الوزيرة الكينية غريس وانجيرو إن بلادها تأمل في أن تنجح المحادثات."
    )
    assert article.speaker_countries == ["CHN", "KEN", "KEN"]


def test_guest_of_a_counterpart_is_of_the_agencys_country(read: Read) -> None:
    article = read(
        "عمان - 12 - 2 (كونا) -- قال وزير الخارجية فهد الرشود في مؤتمر صحفي مع نظيره الأردني"
        " طارق الحديد ان العلاقات راسخة."
    )
    assert article.speaker_countries == ["KWT"]


def test_kingdom_without_a_name_is_named_as_often_as_others(read: Read) -> None:
    article = read(
        "زار وفد من المملكة لبنان، ثم عاد إلى المملكة. "
        "وقال الوزير سالم حمد إن الخطة في المملكة جاهزة."
    )
    assert article.column("quotes", "speaker_country_code") == ["SAU"]


@pytest.mark.parametrize("who", ["دبلوماسيون", "بيان من مكتب المبعوث الدولي", "مفتشون دوليون"])
def test_who_serves_the_world_or_hides_is_of_no_country(who: str, read: Read) -> None:
    article = read(f"شهدت سوريا هدوءا أمس في سوريا. وقال {who} إن الهدنة صامدة في سوريا.")
    assert article.speaker_countries == [None]


@pytest.mark.parametrize(("name", "country"), [("بيتر نوفوتني", None), ("سامي نور", "SAU")])
def test_expert_with_a_foreign_name_is_not_of_the_country_told_of(
    name: str, country: str | None, read: Read
) -> None:
    article = read(
        f"السعودية تبني جسرا والسعودية تكمله في السعودية.\nوقال الخبير {name} إن الجسر مهم."
    )
    assert article.speaker_countries == [country]


def test_attache_is_not_of_the_country_where_he_serves(read: Read) -> None:
    article = read("طالب المستشار التجاري في كينيا سامي نور بفتح السوق.")
    people = article.tables["mentions"].filter(entity_type="person")
    assert people["country_code"].to_list() == [None]


def test_who_stands_with_a_president_has_no_part_in_his_office(read: Read) -> None:
    article = read("تسلم الرئيس الكيني والأمير سامي نور الجائزة.")
    people = article.tables["mentions"].filter(entity_type="person")
    assert people["role_text"].to_list() == ["الأمير"]
