from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize("phrase", ["وفقا ل", "طبقا ل"])
def test_source_before_what_it_says(phrase: str, read: Read) -> None:
    article = read(f"{phrase}وزارة الصحة الكويتية، بلغ عدد الإصابات مئة حالة.")
    assert article.contents == ["بلغ عدد الإصابات مئة حالة"]
    assert article.speakers == ["وزارة الصحة الكويتية"]
    assert article.speaker_countries == ["KWT"]
    assert article.resolutions == ["according_to"]


def test_source_after_what_it_says(read: Read) -> None:
    article = read("ارتفعت الأسعار بنسبة خمسة بالمائة بحسب وزارة التجارة المغربية.")
    assert article.contents == ["ارتفعت الأسعار بنسبة خمسة بالمائة"]
    assert article.speakers == ["وزارة التجارة المغربية"]


def test_statement_does_not_end_in_the_comma_before_its_source(read: Read) -> None:
    article = read("ارتفعت الأسعار بنسبة خمسة بالمائة، بحسب وزارة التجارة المغربية.")
    assert article.contents == ["ارتفعت الأسعار بنسبة خمسة بالمائة"]


def test_verb_inside_the_phrase_is_not_a_second_statement(read: Read) -> None:
    article = read("انسحبت القوات من المدينة حسبما ذكرت وكالة الأنباء السعودية.")
    assert article.contents == ["انسحبت القوات من المدينة"]
    assert article.column("quotes", "cue_text") == ["حسبما"]
    assert article.speaker_countries == ["SAU"]


def test_headline_gives_the_word_before_a_colon(read: Read) -> None:
    article = read("\n".join(["خبيرة: الأسعار سترتفع قريبا", "", "ارتفعت الأسعار أمس."]))
    assert article.contents == ["الأسعار سترتفع قريبا"]
    assert article.column("quotes", "cue_text") == [":"]
    assert article.speakers == ["خبيرة"]


def test_agency_that_relays_is_not_the_speaker(read: Read) -> None:
    article = read("نقلت وكالة رويترز عن مسؤول حكومي قوله إن المعبر سيفتح غدا.")
    assert article.contents == ["المعبر سيفتح غدا"]
    assert article.column("quotes", "cue_text") == ["قوله"]
    assert article.speakers == ["مسؤول حكومي"]


def test_as_with_a_verb_that_says_nothing_names_no_source(read: Read) -> None:
    assert read("تسيطر الآلام على المرضى كما تفعل الحرب.").contents == []


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (
            "وعاد الهدوء إلى المدينة، كما قال المحافظ أمس في بيان، مضيفا أن المدارس فتحت.",
            "المحافظ",
        ),
        ("وعاد الهدوء إلى المدينة كما أفاد مصدر أمني في تصريح صحفي.", "مصدر أمني"),
        ("وعاد الهدوء إلى المدينة كما قال في مؤتمر صحفي.", None),
    ],
)
def test_as_somebody_says_may_have_a_venue(sentence: str, speaker: str | None, read: Read) -> None:
    article = read(sentence)
    assert article.contents[0] == "وعاد الهدوء إلى المدينة"
    assert article.column("quotes", "speaker_text")[0] == speaker


def test_as_that_adds_a_sentence_names_no_source(read: Read) -> None:
    article = read("أيد الوزير الخطة. كما رفضت الشركة التعليق قائلة إن الأمر سري.")
    assert article.column("quotes", "cue_text") == ["أيد", "قائلة"]


def test_what_one_is_thanked_for_is_no_source(read: Read) -> None:
    article = read("أعرب رئيس لبنان عن شكره للكويت على ما يجده الشعب اللبناني من دعم.")
    assert article.resolutions == ["stated"]


def test_source_set_between_commas_says_what_follows_and_nothing_else(read: Read) -> None:
    article = read("وأكد الوفد، بحسب البيان، أن الخطة جاهزة.")
    assert article.contents == ["الخطة جاهزة"] * 2
    assert article.column("quotes", "speaker_text") == ["الوفد", "البيان"]


@pytest.mark.parametrize(
    ("phrase", "speakers"),
    [
        ("وفق ما نشرته صحيفة المساء", ["صحيفة المساء"]),
        ("حسبما نقلت صحيفة المساء عن مصدر مطلع", ["مصدر مطلع"]),
        ("وفق ما تداولته الصحف", ["الصحف"]),
        ("وفقا لما تقتضيه المصلحة", []),
        ("حسبما تسمح الظروف", []),
    ],
)
def test_who_is_named_in_such_a_phrase_is_its_source_and_what_is_required_is_none(
    phrase: str, speakers: list[str], read: Read
) -> None:
    assert read(f"عاد الهدوء إلى الجزيرة {phrase}.").speakers == speakers


def test_as_they_say_is_no_source(read: Read) -> None:
    assert len(read("وقال الخبير إن الناس سعداء كما يقولون في الأمثال.").contents) == 1


def test_preposition_apart_from_the_marks_of_its_source_is_read(read: Read) -> None:
    article = read('ووفقا لـ "رويترز" انخفض إنتاج الصلب أمس.')
    assert article.contents == ["انخفض إنتاج الصلب أمس"]
    assert article.speakers == ["رويترز"]


def test_name_of_a_paper_before_what_is_told_it_is_not_said(read: Read) -> None:
    article = read("صرح الخبير لصحيفة «أخبار المال والأعمال» قائلا إن السوق هادئة.")
    assert article.contents == ["السوق هادئة"]


def test_source_in_double_brackets_is_named_whole(read: Read) -> None:
    article = read("ووفقا لاستطلاع أجرته شبكة ((نوفالو)) الإخبارية، يتقدم المرشح على منافسه.")
    assert article.contents == ["يتقدم المرشح على منافسه"]


@pytest.mark.parametrize("word", ["الداخلية", "«الداخلية»"])
def test_headline_gives_the_word_to_a_ministry_by_its_field(word: str, read: Read) -> None:
    article = read(f"{word}: القبض على مهربين\n\nتفاصيل الخبر في نشرة الغد.")
    assert article.contents == ["القبض على مهربين"]
    assert article.speakers == ["الداخلية"]


@pytest.mark.parametrize("body", ["وزارة السدود", "هيئة الري", "الصندوق العقاري"])
def test_headline_gives_the_word_to_a_body_of_a_field(body: str, read: Read) -> None:
    article = read(f"{body}: القبض على مهربين\n\nتفاصيل الخبر في نشرة الغد.")
    assert article.contents == ["القبض على مهربين"]
    assert article.speakers == [body]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("ووفقا لذات المصدر، فإن القوات انسحبت من المدينة.", ["المصدر"]),
        ("وتبدأ الدورة غدا حسبما هو مقرر في البرنامج.", []),
        ("وتتحسن الأحوال بحسب معظم المراصد.", []),
    ],
)
def test_pronoun_names_a_source_only_where_it_is_the_same(
    sentence: str, speakers: list[str], read: Read
) -> None:
    assert read(sentence).speakers == speakers


def test_headline_gives_the_word_to_who_tells_a_paper(read: Read) -> None:
    article = read('الوزير لـ"البلاد": سنرد على الهجوم\nقال الوزير في حوار.')
    assert article.column("quotes", "speaker_text") == ["الوزير"]


def test_quotation_before_its_source_may_have_more_after_it(read: Read) -> None:
    text = '"ما يحدث ليس مفاجئا"، يقول الباحث إبراهيم سعيد، مضيفا: "الموعد لن يحترم".'
    article = read(text)
    assert article.contents == ["ما يحدث ليس مفاجئا", "الموعد لن يحترم"]
    assert article.speakers == ["إبراهيم سعيد"] * 2


@pytest.mark.parametrize(
    ("headline", "speakers"),
    [
        ("الكويت: ضبط شبكة لتهريب الأسماك", []),
        ("كينيا: 5 قتلى في حادث حافلة", []),
        ("تونس: قوات الأمن تعتقل لصا", []),
        ("الخرطوم: لسنا في حاجة إلى القرض", ["الخرطوم"]),
        ("كينيا: قتال اللصوص يجب أن يستمر", ["كينيا"]),
        ("سول: خط الاتصال يعمل بصورة طبيعية", ["سول"]),
    ],
)
def test_country_before_a_colon_speaks_where_something_is_claimed(
    headline: str, speakers: list[str], read: Read
) -> None:
    article = read(f"{headline}\n\nفتحت المدارس أبوابها أمس في العاصمة بعد عطلة طويلة.")
    assert article.speakers == speakers


@pytest.mark.parametrize(
    "measure", ["للقانون ومبادئ العدالة", "لعدد أفراد الأسرة", "لاحتياجات السوق المحلية"]
)
def test_what_things_are_measured_by_is_no_source(measure: str, read: Read) -> None:
    article = read(f"شدد الوزير على توزيع المساكن وفقا {measure}.")
    assert article.contents == [f"توزيع المساكن وفقا {measure}"]


@pytest.mark.parametrize("source", ["وسائل إعلام محلية", "تحليل أجرته شركة سامي نور"])
def test_media_and_analyses_are_sources(source: str, read: Read) -> None:
    article = read(f"ارتفعت الأسعار خمسة بالمائة، وفقا ل{source}.")
    assert article.contents == ["ارتفعت الأسعار خمسة بالمائة"]


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("ذكر مسؤول أمني لوكالة فرانس برس", "مسؤول أمني"),
        ("أعلن اليوم مصدر طبي للصحفيين", "مصدر طبي"),
        ("ذكر مصدر أمني في الشرطة لرويترز", "مصدر أمني في الشرطة"),
        ("أعلن المجلس الأعلى للتعليم", "المجلس الأعلى للتعليم"),
    ],
)
def test_whom_a_source_tells_it_is_no_part_of_him(told: str, source: str, read: Read) -> None:
    article = read(f"وسمع دوي انفجار في المدينة، بحسب ما {told}.")
    assert article.column("quotes", "speaker_text") == [source]


@pytest.mark.parametrize(
    "told",
    [
        "وفقا لوزارة الزراعة، بلغ الإنتاج طنين",
        "بحسب الإحصائية التي نشرتها الوزارة فإن الإنتاج بلغ طنين",
        "وفقا للمعلومات الواردة من المزارعين فإن الإنتاج بلغ طنين",
    ],
)
def test_source_that_opens_a_clause_says_what_both_say(told: str, read: Read) -> None:
    article = read(f"وأضاف المدير أنه {told}.")
    first, second = article.contents
    assert first == second
    assert first in {"بلغ الإنتاج طنين", "الإنتاج بلغ طنين"}


def test_second_source_says_the_second_clause(read: Read) -> None:
    article = read("قتل خمسة في القصف، بحسب المرصد، وأصيب عشرة، وفقا لمصدر طبي.")
    assert article.contents == ["قتل خمسة في القصف", "وأصيب عشرة"]
    assert article.speakers == ["المرصد", "مصدر طبي"]


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        (
            "كما خلفت العاصفة، وفقا للبلدية، أضرارا في عشرين مبنى.",
            "البلدية",
            "أضرارا في عشرين مبنى",
        ),
        (
            "وسيولي الوزيران بحسب موسكو «اهتماما كبيرا» للملف.",
            "موسكو",
            "اهتماما كبيرا» للملف",
        ),
        ("وقتل خمسة جنود، وفقا للبلدية، أمس.", "البلدية", "وقتل خمسة جنود"),
    ],
)
def test_object_of_a_bare_verb_is_what_the_source_says(
    sentence: str, speaker: str, content: str, read: Read
) -> None:
    article = read(sentence)
    assert (article.speakers[-1], article.contents[-1]) == (speaker, content)


def test_what_is_affirmed_too_is_no_source(read: Read) -> None:
    article = read("تعهد الرئيس الكيني بمكافحة الفساد، كما أكد الالتزام بالدستور.")
    assert article.column("quotes", "cue_text") == ["تعهد", "أكد"]
    article = read("انتهى العمل أمس، كما أكد الوزير.")
    assert article.column("quotes", "cue_text") == ["كما"]
