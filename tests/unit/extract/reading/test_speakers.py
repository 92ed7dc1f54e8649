"""Who speaks where a cue has no name of its own beside it."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

WANG = "قال وزير الخارجية الصيني وانغ يي إن المحادثات كانت مثمرة."
TLEUBERDI = "قال وزير الخارجية الكازاخي مختار تليوبيردي إن بلاده تدعم المبادرة."
ERDOGAN = "قال الرئيس التركي رجب طيب أردوغان إن بلاده ستواصل الحوار."


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


def test_description_of_another_country_speaks_for_itself(read: Read) -> None:
    article = read(f"{WANG} وأبلغ المراقب الأمريكي الصحفيين أن واشنطن محايدة.")
    assert article.speakers == ["وانغ يي", "المراقب الأمريكي"]
    assert article.speaker_countries == ["CHN", "USA"]


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


@pytest.mark.parametrize(
    "clause",
    ["طلب عدم الكشف عن هويته", "رفض ذكر اسمه", "فضل عدم نشر اسمه"],
)
def test_clause_by_which_a_source_hides_is_passed_over(clause: str, read: Read) -> None:
    article = read(f"لكن مصدرا حكوميا {clause} أكد أن العمل بدأ.")
    assert article.speakers == ["مصدرا حكوميا"]
    article = read(f"نقلت الوكالة عن مصدر حكومي، {clause}، قوله إن العمل بدأ.")
    assert article.speakers == ["مصدر حكومي"]


def test_what_a_verb_takes_is_no_part_of_its_subject(read: Read) -> None:
    article = read(f"{ERDOGAN} وجدد الرئيس التركي تأكيداته بأن الحوار مستمر.")
    assert article.speakers == ["رجب طيب أردوغان", "رجب طيب أردوغان"]


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


def test_plural_before_what_completes_it_is_of_people(read: Read) -> None:
    article = read("تحطمت الطائرة أمس وفقا لما أعلنه مسؤولو البنتاغون.")
    assert article.column("quotes", "speaker_type") == ["unnamed"]


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


def test_honour_goes_on_with_a_person_whatever_spoke_last(read: Read) -> None:
    article = read("وصل الأمير محمد بن نايف أمس. وجاء في بيان الديوان أن سموه أشاد بالجهود.")
    assert article.speakers[-1] == "محمد بن نايف"


def test_whoever_does_the_same_first_is_the_headlines(read: Read) -> None:
    article = read(
        "نائبة بصرية تتهم الوزارة بالإهمال\nاتهمت النائبة ابتسام الجزائري الوزارة بالإهمال."
    )
    assert article.speakers == ["ابتسام الجزائري", "ابتسام الجزائري"]


def test_mark_that_opens_more_than_the_speaker_is_left_out(read: Read) -> None:
    article = read("وقال المدير إن «الوزارة أكدت أن الخطة جاهزة».")
    assert article.speakers[-1] == "الوزارة"


@pytest.mark.parametrize(
    ("sentence", "speaker", "country"),
    [
        ("وقالت حملة الرئيس الكيني محمود سالم إنه سيفوز.", "حملة الرئيس الكيني محمود سالم", "KEN"),
        ("وقال مكتب الوزير سامي نور إن الزيارة ألغيت.", "مكتب الوزير سامي نور", None),
        ("وقال الفريق سامي نور إن الهدنة انتهت.", "سامي نور", None),
    ],
)
def test_campaign_of_somebody_is_not_he(
    sentence: str, speaker: str, country: str | None, read: Read
) -> None:
    article = read(sentence)
    assert (article.speakers, article.speaker_countries) == ([speaker], [country])


def test_head_of_the_council_of_ministers_is_definite(read: Read) -> None:
    text = "قال رئيس مجلس الوزراء السعودي فيصل بن خالد إن الخطة جاهزة. "
    article = read(text + "وأضاف رئيس مجلس الوزراء أن القرار نهائي.")
    assert article.speakers == ["فيصل بن خالد"] * 2


def test_honour_is_whose_title_it_is_though_his_office_follows_his_name(read: Read) -> None:
    article = read(
        "تلقى سمو الشيخ سالم بن زايد، وزير الخارجية، اتصالا من معالي سامي نور، وزير خارجية كينيا. "
        "وقال معالي سامي نور إن السد جاهز. وأعرب سموه عن تمنياته له."
    )
    assert article.speakers == ["سامي نور", "سالم بن زايد"]
