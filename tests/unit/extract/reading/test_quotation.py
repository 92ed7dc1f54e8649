from collections.abc import Callable
from typing import Any

import pytest

from extract.reading.quotation import pair_marks
from extract.reading.words import Reading

Read = Callable[[str], Any]
ReadMarks = Callable[..., Reading]


@pytest.fixture(scope="session")
def quoted(read_marks: ReadMarks) -> Callable[[str], list[str | None]]:
    """What stands between the marks of each quotation of a text; None where one is never closed."""

    def texts(raw_text: str) -> list[str | None]:
        reading = read_marks(raw_text)
        starts, ends = reading.text.tokens["start_char"], reading.text.tokens["end_char"]
        return [
            None if close is None else raw_text[ends[opened] : starts[close]]
            for opened, close, _ in pair_marks(reading).sort("token").iter_rows()
        ]

    return texts


Quoted = Callable[[str], list[str | None]]


@pytest.mark.parametrize("marks", ["«»", "“”", '""', "\u2039\u203a", "{}"])
def test_marks_of_one_family_close_each_other(marks: str, quoted: Quoted) -> None:
    assert quoted(f"قال {marks[0]}لن نقبل{marks[1]} أمس.") == ["لن نقبل"]


def test_quotations_in_a_row_are_closed_one_by_one(quoted: Quoted) -> None:
    assert quoted("قال «نعم» ثم قال «لا» وصمت.") == ["نعم", "لا"]


def test_quotation_inside_another_of_a_different_family_has_its_own_close(quoted: Quoted) -> None:
    assert quoted("قال «إن “الخطة” جاهزة» أمس.") == ["إن “الخطة” جاهزة", "الخطة"]


def test_mark_that_nothing_closes_opens_no_quotation(quoted: Quoted) -> None:
    assert quoted("قال «لن نقبل بهذا الوضع.") == [None]


def test_mark_before_which_another_opens_was_never_closed(quoted: Quoted) -> None:
    assert quoted("قال «لن نقبل. وأضاف «لن نتراجع» أمس.") == [None, "لن نتراجع"]


def test_quotation_runs_over_sentences_and_lines(quoted: Quoted) -> None:
    text = "\n".join(["قال «لن نقبل.", "ولن نتراجع» أمس."])
    assert quoted(text) == ["\n".join(["لن نقبل.", "ولن نتراجع"])]


def test_quotation_that_runs_too_long_has_lost_its_close(quoted: Quoted) -> None:
    assert quoted("قال «" + "نعم " * 500 + "» أمس.") == [None]


def test_marks_do_not_pair_over_two_documents(read_marks: ReadMarks) -> None:
    pairs = pair_marks(read_marks("قال «لن نقبل.", "نعم» أمس."))
    assert pairs["close_token"].to_list() == [None]


@pytest.mark.parametrize(
    ("raw_text", "expected"),
    [
        ('قال "لن نقبل" أمس.', ["لن نقبل"]),
        ('"لن نقبل", قال الوزير.', ["لن نقبل"]),
        ('قال: "لن نقبل".', ["لن نقبل"]),
        ('قال "نعم" و"لا" أمس.', ["نعم", "لا"]),
        ('قال " لن نقبل " أمس.', [" لن نقبل "]),
        ('("نعم")', ["نعم"]),
    ],
)
def test_straight_marks_open_after_a_blank_and_close_before_one(
    raw_text: str, expected: list[str], quoted: Quoted
) -> None:
    assert [text.strip() if text else text for text in quoted(raw_text)] == [
        text.strip() for text in expected
    ]


def test_straight_marks_of_one_document_do_not_turn_those_of_the_next(
    read_marks: ReadMarks,
) -> None:
    reading = read_marks('قال " نعم', 'قال " نعم " أمس.')
    assert [close is None for close in pair_marks(reading)["close_token"]] == [True, False]


def test_slashes_around_a_clause_are_quotation_marks(read: Read) -> None:
    article = read(
        "وقال الوزير /إن التعاون بين البلدين سيتوسع/. وأضاف أن الطائرة /بوينغ 747/ هبطت."
    )
    assert article.contents == ["التعاون بين البلدين سيتوسع", "الطائرة /بوينغ 747/ هبطت"]
    assert article.kinds == ["direct", "indirect"]


@pytest.mark.parametrize(
    "text",
    [
        'تعرف المنطقة باسم "وادي الرماد".',
        'وزعت نسخ من كتاب "الطريق إلى الجنوب" للكاتبة.',
    ],
)
def test_scare_quotes_and_titles_of_works_are_no_statements(text: str, read: Read) -> None:
    assert read(text).contents == []


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ('وقال المعهد "نحن محايدون".', ["نحن محايدون"]),
        ('وصفوا كل ما قاله الخبراء عن "الاتحاد".', []),
        ('أحرق رجل الخيام في هجوم تعتبره السلطات "عملا إرهابيا".', ["عملا إرهابيا"]),
    ],
)
def test_two_words_are_said_where_the_verb_leaves_no_doubt(
    sentence: str, contents: list[str], read: Read
) -> None:
    assert read(sentence).contents == contents


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("«مكتب أخبار النهر» المحلي", "«مكتب أخبار النهر» المحلي"),
        ("مدير «المرصد المدني للسدود» رامي حداد،", "رامي حداد"),
        ('رامي حداد، المدير العام لـ"شركة مرفأ الأمل"،', "رامي حداد"),
        ("«وكالة أنباء المرفأ» (وام)", "وكالة أنباء المرفأ"),
    ],
)
def test_name_in_marks_before_what_is_said_is_no_quotation(
    name: str, speaker: str, read: Read
) -> None:
    article = read(f"وأعلن {name} أن الجسر سليم.")
    assert (article.contents, article.speakers) == (["الجسر سليم"], [speaker])


def test_quotation_before_a_participle_stays_one(read: Read) -> None:
    article = read("وتعتبره أغلب المنظمات «حبرا على ورق»، مؤكدة أن الجسر سليم.")
    assert article.contents == ["حبرا على ورق", "الجسر سليم"]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ('وقال "سامي نور"، أحد السكان: إن الجسر سليم.', "الجسر سليم"),
    ],
)
def test_name_alone_in_marks_is_not_what_is_said(sentence: str, content: str, read: Read) -> None:
    article = read(sentence)
    assert (article.contents, article.speakers) == ([content], ["سامي نور"])


def test_name_in_marks_opens_a_headline(read: Read) -> None:
    article = read('"سامي نور" ينفي تأجيل المباراة\n\nأكد الوزير سامي نور أن المباراة في موعدها.')
    assert "سامي نور" not in article.contents


def test_mark_on_the_verb_opens_what_is_said(read: Read) -> None:
    article = read('وأضاف الوزير قائلا" لن نتراجع عن قرارنا". ورحب بما سماه "خطوة كما قال" أمس.')
    assert article.contents[0] == "لن نتراجع عن قرارنا"
    assert article.column("quotes", "quote_kind")[0] == "direct"


def test_marks_after_a_man_hold_what_he_refuses(read: Read) -> None:
    article = read('رفض وزير الخارجية القطري سامي نور "التفاوض على الشروط" مع جيرانه.')
    assert article.contents == ['"التفاوض على الشروط" مع جيرانه']


def test_apostrophes_are_marks_where_blanks_show_it(read: Read) -> None:
    article = read("ارتفع السعر، وفقا لما نقلته 'رويترز'. وتابع الوزير 'نحض الأطراف على الهدوء'.")
    assert article.contents == ["ارتفع السعر", "نحض الأطراف على الهدوء"]
    assert article.column("quotes", "speaker_name")[0] == "رويترز"


def test_quotation_may_follow_an_aside_between_dashes_with_marks_of_its_own(read: Read) -> None:
    article = read('وقال الوزير - في تصريحات أوردتها وكالة "نوفالو" أمس - "لن نتراجع عن قرارنا".')
    assert article.contents == ["لن نتراجع عن قرارنا"]


def test_marks_that_an_article_writes_turned_around_open_and_close_so(read: Read) -> None:
    article = read("أكد الوزير أن »السد آمن«. وقال:» لن نقبل «. وأضاف لـ»المساء« أن »العمل بدأ«.")
    assert article.contents == ["السد آمن", "لن نقبل", "العمل بدأ"]
    assert article.column("quotes", "quote_kind") == ["direct"] * 3


def test_one_mark_turned_around_turns_no_others(read: Read) -> None:
    article = read("أكد الوزير أن «السد آمن». وقال: «لن نقبل». وأضاف أن «العمل بدأ«.")
    assert article.contents[:2] == ["السد آمن", "لن نقبل"]


def test_gloss_after_a_quotation_ends_it(read: Read) -> None:
    article = read('قال الوزير "أنتجنا ثلاثة ملايين برميل" أي نحو النصف.')
    assert article.contents == ["أنتجنا ثلاثة ملايين برميل"]


def test_name_of_a_thing_in_marks_is_no_quotation(read: Read) -> None:
    assert read("وحضر الوزير قضية «عبدة الشيطان» أمس.").contents == []
    assert read("ووصف الوزير الاتفاق بأنه «فرصة تاريخية».").contents == ["فرصة تاريخية"]


def test_what_leaders_are_asked_in_marks(read: Read) -> None:
    article = read("طالب الوزير سامي نور قادة الأحزاب «اتخاذ ما هو مناسب» إزاء الأزمة.")
    assert article.contents == ["اتخاذ ما هو مناسب» إزاء الأزمة"]


def test_what_is_asked_of_whom_a_phrase_names(read: Read) -> None:
    article = read("طلب الوزير من رؤساء النقابات التوقف عن الإضراب.")
    assert article.contents == ["التوقف عن الإضراب"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ('مجموعة "جنرال فالكو" ستشتري الميناء', "indirect"),
        ('المجموعة الكينية "جنرال فالكو" ستشتري الميناء', "indirect"),
        ('المشروع "خرق صريح" للمعاهدة', "mixed"),
        ('الصور "مفجعة ولا تطاق" كلها', "mixed"),
        ('بلاده "كينيا لن تسمح بذلك" أبدا', "mixed"),
    ],
)
def test_marks_around_a_name_make_no_quotation(content: str, kind: str, read: Read) -> None:
    assert read(f"قال الوزير إن {content}.").column("quotes", "quote_kind") == [kind]
