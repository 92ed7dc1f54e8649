"""Who goes on speaking where a pronoun, a document or a relative clause stands for him."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


def test_demonstrative_alone_goes_on_with_who_spoke(read: Read) -> None:
    article = read("أكد مراقبون أن الوضع صعب. وقال هؤلاء إن الحل بعيد. وأضافوا أن الوقت ضيق.")
    assert article.speakers == ["مراقبون"] * 3
    assert article.resolutions == ["stated", "carried", "carried"]


def test_document_goes_on_with_the_last_speaker_whatever_its_gender(read: Read) -> None:
    article = read(
        "قال وزير الخارجية التونسي سامي بن عمر إن الهجوم جبان. وأكدت وزارة الخارجية القطرية "
        "تضامن الدوحة مع تونس. وعبر البيان عن التعازي لأسر الضحايا."
    )
    assert article.speakers[1:] == ["وزارة الخارجية القطرية"] * 2


@pytest.mark.parametrize(
    ("before", "account", "speaker"),
    [
        ("أعلنت وزارة الصحة القطرية فتح المستشفى.", "وبحسب البيان", "وزارة الصحة القطرية"),
        ("أعلن مركز البحوث القطري نمو التجارة.", "ووفقا للدراسة", "مركز البحوث القطري"),
        ("قال الوزير حسن جاسم إن الخطة جاهزة.", "وبحسب التقرير", "التقرير"),
        ("أكد مراقبون أن الوضع صعب.", "وبحسب القرار", "القرار"),
        ("قال مصدر أمني إن المدينة آمنة.", "وبحسب المصدر", "مصدر أمني"),
    ],
)
def test_account_is_whose_it_was_told_to_be(
    before: str, account: str, speaker: str, read: Read
) -> None:
    article = read(f"{before} {account}، فإن العمل مستمر.")
    assert article.speakers[-1] == speaker
    is_found = article.column("quotes", "speaker_text")[-1] != speaker
    assert article.resolutions[-1] == ("title" if is_found else "according_to")


def test_account_of_ones_own_words_is_ones_own(read: Read) -> None:
    article = read(
        "قالت وزارة الصحة القطرية في بيان إن المستشفى فتح أبوابه، بحسب البيان. وأضاف البيان أن "
        "العمل مستمر."
    )
    assert article.speakers == ["وزارة الصحة القطرية"] * 3


def test_agency_that_passes_a_report_on_does_not_speak_in_it(read: Read) -> None:
    article = read(
        "ذكر مركز البحوث الكويتي أن الأسعار سترتفع، وفق ما نقلت وكالة أنباء البحرين. "
        "وقالت الدراسة إن الطلب كبير."
    )
    assert article.speakers[-1] != "وكالة أنباء البحرين"


@pytest.mark.parametrize(
    "resolution", ["القرار (5016)", "القرار 5016", "قرار مجلس الأمن الدولي رقم 5016"]
)
def test_numbered_resolution_speaks_in_its_relative_clause(resolution: str, read: Read) -> None:
    article = read(f"رفضت الحركة {resolution} الذي يدعو الحركة إلى الانسحاب من المدن.")
    assert article.column("quotes", "speaker_text")[-1] == resolution


def test_accused_of_one_country_speak_for_it_together(read: Read) -> None:
    article = read("المنامة 5 مايو 2015 (واس) وقال المتهمان إن الشحنة وصلت بحرا.")
    assert article.speaker_countries == ["BHR"]


def test_body_after_a_document_with_an_article_is_called_on(read: Read) -> None:
    article = read(
        "أصدرت وزارة الداخلية الكويتية بيانا أمس. وحذر البيان ميليشيات الحوثي من التصعيد."
    )
    assert article.contents == ["التصعيد"]
    assert article.speakers == ["وزارة الداخلية الكويتية"]


@pytest.mark.parametrize(
    "sentence",
    [
        "وكانت ميليشيات الحوثي في المدينة وزعت بيانا أمس، زعمت فيه أن القرية تؤيدها.",
        "وكانت ميليشيات الحوثي أدلت بأرقام أقل لكنها أعلنت أن القرية تؤيدها.",
    ],
)
def test_who_acts_before_his_verb_goes_on_in_the_sentence(sentence: str, read: Read) -> None:
    article = read(f"قالت وزيرة الصحة النرويجية كارين هانسن إن الوضع صعب. {sentence}")
    assert article.speakers == ["كارين هانسن", "ميليشيات الحوثي"]


def test_noun_of_a_verb_with_who_does_it_makes_a_statement(read: Read) -> None:
    article = read("ويأتي الحوار إثر إعلان الولايات المتحدة أنها سلمت مصر ثماني طائرات.")
    assert article.contents == ["سلمت مصر ثماني طائرات"]
    assert article.speakers == ["الولايات المتحدة"]


@pytest.mark.parametrize(
    "acts",
    [
        "ووصل وزير الدفاع التركي خلدون أكمان إلى عمان اليوم، وقال للصحفيين",
        "وكان وزير الدفاع التركي خلدون أكمان قد زار عمان أمس، وقال خلال الزيارة",
        "ودافع خلدون أكمان عن القرار، قائلا",
    ],
)
def test_who_acts_in_the_sentence_goes_on_and_not_who_spoke_before(acts: str, read: Read) -> None:
    article = read(f"قال وزير الداخلية الأردني سامي نور إن الوضع هادئ. {acts} إن الأمن مشترك.")
    assert article.speakers == ["سامي نور", "خلدون أكمان"]


@pytest.mark.parametrize(
    ("actors", "cue"),
    [
        ("كثير من مشايخ المدينة", "ووصفوه بأنه"),
        ("المسؤولون الأميركيون", "مؤكدين أن"),
    ],
)
def test_many_who_act_go_on_in_their_sentence(actors: str, cue: str, read: Read) -> None:
    article = read(
        "قال الرئيس التركي إن الحوار مستمر. "
        f"تبرأ {actors} من البيان المنسوب إليهم، {cue} كذبة جديدة."
    )
    assert article.speakers == ["الرئيس التركي", actors]


def test_participle_goes_on_for_the_person_who_speaks_of_a_body(read: Read) -> None:
    article = read(
        "قال وزير الخارجية الكازاخي مختار تليوبيردي إن التحالف يرحب بالحوار، مؤكدا أن الوقت ضيق."
    )
    assert article.speakers == ["مختار تليوبيردي", "التحالف", "مختار تليوبيردي"]


def test_who_acts_after_as_goes_on_in_the_sentence(read: Read) -> None:
    article = read(
        "قالت شرطة بكين إن التحقيق مستمر. كما رفضت الوزارة اليابانية التعليق قائلة إن الوقت مبكر."
    )
    assert article.speakers[-1] == "الوزارة اليابانية"


def test_participle_goes_on_for_the_person_who_speaks_of_her_country(read: Read) -> None:
    article = read(
        "قالت وزيرة الزراعة الكينية غريس وانجيرو إن بلادها تأمل في ألا تتضرر الأسواق،"
        " مشيدة بدعم النرويج."
    )
    assert article.speakers == ["غريس وانجيرو", "بلادها", "غريس وانجيرو"]


def test_who_is_passed_on_by_an_agency_goes_on(read: Read) -> None:
    article = read(
        "وقال الوزير سامي نور إن العمل جار، بحسب وكالة الأنباء الأردنية. وأضاف أن الخط جاهز."
    )
    assert article.speakers == ["سامي نور", "وكالة الأنباء الأردنية", "سامي نور"]


def test_who_goes_on_is_of_the_gender_of_whose_saying_it_was(read: Read) -> None:
    article = read(
        "قالت النرويج إن العمل جار. ونقلت الوكالة عن هدى سالم، رئيسة الوفد، قولها إن الخط جاهز،"
        " مشيرة إلى أن الجسر مفتوح."
    )
    assert article.speakers == ["النرويج", "هدى سالم", "هدى سالم"]


def test_what_he_is_called_is_not_she(read: Read) -> None:
    article = read("قالت الخبيرة هدى سالم إن العمل جار. وقال الخبير إن الخط جاهز.")
    assert article.speakers == ["هدى سالم", "الخبير"]


def test_she_goes_on_after_what_a_capital_asked_for(read: Read) -> None:
    article = read(
        "كشفت الوزيرة هدى سالم عن أن نجامينا اقترحت تسيير دوريات، وأوضحت أن الخطة جاهزة."
    )
    assert article.speakers == ["هدى سالم", "نجامينا", "هدى سالم"]


@pytest.mark.parametrize("cue", ["وأضافوا", "مضيفين", "ويؤكدون"])
def test_verb_of_several_goes_on_with_nobody_who_is_one(cue: str, read: Read) -> None:
    article = read(
        f"قال وزير الخارجية التونسي سامي بن عمر إن الوضع صعب. وقد زارت الوفود المدينة، {cue} أن "
        "الحل بعيد."
    )
    assert article.speakers == ["سامي بن عمر", None]
    assert article.resolutions == ["stated", "unresolved"]


def test_verb_of_several_goes_on_with_the_last_who_are(read: Read) -> None:
    article = read(
        "قال خبراء تونسيون إن الوضع صعب. وقال وزير الخارجية التونسي سامي بن عمر إن الأمر بسيط. "
        "وأضافوا أن الحل بعيد."
    )
    assert article.speakers == ["خبراء تونسيون", "سامي بن عمر", "خبراء تونسيون"]


def test_verb_of_one_goes_on_with_one_before_several(read: Read) -> None:
    article = read(
        "قال وزير الخارجية التونسي سامي بن عمر إن الأمر بسيط. وقال محللون إن الوضع صعب. "
        "وأضاف أن الحل قريب."
    )
    assert article.speakers == ["سامي بن عمر", "محللون", "سامي بن عمر"]


@pytest.mark.parametrize("holy", ["تعالى", "الله تعالى", "رسولنا الكريم", "النبي محمد"])
def test_scripture_is_nobody_elses_saying(holy: str, read: Read) -> None:
    article = read(
        "تونس 5 مايو 2015 (وات) قال وزير الخارجية التونسي سامي بن عمر إن الأمر بسيط. "
        f'وقال {holy}: "وقل اعملوا". وأضاف أن الحل قريب.'
    )
    assert article.speakers == ["سامي بن عمر", holy, "سامي بن عمر"]
    assert article.speaker_countries == ["TUN", None, "TUN"]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("وهناك الأطباء الذين يعتقدون أن الحل بعيد.", "الأطباء"),
        ("وتظاهر مئات العمال في باريس، حيث طالبوا بزيادة الأجور.", "مئات العمال"),
        ("وتجمع الأهالي في الميدان، مؤكدين أن الحل قريب.", "الأهالي"),
    ],
)
def test_several_who_act_in_the_sentence_speak(sentence: str, who: str, read: Read) -> None:
    article = read(f"قال وزير الخارجية التونسي سامي بن عمر إن الأمر بسيط. {sentence}")
    assert article.speakers == ["سامي بن عمر", who]


@pytest.mark.parametrize(
    "call",
    [
        "تلقى المحافظ اتصالا هاتفيا أمس من الملك سامي نور ملك البلاد أعرب خلاله",
        "وتلقت الوزارة برقية من الوزير سامي نور، أعرب فيها",
    ],
)
def test_who_calls_or_writes_says_so_in_it(call: str, read: Read) -> None:
    article = read(f"قال المحافظ كريم رضا إن السد آمن. {call} عن قلقه من الفيضان.")
    assert article.speakers == ["كريم رضا", "سامي نور"]


def test_body_that_acted_before_speaks_where_nobody_has(read: Read) -> None:
    article = read(
        "أطلقت الهيئة الوطنية للأنهار أمس خدمة في المدن. وقالت في بيان لها إن العمل جار."
    )
    assert article.speakers == ["الهيئة الوطنية للأنهار"]
    assert article.resolutions == ["carried"]


def test_participle_goes_on_with_the_whole_source_of_its_sentence(read: Read) -> None:
    article = read("أفاد مصدر في شرطة كركوك بأن رجلين قتلا، مبينا أن الطريق مغلق.")
    assert article.speakers == ["مصدر في شرطة كركوك"] * 2
    assert article.column("quotes", "speaker_country_code") == ["IRQ"] * 2


@pytest.mark.parametrize(
    "dealt", ["كما تطرق الجانبان إلى الأزمة", "وبحث الجانبان الأزمة", "واستعرض الجانبان الأزمة"]
)
def test_two_sides_that_deal_speak_in_the_participle(dealt: str, read: Read) -> None:
    article = read(f"{dealt}، مؤكدين ضرورة الحوار.")
    assert article.column("quotes", "speaker_text") == ["الجانبان"]


def test_counted_people_do_not_go_on_as_one(read: Read) -> None:
    article = read(
        "قال مصدر في الوزارة إن الشقق جاهزة. ورفض 30 مواطنا توقيع العقود. وأضاف أن العمل مستمر."
    )
    assert article.speakers == ["مصدر في الوزارة", "30 مواطنا", "مصدر في الوزارة"]


def test_what_matters_does_not_speak(read: Read) -> None:
    article = read("أكد المدرب حسن جاسم أن الفريق جاهز. وقال المهم أن تكون المدة كافية.")
    assert article.speakers == ["حسن جاسم"] * 2


def test_what_goes_on_with_a_document_goes_on_with_whom_it_is_of(read: Read) -> None:
    article = read("وأفادت وزارة الدفاع في بيان أن السد آمن. وقالت إن القرى عادت، بحسب البيان.")
    assert article.column("quotes", "speaker_name") == ["وزارة الدفاع"] * 3


def test_who_has_spoken_before_is_named_before_the_verb(read: Read) -> None:
    article = read(
        "وقال الوزير كريم حسن إن السد آمن. وسبق لوزير الطرق، سامي نور، أن أعلن أن العمل بدأ."
    )
    assert article.column("quotes", "speaker_name") == ["كريم حسن", "سامي نور"]
