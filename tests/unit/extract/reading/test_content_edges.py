"""Where what is said begins and ends: less who says it, how, where and on whose word."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("أفادت مصادر طبية بمقتل خمسة أشخاص.", "مقتل خمسة أشخاص"),
        ("وأفاد العميد بجامعة القاهرة بأن الدراسة ستبدأ غدا.", "الدراسة ستبدأ غدا"),
        ("أدان مجلس الأمن بأشد العبارات التفجير في كابول.", "التفجير في كابول"),
        ("وأدانت الحكومة الجريمة البشعة.", "الجريمة البشعة"),
        (
            "وأدان سامي نور، في بيان نشرته وكالة الأنباء الكينية (كنا)، الجريمة التي وقعت.",
            "الجريمة التي وقعت",
        ),
        ("وأبرز سامي نور أهمية الحوار.", "أهمية الحوار"),
        ("وذكر أن القتلى سبعة من دون أن يذكر مزيدا من التفاصيل.", "القتلى سبعة"),
        (
            'وأضاف -خلال لقائه مسؤولين في ختام زيارة قام بها لمدينة "المدية" جنوبي العاصمة'
            ' لتفقد مشاريع محلية- "لا تستمعوا لهم".',
            "لا تستمعوا لهم",
        ),
        ("جدد الوزير سامي نور، الدعوة إلى وقف القتال.", "الدعوة إلى وقف القتال"),
        ("الوزير يجدد الدعوة لوقف القتال", "الدعوة لوقف القتال"),
        ("وأبدى الرئيس سعادته بزيارة كينيا.", "سعادته بزيارة كينيا"),
        ("وحض الوزير طرفي النزاع إلى التفاوض.", "التفاوض"),
        ("أكدت الصين، اليوم الاثنين، رفضها لانتهاك الهدنة.", "رفضها لانتهاك الهدنة"),
        (
            'أكد الرئيس سامي نور، اليوم الأربعاء، رفضه "أي عمل يهدد الهدنة".',
            'رفضه "أي عمل يهدد الهدنة"',
        ),
        ("وأكد الوزير أن السد آمن، جاء ذلك خلال زيارته للقرية.", "السد آمن"),
        ("وقالت الوزيرة إن السد آمن، يأتي ذلك في وقت تراجعت فيه المياه.", "السد آمن"),
        ("وأكد القادة في بيان رفضهم التام للقرار.", "رفضهم التام للقرار"),
        ("وشارك الأهالي في الحفل، معبرين عن فرحتهم بالعيد.", "فرحتهم بالعيد"),
        ("أشادت الصين بشدة بدعم هذه الدول.", "دعم هذه الدول"),
        ("وانتقد وزراء خارجية هذه الدول سياسات البنك.", "سياسات البنك"),
        ("وجددت المفوضية الدعوة إلى الحوار.", "الدعوة إلى الحوار"),
        ("أعلن الوزير، اليوم الخميس، التوصل إلى اتفاق.", "التوصل إلى اتفاق"),
        ("وأعلنت الوزارة الإفراج عن خمسة عمال.", "الإفراج عن خمسة عمال"),
        ("وأفاد المرصد عن انهيار مبنى.", "انهيار مبنى"),
        ("وأفاد بيان صادر عن الوزارة بأن الجسر سليم.", "الجسر سليم"),
        ("وأكد المجلس تمسك البلاد بموقفها.", "تمسك البلاد بموقفها"),
        ("وكتب الوزير الكيني سامي نور على تويتر يقول إن بلاده لن تسكت.", "بلاده لن تسكت"),
    ],
)
def test_how_and_where_it_is_said_is_not_what(sentence: str, content: str, read: Read) -> None:
    assert read(sentence).contents == [content]


def test_both_who_tells_and_who_told_say_what_follows(read: Read) -> None:
    article = read("وذكرت صحيفة المساء، نقلا عن مصادر مطلعة، أن الصفقة قريبة.")
    assert article.contents == ["الصفقة قريبة"] * 2
    assert article.column("quotes", "speaker_name") == ["صحيفة المساء", "مصادر مطلعة"]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("وأكدت المتحدثة أن روسيا متمسكة بمواقفها.", ["روسيا متمسكة بمواقفها"]),
        (
            "وقالت إن الوضع صعب مضيفة أن الحل قريب.",
            ["الوضع صعب", "الحل قريب"],
        ),
        ("نفى عدد من المسؤولين صحة الخبر.", ["صحة الخبر"]),
        ("وأدانت الوزارة في بيان صحفي اقتحام المسجد.", ["اقتحام المسجد"]),
    ],
)
def test_predicate_subject_and_occasion_are_told_from_what_is_said(
    sentence: str, contents: list[str], read: Read
) -> None:
    assert read(sentence).contents == contents


@pytest.mark.parametrize(
    "quoted",
    [
        "«يلعب بمستقبل البلاد (...) ولن نسمح بذلك أبدا»",
        "«سيسدد الدين غدا صباحا. هذا وعد قديم للدائنين»",
    ],
)
def test_quotation_inside_a_content_goes_on_to_its_close(quoted: str, read: Read) -> None:
    article = read(f"وقال الوزير إن المصرف {quoted}. وأضاف أن السوق هادئة.")
    assert article.contents[0] == f"المصرف {quoted}"
    assert article.contents[-1] == "السوق هادئة"


def test_stop_without_a_blank_ends_a_content(read: Read) -> None:
    article = read("وقال الوزير إن السد سليم.وأضاف أن النهر هادئ.ويعمل السد منذ عام.")
    assert article.contents == ["السد سليم", "النهر هادئ"]


def test_reason_that_follows_is_said_and_the_occasion_is_not(read: Read) -> None:
    article = read(
        "وأكد الوزير أن الحدود مغلقة، وذلك حفاظا على الأمن. "
        "وأكد الوزير أن الطريق مفتوح، وذلك خلال لقائه الوفد."
    )
    assert article.contents == ["الحدود مغلقة، وذلك حفاظا على الأمن", "الطريق مفتوح"]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        (
            "وقال الرسام إنه حصل على تأشيرة لكنه أضاف أنه قد لا يسافر.",
            ["حصل على تأشيرة", "قد لا يسافر"],
        ),
        (
            "وقال شهود إن القرية خلت من أهلها في حين أعلن الجيش أن الوضع هادئ.",
            ["القرية خلت من أهلها", "الوضع هادئ"],
        ),
        (
            "تقول كندا إن الخطة ناقصة بينما حذرت النرويج من إلغائها.",
            ["الخطة ناقصة", "إلغائها"],
        ),
    ],
)
def test_turn_to_another_clause_needs_no_comma(
    sentence: str, contents: list[str], read: Read
) -> None:
    assert read(sentence).contents == contents


@pytest.mark.parametrize(
    "sentence",
    [
        "وأكدت وزارة الخارجية القطرية وفقا لوكالة الأنباء القطرية أمس وقوف الدوحة مع تونس.",
        "وشددت وزارة الخارجية القطرية، وفقا لما نقلته وكالة الأنباء القطرية، "
        "على وقوف الدوحة مع تونس.",
    ],
)
def test_source_between_the_verb_and_what_it_says_says_the_same(sentence: str, read: Read) -> None:
    article = read(sentence)
    assert article.contents == ["وقوف الدوحة مع تونس"] * 2
    assert article.speakers == ["وزارة الخارجية القطرية", "وكالة الأنباء القطرية"]


def test_what_is_acted_upon_is_no_source(read: Read) -> None:
    article = read("دعا المجلس إلى تطبيق الخطة وفقا لجدول مواعيدها.")
    assert article.contents == ["تطبيق الخطة وفقا لجدول مواعيدها"]


def test_what_a_fronted_phrase_tells_ends_where_its_sentence_begins(read: Read) -> None:
    article = read("وفي معرض إشارته إلى أن العالم يتغير، شدد الوزير سامي نور على ضرورة التعاون.")
    assert article.contents == ["العالم يتغير", "ضرورة التعاون"]


def test_what_is_told_of_who_acted_goes_on_at_where(read: Read) -> None:
    article = read("وأشار المتحدث إلى أن الوزير زار بيروت أمس، حيث أكد دعم بلاده للجيش.")
    assert article.contents == ["الوزير زار بيروت أمس، حيث أكد دعم بلاده للجيش", "دعم بلاده للجيش"]


def test_what_is_said_inside_a_quotation_ends_with_it(read: Read) -> None:
    article = read('وكتبت الوزارة أنها "تدين هذا العمل"، متعهدة تعزيز الحراسة على الحدود.')
    assert article.contents[1:] == ["هذا العمل", "تعزيز الحراسة على الحدود"]


def test_letters_of_a_station_open_no_content(read: Read) -> None:
    article = read("وقال الوزير سامي نور لشبكة (إن.بي.سي) إن الحرب انتهت.")
    assert article.contents == ["الحرب انتهت"]


def test_in_his_own_words_repeats_what_he_said(read: Read) -> None:
    article = read("وأوضح الوزير سامي نور أن الخط جاهز، على حد قوله.")
    assert article.contents == ["الخط جاهز", "الخط جاهز"]


def test_what_she_says_of_her_country_ends_before_she_goes_on(read: Read) -> None:
    article = read("قالت الوزيرة هدى علي إن بلادها ترحب بالاتفاق، مشيدة بدعم النرويج.")
    assert article.contents == ["بلادها ترحب بالاتفاق", "الاتفاق", "دعم النرويج"]


def test_what_is_looked_forward_to_follows_the_looking_forward(read: Read) -> None:
    article = read("وأعرب الوزير عن تطلعه إلى أن تنجح المحادثات.")
    assert article.contents == ["تنجح المحادثات"]


def test_what_a_source_says_follows_what_is_told_of_it(read: Read) -> None:
    article = read("ووفقا لمسح أجرته الوزارة على عدد من المصانع، فقد بلغت النسبة الخمس.")
    assert article.contents == ["بلغت النسبة الخمس"]


def test_object_ends_where_the_clause_that_holds_it_goes_on(read: Read) -> None:
    article = read("وأكد السفير أن كينيا رفضت القرار وأن المشاورات مستمرة.")
    assert article.contents == ["كينيا رفضت القرار وأن المشاورات مستمرة", "القرار"]


def test_clause_after_a_call_stays_in_it(read: Read) -> None:
    article = read("وأكد السفير أن المشاورات مستمرة. ودعا إلى الحوار وأن يكون الجميع حاضرا.")
    assert article.contents == ["المشاورات مستمرة", "الحوار وأن يكون الجميع حاضرا"]


def test_participle_after_a_comma_takes_its_clause_from_the_verb_before(read: Read) -> None:
    article = read(
        "وأكد سامي نور أنه ينتظر ما وعدت به الوزارة العام الماضي، مبينا أنه قدم الأوراق."
    )
    assert article.contents == ["ينتظر ما وعدت به الوزارة العام الماضي", "قدم الأوراق"]


def test_who_adds_something_goes_on_himself_wherever_he_began(read: Read) -> None:
    article = read("قال الوزير سامي نور إن الوكالة أكدت ضرورة الحوار، وأضاف نور أن السد آمن.")
    assert article.contents == ["الوكالة أكدت ضرورة الحوار", "ضرورة الحوار", "السد آمن"]


def test_examples_are_no_content(read: Read) -> None:
    assert read("واتهمه المدعي سامي نور بعد تحقيق شمل أمورا بما في ذلك العلاقات.").contents == []


def test_participle_goes_on_with_who_speaks_over_a_clause_about_another(read: Read) -> None:
    article = read("قال السفير سامي نور إن الوزير أبدى ترحيبه بالدعوة، مشيرا إلى أن السد آمن.")
    assert article.contents == ["الوزير أبدى ترحيبه بالدعوة", "ترحيبه بالدعوة", "السد آمن"]
    assert article.column("quotes", "speaker_name")[-1] == "سامي نور"
    assert article.column("quotes", "act_class")[0] == "say"


def test_participle_goes_on_for_whom_a_spokesman_tells_of(read: Read) -> None:
    article = read("قال المتحدث باسم الرئاسة إن الوزير أبدى ترحيبه بالدعوة، مؤكدا أن السد آمن.")
    assert article.contents[0] == "الوزير أبدى ترحيبه بالدعوة، مؤكدا أن السد آمن"


def test_participle_in_a_quotation_does_not_end_what_holds_it(read: Read) -> None:
    article = read('أفاد البيان بأن الوزير "ميز بين الأمرين، رافضا أن يخلط بينهما".')
    assert article.contents[0] == 'الوزير "ميز بين الأمرين، رافضا أن يخلط بينهما"'


def test_what_is_foreseen_ends_an_object(read: Read) -> None:
    article = read("وأعربت الوزيرة عن أملها في عودة التيار، ويتوقع أن تهب الرياح غدا.")
    assert article.contents == ["عودة التيار"]
    article = read("وأعلن الوزير بدء العمل في السد، ومن المقرر أن ينتهي غدا.")
    assert article.contents == ["بدء العمل في السد"]


def test_whom_statements_are_made_to_is_not_said(read: Read) -> None:
    article = read('وأشار الوزير سامي نور في تصريحات إلى "المساء" إلى أن السد آمن.')
    assert article.contents == ["السد آمن"]


def test_content_belongs_to_the_verb_before_it(read: Read) -> None:
    article = read("وأعلنت جماعة محلية سيطرتها على مواقع، وذكر المركز أن القتال مستمر.")
    assert article.column("quotes", "speaker_text")[-1] == "المركز"
    article = read("وقال العامل سامي نور، وتابع الجلسات أمس، إن السد آمن.")
    assert article.contents == ["السد آمن"]
    assert article.column("quotes", "speaker_name") == ["سامي نور"]


def test_contrast_sets_another_speaker_apart(read: Read) -> None:
    article = read("واتهم الوزير الشركة بأنها تكذب على الناس، ولكن الرئيس قال إنه لا يعرف شيئا.")
    assert article.contents == ["تكذب على الناس", "لا يعرف شيئا"]


def test_sentence_that_opens_with_what_was_said_goes_on_after_the_comma(read: Read) -> None:
    article = read(
        "وفي تعليقه على التصريحات التي قال فيها إن الحدود مغلقة، أكد المتحدث سامي نور أن الحوار "
        "مستمر."
    )
    assert article.contents == ["الحدود مغلقة", "الحوار مستمر"]
    assert article.column("quotes", "depth") == [0, 0]


def test_what_media_relay_of_another_is_told_apart(read: Read) -> None:
    article = read(
        "وقال سامي نور إن القرار صائب، ونقلت وسائل إعلام محلية عن الوزير نادر سليم قوله إن "
        "الحوار مستمر."
    )
    assert article.contents == ["القرار صائب", "الحوار مستمر"]
    assert article.column("quotes", "depth") == [0, 0]


def test_what_a_land_goes_on_with_is_told_with_it(read: Read) -> None:
    article = read("وأكد السفير أن كينيا تقدر الدعم، وتأمل في أن يستمر العون.")
    assert article.contents == ["كينيا تقدر الدعم، وتأمل في أن يستمر العون"]


def test_no_letter_is_cut_off_that_leaves_no_word(read: Read) -> None:
    article = read("ودعا الوزير الأطراف للتعاون من أجل السلام.")
    assert article.contents == ["للتعاون من أجل السلام"]
