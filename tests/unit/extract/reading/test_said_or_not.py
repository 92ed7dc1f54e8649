"""Which words beside a cue are said: objects, names in marks, asides, and what ends them."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

_SAID = "لن نقبل بأقل من ذلك أبدا"


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("قال الوزير إن العمل جار، متوقعا التوصل إلى اتفاق.", ["العمل جار", "التوصل إلى اتفاق"]),
        ("يتحصل اللاعب على الكرة ويسددها معلنا الهدف الثاني.", []),
    ],
)
def test_what_is_foreseen_may_be_definite(sentence: str, contents: list[str], read: Read) -> None:
    assert read(sentence).contents == contents


def test_what_was_rumoured_is_denied(read: Read) -> None:
    article = read("ونفى الوزير سامي نور ما تردد عن انسحاب المصرف من المشروع.")
    assert article.contents == ["ما تردد عن انسحاب المصرف من المشروع"]


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        ("أدانت وزارة الخارجية التفجير في بغداد.", "وزارة الخارجية", "التفجير في بغداد"),
        ("أدانت وزارة الخارجية اعتداءات المسلحين.", "وزارة الخارجية", "اعتداءات المسلحين"),
        ("أدان مجلس التعاون الخليجي الهجوم.", "مجلس التعاون الخليجي", "الهجوم"),
        ("أدانت عدة دول عربية الهجوم.", "عدة دول عربية", "الهجوم"),
        ("أدان عدد من الدول الهجوم.", "عدد من الدول", "الهجوم"),
        ("استنكر رئيس البرلمان اقتحام المبنى.", "رئيس البرلمان", "اقتحام المبنى"),
        ("استبعد الوزير الكيني لقاء نظيره.", "الوزير الكيني", "لقاء نظيره"),
    ],
)
def test_what_happened_is_condemned_and_no_part_of_who_does(
    sentence: str, speaker: str, content: str, read: Read
) -> None:
    article = read(sentence)
    assert article.column("quotes", "speaker_text") == [speaker]
    assert article.contents == [content]


@pytest.mark.parametrize("sentence", ["نفت الوزارة ذلك.", "وعبر الوزير عن ذلك بوضوح."])
def test_what_was_told_before_is_no_content(sentence: str, read: Read) -> None:
    assert read(sentence).contents == []


def test_station_in_marks_is_not_what_is_said_to_it(read: Read) -> None:
    article = read('ونقلت صحيفة الفجر عن إحداهن قولها لموقع "صدى الجبل" إن الطريق مغلق.')
    assert article.contents == ["الطريق مغلق"]
    assert article.speakers == ["إحداهن"]


def test_what_something_is_taken_for_is_said(read: Read) -> None:
    article = read("أدان الوزير التصعيد، واعتبره جريمة ضد الإنسانية.")
    assert article.contents == ["التصعيد", "جريمة ضد الإنسانية"]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("ويشتبه الغرب في أن البرنامج عسكري.", ["البرنامج عسكري"]),
        ("أوقفت الشرطة رجلا يشتبه في أنه سرق القارب.", []),
        ("وأصرت الوزارة على أن الأرقام صحيحة.", ["الأرقام صحيحة"]),
    ],
)
def test_who_suspects_and_insists_says_so(sentence: str, contents: list[str], read: Read) -> None:
    assert read(sentence).contents == contents


def test_paper_in_marks_before_its_source_is_no_quotation(read: Read) -> None:
    article = read('وذكرت صحيفة "صدى الجبل الأخضر" نقلا عن مسؤولين كينيين أن الخط عاد.')
    assert article.contents == ["الخط عاد", "الخط عاد"]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("وبين أن المشروع يوفر فرص عمل.", ["المشروع يوفر فرص عمل"]),
        ("كما بين أن المشروع مهم.", ["المشروع مهم"]),
        ("والفرق بين أن تسير وبين أن تقف كبير.", []),
        ("وخلص الوزير إلى القول إن المستقبل واعد.", ["المستقبل واعد"]),
    ],
)
def test_who_explains_needs_no_name(sentence: str, contents: list[str], read: Read) -> None:
    assert read(sentence).contents == contents


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ('وأشار الخبير في مصرف "ستاندرد"، إلى أن الاقتصاد ينمو.', ["الاقتصاد ينمو"]),
        ("وحذرت الوزارة كل من تسول له نفسه ذلك بأن العقاب سيكون مصيره.", ["العقاب سيكون مصيره"]),
        ("وحذرت الوزارة كل من يخالف النظام من العقوبة.", ["العقوبة"]),
        ('وقال إن القرار "خطأ" على حد وصفه.', ['القرار "خطأ"'] * 2),
    ],
)
def test_bank_in_marks_and_whoever_is_warned_say_nothing(
    sentence: str, contents: list[str], read: Read
) -> None:
    assert read(sentence).contents == contents


def test_unlisted_noun_has_its_preposition_after_an_earlier_time(read: Read) -> None:
    article = read("وكانت الحكومة قد هددت في وقت سابق بفرض عقوبات.")
    assert article.contents == ["فرض عقوبات"]


def test_whoever_did_is_no_statement(read: Read) -> None:
    assert read("لا تعتبروا كل من انتقد القرار عدوا.").contents == []


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("وأبدى شيوخ القرية قلقا شديدا من هذه التطورات.", ["قلقا شديدا من هذه التطورات"]),
        ("وتوقع المحللون ربحا قدره ستون سنتا.", ["ربحا قدره ستون سنتا"]),
    ],
)
def test_noun_with_its_ending_is_no_verb_of_two(
    sentence: str, contents: list[str], read: Read
) -> None:
    assert read(sentence).contents == contents


@pytest.mark.parametrize("that", ["أن", "إن"])
def test_colon_after_the_conjunction_opens_the_quotation(that: str, read: Read) -> None:
    article = read(f"وذكرت الوزارة {that}: «{_SAID}».")
    assert article.contents == [_SAID]
    assert article.kinds == ["direct"]


def test_verb_after_a_paper_and_a_comma_says(read: Read) -> None:
    article = read(f'وكانت صحيفة "المرفأ"، ذكرت في مقالة لها أمس الأول، أن: "{_SAID}".')
    assert article.contents == [_SAID]


def test_hour_opens_no_content(read: Read) -> None:
    assert read("كتبت مها سعيد الأربعاء، 22 مارس 2017 11:12 ص").contents == []


@pytest.mark.parametrize("what", ["تأكيد", "توضيح", "نفي"])
def test_who_refuses_to_tell_says_nothing(what: str, read: Read) -> None:
    assert read(f"ورفضت الوزيرة {what} الأنباء.").contents == []


@pytest.mark.parametrize("name", ["قناة سي.إن.إن. الإخبارية", "وكالة (ا.ف.ب.)"])
def test_name_spelt_with_stops_ends_no_sentence(name: str, read: Read) -> None:
    assert read(f"وقال الوزير في مقابلة مع {name} “{_SAID}”.").contents == [_SAID]


@pytest.mark.parametrize("where", ['شبكة "سي إن إن" الأمريكية', "صحيفة «مرفأ الأحد» المحلية"])
def test_name_of_a_medium_in_marks_is_not_what_is_said(where: str, read: Read) -> None:
    article = read(f"وقال الوزير في تصريحات أوردتها {where} اليوم إن الجسر سليم.")
    assert article.contents == ["الجسر سليم"]


def test_case_in_marks_after_a_preposition_is_not_what_is_said(read: Read) -> None:
    article = read(
        'قال رامي حداد محامي المتهمين في "قضية الجسر القديم"، أمام المحكمة، إن الحكم قريب.'
    )
    assert article.contents == ["الحكم قريب"]


def test_mark_at_the_end_of_a_line_closes(read: Read) -> None:
    article = read(f'وقال الوزير إن الجسر سليم متسائلا اي كلام هذا "\nواضاف قائلا " {_SAID}".')
    assert article.contents[-1] == _SAID


@pytest.mark.parametrize("own", ["بحسب تعبيره", "وفق وصفه", "حسب رأيه", "وفقا له"])
def test_by_his_own_words_is_no_part_of_them(own: str, read: Read) -> None:
    article = read(f"قال الوزير سامي نور إن الجسر سليم، {own}.")
    assert article.contents == ["الجسر سليم"] * 2
    assert article.speakers == ["سامي نور"] * 2


def test_what_is_done_by_a_plan_is_not_told_by_it(read: Read) -> None:
    article = read("وأكد الوزير أن العمل في الجسر يتم وفقا لمجموعة أعدتها الشركة.")
    assert len(article.contents) == 1


def test_name_in_marks_is_who_denies(read: Read) -> None:
    article = read("قال رامي حداد إن الجسر سليم.\nونفى «حداد» علمه بأي تقارير.")
    assert "حداد" not in article.contents


@pytest.mark.parametrize("asks", ["متسائلا كيف تغلق المدارس", "متسائلا لماذا تغلق المدارس"])
def test_question_after_who_asks_it_is_what_is_said(asks: str, read: Read) -> None:
    article = read(f"وانتقد الوزير القرار، {asks}.")
    assert article.contents[-1] == asks.split(" ", 1)[1]


def test_town_before_the_first_verb_says_nothing(read: Read) -> None:
    article = read("غزة: اعلن الوزير سامي نور ان الجسر سليم.")
    assert article.speakers == ["سامي نور"]


def test_byline_says_nothing(read: Read) -> None:
    assert read("كتبت: سعاد فؤاد\nأكد الوزير أن الجسر سليم.").contents == ["الجسر سليم"]


@pytest.mark.parametrize(
    "rest", [" بدون أن يحدد الموعد", " دون أن يذكر تفاصيل", "، بدون أن يوضح السبب"]
)
def test_what_is_left_unsaid_ends_what_is_said(rest: str, read: Read) -> None:
    assert read(f"وأعلن الوزير أن الجسر سيغلق قريبا{rest}.").contents == ["الجسر سيغلق قريبا"]


def test_denial_after_the_marks_ends_what_is_said(read: Read) -> None:
    article = read('وقال الوزير إن الجسر "سليم تماما" ولم يذكر تفاصيل عن الطريق.')
    assert article.contents == ['الجسر "سليم تماما"']


def test_belief_that_is_voiced_is_its_clause(read: Read) -> None:
    article = read("وأعربت الوزيرة عن اعتقادها بأن الجسر سليم.")
    assert article.contents == ["الجسر سليم"]


def test_time_of_a_denial_is_no_part_of_it(read: Read) -> None:
    article = read("ونفت وزارة الداخلية الكينية، في وقت سابق من اليوم، حدوث حالات اعتداء.")
    assert article.contents == ["حدوث حالات اعتداء"]
    assert article.speakers == ["وزارة الداخلية الكينية"]


def test_stop_without_a_blank_before_a_turn_ends_the_sentence(read: Read) -> None:
    article = read("أكد الوزير أن الجسر سليم.من جهته، قال الجيش الكيني إنه يراقب الوضع.")
    assert article.contents[0] == "الجسر سليم"


def test_at_the_time_when_another_tells_ends_what_is_said(read: Read) -> None:
    article = read("قال الوزير إن الجسر سليم، في الوقت الذي أكدت فيه الشركة أن الطريق مغلق.")
    assert article.contents == ["الجسر سليم", "الطريق مغلق"]


def test_verb_set_apart_takes_the_clause_from_the_one_before(read: Read) -> None:
    article = read('أعلن القائد سامي نور "نهاية التدريب"، فيما أفاد بيان الوزارة أن العدد كبير.')
    assert article.contents[-1] == "العدد كبير"
    assert article.column("quotes", "cue_text")[-1] == "أفاد"


def test_also_with_another_verb_ends_what_is_said(read: Read) -> None:
    article = read("وأشار الوزير إلى أن الجسر سليم كما دعا إلى فتح الطريق.")
    assert article.contents == ["الجسر سليم", "فتح الطريق"]


def test_objection_ends_an_object(read: Read) -> None:
    article = read("وندد الوزير بالمناورات الكينية، غير أنه امتنع عن الرد.")
    assert article.contents == ["المناورات الكينية"]


def test_curved_marks_between_blanks_take_turns(read: Read) -> None:
    article = read("وقال الوزير ” لن نغلق الحدود ” وأضاف أن الطريق مفتوح.")
    assert article.contents == ["لن نغلق الحدود", "الطريق مفتوح"]


def test_mark_before_a_stop_closes(read: Read) -> None:
    article = read(
        'وقال الوزير :" الجسر سليم والطريق مفتوح.\n'
        'وأضاف سامي نور :" لن نغلق الحدود " .\nوقالوا " الميناء سليم ".'
    )
    assert article.contents[-2:] == ["لن نغلق الحدود", "الميناء سليم"]


def test_theme_in_marks_is_not_said(read: Read) -> None:
    article = read(
        "وتابع الوزير في جلسة حول موضوع “صحة الطرق بين الماضي والمستقبل”، قائلا “لن نغلق الجسر”."
    )
    assert article.contents == ["لن نغلق الجسر"]


def test_page_on_which_it_is_said_is_not_said(read: Read) -> None:
    article = read("وأكد الوزير في تصريح على مواقع التواصل الاجتماعي أن الجسر سليم.")
    assert article.contents == ["الجسر سليم"]
    assert article.speakers == ["الوزير"]


def test_where_somebody_serves_is_not_what_he_asks_for(read: Read) -> None:
    article = read("طالب النائب سامي نور عضو المجلس بمدينة نيروبي بضرورة فتح الجسر.")
    assert article.contents == ["ضرورة فتح الجسر"]
    article = read('وطالب الوزير في حوار ببرنامج "هنا العاصمة" السكان بعدم العودة.')
    assert article.contents == ["عدم العودة"]


def test_yet_with_another_verb_ends_what_is_said(read: Read) -> None:
    article = read(
        "وقال الوزير إن الجسر سليم ولكنه استطرد أن الطريق مغلق، إلا أنه أوضح أن الميناء مفتوح."
    )
    assert article.contents == ["الجسر سليم", "الطريق مغلق", "الميناء مفتوح"]


def test_denied_saying_is_what_it_says(read: Read) -> None:
    article = read("ونفى الوزير القول بأن الجسر مغلق.")
    assert article.contents == ["الجسر مغلق"]


def test_who_speaks_for_himself_inside_his_words_makes_no_second_statement(read: Read) -> None:
    article = read('وقال الوزير: "أعرب عن أملي في تعزيز التعاون".')
    assert article.contents == ["أعرب عن أملي في تعزيز التعاون"]
    assert article.mentions("person", "mention_text") == []
