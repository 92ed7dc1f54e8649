"""How far the words reach that name a speaker: short titles, complements, marks."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "speaker", "role"),
    [
        ("وقالت د. سعاد فؤاد إن العلاج متوفر.", "سعاد فؤاد", "د."),
        ("وأوضح د.هشام العمري أن العدد كبير.", "هشام العمري", "د."),
        ("ورأى أ.د. محمود فهمي أن الحل بعيد.", "محمود فهمي", "أ.د."),
        ("وبين وزير الصحة د. محمود فهمي أن الحل بعيد.", "محمود فهمي", "وزير الصحة د."),
        ("وقال الدكتور/ خالد العمري إن المشروع جاهز.", "خالد العمري", "الدكتور/"),
        ("وقال معالي الأستاذ / فهد السعيد إن المشروع جاهز.", "فهد السعيد", "معالي الأستاذ /"),
    ],
)
def test_title_of_one_letter_or_with_a_slash_leads_a_name(
    sentence: str, speaker: str, role: str, read: Read
) -> None:
    article = read(sentence)
    assert article.column("quotes", "speaker_text") == [speaker]
    assert article.column("quotes", "speaker_role") == [role]


def test_short_title_describes_nobody(read: Read) -> None:
    article = read("وبين وزير الصحة د. محمود فهمي أن الحل بعيد. وأكد الوزير أن العمل مستمر.")
    assert article.column("quotes", "speaker_name") == ["محمود فهمي"] * 2


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وأعرب أكثر من 100 عامل أجنبي عن رغبتهم في العودة.", "أكثر من 100 عامل أجنبي"),
        ("وطالب نحو 50 نائبا بسحب الثقة.", "نحو 50 نائبا"),
        ("وقال 60 في المئة من السكان إن السعر مرتفع.", "60 في المئة من السكان"),
        ("وقال 20% من الناس إن السعر مرتفع.", "20% من الناس"),
        ("وقال سامي في المؤتمر الصحفي إن المباراة صعبة.", "سامي"),
        ("وقال مسؤولون كينيون لوسائل إعلام محلية إن العدد ارتفع.", "مسؤولون كينيون"),
        ("وقال نائب نوفالو إن السعر مرتفع.", "نائب نوفالو"),
        ("أشار عدد من سكان الحي إلى أن الماء انقطع.", "عدد من سكان الحي"),
        ("وذكر العديد من الخبراء أن الأزمة ستستمر.", "العديد من الخبراء"),
        ("وأعربت العديد من دول الخليج عن قلقها.", "العديد من دول الخليج"),
        ("وأكدت الكثير من الدول الأفريقية أن السد آمن.", "الكثير من الدول الأفريقية"),
        ("وقال ثلاثة من المسؤولين إن الزيارة ألغيت.", "ثلاثة من المسؤولين"),
        ("وأعرب المشاركون في المؤتمر عن قلقهم إزاء الوضع.", "المشاركون في المؤتمر"),
        ("وحذر القائمون على الدراسة من أن الجلوس مضر.", "القائمون على الدراسة"),
        ("وقال المسؤول عن الملف إن الاتفاق قريب.", "المسؤول عن الملف"),
        # Where and in what they say it is no part of them.
        ("وقال المشاركون في بيان إن الوضع خطير.", "المشاركون"),
    ],
)
def test_preposition_that_completes_a_noun_is_part_of_the_phrase(
    sentence: str, speaker: str, read: Read
) -> None:
    assert read(sentence).column("quotes", "speaker_text") == [speaker]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("حذر فريق من الباحثين من مخاطر التلوث.", "مخاطر التلوث"),
        ("وحذر عدد من الخبراء من أن الأزمة ستستمر.", "الأزمة ستستمر"),
        ("وبحسب مسؤولين من الاتحاد الأوروبي، ستصل المساعدة.", "ستصل المساعدة"),
        ("ووفقا لعدد من المسؤولين، تأجلت الزيارة.", "تأجلت الزيارة"),
    ],
)
def test_content_begins_after_the_whole_phrase(sentence: str, content: str, read: Read) -> None:
    assert read(sentence).contents == [content]


def test_conditions_are_no_source(read: Read) -> None:
    assert read("يحق للمواطن الانتخاب وفق عدد من الشروط.").contents == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("وعلمت «المساء» أن اللجنة ستجتمع غدا.", "المساء"),
        ('وذكرت صحيفة "المساء" أن الحكومة ستستقيل.', 'صحيفة "المساء"'),
        ("وفقا للألمانية فإن الفريق فاز.", "الألمانية"),
    ],
)
def test_name_has_its_marks_and_blanks_as_written(sentence: str, name: str, read: Read) -> None:
    assert read(sentence).column("quotes", "speaker_name") == [name]


def test_pronoun_names_nobody_and_goes_on_with_who_spoke(read: Read) -> None:
    article = read("قال كريم حداد إن الميزانية أقرت. وهو يقول إن المشروع سيبدأ غدا.")
    assert article.column("quotes", "speaker_text") == ["كريم حداد", None]
    assert article.column("quotes", "speaker_name") == ["كريم حداد"] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "وهذا يؤكد أن السياسة ثابتة.",
        "ولعل ذلك يشير إلى أن السياسة ثابتة.",
        "والجدير ذكره أن الخطة بدأت العام الماضي.",
        "تضم الأندية مجموعة من أبرز لاعبي الدول.",
    ],
)
def test_what_is_told_and_nobody_says_is_no_statement(sentence: str, read: Read) -> None:
    assert read(sentence).contents == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # The king is named first, the minister last.
        (
            "استقبل جلالة الملك عبدالله الثاني الوزير. وحضر اللقاء وزير الخارجية أيمن الصفدي."
            " وأكد جلالته ضرورة الحوار.",
            ["عبدالله الثاني"],
        ),
        # Who spoke last is so addressed too, and goes on.
        (
            "قال وزير المالية محمد سالم إن النمو تباطأ. والتقى الوزير خالد العمري."
            " وأضاف معاليه أن الخطة جاهزة.",
            ["محمد سالم", "محمد سالم"],
        ),
        (
            "قالت الدكتورة سعاد فؤاد إن الأمير فهد بن خالد حضر. وشكروا سموه وأضافت أن الحفل انتهى.",
            ["سعاد فؤاد", "سعاد فؤاد"],
        ),
    ],
)
def test_honour_is_the_last_person_of_its_rank(text: str, speakers: list[str], read: Read) -> None:
    assert read(text).speakers == speakers


def test_cooperation_may_be_what_is_praised(read: Read) -> None:
    assert read("وأشاد الوزير بالتعاون في مجال الهجرة.").contents == ["التعاون في مجال الهجرة"]


def test_source_between_a_speaker_and_what_he_takes_opens_no_content(read: Read) -> None:
    article = read("ونوه الوزير، وفق بلاغ للوزارة، بمستوى الشراكة.")
    assert article.contents == ["مستوى الشراكة"]


def test_who_is_congratulated_is_no_part_of_who_does(read: Read) -> None:
    article = read("هنأ الرئيس المصري رئيس كينيا بذكرى الاستقلال.")
    assert article.column("quotes", "speaker_text") == ["الرئيس المصري"]
    assert set(article.column("dyads", "country_b")) == {"KEN"}


def test_here_is_no_congratulation(read: Read) -> None:
    assert read("ووصل الوزير إلى هنا في بكين.").contents == []


@pytest.mark.parametrize("how", ["بالإنابة", "بالوكالة", "بالتكليف"])
def test_who_holds_an_office_for_another_is_named_after_it(how: str, read: Read) -> None:
    article = read(f"أكد رئيس البلدية {how} ووزير الري السيد هشام العمري أن السد آمن.")
    assert article.speakers == ["هشام العمري"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("وطالب وزير الخارجية المجتمع الدولي بالتحرك.", "وزير الخارجية"),
        ("ودعت هيئة حماية الأنهار الدول الأعضاء إلى التحرك.", "هيئة حماية الأنهار"),
        ("ودعا أمين عام المنظمة، الأطراف المتحاربة، إلى التحرك.", "أمين عام المنظمة"),
        ("وطالب 60 عالما بوقف التجارب.", "60 عالما"),
    ],
)
def test_whom_the_appeal_is_made_to_is_no_part_of_who_makes_it(
    sentence: str, speaker: str, read: Read
) -> None:
    assert read(sentence).column("quotes", "speaker_text") == [speaker]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("رئيس البلدية سامي نور، الذي زار الجسر أمس، أكد أن السد آمن.", "سامي نور"),
        ("وأضاف أن الإحصاءات التي جمعتها الوزارة أمس أشارت إلى تراجع كبير.", "الإحصاءات"),
        ("كينيا التي سارعت إلى إغلاق حدودها، أعلنت أن السد آمن.", "كينيا"),
    ],
)
def test_who_is_described_before_the_verb_speaks(sentence: str, speaker: str, read: Read) -> None:
    article = read(f"قال الوزير كريم رضا إن العمل بدأ. {sentence}")
    assert article.column("quotes", "speaker_text")[-1] == speaker


@pytest.mark.parametrize(
    ("given", "speaker"),
    [
        ("بعد ذلك ألقى وزير الري كلمة أوضح فيها", "وزير الري"),
        ("ثم ألقى رئيس البلدية سامي نور، كلمة بهذه المناسبة أوضح من خلالها", "سامي نور"),
        ("وفي المساء، أصدرت هيئة الري بيانا صحفيا أوضحت فيه", "هيئة الري"),
        ("كما بعث الأمير سامي نور ببرقية إلى رئيس بلدية مرفأ الأمل حمد، أوضح فيها", "سامي نور"),
    ],
)
def test_who_gives_the_speech_says_what_is_in_it(given: str, speaker: str, read: Read) -> None:
    article = read(f"قال الوزير كريم رضا إن العمل بدأ. {given} أن السد آمن.")
    assert article.column("quotes", "speaker_text")[-1] == speaker


def test_whom_a_speech_thanks_does_not_give_it(read: Read) -> None:
    article = read("ثم ألقى رئيس البلدية سامي نور كلمة شكر فيها القيادة على دعمها للعمل.")
    assert article.speakers == ["سامي نور"]


@pytest.mark.parametrize("within", ["عبر فيها", "عبر من خلالها", "عبر فيها سموه"])
def test_what_is_voiced_in_a_telegram_is_its_senders(within: str, read: Read) -> None:
    article = read(f"وبعث الأمير سامي نور ببرقية إلى رئيس كينيا {within} عن أبلغ تعازيه.")
    assert (article.contents, article.speakers) == (["أبلغ تعازيه"], ["سامي نور"])


def test_town_that_somebody_is_from_stands_between_title_and_name(read: Read) -> None:
    article = read("وقال المحلل السياسي من غزة سامي النجار لوكالة أنباء ((شينخوا)) إن العمل جار.")
    assert article.speakers == ["سامي النجار"]
    assert article.speaker_countries == ["PSE"]


def test_what_a_surname_is_followed_by_may_be_what_he_affirms(read: Read) -> None:
    article = read("وأكد ماكرون أهمية الحوار.")
    assert article.mentions("person", "entity_id") == ["person:fra-emmanuel-macron"]


def test_report_is_its_issuers_whoever_spoke_before(read: Read) -> None:
    article = read("قال مسؤول حكومي إن الوضع صعب. وقال تقرير صادر عن البنك الدولي إن الديون زادت.")
    assert article.speakers[1:] == ["البنك الدولي"]


def test_what_somebody_is_asked_for_may_be_definite(read: Read) -> None:
    article = read("وطلب الرئيس سامي نور من الاتحاد الأوروبي التدخل لوقف القتال.")
    assert article.contents == ["التدخل لوقف القتال"]


@pytest.mark.parametrize(
    "where", ["في محافظة القنفذة", "بمحافظة القنفذة", "في القنفذة", "بمدينة القنفذة"]
)
def test_official_serves_in_a_place_that_is_called_what_it_is(where: str, read: Read) -> None:
    article = read(f"أكد قائد حرس الحدود {where} العميد محمد حسن الزهراني أهمية القرار.")
    assert article.speakers == ["محمد حسن الزهراني"]
    assert article.speaker_countries == ["SAU"]
