"""Who speaks where somebody else is named as near: hosts, masters, namesakes of an office."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


def test_who_asks_the_questions_does_not_answer_them(read: Read) -> None:
    article = read(
        "علق المتحدث باسم الوزارة سامي نور على أنباء الإضراب.\n"
        "وأضاف خلال مقابلة مع الإعلامي رامي حداد أن القطارات تسير."
    )
    assert article.speakers == ["سامي نور"]


def test_name_right_before_what_is_said_is_who_says_it(read: Read) -> None:
    article = read(
        "مها سعيد – جريدة المرفأ\n"
        "قال صاحب الحملة التي تعطلت حافلتها داخل الأراضي الأردنية فجر الخميس رامي حداد إن "
        "الركاب بخير."
    )
    assert article.speakers == ["رامي حداد"]


@pytest.mark.parametrize("who", ["أحد كبار مستشاري", "أحد مساعدي", "بعض معاوني"])
def test_one_of_several_servants_is_not_their_master(who: str, read: Read) -> None:
    article = read(f"قال {who} الرئيس الكيني وليام روتو إن الرحلة تأجلت.")
    assert article.speakers == [f"{who} الرئيس الكيني وليام روتو"]
    assert article.speaker_countries == ["KEN"]


@pytest.mark.parametrize("pointer", ["هذا", "ذات", "نفس"])
def test_official_who_is_pointed_at_goes_on(pointer: str, read: Read) -> None:
    article = read(
        f"قال مسؤول كبير في الإدارة إن الجسر سليم. وأكد {pointer} المسؤول أن العمل مستمر."
    )
    assert article.speakers == ["مسؤول كبير في الإدارة"] * 2


def test_results_that_are_pointed_at_are_no_source_before_them(read: Read) -> None:
    article = read("قال باحثون إن النوم ينقص. وأضافوا أن هذه النتائج تؤكد أن الراحة ضرورية.")
    assert article.speakers[-1] == "هذه النتائج"


def test_official_of_a_headline_whom_the_story_leaves_unnamed_stays_so(read: Read) -> None:
    article = read(
        "مسؤول كيني: الرحلة تأجلت\n"
        "أكد مسؤول كيني رفيع أن الرحلة تأجلت. وقال المسؤول إن السبب فني.\n"
        "وعلى صعيد آخر، قال رامي أوتيينو المتحدث باسم وزارة النقل الكينية إن المطار يعمل."
    )
    assert article.speakers[:3] == ["مسؤول كيني", *["مسؤول كيني رفيع"] * 2]


def test_charge_d_affaires_goes_on_to_his_name(read: Read) -> None:
    article = read("من جانبه قال القائم بأعمال وزير الدفاع الكيني رامي أوتيينو إن التدريب انتهى.")
    assert article.speakers == ["رامي أوتيينو"]
    assert article.speaker_countries == ["KEN"]


def test_who_is_turned_to_goes_on_in_the_sentence(read: Read) -> None:
    article = read(
        "قالت الوزيرة سعاد نور إن الخطة جيدة. أما النائب رامي حداد فشبه الخطة بالوهم، واصفا "
        "الوزيرة بالمتسرعة."
    )
    assert article.speakers == ["سعاد نور", "رامي حداد"]


def test_who_does_not_rule_it_out_stands_before_his_verb(read: Read) -> None:
    assert read("مسؤول كيني لا يستبعد تأجيل الرحلة").speakers == ["مسؤول كيني"]


def test_paper_between_marks_turned_round_is_told_first(read: Read) -> None:
    article = read("أكد لـ”مرفأ اليوم” المتحدث الرسمي رامي حداد أن الجسر سليم.")
    assert article.speakers == ["رامي حداد"]
    assert article.resolutions == ["stated"]


@pytest.mark.parametrize("many", ["الخبراء", "القادة", "البعض", "النشطاء", "النواب"])
def test_several_do_not_go_on_with_one_who_spoke(many: str, read: Read) -> None:
    article = read(f"قال الوزير سامي نور إن الجسر سليم. وأكد {many} أن الجسر قديم.")
    assert article.speakers == ["سامي نور", many]


def test_ministers_who_meet_speak_for_no_country(read: Read) -> None:
    article = read("الدوحة 5 مايو 2015 (قنا) عبّر الوزراء عن قلقهم من التصعيد.")
    assert article.speaker_countries == [None]


def test_president_of_a_country_is_none_of_a_body_of_the_world(read: Read) -> None:
    article = read(
        "قال رئيس الأمم المتحدة للطفولة رامي حداد إن الأمر عاجل. وقال الرئيس الكيني إن الدعم قريب."
    )
    assert article.speakers[-1] != "رامي حداد"


@pytest.mark.parametrize(
    "speech", ["تصريحات للوزير سامي نور", "كلمة ألقاها الوزير سامي نور", "خطاب للوزير سامي نور،"]
)
def test_who_gives_a_speech_says_what_is_said_in_it(speech: str, read: Read) -> None:
    article = read(
        "قالت الوزيرة سعاد فؤاد إن الجسر سليم. وجاء ذلك ردا على "
        f"{speech} اتهم فيها الشركة بالتقصير."
    )
    assert article.speakers == ["سعاد فؤاد", "سامي نور"]


def test_who_is_described_last_calls_on_another(read: Read) -> None:
    article = read("وصوت المجلس على منح الثقة للحكومة الجديدة التي دعت تايلاند إلى فتح الحدود.")
    assert article.speakers == ["الحكومة الجديدة"]


def test_commander_of_the_forces_is_known_by_all_of_his_title(read: Read) -> None:
    article = read(
        "أعلن الناطق باسم القائد العام للقوات المسلحة العراقية اللواء سامي نور أن التدريب انتهى.\n"
        "وصرح الناطق باسم القائد العام للقوات المسلحة العراقية بأن النتائج جيدة."
    )
    assert article.speakers == ["سامي نور"] * 2


@pytest.mark.parametrize("aide", ["معاون", "مستشار", "مساعد"])
def test_aide_before_a_name_is_not_whom_he_serves(aide: str, read: Read) -> None:
    article = read(f"قال الرئيس الكيني وليام روتو إن الرحلة تأجلت. وأضاف {aide} روتو أن السبب فني.")
    assert article.speakers[-1] == f"{aide} روتو"
    assert article.speaker_countries[-1] == "KEN"


def test_once_more_is_nobody(read: Read) -> None:
    article = read("قال الوزير سامي نور إن الجسر سليم. وأكد مرة أخرى أن الطريق مفتوح.")
    assert article.speakers == ["سامي نور"] * 2


def test_who_stands_between_was_and_his_verb_tells(read: Read) -> None:
    article = read("وكان مسؤول كيني رفيع، قد أبلغ مجلس الأمن الدولي، بأنه لا يوجد تقدم.")
    assert article.speakers == ["مسؤول كيني رفيع"]


@pytest.mark.parametrize("said", ["إن", "أن"])
def test_who_stands_first_in_the_clause_regards_whom_the_verb_has(said: str, read: Read) -> None:
    article = read(f"وأعلنت الوزيرة {said} كينيا تدعو تايلاند إلى فتح الحدود.")
    assert article.speakers[-1] == "كينيا"


def test_agency_that_leads_in_does_not_go_on(read: Read) -> None:
    article = read("وبحسب وكالة رويترز، قال الوزير سامي نور إن الجسر سليم. وأضاف أن الطريق مفتوح.")
    assert article.speakers == ["وكالة رويترز", "سامي نور", "سامي نور"]


def test_body_is_not_who_speaks_for_it(read: Read) -> None:
    article = read(
        "وقال المتحدث باسم الشرطة سامي نور إن الحادث وقع فجرا. وقالت الشرطة إن السائق بخير."
    )
    assert article.speakers[-1] != "سامي نور"


def test_official_described_at_length_goes_on(read: Read) -> None:
    article = read(
        "أكد رامي أوتيينو نائب قائد البحرية الكينية أن التدريب انتهى. "
        "واعتبر المسؤول العسكري الكيني أن النتائج جيدة."
    )
    assert article.speakers == ["رامي أوتيينو"] * 2


def test_envoy_of_the_nations_speaks_for_no_country(read: Read) -> None:
    article = read("قال المبعوث الأممي الخاص لليمن سامي نور إن اليمن في خطر.")
    assert article.speaker_countries == [None]


def test_own_word_is_his_who_spoke_last_and_not_the_headlines(read: Read) -> None:
    article = read(
        "الحرس الكيني: التدريب انتهى\nوقال القائد سامي نور إن الجسر سليم، حسب قوله.\n"
        "وأوضح أن الطريق مفتوح."
    )
    assert article.speakers[1:] == ["سامي نور"] * 3


def test_capital_that_acts_goes_on(read: Read) -> None:
    article = read(
        "قال الوزير سامي نور إن الجسر سليم.\nوأغلقت بغداد الحدود، مشيرة إلى أن الطريق خطر."
    )
    assert article.speakers[-1] == "بغداد"


def test_who_blamed_somebody_goes_on(read: Read) -> None:
    article = read(
        "قال الوزير سامي نور إن الجسر سليم.\n"
        "وانتقدت مصادر دبلوماسية اليوم الأمم المتحدة، مشيرة إلى أنها لم ترسل سفنا."
    )
    assert article.speakers[-1] == "مصادر دبلوماسية"


def test_report_of_an_agency_is_hers(read: Read) -> None:
    article = read("وأظهر مسح لوكالة رويترز أن الإنتاج ارتفع.")
    assert article.speakers == ["وكالة رويترز"]


def test_sheikh_of_a_body_is_an_office(read: Read) -> None:
    article = read(
        "أكد الإمام سامي نور شيخ الأزهر أن الجسر سليم.\nوقال شيخ الأزهر إن الطريق مفتوح."
    )
    assert article.speakers == ["سامي نور"] * 2


def test_source_is_known_from_what_he_denied(read: Read) -> None:
    article = read(
        "قال الوزير سامي نور إن الجسر سليم.\nنفى مصدر أمني بوزارة الداخلية ما تردد عن الجسر.\n"
        "وأكد المصدر أن الطريق مفتوح."
    )
    assert article.speakers[-1] == "مصدر أمني بوزارة الداخلية"


def test_sources_are_those_a_paper_learnt_from(read: Read) -> None:
    article = read(
        "قال الوزير سامي نور إن الجسر سليم.\n"
        "وعلمت «المساء» من مصادر عسكرية بوصول القطار. وقالت المصادر إن الطريق مفتوح."
    )
    assert article.speakers[-1] == "مصادر عسكرية"


def test_sources_are_no_person_and_officials_no_body(read: Read) -> None:
    article = read("قال الوزير سامي نور إن الجسر سليم.\nوقالت المصادر إن الطريق مفتوح.")
    assert article.speakers[-1] == "المصادر"
    article = read("قالت شركة نور إن الجسر سليم.\nوقال المسؤول إن الطريق مفتوح.")
    assert article.speakers[-1] == "المسؤول"


def test_company_is_the_one_named_by_its_words(read: Read) -> None:
    article = read(
        "أعلنت شركة العربية للطيران التي تعتبر كبيرة عن نتائجها المالية.\n"
        "وأكدت الشركة أن عامها الأول كان ناجحا."
    )
    assert article.speakers == ["شركة العربية للطيران"] * 2


def test_who_is_asked_answers(read: Read) -> None:
    article = read(
        "قال الوزير سامي نور إن الجسر سليم.\n"
        "وعندما سُئل متحدث باسم الجيش عن ذلك، قال إن الطريق مفتوح."
    )
    assert article.speakers[-1] == "متحدث باسم الجيش"


def test_who_made_the_remarks_said_in_them(read: Read) -> None:
    article = read(
        "قال الوزير سامي نور إن الجسر سليم.\nوغضبت الحركة من تصريحات القائد رامي أوتيينو،"
        " لقناة «النور» الكينية، والتي أكد فيها أن الطريق مفتوح."
    )
    assert article.speakers[-1] == "رامي أوتيينو"


def test_movement_or_channel_leads_a_headline(read: Read) -> None:
    article = read("حماس: لن نغلق الميناء\n\nقال الوزير سامي نور إن الجسر سليم.")
    assert article.speakers[0] == "حماس"
    article = read("قناة عبرية: الجيش يغلق الميناء\n\nقال الوزير سامي نور إن الجسر سليم.")
    assert article.speakers[0] == "قناة عبرية"


def test_official_in_an_office_is_not_whose_it_is(read: Read) -> None:
    article = read("ونقل عن مسؤول في مكتب كاميرون قوله إن الجسر سليم.")
    assert article.speakers == ["مسؤول في مكتب كاميرون"]


def test_veil_is_no_part_of_who_lifts_it(read: Read) -> None:
    article = read("كشفت كينيا النقاب عن طلبها فتح الميناء.")
    assert article.speakers == ["كينيا"]


def test_name_follows_where_its_bearer_serves(read: Read) -> None:
    article = read("وأوضح مدير الشؤون الصحية بمدينة نيروبي الدكتور سامي نور أن الجسر سليم.")
    assert article.speakers == ["سامي نور"]


def test_team_in_marks_is_not_its_coach(read: Read) -> None:
    article = read("قال مدرب “الخضر” رضا نور إن الفريق سعيد.")
    assert article.speakers == ["رضا نور"]


def test_envoy_leads_a_headline_with_where_he_is_sent(read: Read) -> None:
    article = read(
        "المبعوث الأممي إلى اليمن: لن نغلق الميناء\n\nقال الوزير سامي نور إن الجسر سليم."
    )
    assert article.contents[0] == "لن نغلق الميناء"


def test_servant_of_god_is_one_name_however_it_is_written(read: Read) -> None:
    article = read("قال المتحدث محمد عبد السلام إن الجسر سليم.\nوأوضح عبدالسلام أن الطريق مفتوح.")
    assert article.speakers == ["محمد عبد السلام"] * 2
    article = read("قال المتحدث محمد عبدالسلام إن الجسر سليم.\nوأوضح عبد السلام أن الطريق مفتوح.")
    assert article.speakers == ["محمد عبدالسلام"] * 2


def test_yet_goes_on_with_who_acts(read: Read) -> None:
    article = read(
        "قالت الوزيرة هدى نور إن الجسر سليم.\n"
        "وتجاهلت الشركة أمس الأسئلة، غير أنها أشارت إلى أن الطريق مفتوح."
    )
    assert article.speakers[-1] == "الشركة"


def test_who_acts_goes_on_past_a_name_in_marks(read: Read) -> None:
    article = read(
        "قالت الوزيرة هدى نور إن الجسر سليم.\n"
        "وتحدث المدرب الروماني في حوار مع صحيفة «سبورت نيوز» قائلا إن الطريق مفتوح."
    )
    assert article.speakers[-1] == "المدرب الروماني"
