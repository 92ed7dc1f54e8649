from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("زار الرئيس المصري لبنان أمس.", ("EGY", "LBN")),
        ("توجه وزير الخارجية التركي إلى طهران.", ("IRN", "TUR")),
        ("أجرى الوزير السوداني محادثات مع نظيره الليبي.", ("LBY", "SDN")),
        ("يعقد الوزير السوداني اجتماعا مع نظيره الليبي.", ("LBY", "SDN")),
        ("تدخلت طهران في اليمن.", ("IRN", "YEM")),
        ("شنت القوات الإسرائيلية غارات على لبنان.", ("ISR", "LBN")),
        ("قدمت الكويت مساعدات لليمن.", ("KWT", "YEM")),
        ("طلبت تنزانيا من الهند قرضا.", ("IND", "TZA")),
        ("أدانت إيران الهجوم الإسرائيلي.", ("IRN", "ISR")),
        ("اتفقت الجزائر وتونس على الموعد.", ("DZA", "TUN")),
        ("تشهد العلاقات الصينية - الكازاخية تقدما.", ("CHN", "KAZ")),
        ("تطورت العلاقات بين مصر وفرنسا.", ("EGY", "FRA")),
        ("وصل سفير اليابان لدى قطر أمس.", ("JPN", "QAT")),
        ("رحب المسؤول العراقي الذي يزور سوريا بالقرار.", ("IRQ", "SYR")),
    ],
)
def test_act_joins_who_does_it_and_to_whom(text: str, pair: tuple[str, str], read: Read) -> None:
    assert read(text).pairs == [pair]


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("زار الرئيس المصري لبنان أمس.", "EGY"),
        ("التقى الرئيس المصري نظيره اللبناني.", None),
        ("انسحبت القوات الأوغندية من الكونغو الديمقراطية.", "UGA"),
    ],
)
def test_initiator_is_who_acts_and_nobody_where_both_do(
    text: str, initiator: str | None, read: Read
) -> None:
    assert read(text).column("dyads", "initiator_code") == [initiator]


@pytest.mark.parametrize(
    "text",
    [
        "تعادل المنتخب المصري مع المنتخب السوداني في مباراة أمس.",
        "كتبت صحيفة فرنسية عن الزلزال في اليابان.",
        "وصل الأمين العام للأمم المتحدة إلى سوريا.",
        "بلغت قيمة العقد مع مصر مليون دولار أمريكي.",
    ],
)
def test_sport_media_bodies_of_all_and_money_make_no_pair(text: str, read: Read) -> None:
    assert read(text).pairs == []


def test_both_countries_are_those_just_named(read: Read) -> None:
    article = read("وصل الوفد الصيني ونظيره الكازاخي أمس. وأشاد الوفدان بعلاقات البلدين.")
    assert article.pairs == [("CHN", "KAZ")]


def test_own_country_is_the_speakers(read: Read) -> None:
    article = read("قال وزير خارجية أوغندا إن قوات بلاده بدأت الانسحاب من السودان.")
    assert article.pairs == [("SDN", "UGA")]


def test_kingdom_alone_is_the_one_that_the_article_names(read: Read) -> None:
    text = "قال وزير الخارجية الأردني إن العلاقات بين المملكة وإيطاليا متينة."
    assert read(text).pairs == [("ITA", "JOR")]


@pytest.mark.parametrize(
    "text",
    [
        "وقع الهجوم على الحدود التركية السورية أمس.",
        "تمتد الحدود بين تركيا وسوريا مئات الكيلومترات.",
    ],
)
def test_border_alone_is_no_dealing(text: str, read: Read) -> None:
    assert read(text).pairs == []


def test_what_is_talked_about_is_no_party_to_the_talk(read: Read) -> None:
    article = read("وناقش الجانبان المصري والأمريكي خلال الاتصال الهاتفي تطورات الأزمة اليمنية.")
    assert article.pairs == [("EGY", "USA")]


def test_those_who_hold_something_together_deal(read: Read) -> None:
    assert read("أعلن الجيش أن الهند واليابان تجريان تدريبا بحريا.").pairs == [("IND", "JPN")]


def test_council_of_ministers_acts_for_its_country(read: Read) -> None:
    article = read(
        "جدة 3 مايو (واس) عقد مجلس الوزراء السعودي جلسته أمس في جدة. "
        "واطلع المجلس على المفاوضات مع مملكة الدنمارك."
    )
    assert article.pairs == [("DNK", "SAU")]


def test_talks_that_a_clause_of_its_own_tells_of_are_those_of_who_speaks(read: Read) -> None:
    article = read("قال الوزير الأوغندي إن كينيا أبدت تفهما وإن المشاورات مع رواندا مستمرة.")
    assert ("RWA", "UGA") in article.pairs
    assert ("KEN", "RWA") not in article.pairs


def test_what_two_announce_each_of_them_does_to_a_third(read: Read) -> None:
    article = read("أعلنت كينيا وغانا أنهما سترسلان مدربين إلى الشرطة الصومالية.")
    assert article.pairs == [("GHA", "SOM"), ("KEN", "SOM")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("بدأت اليابان والهند أمس مناورات واسعة.", ("IND", "JPN")),
        ("تربط كينيا وغانا علاقات قديمة.", ("GHA", "KEN")),
        ("إيران تدعم حزب الله بالمال.", ("IRN", "LBN")),
        ("السفارة الإيطالية تؤيد الإجراءات التركية.", ("ITA", "TUR")),
    ],
)
def test_those_after_a_verb_hold_its_object_and_who_stands_before_it_acts(
    text: str, pair: tuple[str, str], read: Read
) -> None:
    assert read(text).pairs == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "يستخدم المهربون الجسر في تنقلهم بين سوريا والعراق.",
        "قتل جندي سوري في العراق قرب الحدود بين البلدين.",
    ],
)
def test_what_goes_between_two_is_no_dealing_of_theirs(text: str, read: Read) -> None:
    assert read(text).pairs == []


@pytest.mark.parametrize(
    "text",
    [
        "أبرم الاتفاق بين كوبا والولايات المتحدة وبريطانيا وفرنسا والصين أمس.",
        "أبرم الاتفاق بين كوبا والدول الأربع وهي الولايات المتحدة وبريطانيا وفرنسا والصين.",
    ],
)
def test_first_of_many_deals_with_each_of_the_others(text: str, read: Read) -> None:
    assert read(text).pairs == [("CHN", "CUB"), ("CUB", "FRA"), ("CUB", "GBR"), ("CUB", "USA")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("أكد الوزير القطري دعم الشرعية في مالي.", ("MLI", "QAT")),
        ("أرسلت تونس مساعدات إلى الأشقاء في ليبيا.", ("LBY", "TUN")),
        ("قال الوزير الفرنسي إن باريس تدعم المعارضة المعتدلة في سوريا.", ("FRA", "SYR")),
    ],
)
def test_country_of_those_who_act_for_it_may_follow_them(
    text: str, pair: tuple[str, str], read: Read
) -> None:
    assert read(text).pairs == [pair]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "قامت كينيا وغانا ورواندا بالتنسيق فيما بينها.",
            [("GHA", "KEN"), ("GHA", "RWA"), ("KEN", "RWA")],
        ),
        (
            "عقد الوزير الهندي اجتماعا ثلاثيا مع نظيريه الياباني والأسترالي.",
            [("AUS", "IND"), ("AUS", "JPN"), ("IND", "JPN")],
        ),
        ("قام وزير الخارجية الكيني بزيارة رسمية لباريس.", [("FRA", "KEN")]),
        ("واتهم الوزير الكيني الصومال بأنه يؤوي المسلحين.", [("KEN", "SOM")]),
    ],
)
def test_several_who_meet_and_who_is_visited_or_accused_are_parties(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


def test_everybody_in_a_long_list_does_it_to_the_one_beside_it(read: Read) -> None:
    article = read("أدانت كل من الكويت وقطر والأردن ومصر وتونس والمغرب الهجوم الإيراني.")
    others = ("EGY", "JOR", "KWT", "MAR", "QAT", "TUN")
    assert article.pairs == sorted(tuple(sorted((code, "IRN"))) for code in others)


def test_pronoun_of_an_act_goes_back_to_who_has_its_gender(read: Read) -> None:
    article = read("انتقد الكاتب دعم إيران للنظام السوري وتدخلها في اليمن.")
    assert article.pairs == [("IRN", "SYR"), ("IRN", "YEM")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("تشن صحف إسرائيلية حملة ضد إيران.", ("IRN", "ISR")),
        ("استنكر المجلس تصريحات الوزير العراقي تجاه الكويت.", ("IRQ", "KWT")),
    ],
)
def test_what_is_against_a_country_is_done_to_it(
    text: str, pair: tuple[str, str], read: Read
) -> None:
    assert pair in read(text).pairs


def test_who_was_spoken_of_before_acts_only_where_the_words_go_back_to_him(read: Read) -> None:
    before = "استقبل الرئيس الكيني وفدا من رجال الأعمال. "
    assert read(before + "وزار طهران بعد ذلك.").pairs == [("IRN", "KEN")]
    assert read(before + "وحذر المحللون اليابان من التسرع.").pairs == []


def test_both_sides_alone_make_no_pair(read: Read) -> None:
    text = "قال التلفزيون السوري إن سجناء من العراق اشتبكوا مع الحراس وسقط قتلى بين الطرفين."
    assert ("IRQ", "SYR") not in read(text).pairs


def test_two_with_something_in_common_deal_with_each_other(read: Read) -> None:
    assert read("أسفت باريس وبرلين في بيان مشترك لإضاعة الفرصة.").pairs == [("DEU", "FRA")]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("قال الوزير الكيني: «نتعاون مع إثيوبيا في هذا المجال».", ("ETH", "KEN")),
        ("عرضت قطر التوسط بين كينيا والصومال.", ("QAT", "SOM")),
        ("هل تستخدم واشنطن نفوذها لدى إيران لتضغط الأخيرة على الحكومة السورية؟", ("IRN", "SYR")),
        ("أكدت إيران استمرار دعم حلفائها في لبنان.", ("IRN", "LBN")),
        (
            "أبرمت واشنطن اتفاقا مع موسكو، وهي من الداعمين الرئيسيين للحكومة السورية.",
            ("RUS", "SYR"),
        ),
        ("سلمت الخارجية الكينية القائم بالأعمال الصومالي مذكرة.", ("KEN", "SOM")),
        ("تعهدت النرويج والدنمارك بتقديم مساعدات للسودان.", ("DNK", "SDN")),
        ("تقول الولايات المتحدة وحليفتها السعودية إن الأمر جيد.", ("SAU", "USA")),
        ("أفادت مصادر بأن لقاء الوزير الكيني سام كاروا مع نظيره الصومالي تأجل.", ("KEN", "SOM")),
        ("سيطرت حركة الحوثيين المتحالفة مع إيران على المدينة.", ("IRN", "YEM")),
        ("استضافت عمان قمة مصغرة مع قادة مصر واليونان.", ("EGY", "GRC")),
    ],
)
def test_who_acts_is_found_behind_pronouns_titles_and_those_who_speak(
    text: str, pair: tuple[str, str], read: Read
) -> None:
    assert pair in read(text).pairs


def test_what_we_do_not_do_and_files_are_no_dealing(read: Read) -> None:
    assert read("قال الوزير الكيني: «لن نغادر الصومال».").pairs == []
    assert read("تتعامل اليابان مع الملف السوري بحذر.").pairs == []


def test_who_was_visited_before_does_not_visit(read: Read) -> None:
    text = "انتهت زيارة الرئيس التركي إلى كينيا، المتبوعة بزيارة أخرى إلى إثيوبيا."
    assert ("ETH", "KEN") not in read(text).pairs


def test_where_nameless_groups_are_suffers_nothing(read: Read) -> None:
    assert read("شنت تركيا ضرباتها ضد التنظيم المتطرف في سوريا.").pairs == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("قتل جنود إسرائيليون فلسطينيا قرب السياج.", [("ISR", "PSE")]),
        ("جنود إسرائيليون يقتلون فلسطينيا.", [("ISR", "PSE")]),
        ("قتل عشرة مصريين في حادث في اليونان.", []),
        ("هاجم مسلحون القوى الموالية لإيران في العراق.", [("IRN", "IRQ")]),
    ],
)
def test_who_kills_and_where_backed_forces_are_make_pairs(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


def test_allies_of_one_in_others_join_them(read: Read) -> None:
    article = read("تعهد الوزير باستمرار دعم حلفاء إيران في لبنان واليمن.")
    assert ("IRN", "LBN") in article.pairs
    assert ("IRN", "YEM") in article.pairs


@pytest.mark.parametrize(
    "text",
    [
        "اتفق الوزراء الكينيون على تأمين الحدود مع الصومال.",
        "ارتفعت صادرات كينيا، وزاد التعاون بالمقارنة مع غانا.",
        "حاول مسافر من الجنسية الكينية مغادرة السعودية.",
        'قالت الوزيرة الكينية في مقابلة مع وكالة "رويترز" إن العمل بدأ.',
        "أدان الرئيسان الكيني والغاني الهجوم.",
    ],
)
def test_neighbours_passports_agencies_and_those_who_only_say_so_make_no_pair(
    text: str, read: Read
) -> None:
    assert read(text).pairs == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("أعلنت كينيا فتح المعبر الحدودي مع الصومال.", [("KEN", "SOM")]),
        ("ذكر البيان أن الجانبين الكيني والغاني يواصلان العمل.", [("GHA", "KEN")]),
        (
            "دعا الرئيس الكيني ونظيراه الغاني والتنزاني اليابان إلى الحوار.",
            [("GHA", "JPN"), ("JPN", "KEN"), ("JPN", "TZA")],
        ),
    ],
)
def test_open_crossings_and_two_sides_in_one_word_make_pairs(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


def test_who_is_talked_about_is_not_met(read: Read) -> None:
    article = read("التقى الوزير الكيني نظيره الغاني لبحث العلاقات مع مصر.")
    dyads = article.tables["dyads"]
    met = dyads.filter(dyads["basis"] == "meeting").select("country_a", "country_b")
    assert met.rows() == [("GHA", "KEN")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "أعلنت الوزارة الكينية أن المقاتلات التابعة للجيش اعترضت طائرتين غانيتين.",
            [("GHA", "KEN")],
        ),
        ("استدعت كينيا سفيرها من غانا للتشاور.", [("GHA", "KEN")]),
        ("أججت كينيا نزاع الحدود مع غانا.", [("GHA", "KEN")]),
        (
            "خصصت اليابان مليون دولار لمساعدة اللاجئين من كينيا وغانا.",
            [("GHA", "JPN"), ("JPN", "KEN")],
        ),
        ("خصصت اليابان مبلغا لمساعدة اللاجئين الكينيين في غانا.", [("JPN", "KEN")]),
        ("وصلت أمس مساعدات مقدمة من اليابان إلى كينيا.", [("JPN", "KEN")]),
    ],
)
def test_whom_a_verb_has_for_its_object_and_who_is_helped_where_are_told_apart(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


def test_envoy_without_a_word_on_whose_deals_for_no_country(read: Read) -> None:
    article = read("التقى المبعوث الخاص إلى سوريا ستيفان دي ميستورا الرئيس الإيراني حسن روحاني.")
    assert article.pairs == []
    article = read("التقى المبعوث الأمريكي إلى سوريا الرئيس الإيراني حسن روحاني.")
    assert ("IRN", "USA") in article.pairs
