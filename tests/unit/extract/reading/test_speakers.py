from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

WANG = "قال وزير الخارجية الصيني وانغ يي إن المحادثات كانت مثمرة."
TLEUBERDI = "قال وزير الخارجية الكازاخي مختار تليوبيردي إن بلاده تدعم المبادرة."


def test_verb_without_a_subject_goes_on_with_the_last_speaker(read: Read) -> None:
    article = read(f"{WANG} وأضاف أن التعاون سيتوسع.")
    assert article.speakers == ["وانغ يي", "وانغ يي"]
    assert article.speaker_countries == ["CHN", "CHN"]
    assert article.resolutions == ["stated", "carried"]


def test_carried_speaker_leads_back_to_a_mention(read: Read) -> None:
    article = read(f"{WANG} وأضاف أن التعاون سيتوسع.")
    antecedents = article.column("quotes", "antecedent_mention_id")
    people = dict(article.mentions("person", "mention_id", "mention_text"))
    assert [people[mention] for mention in antecedents] == ["وانغ يي", "وانغ يي"]


def test_participle_goes_on_with_the_speaker_of_its_sentence(read: Read) -> None:
    article = read(f"{WANG} وقال الرئيس الفرنسي إن القمة ناجحة مضيفا أن العمل مستمر.")
    assert article.speakers == ["وانغ يي", "الرئيس الفرنسي", "الرئيس الفرنسي"]


def test_turn_gives_the_word_to_the_other_speaker_who_keeps_it(read: Read) -> None:
    article = read(f"{WANG} ومن جانبه، {TLEUBERDI} وأضاف أن التعاون سيتوسع.")
    assert article.speakers == ["وانغ يي", "مختار تليوبيردي", "مختار تليوبيردي"]
    assert article.speaker_countries == ["CHN", "KAZ", "KAZ"]


@pytest.mark.xfail(strict=True, reason="a turn without a name goes on with the last speaker")
def test_turn_without_a_name_goes_to_the_other_of_two(read: Read) -> None:
    meeting = "استقبل وزير الخارجية الصيني وانغ يي أمس نظيره الكازاخي مختار تليوبيردي."
    article = read(
        f"{meeting} وقال وانغ إن المحادثات كانت مثمرة. من جانبه، أكد أن بلاده تدعم المبادرة."
    )
    assert article.speakers == ["وانغ يي", "مختار تليوبيردي"]
    assert article.resolutions == ["stated", "turn"]


def test_feminine_verb_goes_on_with_the_woman_who_spoke(read: Read) -> None:
    article = read(
        "قالت وزيرة الصحة النرويجية كارين هانسن إن اللقاح متوفر. "
        "وقال وزير المالية لارس بيرغ إن الميزانية كافية. "
        "وأضافت أن الحملة بدأت. وأضاف أن الصرف قريب."
    )
    assert article.speakers == ["كارين هانسن", "لارس بيرغ", "كارين هانسن", "لارس بيرغ"]


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


def test_body_named_before_is_meant_by_its_kind_alone(read: Read) -> None:
    article = read("أصدرت وزارة الخارجية الكازاخية بيانا. وقالت الوزارة إن الوضع مستقر.")
    assert article.speakers == ["وزارة الخارجية الكازاخية"]
    assert article.speaker_countries == ["KAZ"]


@pytest.mark.parametrize(
    "speaker",
    [
        "رئيس الوزراء",
        "المتحدث باسم الحكومة",
        "مصدر أمني",
        "الرئيس",
        "الخبير",
    ],
)
def test_unnamed_speaker_is_carried_as_well(speaker: str, read: Read) -> None:
    article = read(f"أكد {speaker} أن الخطة جاهزة. وأضاف أن التنفيذ قريب.")
    assert article.speakers == [speaker, speaker]
    assert article.resolutions == ["stated", "carried"]


@pytest.mark.parametrize("crowd", ["اللاجئون", "السلطات", "التقارير", "الصحافة"])
def test_several_are_not_taken_for_who_spoke_before(crowd: str, read: Read) -> None:
    article = read(f"قال الوزير سالم حمد إن الطريق آمن. وذكرت {crowd} أن الطريق خطر.")
    assert article.speakers == ["سالم حمد", crowd]


def test_two_who_speak_together_are_both_named(read: Read) -> None:
    article = read(
        "أكد وزير الخارجية المصري سامح شكري ووزير الخارجية الأردني أيمن الصفدي أن الوضع خطير."
    )
    assert article.speakers == ["سامح شكري"]
    assert article.column("quotes", "co_speakers") == [["أيمن الصفدي"]]
    assert article.resolutions == ["joint"]


def test_two_of_different_countries_speak_for_no_one_country(read: Read) -> None:
    article = read(
        "أكد وزير الخارجية المصري سامح شكري ووزير الخارجية الأردني أيمن الصفدي أن الوضع خطير."
    )
    assert article.speaker_countries == [None]


def test_country_speaks_for_itself(read: Read) -> None:
    article = read("أدانت إيران الهجوم على السفارة. ورحبت قطر بالاتفاق.")
    assert article.speakers == ["إيران", "قطر"]
    assert article.speaker_countries == ["IRN", "QAT"]


def test_nobody_spoke_before_and_nobody_is_named(read: Read) -> None:
    article = read("أضاف أن العمل مستمر.")
    assert article.speakers == [None]
    assert article.resolutions == ["unresolved"]


def test_speaker_of_one_document_is_not_carried_into_the_next(
    read_all: Callable[..., list[Any]],
) -> None:
    _, second = read_all(WANG, "وأضاف أن التعاون سيتوسع.")
    assert second.speakers == [None]


def test_who_was_written_about_speaks_first_where_nobody_has(read: Read) -> None:
    article = read("وصل وزير الخارجية الصيني وانغ يي إلى القاهرة. وقال إن المحادثات ستبدأ غدا.")
    assert article.speakers == ["وانغ يي"]
    assert article.speaker_countries == ["CHN"]


@pytest.mark.parametrize("source", ["مصدر مطلع", "أحد المصادر", "مصادر دبلوماسية"])
def test_who_hides_his_name_speaks_for_no_country(source: str, read: Read) -> None:
    article = read(f"مدريد 15 ديسمبر 2019 (شينخوا) قال {source} إن الخطة جاهزة.")
    assert article.column("quotes", "speaker_country_code") == [None]


def test_home_of_an_article_without_a_dateline_is_told_by_its_towns_too(read: Read) -> None:
    article = read(
        "قال الوزير سالم حمد إن القمح الأوكراني والأوكرانية يصل من بيروت إلى طرابلس وصيدا في لبنان."
    )
    assert article.column("quotes", "speaker_country_code") == ["LBN"]


def test_description_of_another_country_speaks_for_itself(read: Read) -> None:
    article = read(f"{WANG} وأبلغ المراقب الأمريكي الصحفيين أن واشنطن محايدة.")
    assert article.speakers == ["وانغ يي", "المراقب الأمريكي"]
    assert article.speaker_countries == ["CHN", "USA"]


def test_office_is_not_carried_on_by_who_holds_another(read: Read) -> None:
    article = read(f"{WANG} وأشاد السفير بالتقدم.")
    assert article.speakers == ["وانغ يي", "السفير"]


def test_document_speaks_for_itself_unless_it_was_spoken_in(read: Read) -> None:
    article = read(f"{WANG} وذكر التقرير أن النمو تباطأ.")
    assert article.speakers == ["وانغ يي", "التقرير"]
    article = read("قال الوزير حسن جاسم في بيان إن الخطة جاهزة. وأضاف البيان أن العمل بدأ.")
    assert article.speakers == ["حسن جاسم", "حسن جاسم"]


@pytest.mark.parametrize(
    ("document", "speaker", "country"),
    [
        ("تقرير أصدرته منظمة الصحة العالمية", "منظمة الصحة العالمية", None),
        ("بيان لوزارة التجارة الباكستانية", "وزارة التجارة الباكستانية", "PAK"),
        ("بيان مشترك", "بيان مشترك", None),
    ],
)
def test_document_stands_for_who_issued_it(
    document: str, speaker: str, country: str | None, read: Read
) -> None:
    article = read(f"لندن 3 مارس 2021 (رويترز) ذكر {document} أن النمو تباطأ.")
    assert article.speakers == [speaker]
    assert article.speaker_countries == [country]
    assert article.column("quotes", "speaker_type") == ["document"]


def test_two_sides_speak_for_no_one_country(read: Read) -> None:
    article = read(f"بكين 3 مارس 2021 (شينخوا) {WANG} وأكد الجانبان أن العمل مستمر.")
    assert article.speaker_countries == ["CHN", None]


def test_surname_that_is_an_adjective_is_its_bearers(read: Read) -> None:
    article = read("قال اللواء منصور التركي إن الطريق آمن. وأوضح التركي أن العمل مستمر.")
    assert article.speakers == ["منصور التركي", "منصور التركي"]


def test_name_in_marks_is_part_of_the_bodys(read: Read) -> None:
    assert read("ذكرت صحيفة (مانيلا كرونيكل) أن النمو تباطأ.").speakers == ["صحيفة مانيلا كرونيكل"]


@pytest.mark.parametrize(
    "sentence",
    [
        "وسارع المتحدث جونسون هوني إلى نفي ذلك، وقال إن الاتفاق لم يقر بعد.",
        "والتقى الوزير وفدا برئاسة جونسون هوني، الذي أبلغه أن الاتفاق لم يقر بعد.",
    ],
)
def test_who_acts_in_the_sentence_is_who_speaks_in_it(sentence: str, read: Read) -> None:
    article = read(f"{WANG} {sentence}")
    assert article.speakers == ["وانغ يي", "جونسون هوني"]
    assert article.column("quotes", "speaker_text") == ["وانغ يي", None]
    assert article.resolutions == ["stated", "carried"]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("وزير طاجيكي: نريد طريقا إلى البحر", "فرهاد نظروف"),
        ("مسؤول طاجيكي يحذر من الجفاف", "فرهاد نظروف"),
        ("مزارعون يحذرون من الجفاف", "مزارعون"),
    ],
)
def test_headline_speaks_of_who_speaks_in_the_story(
    headline: str, speaker: str, read: Read
) -> None:
    article = read(
        f"{headline}\nدوشنبه 3 مارس 2021 (شينخوا) قال وزير النقل الطاجيكي فرهاد نظروف إن العمل بدأ."
    )
    assert article.speakers == [speaker, "فرهاد نظروف"]


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


def test_source_speaks_from_the_town_before_it(read: Read) -> None:
    article = read("بكين 3 مارس 2019 (شينخوا) وفي أستانا، صرح مصدر مطلع بأن العمل بدأ.")
    assert article.speaker_countries == ["KAZ"]


@pytest.mark.parametrize(
    "clause",
    ["طلب عدم الكشف عن هويته", "رفض ذكر اسمه", "فضل عدم نشر اسمه"],
)
def test_clause_by_which_a_source_hides_is_passed_over(clause: str, read: Read) -> None:
    article = read(f"لكن مصدرا حكوميا {clause} أكد أن العمل بدأ.")
    assert article.speakers == ["مصدرا حكوميا"]
    article = read(f"نقلت الوكالة عن مصدر حكومي، {clause}، قوله إن العمل بدأ.")
    assert article.speakers == ["مصدر حكومي"]


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


ERDOGAN = "قال الرئيس التركي رجب طيب أردوغان إن بلاده ستواصل الحوار."
PREMIER = "وأعلن رئيس الحكومة التركية أحمد داود أوغلو أن التحقيق بدأ."


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


def test_what_a_verb_takes_is_no_part_of_its_subject(read: Read) -> None:
    article = read(f"{ERDOGAN} وجدد الرئيس التركي تأكيداته بأن الحوار مستمر.")
    assert article.speakers == ["رجب طيب أردوغان", "رجب طيب أردوغان"]


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


def test_document_speaks_for_who_issued_it_before(read: Read) -> None:
    article = read("أصدرت وزارة الصحة القطرية بيانا أمس. وقال البيان إن عدد الإصابات تراجع.")
    assert article.speakers == ["وزارة الصحة القطرية"]
    assert article.speaker_countries == ["QAT"]


def test_draft_resolution_speaks_and_not_the_council(read: Read) -> None:
    article = read(
        "تقدمت الولايات المتحدة وبريطانيا بمشروع قرار إلى مجلس الأمن. "
        "ويدعو مشروع القرار إلى إنشاء صندوق."
    )
    assert article.speakers == ["الولايات المتحدة"]
    assert article.column("quotes", "speaker_text") == ["مشروع القرار"]
    assert article.speaker_countries == [None]


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


def test_plural_before_what_completes_it_is_of_people(read: Read) -> None:
    article = read("تحطمت الطائرة أمس وفقا لما أعلنه مسؤولو البنتاغون.")
    assert article.column("quotes", "speaker_type") == ["unnamed"]


def test_heir_and_his_own_heir_are_two_persons(read: Read) -> None:
    article = read(
        "حضر الأمير محمد بن نايف بن عبدالعزيز ولي العهد، والأمير محمد بن سلمان بن عبدالعزيز "
        "ولي ولي العهد. وقال سمو ولي العهد إن الأمن مستتب. وأضاف ولي ولي العهد أن العمل مستمر."
    )
    assert article.speakers == ["محمد بن نايف بن عبدالعزيز", "محمد بن سلمان بن عبدالعزيز"]


def test_topic_speaks_however_much_is_told_of_it(read: Read) -> None:
    article = read(
        "قال الوزير سالم الشامسي إن الأمر خطير. "
        "أما هيلاري كلينتون التي يرجح فوزها، فتقول إن ذلك بسيط."
    )
    assert article.speakers == ["سالم الشامسي", "هيلاري كلينتون"]


def test_name_in_marks_before_what_it_says_is_the_speaker(read: Read) -> None:
    article = read('وذكرت " وكالة الأنباء اليمنية " أن الجانبين بحثا الوضع.')
    assert article.contents == ["الجانبين بحثا الوضع"]
    assert article.speaker_countries == ["YEM"]


def test_two_who_say_one_thing_speak_jointly_for_no_country(read: Read) -> None:
    article = read(
        "أكد السفير الكازاخي نورلان إسكاكوف ونظيره الروسي إيغور مالينين أن بلديهما مستعدان."
    )
    assert article.speakers == ["نورلان إسكاكوف"]
    assert article.column("quotes", "co_speakers") == [["إيغور مالينين"]]
    assert article.speaker_countries == [None]
    assert article.resolutions == ["joint"]
