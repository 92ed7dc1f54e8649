from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("التقى وزير الخارجية الصيني وانغ يي بالوفد.", ["وانغ يي"]),
        ("وصل المتحدث باسم الحكومة تيمور زوماكان إلى المطار.", ["تيمور زوماكان"]),
        ("قالت رئيسة البرلمان الفنلندي ليندا هاكارينن إن الجلسة انتهت.", ["ليندا هاكارينن"]),
        ("وقال محمد عبد الله السيد للصحفيين إن الطريق مفتوح.", ["محمد عبد الله السيد"]),
        ("وترأس الاجتماع المهندس فارس العيدروسي.", ["فارس العيدروسي"]),
        ("ورحبت السفيرة مرسيدس العيدروسي بالاجتماع.", ["مرسيدس العيدروسي"]),
        ("وحضر سفير إسبانيا بالرباط ريكاردو ديازو الحفل.", ["ريكاردو ديازو"]),
        ('التقى وزير الري التركي "مولود تشاويشو" بالوفد.', ["مولود تشاويشو"]),
        ("حضر وزير التعليم والثقافة والتعاون خوليو مارتيندا الحفل.", ["خوليو مارتيندا"]),
        ("وصل الرئيس الأذربيجاني إلهام حسنوف، إلى باكو.", ["إلهام حسنوف"]),
        ("وأكدت ماريا فلوريس أن الملعب جاهز.", ["ماريا فلوريس"]),
        ("قال كبير أمناء مجلس الوزراء هيرو ماتسونكو إن الخطة جاهزة.", ["هيرو ماتسونكو"]),
        ("وزير الري التركي يتباحث مع نظيره الليبي.", []),
        ("وصرح نور الله خان المسؤول في البلدية أن الجسر انهار.", ["نور الله خان"]),
        ("وأكد المتحدث باسم الشرطة، محب الله شاهين، أن الطريق مغلق.", ["محب الله شاهين"]),
        ("وصل الرئيس الكوري تشونغ سيك-سون إلى المطار.", ["تشونغ سيك-سون"]),
        ("وقال الشيخ سالم-رحمه الله- إن العلم نور.", ["سالم"]),
        ("وقال سامي نجار المتحدث باسم الشركة إن المصنع توقف.", ["سامي نجار"]),
        ("وأكد زوماكان، المدير الفني للفريق، أن الحل قريب.", ["زوماكان"]),
        ("وقالت منى شكر الله إن البيت انهدم. ونشكر الله على ذلك.", ["منى شكر الله"]),
        ("وقال عماد جاد، وهو محلل سياسي، إن الوضع صعب.", ["عماد جاد"]),
        ("وقال داي بينغ، نائب مدير المركز، إن الوضع صعب.", ["داي بينغ"]),
        ("إن الرئيس دونالد ترامب أرجأ العقوبات.", ["دونالد ترامب"]),
        ("وظهر الرئيس باراك أوباما مروجا لاتفاقه.", ["باراك أوباما"]),
        ("وقال عماد جاد، الذي يعمل نجارا، إن الوضع صعب.", ["عماد جاد"]),
        ("قال كبير المستشارين في المصرف، ييف كوري، إن السعر ارتفع.", ["ييف كوري"]),
        ("افتتح الأمير خالد بن سعيد المعرض.", ["خالد بن سعيد"]),
        ("وفاز الكولومبي راداميل ديلنسيغو بالبطولة.", ["راداميل ديلنسيغو"]),
        ("قال الدكتور ريتشارد ويب، مدير المركز، إن الأمر صعب.", ["ريتشارد ويب"]),
        ("والتقى وزير الزراعة ستيفان لو فوريل بالوفد.", ["ستيفان لو فوريل"]),
        ("وحضر الدكتور مساعد العيدروسي الحفل.", ["مساعد العيدروسي"]),
        ("قال مندوب ماليزيا رزالي حسنوف بصفته رئيس اللجنة إن السد آمن.", ["رزالي حسنوف"]),
        (
            "قالت الوزيرة الكورية بارك مينغ سوك إن السد آمن. وأضافت بارك أن العمل بدأ.",
            ["بارك مينغ سوك", "بارك"],
        ),
        (
            "وقرأ الشاعر سامي عبد الله قصيدته وألقاها سالم العيدروسي بأسلوبه.",
            ["سامي عبد الله", "سالم العيدروسي"],
        ),
    ],
)
def test_name_ends_where_arabic_knows_the_word_otherwise(
    sentence: str, names: list[str], read: Read
) -> None:
    assert read(sentence).mentions("person", "mention_text") == names


def test_title_and_nisba_are_not_part_of_the_name(read: Read) -> None:
    article = read("التقى الرئيس الروسي فلاديمير بوتين بالوفد.")
    assert article.mentions("person", "mention_text") == ["فلاديمير بوتين"]


def test_two_people_joined_by_and_are_two(read: Read) -> None:
    article = read("التقى الوزير سامح شكري والوزير أيمن الصفدي في القاهرة.")
    assert article.mentions("person", "mention_text") == ["سامح شكري", "أيمن الصفدي"]


def test_person_met_is_not_part_of_the_name_of_who_meets(read: Read) -> None:
    article = read("التقى محمد بن سلمان بمحمد بن زايد في الرياض.")
    assert article.mentions("person", "entity_name") == ["محمد بن سلمان", "محمد بن زايد"]


@pytest.mark.parametrize(
    "sentence",
    [
        "قال رئيس الوزراء إن الخطة جاهزة.",
        "التقى وزير الخارجية الصيني نظيره الروسي أمس.",
        "وصل الوفد الرسمي إلى العاصمة مساء السبت.",
        "أكدت وزارة الصحة أن الوضع مستقر.",
    ],
)
def test_titles_and_bodies_without_a_name_are_no_people(sentence: str, read: Read) -> None:
    assert read(sentence).mentions("person", "mention_text") == []


def test_capital_is_not_a_person(read: Read) -> None:
    article = read("وصل الرئيس الفرنسي باريس مساء أمس.")
    assert article.mentions("person", "mention_text") == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("قالت الوزيرة الأيسلندية سيجرون هالدورسدوتير إن الخطة جاهزة.", "سيجرون هالدورسدوتير"),
        (
            "قال وزير النقل الصيني لي تشونغ مينغ إن الخط جاهز. وقال لي إن الصين جارة.",
            "لي تشونغ مينغ",
        ),
        ("حضر السيد محمد ولد الداه أمس. وقال السيد ولد الداه إن العمل بدأ.", "محمد ولد الداه"),
        ("حضر السيد إدريس بنشقرون الحفل. وقال السيد بنشقرون إن العمل بدأ.", "إدريس بنشقرون"),
    ],
)
def test_names_that_look_like_other_words(sentence: str, name: str, read: Read) -> None:
    assert set(read(sentence).mentions("person", "entity_name")) == {name}


def test_dual_noun_ends_a_name(read: Read) -> None:
    article = read("تلقى وزير الخارجية المصري سامح شكري اتصالين هاتفيين أمس.")
    assert article.mentions("person", "mention_text") == ["سامح شكري"]


@pytest.mark.parametrize(
    "text", ["حذر الخبراء من كل مسلح مجهز بالقنابل.", "تعاقد النادي مع مدرب موقت."]
)
def test_word_that_describes_an_indefinite_title_is_no_name(text: str, read: Read) -> None:
    assert read(text).mentions("person", "mention_text") == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("وبحسب التقرير، فإن خالد العمري سيغادر غدا.", ["خالد العمري"]),
        ("وفي هذه الحال، فان محمد سالم سيغادر غدا.", ["محمد سالم"]),
        ("وحسب المركز فإن الصفقة أبرمت.", []),
        ("وقال المدرب الهولندي فان غال إن الفريق جاهز.", ["فان غال"]),
        ("وأكد اللاعب روبن فان بيرسي أن الفريق جاهز.", ["روبن فان بيرسي"]),
    ],
)
def test_then_is_no_part_of_a_name_and_van_is(sentence: str, names: list[str], read: Read) -> None:
    mentions = read(sentence).tables["mentions"]
    assert mentions.filter(entity_type="person")["mention_text"].to_list() == names


@pytest.mark.parametrize("sentence", ["الطريق يعبر وادي الرمة الشهير.", "عيدٌ سعيدٌ حبيب الشعب."])
def test_valley_and_what_ends_in_n_are_nobody(sentence: str, read: Read) -> None:
    mentions = read(sentence).tables["mentions"]
    assert mentions.filter(entity_type="person")["mention_text"].to_list() == []


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("أوفده القائد المؤسس ليمثله في الحفل.", []),
        ("وكيل المحافظ يواسي أسرة الفقيد.", []),
        ("وأصابت الإمام الحاكم قرحة في وجهه.", []),
        ("ينتقل اللاعب إلى الفريق فور نهاية الموسم.", []),
        ("وقال الرئيس الفنزويلي تشافيز إن الخطة جاهزة.", ["تشافيز"]),
        ("وقالت السيدة دوفيرة إن الخطة جاهزة.", ["دوفيرة"]),
    ],
)
def test_word_of_arabic_after_a_title_names_nobody(
    sentence: str, names: list[str], read: Read
) -> None:
    mentions = read(sentence).tables["mentions"]
    assert mentions.filter(entity_type="person")["mention_text"].to_list() == names


def test_surname_that_is_a_word_may_follow_a_ministry(read: Read) -> None:
    mentions = read("صرح بذلك المتحدث باسم الوزارة لي تشنغ هوان اليوم.").tables["mentions"]
    assert mentions.filter(entity_type="person")["mention_text"].to_list() == ["لي تشنغ هوان"]


def test_elena_is_a_name_after_a_title(read: Read) -> None:
    mentions = read("هنأت الرئيسة الدكتورة إلينا ستويانوفا الوفد.").tables["mentions"]
    assert mentions.filter(entity_type="person")["mention_text"].to_list() == ["إلينا ستويانوفا"]
    assert read("ووصلت الرسالة إلينا أمس.").mentions("person", "mention_text") == []


def test_name_with_another_hamza_than_the_pronoun_is_a_name(read: Read) -> None:
    assert read("وقالت آنا سميث إن الحرب انتهت.").speakers == ["آنا سميث"]


def test_name_with_a_hyphen_is_the_one_without(read: Read) -> None:
    article = read("وصل زعيم كوريا الشمالية كيم جونغ-أون إلى المطار. وصافح كيم جونغ أون الوفد.")
    assert set(article.mentions("person", "entity_id")) == {"person:prk-kim-jong-un"}


def test_person_goes_by_the_middle_of_a_foreign_name_where_a_verb_says_so(read: Read) -> None:
    article = read(
        "قال المدير العام تافاري هاغوس بيريكيت إن السد اكتمل. وأكد هاغوس أن العمل مستمر."
    )
    assert article.mentions("person", "entity_name") == ["تافاري هاغوس بيريكيت"] * 2


def test_man_does_not_go_by_his_fathers_name(read: Read) -> None:
    article = read("قال الوزير سالم محمد العيدروسي إن السد اكتمل. وقال محمد إن العمل مستمر.")
    assert "سالم محمد العيدروسي" not in article.mentions("person", "entity_name")[1:]


def test_verb_of_dealing_ends_a_name(read: Read) -> None:
    article = read("الوزير رامون تيرفي يتباحث مع الوفد.")
    assert article.mentions("person", "entity_name") == ["رامون تيرفي"]


def test_who_goes_by_his_father_says_so_himself(read: Read) -> None:
    assert read("وقال بن سعيد إن الجسر آمن.").speakers == ["بن سعيد"]


def test_part_that_somebody_plays_is_praised_and_is_no_name(read: Read) -> None:
    article = read("وأشاد سامي نور بدور المدارس في القرى.")
    assert article.contents == ["دور المدارس في القرى"]
    assert article.speakers == ["سامي نور"]


@pytest.mark.parametrize("name", ["وو هاي نان", "فو هان", "كوي تيان مين", "قاو لونغ"])
def test_surname_of_a_syllable_is_no_conjunction_or_verb(name: str, read: Read) -> None:
    article = read(f"وقال {name}، نائب وزير الري، إن السد آمن.")
    assert article.speakers == [name]


def test_listed_full_name_ends_before_whom_its_bearer_fights(read: Read) -> None:
    article = read("وحاصرت قوات الزعيم الليبي معمر القذافي المحتجين في المدينة.")
    assert article.mentions("person", "mention_text") == ["معمر القذافي"]
