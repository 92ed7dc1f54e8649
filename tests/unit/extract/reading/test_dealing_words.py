"""Words of dealing that newswire uses of countries, and what beside them is no dealing."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("سجلت الأرجنتين فائضا مع تشيلي خلال الربع الأول.", ("ARG", "CHL")),
        ("ولطالما كانت روسيا حليفة رئيسية للرئيس السوري.", ("RUS", "SYR")),
        ("قاتل مسلحون صوماليون الجيش الكيني قرب الحدود.", ("KEN", "SOM")),
        ("بدأت اليابان مناقشة مسودة الاتفاق مع الفلبين.", ("JPN", "PHL")),
        ("تشكل إيران خطرا على إسرائيل.", ("IRN", "ISR")),
        ("نفت تونس تمكين الولايات المتحدة من قاعدة على أراضيها.", ("TUN", "USA")),
        ("ووقفت فرنسا إلى جانب اليونان في هذه المحنة.", ("FRA", "GRC")),
        ("قال الرئيس التركي إن الرئيس الروسي يتجه إلى التخلي عن نظيره السوري.", ("RUS", "SYR")),
        ("قصف الجيش الأوكراني الانفصاليين الموالين لروسيا.", ("RUS", "UKR")),
        ("سيطر الحوثيون المتحالفون مع إيران على المطار.", ("IRN", "YEM")),
        ("يقوم الرئيس الكيني بزيارتي دولة إلى غانا وتوغو.", ("KEN", "TGO")),
        ("وقعت مذكرتا تفاهم بين كينيا وغانا.", ("GHA", "KEN")),
        ("تمد كينيا غانا بربع حاجتها من الشاي.", ("GHA", "KEN")),
        ("ألغت نيروبي تأشيرة الوزير الغاني.", ("GHA", "KEN")),
        ("خففت كينيا القيود عن الكاكاو الغاني.", ("GHA", "KEN")),
        ("رفعت نيروبي الحظر عن الكاكاو الغاني.", ("GHA", "KEN")),
        ("اجتمع أردوغان بنظيريه الكيني والغاني.", ("GHA", "TUR")),
        ("يبدأ الوزير الكيني جولة ستقوده إلى غانا.", ("GHA", "KEN")),
        ("وزار أردوغان غانا في مستهل جولة تقوده أيضا إلى كينيا.", ("KEN", "TUR")),
        ("دشنت كينيا قاعدة عسكرية في غانا.", ("GHA", "KEN")),
        ("وبحث الجانبان الكيني والغاني تجارة الشاي.", ("GHA", "KEN")),
        ("بحث الوزير الكيني مع نظيره الغاني أسعار الكاكاو.", ("GHA", "KEN")),
        ("وجهت كينيا تحذيرا شديدا إلى غانا.", ("GHA", "KEN")),
        ("اتصل الرئيس الكيني بنظيره الغاني أمس.", ("GHA", "KEN")),
        ("وعدت كينيا غانا بشحنة من الشاي.", ("GHA", "KEN")),
    ],
)
def test_ally_foe_surplus_or_danger_joins_countries(
    text: str, pair: tuple[str, str], read: Read
) -> None:
    assert pair in read(text).pairs


@pytest.mark.parametrize(
    "text",
    [
        "قالت تركيا إن المعارضة السورية غادرت المدينة.",
        "فاز الكيني في سباق قد يقوده إلى بطولة في غانا.",
        "قالت الشركة البولندية الشريكة في المشروع إن العمل بدأ وإن المصنع سيخصص لسوق النرويج.",
    ],
)
def test_body_called_opposition_and_what_stands_far_off_are_no_dealing(
    text: str, read: Read
) -> None:
    assert read(text).pairs == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "اتهم الوزير السعودي إيران بالتدخل في شؤون دول الخليج وسوريا.",
            [("IRN", "SAU"), ("IRN", "SYR")],
        ),
        (
            "انتقد البيان استمرار إيران في التدخل في شؤون بعض الدول العربية بما فيها اليمن.",
            [("IRN", "YEM")],
        ),
        ("وأقامت فرنسا علاقات متينة مع عدد من الدول، خاصة قطر.", [("FRA", "QAT")]),
        ("ووقفت اليابان إلى جانب دول حليفة، ولا سيما الهند.", [("IND", "JPN")]),
    ],
)
def test_what_is_added_to_a_phrase_or_an_example_of_it_hangs_on_the_same(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


def test_what_is_like_a_country_is_no_example_of_those_dealt_with(read: Read) -> None:
    article = read("قال الوزير القطري إن الناتج يقل عما يتاح لدولة مثل ألمانيا.")
    assert article.pairs == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("استقبل الوزير الكيني وفدا رسميا من اليابان.", ("JPN", "KEN")),
        ("فرضت فرنسا عقوبات على شركات في كينيا.", ("FRA", "KEN")),
        ("شنت الطائرات الأوغندية غارات على قرى في شمال الكونغو الديمقراطية.", ("COD", "UGA")),
        ("تولى خبراء ألمان تدريب عناصر من القوات الغانية.", ("DEU", "GHA")),
        ("وصل القائم بالأعمال الكيني بأنقرة أمس.", ("KEN", "TUR")),
        ("رفعت الحكومة الكينية شكوى إلى مجلس الأمن ضد الصومال.", ("KEN", "SOM")),
        ("أمهلت غانا الدبلوماسيين الكينيين ثلاثة أيام.", ("GHA", "KEN")),
    ],
)
def test_who_is_from_a_country_or_aimed_at_in_it_is_its_party(
    text: str, pair: tuple[str, str], read: Read
) -> None:
    assert read(text).pairs == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "تستهدف غانا استضافة البطولة لأندية كينيا.",
        "ظل الوضع القائم في كينيا وغانا على حاله.",
        "تحتل ألمانيا المرتبة الأولى وفرنسا الثانية، ولم تتغير مرتبة الدولتين.",
    ],
)
def test_what_is_for_a_country_and_any_two_countries_are_no_dealing(text: str, read: Read) -> None:
    assert read(text).pairs == []


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("تلقى الرئيس الكيني برقية تهنئة من الرئيس الغاني.", "GHA"),
        ("استدعت وزارة الخارجية أمس السفير الألماني في كينيا.", "KEN"),
        ("استدعت وزارة الخارجية أمس سفير كينيا لدى غانا للتشاور.", "KEN"),
        ("وصل سفير كينيا لدى غانا أمس.", "KEN"),
    ],
)
def test_who_gives_or_summons_acts_and_not_who_gets_or_comes(
    text: str, initiator: str, read: Read
) -> None:
    assert read(text).column("dyads", "initiator_code") == [initiator]


def test_two_countries_agree_by_a_dual_that_may_be_of_any_two(read: Read) -> None:
    article = read("زار الرئيس الكيني غانا أمس. واتفق البلدان على الموعد.")
    assert len(set(article.column("dyads", "sentence_id"))) == 2


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("أقلقت الخطوة كينيا حليفة غانا وتنزانيا.", [("GHA", "KEN"), ("KEN", "TZA")]),
        ("افتتح المصنع في كينيا الحليفة الأولى لغانا.", [("GHA", "KEN")]),
        ("رفعت كينيا الرسوم على البن الغاني.", [("GHA", "KEN")]),
        ("قال الرئيس الكيني إن غانا خدعتنا.", [("GHA", "KEN")]),
        ("اجتمع وزيرا خارجية كينيا و غانا أمس.", [("GHA", "KEN")]),
        ("شاركت كينيا وغانا في مناورات واسعة.", [("GHA", "KEN")]),
    ],
)
def test_allies_duties_deceit_and_exercises_join_countries(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


@pytest.mark.parametrize(
    "text",
    [
        "غرق القارب في المضيق الذي يفصل بين كينيا وتنزانيا.",
        "نشرت الصحيفة شهادات لشبان من كينيا وغانا يتعاملون بالفضة.",
    ],
)
def test_who_is_parted_or_comes_from_two_countries_is_no_pair(text: str, read: Read) -> None:
    assert read(text).pairs == []


def test_who_was_gone_to_does_not_meet(read: Read) -> None:
    article = read("قام الوزير الكيني بزيارة إلى غانا التقى خلالها بالرئيس التنزاني.")
    assert article.pairs == [("GHA", "KEN"), ("KEN", "TZA")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("يبدأ الوزير الكيني غدا جولة تشمل غانا وتنزانيا.", [("GHA", "KEN"), ("KEN", "TZA")]),
        ("تشمل القائمة مدنا في كينيا وغانا.", []),
        ("قررت كينيا طرد الملحق العسكري في سفارة غانا.", [("GHA", "KEN")]),
        ("عزز القائد العسكري في كينيا علاقاته مع غانا.", [("GHA", "KEN")]),
    ],
)
def test_tours_staff_of_embassies_and_rulers_in_a_country_are_read(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("لكن بلغراد التي لا تزال لا تعترف باستقلال كوسوفو لم ترد.", [("SRB", "XKX")]),
        ("تبقى الصين أكبر دائن لغانا.", [("CHN", "GHA")]),
    ],
)
def test_capital_that_tells_something_and_lenders_deal(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("الصين على استعداد للعمل مع كينيا لدفع التعاون.", ("CHN", "KEN")),
        ("اصطفت غانا مع تنزانيا في هذا النزاع.", ("GHA", "TZA")),
        ("تصدر إثيوبيا الكهرباء إلى كينيا.", ("ETH", "KEN")),
        ("زارت البعثة أمس قاعدة عسكرية فرنسية في جيبوتي.", ("DJI", "FRA")),
        ("وافقت تركيا على السماح للطائرات الكينية بالعبور.", ("KEN", "TUR")),
        ("خضعت كينيا للضغوط الغانية.", ("GHA", "KEN")),
        ("قدمت باكستان احتجاجا للهند على الحادث.", ("IND", "PAK")),
        ("أودعت قطر مليار دولار في البنك المركزي المصري.", ("EGY", "QAT")),
        ("قطعت كينيا المساعدات عن غانا.", ("GHA", "KEN")),
        ("رفعت غانا دعوى على كينيا.", ("GHA", "KEN")),
        ("افتتح العراق والأردن المنفذ أمس.", ("IRQ", "JOR")),
    ],
)
def test_work_trade_bases_and_protests_join_countries(
    text: str, pair: tuple[str, str], read: Read
) -> None:
    assert pair in read(text).pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("نفذ الطيران الكيني غارات في جنوب الصومال.", [("KEN", "SOM")]),
        ("نظم الطيران الكيني عروضا في جنوب الصومال.", []),
        ("قصفت مدفعية كينية مواقع داخل الأراضي الصومالية.", [("KEN", "SOM")]),
        ("تتمتع كينيا وغانا بعلاقات وثيقة.", [("GHA", "KEN")]),
        ("يصل الوفد الكيني غدا تلبية لدعوة من الرئيس الغاني.", [("GHA", "KEN")]),
        ("تدرب كينيا عناصر في المعارضة الصومالية.", [("KEN", "SOM")]),
        ("نشرت كينيا دبابات على الحدود مع الصومال.", [("KEN", "SOM")]),
        ("اعتقلت قوات الاحتلال عشرين فلسطينيا.", [("ISR", "PSE")]),
        ("انتهى الاحتلال الفرنسي وبقي الفلسطينيون.", []),
        ("تصل دفعة من الشرطة الكينية إلى هايتي غدا.", [("HTI", "KEN")]),
        ("وصل إلى الرياض اليوم معالي وزير الدفاع الكيني سامي نور.", [("KEN", "SAU")]),
        ("انعقدت اللجنة الاقتصادية الكينية الغانية.", [("GHA", "KEN")]),
        ("غنت المنشدة الكينية الغانية الأصل.", []),
        ("اشترت كينيا مقاتلات غانية.", [("GHA", "KEN")]),
    ],
)
def test_strikes_ties_of_two_and_who_occupies_are_dealings(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("ويقوم جيش بضرب الحوثيين المدعومين من إيران.", {("IRN", "YEM")}),
        ("وقصف تحالف بقيادة كينيا إثيوبيا.", {("ETH", "KEN")}),
        ("والتقى وزير الخارجية الكيني كوفي عنان في غانا.", set()),
    ],
)
def test_who_is_backed_led_or_serves_the_world(
    text: str, pairs: set[tuple[str, str]], read: Read
) -> None:
    assert set(read(text).pairs) == pairs
