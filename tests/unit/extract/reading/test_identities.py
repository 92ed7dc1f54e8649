from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


def test_surname_alone_leads_to_the_full_name_before_it(read: Read) -> None:
    article = read("وصل الوزير تيمور زوماكان أمس. وقال زوماكان إن المحادثات ستبدأ.")
    assert article.mentions("person", "mention_text", "entity_name") == [
        ("تيمور زوماكان", "تيمور زوماكان"),
        ("زوماكان", "تيمور زوماكان"),
    ]


def test_surname_alone_says_that_it_is_one(read: Read) -> None:
    article = read("وصل الوزير تيمور زوماكان أمس. وقال زوماكان إن المحادثات ستبدأ.")
    assert article.mentions("person", "mention_kind") == ["name", "surname"]


def test_surname_in_the_headline_leads_to_the_full_name_below(read: Read) -> None:
    headline = "زوماكان يصل إلى القاهرة"
    body = "وصل الوزير الكازاخي تيمور زوماكان إلى القاهرة."
    article = read("\n\n".join([headline, body]))
    assert article.mentions("person", "entity_name") == ["تيمور زوماكان", "تيمور زوماكان"]


def test_proclitic_before_a_surname_does_not_hide_it(read: Read) -> None:
    article = read("وصل الوزير تيمور زوماكان أمس. وأشاد الرئيس بزوماكان.")
    people = article.mentions("person", "mention_text", "entity_name")
    assert people[1:] == [("بزوماكان", "تيمور زوماكان")]


def test_name_that_nobody_bore_before_is_somebody_elses(read: Read) -> None:
    article = read("وصل الوزير تيمور زوماكان أمس. وقال زالمبيكوف إن المحادثات ستبدأ.")
    assert article.speakers == ["زالمبيكوف"]


def test_two_people_called_after_their_fathers_are_kept_apart(read: Read) -> None:
    article = read(
        "قال الأمير محمد بن سلمان إن الخطة ناجحة. وقال الشيخ محمد بن زايد إن القمة مهمة. "
        "وأشار بن سلمان إلى التمويل. وأكد بن زايد أن العمل مستمر."
    )
    assert article.speakers == [
        "محمد بن سلمان",
        "محمد بن زايد",
        "محمد بن سلمان",
        "محمد بن زايد",
    ]


def test_first_name_that_two_bear_is_the_first_ones(read: Read) -> None:
    article = read(
        "قال الوزير سامي حداد إن الخطة جاهزة. وقال السفير سامي منصور إن الوقت ضيق. "
        "وأضاف حداد أن العمل بدأ."
    )
    assert article.speakers[-1] == "سامي حداد"


def test_people_of_two_documents_are_not_confused(
    read_all: Callable[..., list[Any]],
) -> None:
    _, second = read_all("وصل الوزير تيمور زوماكان أمس.", "وقال زوماكان إن المحادثات ستبدأ.")
    assert "تيمور زوماكان" not in second.mentions("person", "entity_name")


@pytest.mark.parametrize("written", ["إيمانويل ماكرون", "ايمانويل ماكرون", "ماكرون"])
def test_known_person_is_one_whatever_the_spelling(written: str, read: Read) -> None:
    article = read(f"قال الرئيس الفرنسي {written} إن القمة ناجحة.")
    assert article.mentions("person", "entity_id", "country_code") == [
        ("person:fra-emmanuel-macron", "FRA")
    ]


def test_son_of_somebody_is_who_is_named_so_in_full(read: Read) -> None:
    article = read(
        "قال المهندس سالم بن جابر الشنفري إن السد آمن. وأضاف بن جابر أن الماء وفير. "
        "وأشار بن رودس نائب المستشار إلى أن العمل جار. وقال يزيد بن سالم إن النهر عميق."
    )
    assert article.speakers == [
        *("سالم بن جابر الشنفري", "سالم بن جابر الشنفري", "بن رودس", "يزيد بن سالم"),
    ]


@pytest.mark.parametrize("house", ["آل منيف", "فان ديرك", "دي سوفانو", "أبو ديسان"])
def test_house_or_particle_and_one_word_are_a_surname_where_a_verb_says_so(
    house: str, read: Read
) -> None:
    article = read(f"كان المدير سالم {house} في الحفل. وأكد {house} أن العمل بدأ.")
    assert article.column("quotes", "speaker_name") == [f"سالم {house}"]
    assert article.mentions("person", "mention_text") == [f"سالم {house}", house]


def test_son_of_somebody_unnamed_has_no_name(read: Read) -> None:
    assert read("وكشف ابن المريضة أن والدته بخير.").mentions("person", "mention_text") == []


def test_known_person_has_a_latin_name_and_its_source(read: Read) -> None:
    article = read("قال الرئيس الفرنسي إيمانويل ماكرون إن القمة ناجحة.")
    assert article.mentions("person", "entity_name_latin", "latin_name_source") == [
        ("Emmanuel Macron", "lexicon")
    ]


def test_foreign_name_spelt_in_two_ways_is_one_persons(read: Read) -> None:
    article = read("قال المتحدث فليكس كازاهورا إن القوات تقدمت. وأضاف كازاهور أن القتال توقف.")
    assert article.speakers == ["فليكس كازاهورا", "فليكس كازاهورا"]


def test_arabic_names_that_differ_in_a_vowel_are_two_persons(read: Read) -> None:
    article = read("قال الوزير سالم حسن إن الطريق مفتوح. وقال النائب علي حسين إنه مغلق.")
    assert article.speakers == ["سالم حسن", "علي حسين"]


def test_kunya_is_a_surname(read: Read) -> None:
    article = read("قال عمر أبو العيش إن الاتفاق جيد. وأكد أبو العيش أن التنفيذ قريب.")
    assert article.speakers == ["عمر أبو العيش", "عمر أبو العيش"]


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("وذكر المكتب أن السوداني تفقد الجسر.", ["هاشم السوداني", "السوداني"]),
        ("وزار السوداني البصرة أمس.", ["هاشم السوداني", "السوداني"]),
        ("وذكر المكتب أن السوداني الذي أصيب عاد.", ["هاشم السوداني"]),
        ("وتفقد الوفد السوداني الجسر.", ["هاشم السوداني"]),
        ("وذكر مكتب السوداني ذلك.", ["هاشم السوداني", "السوداني"]),
        ("وقدم السفير التهنئة للسوداني أمس.", ["هاشم السوداني", "للسوداني"]),
        ("وأعلن الوفد مقتل السوداني الذي أصيب.", ["هاشم السوداني"]),
    ],
)
def test_surname_that_is_an_adjective_of_a_country_acts_where_no_noun_leads(
    told: str, people: list[str], read: Read
) -> None:
    article = read(f"قال الوزير هاشم السوداني إن العمل مستمر. {told}")
    assert article.mentions("person", "mention_text") == people


def test_first_name_of_who_acts_ends_before_a_preposition(read: Read) -> None:
    article = read("قال المتحدث تشاو لي جيان إن الأمر مهم. وأشاد تشاو بالجهود المبذولة.")
    assert article.column("quotes", "speaker_name") == ["تشاو لي جيان"] * 2


@pytest.mark.parametrize(
    ("told", "people"),
    [
        ("وأعلنت حكومة العيدروسي خطتها.", ["سالم العيدروسي", "العيدروسي"]),
        ("وسلم الوفد الجائزة للعيدروسي أمس.", ["سالم العيدروسي", "للعيدروسي"]),
        ("وأعلنت شركة العيدروسي أرباحها.", ["سالم العيدروسي"]),
    ],
)
def test_surname_with_an_article_follows_a_noun_without_one(
    told: str, people: list[str], read: Read
) -> None:
    article = read(f"حضر الوزير سالم العيدروسي، وغادر بعد ساعة. {told}")
    assert article.mentions("person", "mention_text") == people


def test_man_of_the_article_is_no_body_of_his_name(read: Read) -> None:
    article = read("قال المستشار الألماني فريدريش ميرتس إن السعر ثابت. وأضاف ميرتس أن العمل بدأ.")
    assert article.speakers == ["فريدريش ميرتس"] * 2
    assert article.mentions("organization", "mention_text") == []
    party = read("فاز حزب ميرتس بمقعد. وأعلن ميرتس أنه سيعارض.")
    assert party.mentions("person", "mention_text") == []


def test_family_goes_by_its_name_with_the_article_where_it_speaks(read: Read) -> None:
    article = read(
        "وصل السفير سامي صميلي أمس. وقال الصميلي إن العمل بدأ. ورأى السفير الصميلي أن الصيف قريب."
    )
    assert set(article.mentions("person", "entity_name")) == {"سامي صميلي"}
    assert len(article.mentions("person", "entity_name")) == 3


def test_adjective_of_a_region_after_an_office_names_nobody(read: Read) -> None:
    article = read("وأشار عميد السلك الدبلوماسي العربي إلى أن العمل بدأ.")
    assert article.mentions("person", "entity_name") == []


def test_surname_that_is_a_word_names_whoever_bears_it(read: Read) -> None:
    article = read("قال المتحدث فرحان حق إن العمل بدأ. وأكد حق أن الوقت ضيق.")
    assert article.speakers == ["فرحان حق", "فرحان حق"]
