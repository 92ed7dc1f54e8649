from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


def test_clause_after_a_verb_of_speech_is_what_is_said(read: Read) -> None:
    article = read("قال الوزير في مؤتمر صحفي أمس إن الخطة جاهزة.")
    assert article.contents == ["الخطة جاهزة"]
    assert article.column("quotes", "cue_text") == ["قال"]
    assert article.column("quotes", "cue_lemma") == ["قال"]


def test_conjunction_on_the_verb_belongs_to_the_cue_and_not_to_its_lemma(read: Read) -> None:
    article = read("وأضافت الوزيرة أن الخطة جاهزة.")
    assert article.column("quotes", "cue_text") == ["وأضافت"]
    assert article.column("quotes", "cue_lemma") == ["أضاف"]


def test_suffix_on_the_complementizer_stays_out_of_the_content(read: Read) -> None:
    assert read("قال الوزير إنه متفائل بالنتائج.").contents == ["متفائل بالنتائج"]


def test_every_sentence_ends_what_is_said_in_it(read: Read) -> None:
    article = read("قال الوزير إن الخطة جاهزة. وغادر القاعة بعد ساعة.")
    assert article.contents == ["الخطة جاهزة"]


def test_participle_opens_a_statement_of_its_own(read: Read) -> None:
    article = read("قال الوزير إن الخطة جاهزة مشيرا إلى أن التمويل متوفر.")
    assert article.contents == ["الخطة جاهزة", "التمويل متوفر"]


def test_content_does_not_end_in_the_comma_before_the_next_statement(read: Read) -> None:
    article = read("قال الوزير إن الخطة جاهزة، مشيرا إلى أن التمويل متوفر.")
    assert article.contents == ["الخطة جاهزة", "التمويل متوفر"]


def test_last_word_of_a_text_without_a_stop_is_part_of_what_is_said(read: Read) -> None:
    assert read("قال الوزير إن الخطة جاهزة").contents == ["الخطة جاهزة"]


def test_colon_opens_what_is_said(read: Read) -> None:
    assert read("وأضاف الخبير: لن نتراجع عن مواقفنا.").contents == ["لن نتراجع عن مواقفنا"]


@pytest.mark.parametrize("marks", ["«»", '""', "“”"])
def test_quotation_of_several_sentences_is_one_direct_statement(marks: str, read: Read) -> None:
    said = "سنبدأ العمل غدا. ولن نتوقف أبدا. هذا وعد"
    article = read(f"قال الوزير: {marks[0]}{said}{marks[1]}. ثم غادر القاعة.")
    assert article.contents == [said]
    assert article.kinds == ["direct"]


def test_quotation_without_a_colon_is_direct_too(read: Read) -> None:
    article = read("وأوضح الوزير «سنواصل العمل مع شركائنا في المنطقة».")
    assert article.contents == ["سنواصل العمل مع شركائنا في المنطقة"]
    assert article.kinds == ["direct"]


def test_quotation_that_is_never_closed_counts_as_direct(read: Read) -> None:
    article = read("قال الوزير: «لن نقبل بهذا الوضع أبدا. وغادر القاعة.")
    assert article.contents == ["لن نقبل بهذا الوضع أبدا"]
    assert article.kinds == ["direct"]


@pytest.mark.xfail(strict=True, reason="a venue after the closing mark makes the quotation mixed")
def test_words_after_the_closing_mark_about_the_venue_are_not_said(read: Read) -> None:
    article = read("قال الوزير «لن نقبل بهذا الوضع أبدا» في مؤتمر صحفي.")
    assert article.contents == ["لن نقبل بهذا الوضع أبدا"]
    assert article.kinds == ["direct"]


def test_quotation_before_its_verb_is_a_statement(read: Read) -> None:
    assert read("«لن نقبل بهذا الوضع أبدا»، قال الوزير.").contents == ["لن نقبل بهذا الوضع أبدا"]


def test_statement_partly_in_marks_is_mixed(read: Read) -> None:
    article = read("قال الوزير إن الوضع «خطير للغاية ولا يحتمل» في الحدود.")
    assert article.kinds == ["mixed"]


def test_title_in_quotation_marks_is_not_a_statement(read: Read) -> None:
    assert read("عرضت فرقة المسرح «ليلة في بغداد» أمس.").contents == []


def test_one_quoted_word_after_a_verb_is_not_a_statement(read: Read) -> None:
    assert read("وأعلن الحزب «الحداد» أمس.").kinds != ["direct"]


@pytest.mark.parametrize(
    ("sentence", "act", "content"),
    [
        ("دعا الرئيس الكازاخي جميع الأطراف إلى ضبط النفس.", "urge", "ضبط النفس"),
        ("طالب الرئيس اليمني المتمردين باحترام الهدنة.", "urge", "احترام الهدنة"),
        ("قال الوزير إن على روسيا وقف القصف.", "urge", "على روسيا وقف القصف"),
        ("قال الوزير إن على الطاولة اقتراحين.", "say", "على الطاولة اقتراحين"),
        ("تعهد الرئيس التركي بدعم اللاجئين.", "promise", "دعم اللاجئين"),
        ("رحبت مصر بالاتفاق.", "stance", "الاتفاق"),
        ("أدانت إيران الهجوم على السفارة.", "stance", "الهجوم على السفارة"),
        ("وشدد المسؤول على أهمية الحوار.", "say", "أهمية الحوار"),
        ("أكد الوزير ضرورة احترام القانون.", "say", "ضرورة احترام القانون"),
        ("أعرب الوزير عن أمله في أن تنجح المحادثات.", "stance", "تنجح المحادثات"),
        ("أعرب الوزير عن أمله في استئناف المحادثات.", "stance", "استئناف المحادثات"),
        ("أعرب الوزير عن شكره على الدعم.", "stance", "شكره على الدعم"),
    ],
)
def test_content_and_class_are_those_of_the_cue(
    sentence: str, act: str, content: str, read: Read
) -> None:
    article = read(sentence)
    assert (article.contents, article.acts) == ([content], [act])


@pytest.mark.parametrize(
    "sentence",
    [
        "تحدث الوزيران أمس في القاهرة.",
        "يذكر أن المشروع بدأ قبل عام.",
        "ومن المتوقع أن تبدأ المحادثات غدا.",
        "ارتفعت أسعار القمح في الأسواق.",
        "بين القاهرة والخرطوم طريق طويل.",
    ],
)
def test_sentence_that_gives_nobody_the_word_makes_no_statement(sentence: str, read: Read) -> None:
    assert read(sentence).contents == []


def test_cue_in_the_name_of_a_verb_and_in_its_participle_are_one_statement(read: Read) -> None:
    article = read("صرح الوزير قائلا إن الحكومة ستستقيل.")
    assert article.contents == ["الحكومة ستستقيل"]
    assert article.column("quotes", "cue_text") == ["صرح"]


def test_quotation_may_open_the_line_after_the_colon(read: Read) -> None:
    article = read("وكتب الناقد سامي درويش عن المعرض:\n«رأيت صورا لا تنسى».\nويستمر المعرض أسبوعا.")
    assert article.contents == ["رأيت صورا لا تنسى"]


def test_verses_in_lines_of_their_own_leave_no_statement_without_a_word(read: Read) -> None:
    assert read("وقال الشاعر سامي درويش:\nعاد الربيع إلى التلال\nوعاد صوت الماء").contents == []


@pytest.mark.parametrize(
    "text",
    [
        "ستعلن الحكومة غدا أن الميزانية جاهزة.",
        "كما أوضحنا أن الأمر صعب.",
        "وأعتقد أن الحل قريب.",
        "حملت السفينة مساعدات طبية إلى عدن.",
        "جاءت زيارة الوزير بعد أن توقفت المحادثات.",
        "اتخذت الحكومة إجراءات مشددة على الحدود.",
        "العضوية معلقة إلى أن يعود البلد إلى الدستور.",
        "نوقشت النقاط التي وردت في التقرير: الأمن والمياه.",
    ],
)
def test_words_like_cues_that_report_nothing(text: str, read: Read) -> None:
    assert read(text).contents == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("حمل الوزير الشركة مسؤولية الحادث.", "مسؤولية الحادث"),
        ("وجاء في التقرير أن الأسعار ارتفعت.", "الأسعار ارتفعت"),
        ("وأضاف الوزير إلى أن الأسعار ارتفعت.", "الأسعار ارتفعت"),
        ("أوصت لجنة السلامة بالإجماع بعقد مؤتمر.", "عقد مؤتمر"),
        ("وبحسب لائحة الاتهام في القضية فقد تسلم الموظف مالا.", "تسلم الموظف مالا"),
    ],
)
def test_content_begins_with_what_the_cue_takes(text: str, content: str, read: Read) -> None:
    assert read(text).contents == [content]


def test_what_was_said_elsewhere_ends_before_the_main_verb(read: Read) -> None:
    article = read(
        "وتعليقا على ما ذكرته صحيفة الحياة من أن السفارة أغلقت، قالت وزيرة الخارجية الألمانية "
        "إن الخبر غير صحيح."
    )
    assert article.contents == ["السفارة أغلقت", "الخبر غير صحيح"]
    assert article.speakers == ["صحيفة الحياة", "وزيرة الخارجية الألمانية"]


def test_who_is_asked_may_stand_before_who_asks(read: Read) -> None:
    article = read("طلبت منا الوزيرة أن نبدأ بالمدارس.")
    assert article.contents == ["نبدأ بالمدارس"]
    assert article.speakers == ["الوزيرة"]


def test_events_say_nothing(read: Read) -> None:
    assert read("وتؤكد المتغيرات الدولية أن المنطقة مقبلة على تحولات.").contents == []


@pytest.mark.parametrize(
    ("speaker", "named"),
    [
        ("السناتور الجمهوري سامي نور", "سامي نور"),
        ("نقابة الأطباء في كينيا", "نقابة الأطباء في كينيا"),
        ("المحكمة العليا في المرفأ أمس", "المحكمة العليا"),
    ],
)
def test_what_is_refused_begins_after_all_of_who_refuses(
    speaker: str, named: str, read: Read
) -> None:
    verb = "رفض" if named == "سامي نور" else "رفضت"
    article = read(f"{verb} {speaker} العرض الذي قدمه الرئيس.")
    assert article.contents == ["العرض الذي قدمه الرئيس"]
    assert article.speakers == [named]
