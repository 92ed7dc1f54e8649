from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("قال الوزير إن الخطة جاهزة.", "الوزير"),
        ("قال الوزير أمس إن الخطة جاهزة.", "الوزير"),
        ("قال أمس الوزير إن الخطة جاهزة.", "الوزير"),
        ("وقالت مصادر فلسطينية إن القوات انسحبت.", "مصادر فلسطينية"),
        ("قال المتحدث باسم الجيش إن القوات انسحبت.", "المتحدث باسم الجيش"),
        ("قال وزير الخارجية في العراق إن الخطة جاهزة.", "وزير الخارجية في العراق"),
        ("الوزير يؤكد أن الخطة جاهزة.", "الوزير"),
        ("كشف مصدر أمني عن خطة جديدة.", "مصدر أمني"),
        ("وقتل خمسة أشخاص، بحسب شبكة «راي».", "شبكة «راي»"),
        ("قالت شبكة «راي» الإيطالية إن الخطة جاهزة.", "شبكة «راي» الإيطالية"),
        ("ونقلت الوكالة عن والي المدينة قوله إن الخطة جاهزة.", "والي المدينة"),
        ("وهنأ الرئيسان بعضهما البعض بمناسبة العيد، معبرين عن ثقتهما.", "الرئيسان"),
        ("قال 3 من أعضاء المجلس إن الخطة جاهزة.", "3 من أعضاء المجلس"),
        ("اجتمع الوفدان أمس، بحسب الإعلام الرسمي.", "الإعلام الرسمي"),
        ("أشار التقرير إلى أن النمو تباطأ.", "التقرير"),
        ("وقال الثلاثاء الماضي المتحدث باسم الجيش إن القوات انسحبت.", "المتحدث باسم الجيش"),
        ("ودعا المعتصمون إلى إقالة المحافظ.", "المعتصمون"),
        (
            "كما أفادت بعض المصادر المقربة من الحركة أن القوات انسحبت.",
            "بعض المصادر المقربة من الحركة",
        ),
        ("إلا أن بعض المحللين لا يزالون يشككون في الخطة.", "بعض المحللين"),
        ("يذكر أن السلطات التونسية كانت أعلنت عن الخطة.", "السلطات التونسية"),
        ("لكن كثيرا من خبراء الاقتصاد يقولون إن الخطة جاهزة.", "كثيرا من خبراء الاقتصاد"),
        ("وجدد الملك تأكيده على دعم الخطة.", "الملك"),
        ("وكانت المنامة أعلنت الجمعة الماضية، إحباط عملية تهريب.", "المنامة"),
    ],
)
def test_subject_is_what_stands_beside_the_verb(sentence: str, speaker: str, read: Read) -> None:
    assert read(sentence).column("quotes", "speaker_text") == [speaker]


def test_name_alone_is_the_speakers_words_where_there_is_one(read: Read) -> None:
    article = read("قال وزير الخارجية الصيني وانغ يي إن الخطة جاهزة.")
    assert article.column("quotes", "speaker_text") == ["وانغ يي"]
    assert article.column("quotes", "speaker_role") == ["وزير الخارجية الصيني"]


@pytest.mark.parametrize(
    "sentence",
    [
        "وأضاف أن الخطة جاهزة.",
        "وقال في مؤتمر صحفي إن الخطة جاهزة.",
        "وأكد خلال اللقاء أن الخطة جاهزة.",
    ],
)
def test_dropped_subject_is_none(sentence: str, read: Read) -> None:
    assert read(sentence).column("quotes", "speaker_text") == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "طالب السفير الحكومة بوقف القتال.",
        "أبلغ السفير الصحفيين أن القتال توقف.",
        "صرح السفير للصحفيين بأن القتال توقف.",
    ],
)
def test_those_spoken_to_are_not_part_of_the_speaker(sentence: str, read: Read) -> None:
    assert read(sentence).column("quotes", "speaker_text") == ["السفير"]


def test_killing_that_a_body_describes_is_not_part_of_it(read: Read) -> None:
    article = read("ووصف البيت الأبيض مقتل الوحيشي بأنه ضربة قوية.")
    assert article.column("quotes", "speaker_text") == ["البيت الأبيض"]


def test_what_is_described_is_not_part_of_the_speaker(read: Read) -> None:
    article = read("وصف الوزير الاتفاق بأنه تاريخي ومهم.")
    assert article.column("quotes", "speaker_text") == ["الوزير"]
    assert article.contents == ["تاريخي ومهم"]


def test_document_speaks_where_words_come_in_it(read: Read) -> None:
    article = read("جاء في البيان أن الطرفين سيوقعان الاتفاق.")
    assert article.column("quotes", "speaker_text") == ["البيان"]
    assert article.column("quotes", "speaker_type") == ["document"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("الصين تدعو تايلاند إلى ضبط النفس.", "الصين"),
        ("وقال الوزير إن إيران أبلغت السفير أن القتال توقف.", "إيران"),
        ("اتهمت حكومة الكونغو رواندا بتسليح متمردين.", "حكومة الكونغو"),
        ("قال السفير لوكالة فرانس برس إن القتال توقف.", "السفير"),
        ("أبلغ مصدران رويترز بأن القتال توقف.", "مصدران"),
        (
            "قال المدير العام لوكالة الأنباء الكويتية إن القتال توقف.",
            "المدير العام لوكالة الأنباء الكويتية",
        ),
    ],
)
def test_whom_one_calls_on_or_tells_is_not_who_speaks(
    sentence: str, speaker: str, read: Read
) -> None:
    assert read(sentence).column("quotes", "speaker_text")[-1] == speaker


def test_verb_that_goes_on_keeps_its_speaker_before_an_addressee(read: Read) -> None:
    article = read(
        "أكدت الوزيرة كارين هانسن أن الطريق آمن، ودعت الاتحاد الأوروبي إلى تقاسم الأعباء."
    )
    assert article.speakers == ["كارين هانسن", "كارين هانسن"]


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("دعا الوزير الصين إلى ضبط النفس.", "CHN"),
        ("حث السفير واشنطن على ضبط النفس.", "USA"),
        ("طالب المتحدث إسرائيل بوقف القتال.", "ISR"),
        ("اتهمت فرنسا روسيا بانتهاك الهدنة.", "RUS"),
        ("دعا وزير الخارجية الصيني إلى ضبط النفس.", None),
        ("قال الوزير إن الصين بعيدة.", None),
        ("دعا الوزير في باريس الأطراف إلى ضبط النفس.", None),
    ],
)
def test_addressee_is_the_country_called_on(sentence: str, country: str | None, read: Read) -> None:
    assert read(sentence).column("quotes", "addressee_country_code") == [country]


def test_whom_a_source_comes_from_is_part_of_its_name(read: Read) -> None:
    article = read("وقال مسؤول من وزارة الخارجية الإسبانية إن المياه إسبانية.")
    assert article.column("quotes", "speaker_text") == ["مسؤول من وزارة الخارجية الإسبانية"]
    assert article.speaker_countries == ["ESP"]


def test_who_is_asked_is_no_part_of_who_asks(read: Read) -> None:
    article = read("طلب الوزير من الحكومة الإسبانية توضيحات بشأن الحادث.")
    assert article.column("quotes", "speaker_text") == ["الوزير"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وزار الوفد كييف التي تتهم الكرملين بتسليح المتمردين.", "كييف"),
        ("وأغلق الطريق عدد من المزارعين الذين يقولون إن المياه شحيحة.", "المزارعين"),
        ("وعاد الوفد من مقر المنظمة التي حذرت من نقص الغذاء.", "المنظمة"),
    ],
)
def test_who_speaks_in_a_relative_clause_is_whom_it_describes(
    sentence: str, speaker: str, read: Read
) -> None:
    assert read(sentence).column("quotes", "speaker_name") == [speaker]


def test_antecedent_speaks_only_where_the_verb_agrees_with_it(read: Read) -> None:
    article = read("قال وزير النقل سامي الحداد إنه زار المحطة التي قال إن كلفتها كبيرة.")
    assert article.column("quotes", "speaker_name")[-1] == "سامي الحداد"


def test_body_that_acts_in_the_sentence_speaks_in_its_participle(read: Read) -> None:
    article = read(
        "قال متحدث باسم الشرطة إن الطرق مفتوحة. وقاطع الائتلاف الوطني السوري الجلسة،"
        " مشككا في نوايا المنظمين."
    )
    assert article.column("quotes", "speaker_name") == [
        "متحدث باسم الشرطة",
        "الائتلاف الوطني السوري",
    ]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("ورفض نائب الرئيس السابق هذه الاتهامات.", "نائب الرئيس السابق"),
        ("ورفض رئيس الوزراء المؤقت هذا القرار.", "رئيس الوزراء المؤقت"),
    ],
)
def test_adjective_of_office_is_the_speakers_and_not_what_is_rejected(
    sentence: str, speaker: str, read: Read
) -> None:
    article = read(sentence)
    assert article.column("quotes", "speaker_text") == [speaker]
    assert article.contents[0].startswith("هذ")


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("الشرطة النرويجية، من جانبها، ذكرت أنها أوقفت رجلا.", "الشرطة النرويجية"),
        ("وكان سفير غانا لدى كينيا قد قال أمس إن الزيارة مهمة.", "سفير غانا"),
        ("قالت مصادر داخل الأمم المتحدة إن الزيارة مهمة.", "مصادر داخل الأمم المتحدة"),
        ("وأعلنت الشركة عبر رويترز أن الخط عاد للعمل.", "الشركة"),
        ("ودعت أوسلو إلى الحوار.", "أوسلو"),
    ],
)
def test_subject_is_read_over_his_side_and_his_post(
    sentence: str, speaker: str, read: Read
) -> None:
    assert read(sentence).column("quotes", "speaker_text") == [speaker]


def test_second_verb_of_a_headline_is_whose_the_first_is(read: Read) -> None:
    article = read(
        "الرئيس الكيني يستقبل رئيسة غانا ويؤكد أهمية الجسر\n\nتفاصيل الزيارة في نشرة الغد."
    )
    assert article.column("quotes", "speaker_text") == ["الرئيس الكيني"]


@pytest.mark.parametrize("asked", ["مجلس الأمن", "المجتمع الدولي", "المحكمة الجنائية الدولية"])
def test_body_that_she_calls_on_is_no_subject(asked: str, read: Read) -> None:
    article = read(f"قالت منظمة الصحة العالمية إن الوضع خطير. وطالبت {asked} بالتدخل.")
    assert article.speakers == ["منظمة الصحة العالمية"] * 2


def test_agency_that_a_source_informs_is_no_part_of_it(read: Read) -> None:
    article = read("وأفاد مصدر أمني وكالة فرانس برس أن الهجوم وقع ليلا.")
    assert article.column("quotes", "speaker_text") == ["مصدر أمني"]


def test_who_contents_himself_with_saying_says_it(read: Read) -> None:
    assert read("واكتفى المتحدث بالقول إن المحادثات مستمرة.").speakers == ["المتحدث"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("ونقلت وكالة الأنباء الكينية عن وزير النفط أن الإنتاج سيرتفع.", "وزير النفط"),
        ("ونقلت رويترز عن مصادر كينية رسمية تأكيدها أن الخط عاد.", "مصادر كينية رسمية"),
        ("ونقلت صحيفة الفجر عن وزير النفط القول إن الخط عاد.", "وزير النفط"),
        ("ونسبت الوكالة إلى مسؤول محلي قوله إن الحريق أخمد.", "مسؤول محلي"),
        ("ونسب التلفزيون الكيني إلى مصدر عسكري قوله إن الحريق أخمد.", "مصدر عسكري"),
    ],
)
def test_who_is_passed_on_speaks_and_not_who_passes_it_on(
    sentence: str, speaker: str, read: Read
) -> None:
    assert read(sentence).column("quotes", "speaker_text") == [speaker]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("ونشرت السفارة بيانا قالت فيه إن مواطنيها بخير.", ["السفارة"]),
        ("وألقى الرئيس محمود سالم كلمة أكد فيها أن الحل سياسي.", ["محمود سالم"]),
        ("واتفق الجانبان على الخطة، وأكدا ضرورة الحوار.", ["الجانبان"]),
        ("لكن دبلوماسيا أوروبيا كبيرا قال إن الحوار بطيء.", ["دبلوماسيا أوروبيا كبيرا"]),
        ("أعلنت قوة حلف شمال الأطلسي مقتل جنديين.", ["قوة حلف شمال الأطلسي"]),
    ],
)
def test_who_acts_before_speaks_in_what_was_written(
    sentence: str, speakers: list[str], read: Read
) -> None:
    assert read(sentence).speakers == speakers


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("ولفت الانتباه إلى أن الموارد محدودة.", [None]),
        ("وأكدت كل من قطر ومصر أهمية الحوار.", ["كل من قطر ومصر"]),
        ("وطالب البيان المجتمع الدولي بالتدخل.", ["البيان"]),
        ("وخلص الوزير إلى القول إن المستقبل واعد.", ["الوزير"]),
    ],
)
def test_attention_and_who_is_called_on_do_not_speak(
    sentence: str, speakers: list[str | None], read: Read
) -> None:
    assert read(sentence).speakers == speakers


@pytest.mark.parametrize(
    ("sentence", "resolutions", "speakers"),
    [
        (
            "ووصفها الوزير بأنها محبطة، لكنه يؤكد أنها ستستمر.",
            ["stated", "carried"],
            ["الوزير"] * 2,
        ),
        ("لن تكون بلاده ساحة حرب، فيما أشارت تقارير إلى أن القوات انسحبت.", ["stated"], ["تقارير"]),
        ("ودعت دولة قطر إلى وقف القتال.", ["stated"], ["دولة قطر"]),
    ],
)
def test_verb_after_a_turn_takes_nothing_before_it_for_its_subject(
    sentence: str, resolutions: list[str], speakers: list[str], read: Read
) -> None:
    article = read(sentence)
    assert article.resolutions[-len(resolutions) :] == resolutions
    assert article.speakers[-len(speakers) :] == speakers


def test_frankness_is_how_it_is_said(read: Read) -> None:
    article = read("بل إن قائد الجيش قال صراحة إن القرار باطل.")
    assert article.column("quotes", "speaker_text") == ["قائد الجيش"]


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("ولاحظت تفاوتا كبيرا في الأسعار، وهذا يعني أن القطع غالية.", [None]),
        ('وتابع مدافعا عن موقفه: "لن نتراجع".', [None]),
        ("وقال ضحايا القصف إن الحرب انتهت.", ["ضحايا القصف"]),
        ("وأبدى شيوخ القرية قلقا شديدا من هذه التطورات.", ["شيوخ القرية"]),
    ],
)
def test_indefinite_accusative_does_not_speak(
    sentence: str, speakers: list[str | None], read: Read
) -> None:
    assert read(sentence).speakers == speakers
