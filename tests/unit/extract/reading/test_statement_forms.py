"""What a careful reader takes for a statement: its marks, its order, its look-alikes, its end."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

_SAID = "لن نقبل بأقل من ذلك أبدا"


@pytest.mark.parametrize(
    "marks", ["«»", "“”", '""', "„“", "\u2039\u203a", "{}", "‘’"], ids=lambda marks: marks
)
def test_marks_of_every_house_hold_a_direct_statement(marks: str, read: Read) -> None:
    article = read(f"وقال الوزير: {marks[0]}{_SAID}{marks[1]}.")
    assert article.contents == [_SAID]
    assert article.kinds == ["direct"]


def test_mark_that_is_never_closed_still_makes_a_direct_statement(read: Read) -> None:
    article = read(f"وقال الوزير: «{_SAID}.")
    assert article.contents == [_SAID]
    assert article.kinds == ["direct"]


def test_quotation_inside_a_quotation_ends_neither(read: Read) -> None:
    said = 'نقول لهم "كفى" مرة أخيرة'
    assert read(f"وقال الوزير: «{said}».").contents == [said]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        (f'"{_SAID}"، قال الوزير.', "الوزير"),
        (f'"{_SAID}"، قال من جهته الوزير.', "الوزير"),
        (f'"{_SAID}"، يقول الخبير في معهد محلي.', "الخبير"),
        (f'"{_SAID}"، هكذا علق الوزير.', "الوزير"),
        (f'"{_SAID}"، قال في اتصال مع الإذاعة.', None),
    ],
)
def test_quotation_may_stand_before_its_verb(
    sentence: str, speaker: str | None, read: Read
) -> None:
    article = read(sentence)
    assert article.contents == [_SAID]
    assert article.column("quotes", "speaker_text") == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "تحدث الوزيران هاتفيا أمس.",
        "أجرى الوزير محادثات مع نظيره.",
        "ذكر الوزير في كتابه مدنا كثيرة.",
        "بحث الجانبان سبل التعاون.",
        "عقد الوزير مؤتمرا صحفيا.",
        "بين الوزيرين خلاف قديم.",
        "عبر المهاجرون الحدود ليلا.",
        "ورفض الوزير التعليق على الخبر.",
        "وقد يقول الناخبون غدا إن الأمر انتهى.",
        "إذا أكد الأطباء أن الجرح بسيط عاد اللاعب.",
        "صدرت رواية «مدن الملح» في بيروت.",
        "وتراجعت المبيعات وهو ما يشير إلى أن السوق ضعيفة.",
        "وزار الوفد مسجد علي بن أبي طالب بحي الروضة.",
        "واستأجرت الشركة مقرا للفرع وأضافت غرفا بعد أن كبر.",
        "أصيب جنديان اثنين بجروح على الحدود.",
        "وأجلت المحكمة محاكمة 10 متهمين آخرين بالتهريب.",
        "وأغلق السوق إبان سنوات الحرب.",
        "واعتبر المتابعون الفيلم رديئا، وعلى ذلك فإن الجائزة بعيدة.",
    ],
)
def test_what_only_looks_like_a_statement_is_none(sentence: str, read: Read) -> None:
    assert read(sentence).contents == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("بين الوزير أن الخطة جاهزة.", "الخطة جاهزة"),
        ("وعبر الوزير عن أسفه لما جرى.", "أسفه لما جرى"),
        ("من جهته، عبّر الوزير عن قلقه إزاء القرار.", "قلقه إزاء القرار"),
        ("وكان الوزير قد ذكر في فبراير الماضي أن الخطة جاهزة.", "الخطة جاهزة"),
        ("وقال لي إن الخطة جاهزة.", "الخطة جاهزة"),
        ("ورحب الوزير بأي مبادرة جديدة.", "أي مبادرة جديدة"),
        (
            "نددت باريس الاثنين بفرض الاتحاد الأوروبي رسوما جديدة.",
            "فرض الاتحاد الأوروبي رسوما جديدة",
        ),
    ],
)
def test_verb_that_looks_like_another_word_is_a_cue_where_it_stands_as_one(
    sentence: str, content: str, read: Read
) -> None:
    assert read(sentence).contents == [content]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("ناشد الرئيس الدول الغنية سد فجوة التمويل.", "سد فجوة التمويل"),
        ("طلب رئيس الوفد، الأمين العام للوزارة، مهلة أسبوعين.", "مهلة أسبوعين"),
        ("نفت الوزارة أمس ما تداولته الصحف.", "ما تداولته الصحف"),
        ("نفى الجيش، في بيان، صحة الأنباء المتداولة.", "صحة الأنباء المتداولة"),
        ("أدانت وزارة الخارجية، في بيان أصدرته اليوم، الهجوم على القافلة.", "الهجوم على القافلة"),
        ("أكد الوزير خلال الاتصال رفض مصر القاطع للخطة.", "رفض مصر القاطع للخطة"),
        ("أكد الجانبان رفضهما القاطع للخطة.", "رفضهما القاطع للخطة"),
        ("وجددت الهيئة رفضها الشديد للعنف.", "رفضها الشديد للعنف"),
        ("قال مسؤول رفض الكشف عن اسمه إن الخطة جاهزة.", "الخطة جاهزة"),
        ("وأكد الوزير عقب توقيع الاتفاق أن الخطة جاهزة.", "الخطة جاهزة"),
        ("وجددت الوزيرة التأكيد على دعم المبادرة.", "دعم المبادرة"),
    ],
)
def test_content_begins_after_those_who_are_asked_and_when(
    sentence: str, content: str, read: Read
) -> None:
    assert read(sentence).contents == [content]


@pytest.mark.parametrize(
    "rest",
    [
        "، ولم يدل بتفاصيل إضافية",
        "، ورفض الخوض في التفاصيل",
        "، دون أن يوضح متى تبدأ",
        "، وذلك خلال مؤتمر صحفي",
        "، بيد أنه غادر القاعة مبكرا",
    ],
)
def test_content_ends_where_the_reporter_goes_on(rest: str, read: Read) -> None:
    assert read(f"قال الوزير إن الخطة جاهزة{rest}.").contents == ["الخطة جاهزة"]


@pytest.mark.parametrize(
    "joined",
    [
        "، فيما ذكرت الإذاعة أن",
        "، لكنه شدد على أن",
        "، كما أكد أن",
        "، وطالب بأن",
        "، مشيرا إلى أن",
        "، بينما اعتبر خبراء أن",
    ],
)
def test_content_ends_at_the_next_cue_of_the_sentence(joined: str, read: Read) -> None:
    article = read(f"قال الوزير إن الخطة جاهزة{joined} التمويل متوفر.")
    assert article.contents == ["الخطة جاهزة", "التمويل متوفر"]


def test_participle_goes_on_for_the_outer_speaker_by_its_gender(read: Read) -> None:
    article = read("وقال الوزير إن الشركة أعلنت أن السفينة سليمة، مضيفا أن الميناء مفتوح.")
    assert article.contents == ["الشركة أعلنت أن السفينة سليمة", "السفينة سليمة", "الميناء مفتوح"]


def test_two_quotations_joined_by_a_clause_are_one_content(read: Read) -> None:
    article = read('فقال إن "المستهلك هو المستفيد"، وإن "الأسعار ستنخفض قريبا".')
    (content,) = article.contents
    assert str(content).strip('"') == 'المستهلك هو المستفيد"، وإن "الأسعار ستنخفض قريبا'


@pytest.mark.parametrize(
    "phrase",
    [
        "ووفقا لدبلوماسي في المجلس طلب عدم كشف هويته، فإن",
        "وبحسب تقرير صدر أخيرا عن البنك المركزي،",
        "ووفقا لأحدث بيانات الوزارة،",
        "وحسب تقديرات شركة محلية،",
    ],
)
def test_what_is_told_of_a_source_is_no_part_of_what_it_says(phrase: str, read: Read) -> None:
    assert read(f"{phrase} ارتفعت الأسعار الشهر الماضي.").contents == [
        "ارتفعت الأسعار الشهر الماضي"
    ]


@pytest.mark.parametrize(
    "phrase",
    ["حسب ما أفاد به بلاغ للوزارة", "حسبما نقلت عنه وكالة محلية", "وفقا لما ذكرته أمس الصحيفة"],
)
def test_according_to_phrase_may_have_words_beside_its_verb(phrase: str, read: Read) -> None:
    assert "ارتفعت الأسعار" in read(f"ارتفعت الأسعار، {phrase}.").contents


def test_speech_inside_speech_knows_its_outer_statement(read: Read) -> None:
    article = read("وأضاف الوزير أن الحزب هدد بالانسحاب من الحكومة.")
    assert article.contents == ["الحزب هدد بالانسحاب من الحكومة", "الانسحاب من الحكومة"]
    assert article.column("quotes", "depth") == [0, 1]
    outer, inner = article.column("quotes", "quote_id"), article.column("quotes", "parent_quote_id")
    assert inner == [None, outer[0]]


def test_quotation_runs_over_paragraphs_to_its_close(read: Read) -> None:
    article = read("وقال الوزير: «سنبدأ العمل غدا.\nولن نتوقف أبدا».\nثم غادر القاعة.")
    assert article.contents == ["سنبدأ العمل غدا.\nولن نتوقف أبدا"]
    assert article.kinds == ["direct"]


def test_quotation_that_the_next_paragraph_opens_anew_ends_with_its_own(read: Read) -> None:
    article = read(
        'وتضيف المعلمة: "لا أحد يزورنا هنا. لكننا ننتظر كل يوم.\n'
        '"متى تنتهي هذه الرحلة؟"، تقول المعلمة.'
    )
    assert article.contents == ["لا أحد يزورنا هنا. لكننا ننتظر كل يوم", "متى تنتهي هذه الرحلة"]
    assert article.kinds == ["direct", "direct"]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("أعلن الجيش الكيني ضبط شحنة من العاج.", "ضبط شحنة من العاج"),
        ("أكدت مصادر أمنية، تدمير مخزنين للسلاح.", "تدمير مخزنين للسلاح"),
        ("وتتوقع الحكومة زيادة الإنتاج.", "زيادة الإنتاج"),
        ("وكانت وزارة النقل أعلنت الأحد الماضي إغلاق الجسر.", "إغلاق الجسر"),
        ("وغادر الوفد مؤكدا تطابق المواقف.", "تطابق المواقف"),
        ("ودعا الوزير شركة «نورتل» المشغلة للنفق إلى تحمل المسؤولية.", "تحمل المسؤولية"),
        ("من جانبه أبان وزير النقل أن الطريق جاهز.", "الطريق جاهز"),
    ],
)
def test_what_is_told_begins_after_the_speaker(sentence: str, content: str, read: Read) -> None:
    assert read(sentence).contents == [content]


def test_object_begins_after_the_adjective_of_the_speaker(read: Read) -> None:
    article = read("وأدانت الحكومة النرويجية التفجير الإرهابي.")
    assert article.speakers == ["الحكومة النرويجية"]
    assert article.contents == ["التفجير الإرهابي"]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "أعلنت الرئاسة الجزائرية اليوم (السبت) استدعاء سفيرها لدى فرنسا.",
            "استدعاء سفيرها لدى فرنسا",
        ),
        ("وأعلن الجيش السوري في بيان مساء اليوم سيطرته على المدينة.", "سيطرته على المدينة"),
        ("أعلنت الولايات المتحدة فرض عقوبات جديدة على البنوك.", "فرض عقوبات جديدة على البنوك"),
    ],
)
def test_what_is_announced_follows_day_and_venue(sentence: str, content: str, read: Read) -> None:
    assert read(sentence).contents == [content]


def test_voicing_verb_is_read_over_where_and_after_what_it_is_voiced(read: Read) -> None:
    article = read("وعبر الوزير في تصريح صحفي عقب زيارته للمركز الإعلامي عن سعادته بالزيارة.")
    assert article.contents == ["سعادته بالزيارة"]


def test_voicing_verb_is_read_over_a_name_in_marks(read: Read) -> None:
    article = read('وعبر مكتب المتابعة البيئية "مرصد" عن بالغ قلقه إزاء الحرائق.')
    assert article.contents == ["بالغ قلقه إزاء الحرائق"]


def test_whom_one_accuses_in_marks_is_no_quotation(read: Read) -> None:
    article = read('اتهم الوزير سامي نور "جبهة الجبل الأخضر الموحدة" بتنفيذ الهجوم.')
    assert article.contents == ["تنفيذ الهجوم"]


@pytest.mark.parametrize(
    "sentence",
    [
        "عبر المجلس البلدي اليوم (الأربعاء) عن قلقه من الفيضان.",
        "وذكر البيان أن المجلس البلدي عبر عن قلقه من الفيضان.",
    ],
)
def test_voicing_is_no_crossing_before_about(sentence: str, read: Read) -> None:
    assert read(sentence).contents[-1] == "قلقه من الفيضان"


@pytest.mark.parametrize("where", ["على موقعها الإلكتروني", "على لسان المتحدث باسمها"])
def test_where_and_by_whom_it_is_said_is_not_said(where: str, read: Read) -> None:
    assert read(f"أكدت الهيئة أمس {where} أن المعبر مفتوح.").contents == ["المعبر مفتوح"]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("واعتبرت البرازيل القرار خطوة مهمة.", ["القرار خطوة مهمة"]),
        ("واعتبرت الوزارة ذلك تصعيدا.", ["ذلك تصعيدا"]),
        ("رحب الوزير بالسد، معتبرا إغلاق الجسر أمرا حتميا.", ["السد", "إغلاق الجسر أمرا حتميا"]),
        ("واعتبر رئيس اللجنة سامي نور أن القرار خطوة.", ["القرار خطوة"]),
        ("وعقد الوزير اجتماعا اعتبر خطوة مهمة.", []),
    ],
)
def test_what_somebody_takes_for_something_is_said(
    sentence: str, contents: list[str], read: Read
) -> None:
    assert read(sentence).contents == contents


def test_what_is_renewed_is_no_part_of_who_renews_it(read: Read) -> None:
    article = read("وجدد سامي نور التأكيد على أن السد آمن. وجددت المتحدثة تحذيرها من الفيضان.")
    assert article.contents == ["السد آمن", "تحذيرها من الفيضان"]
    assert article.column("quotes", "speaker_text") == ["سامي نور", "المتحدثة"]


def test_end_is_announced_as_any_noun_is(read: Read) -> None:
    article = read("أعلنت الحكومة الكينية انتهاء أعمال الجسر.")
    assert article.contents == ["انتهاء أعمال الجسر"]


@pytest.mark.parametrize("day", ["السبت", "الثالث من مايو/أيار 2021", "3 مايو/أيار"])
def test_day_in_brackets_stands_between_who_and_what(day: str, read: Read) -> None:
    article = read(f"أعلنت الشرطة الكينية أمس ({day}) توقيف ثلاثة لصوص.")
    assert article.contents == ["توقيف ثلاثة لصوص"]
    article = read(f"أدان الوزير الكيني أمس ({day}) الهجوم على السفارة.")
    assert article.contents == ["الهجوم على السفارة"]


@pytest.mark.parametrize("whom", ["له", "للجميع", "للشعب اللبناني"])
def test_what_is_wished_somebody_is_said(whom: str, read: Read) -> None:
    article = read(f"وأشاد الوزير بحرصه على التعاون، متمنيا {whom} مزيدا من التقدم.")
    assert article.contents == ["حرصه على التعاون", "مزيدا من التقدم"]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        (
            "أعلنت وزارة الصحة تسجيل 20 حالة وفاة في المدينة.",
            "تسجيل 20 حالة وفاة في المدينة",
        ),
        ("أعلنت الشركة، تراجع المبيعات إلى 482 ألف وحدة.", "تراجع المبيعات إلى 482 ألف وحدة"),
        ("أعلنت وزارة الصحة وفاة 20 مريضا في المدينة.", "وفاة 20 مريضا في المدينة"),
    ],
)
def test_what_is_counted_opens_no_content(sentence: str, content: str, read: Read) -> None:
    assert read(sentence).contents == [content]
