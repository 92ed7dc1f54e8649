from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]
MEETING = "التقى وزير الخارجية الصيني وانغ يي نظيره الكازاخي مختار تليوبيردي"


def test_countries_that_meet_are_a_pair(read: Read) -> None:
    article = read(f"{MEETING} أمس.")
    dyads = article.tables["dyads"].select("country_a", "country_b", "basis", "initiator_code")
    assert dyads.rows() == [("CHN", "KAZ", "meeting", None)]


@pytest.mark.parametrize(
    "venue", ["في مدريد", "في العاصمة الإسبانية مدريد", "بمدريد", "في إسبانيا", "في مدريد بإسبانيا"]
)
def test_venue_is_no_party(venue: str, read: Read) -> None:
    assert read(f"{MEETING} {venue} أمس.").pairs == [("CHN", "KAZ")]


def test_country_of_the_dateline_is_no_party(read: Read) -> None:
    article = read(f"مدريد 15 ديسمبر 2019 (شينخوا) {MEETING} يوم السبت.")
    assert article.pairs == [("CHN", "KAZ")]


def test_capital_acts_for_its_country(read: Read) -> None:
    assert read("اتهمت موسكو واشنطن بانتهاك الاتفاق.").pairs == [("RUS", "USA")]


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("تبادلت أنقرة وأثينا عشرات السجناء.", [("GRC", "TUR")]),
        ("ونشرت واشنطن مقاتلات في قاعدة تركية.", [("TUR", "USA")]),
        ("وقال إن الهدنة انتهكتها موسكو بقصف مواقع أوكرانية.", [("RUS", "UKR")]),
        ("برلين تستدعي السفير الكيني.", [("DEU", "KEN")]),
        ("وأشادت كينيا بدور القاهرة في المحادثات.", [("EGY", "KEN")]),
        # What happens to a city its government does not do.
        ("استضافت باريس معرضا يابانيا.", []),
        ("زارت طوكيو وفود تركية.", [("JPN", "TUR")]),
        # `بروكسل` is mostly the union.
        ("منحت بروكسل أوكرانيا قرضا.", []),
    ],
)
def test_capital_after_a_verb_of_its_own_acts(
    sentence: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(sentence).pairs == pairs


def test_capital_between_two_verbs_of_hers_acts(read: Read) -> None:
    assert read("وكانت واشنطن أجرت مناورات مع غيانا.").pairs == [("GUY", "USA")]


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("واتهم المندوب الروسي لندن بتجاهل الاتفاق.", [("GBR", "RUS")]),
        ("ودعا الرئيس الكيني سامي نور بيونغ يانغ إلى الحوار.", [("KEN", "PRK")]),
        ("وحذر الرئيس التركي باريس من التدخل.", [("FRA", "TUR")]),
        # Where he arrives is no party.
        ("ووصل المندوب الروسي لندن أمس.", []),
    ],
)
def test_capital_that_somebody_accuses_or_warns_is_a_party(
    sentence: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(sentence).pairs == pairs


def test_stance_on_another_country_is_a_dealing_of_the_speakers(read: Read) -> None:
    dyads = read("رحب وزير الخارجية الأمريكي بخطة روسيا.").tables["dyads"]
    assert ("RUS", "USA", "statement_about", "USA") in dyads.select(
        "country_a", "country_b", "basis", "initiator_code"
    ).rows()


def test_appeal_is_to_all_whom_the_conjunction_joins(read: Read) -> None:
    assert read("نصحت اليابان الفلبين وفيتنام بالتريث.").pairs == [("JPN", "PHL"), ("JPN", "VNM")]


@pytest.mark.parametrize(
    "sentence",
    [
        "أكدت مصادر عراقية وسورية أن الطريق مفتوح.",
        "قالت إيطاليا والبرتغال إن لديهما خططا جديدة.",
    ],
)
def test_two_who_only_say_the_same_are_no_pair(sentence: str, read: Read) -> None:
    assert read(sentence).pairs == []


def test_what_is_of_two_together_joins_them(read: Read) -> None:
    assert read("تستأنف الصين والأرجنتين محادثاتهما غدا.").pairs == [("ARG", "CHN")]


def test_what_a_speaker_only_asserts_of_another_country_is_no_dealing(read: Read) -> None:
    assert read("قال وزير الخارجية الأمريكي إن روسيا دولة كبيرة.").pairs == []


def test_pair_is_ordered_whoever_begins(read: Read) -> None:
    assert read("وقعت مصر والسودان اتفاقا للتعاون.").pairs == [("EGY", "SDN")]
    assert read("وقعت السودان ومصر اتفاقا للتعاون.").pairs == [("EGY", "SDN")]


@pytest.mark.parametrize(
    "sentence",
    [
        "افتتحت شركة زراعية متجرا في طوكيو.",
        "تقع مصر والسودان في أفريقيا.",
        "عقدت القمة في القاهرة بمصر.",
        "وصل الرئيس الفرنسي إيمانويل ماكرون أمس.",
    ],
)
def test_countries_that_do_not_deal_are_no_pair(sentence: str, read: Read) -> None:
    assert read(sentence).pairs == []


def test_span_of_a_pair_holds_both_names(read: Read) -> None:
    text = "وقعت مصر والسودان اتفاقا للتعاون."
    (start, end) = read(text).tables["dyads"].select("start_char", "end_char").rows()[0]
    assert text[start:end] == "مصر والسودان"


def test_who_only_comments_acts_for_no_country(read: Read) -> None:
    assert read("دعت الخبيرة التشيلية كارمن سوليس بيرو إلى الحوار.").pairs == []


@pytest.mark.parametrize(
    "sentence",
    [
        "وتحدث عن جرائم للمجموعات الاستيطانية الإسرائيلية ضد الشعب الفلسطيني.",
        "وجمعت المنظمة أدلة على الانتهاكات التي ترتكبها القوات الإسرائيلية بحق الفلسطينيين.",
        "أصيب خمسة مزارعين في هجمات للمستوطنين ضد قرى فلسطينية.",
        "ووقع هجوم مستوطنين على قرية فلسطينية.",
    ],
)
def test_who_harms_whom_deals_with_them(sentence: str, read: Read) -> None:
    assert read(sentence).pairs == [("ISR", "PSE")]


def test_each_of_those_met_is_a_party(read: Read) -> None:
    article = read(
        "عقد وزير الخارجية الصيني اجتماعا مع كل من وزير الخارجية الياباني ونظيره الهندي."
    )
    assert article.pairs == [("CHN", "IND"), ("CHN", "JPN")]


def test_agreement_of_a_city_is_no_dealing_of_its_country(read: Read) -> None:
    article = read("ناقش البرلمان الإيراني تنفيذ اتفاق فيينا مع روسيا.")
    assert article.pairs == [("IRN", "RUS")]


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        (
            "قال المتحدث باسم التحالف بقيادة السعودية إن المهمة انتهت. وقصف التحالف صعدة في اليمن.",
            ("SAU", "YEM"),
        ),
        ("وواجه الجيش اليمني مسلحين مدعومين من إيران.", ("IRN", "YEM")),
        ("جمدت تركيا أموال الرئيس اليمني السابق.", ("TUR", "YEM")),
        ("افتتاح غرفة التجارة الإيرانية ـ الأميركية", ("IRN", "USA")),
    ],
)
def test_who_leads_backs_freezes_or_is_joined_by_a_long_dash_deals(
    sentence: str, pair: tuple[str, str], read: Read
) -> None:
    assert pair in read(sentence).pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("قصفت طائرات تركية مواقع لتنظيم داعش في سوريا أمس.", []),
        ("قال الوزير التركي إن الحرب على داعش في سوريا والعراق مستمرة.", []),
        ("وصل السوريون الذين دربتهم الولايات المتحدة لمحاربة داعش.", [("SYR", "USA")]),
        ("دعا الرئيس التركي إلى قتال داعش. وبحث مع نظيره العراقي تطوير التعاون.", [("IRQ", "TUR")]),
    ],
)
def test_where_those_of_no_country_are_fought_is_no_party(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs


def test_adjective_before_today_is_no_newspaper(read: Read) -> None:
    article = read("التقى الوزير الكويتي وزير الخارجية المصري اليوم الأحد.")
    assert article.pairs == [("EGY", "KWT")]


@pytest.mark.parametrize("role", ["المبعوث الأممي", "المفوض الأوروبي لشؤون التوسيع"])
def test_who_serves_many_nations_deals_for_none(role: str, read: Read) -> None:
    article = read(f"التقى {role} ستيفان دي ميستورا وزير الخارجية المصري أمس.")
    assert article.pairs == []


@pytest.mark.parametrize(
    "text",
    [
        "وصل ستيفان دي ميستورا، مبعوث الامم المتحدة الى سوريا، إلى دمشق والتقى الرئيس السوري.",
        "التقى المبعوث الأممي ستيفان دي ميستورا الرئيس السوري في دمشق.",
        "وزارت فيديريكا موغيريني، وزيرة خارجية الاتحاد الاوروبي، طهران والتقت الرئيس الإيراني.",
    ],
)
def test_who_is_sent_by_a_body_of_all_acts_for_no_country(text: str, read: Read) -> None:
    assert read(text).pairs == []


def test_ambassador_to_a_body_of_all_acts_for_his_country(read: Read) -> None:
    article = read("والتقى المندوب الأمريكي لدى الأمم المتحدة جون بولتون الرئيس الإيراني أمس.")
    assert article.pairs == [("IRN", "USA")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("قال الوزير الكيني إن غانا تعرقل الحل.", [("GHA", "KEN")]),
        ("أكدت نيروبي أن تعنت غانا يضر بالمنطقة.", [("GHA", "KEN")]),
        ("قالت صحيفة كينية إن غانا تعرقل الحل.", []),
        ("قالت الشرطة الكينية إن شابا غانيا توفي أمس.", []),
        ("قال الوزير الكيني إن الأسعار في غانا ارتفعت.", []),
    ],
)
def test_state_that_begins_with_another_speaks_of_it(
    text: str, pairs: list[tuple[str, str]], read: Read
) -> None:
    assert read(text).pairs == pairs
