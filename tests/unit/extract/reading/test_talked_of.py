"""What sources talk of, what is only supposed, and words that say something in one place only."""

from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("وتحدثت تقارير عن اشتباكات في الحي.", ["اشتباكات في الحي"]),
        ("ونفى الوزير معلومات تحدثت عن رهائن في المركز.", ["رهائن في المركز"]),
        ("وتحدث اللاعب عن تجربته.", []),
        ("وتحدث الوزير عن ضرورة الحوار.", ["ضرورة الحوار"]),
        ("وتحدثت الصحيفة عن أن اللاعب سافر.", ["اللاعب سافر"]),
        ("وتعهد الوزير بالإصلاح، كما أكد الحرص على الحوار.", ["الإصلاح", "الحرص على الحوار"]),
        ("واعتذرت الشركة عن استخدام أسرى.", ["استخدام أسرى"]),
        ("واختتم الوزير تصريحه بأنه متفائل.", ["متفائل"]),
        ("كما أكدت تصميم البلاد على بناء السد.", ["تصميم البلاد على بناء السد"]),
        ("وجاء ذلك بعد إعلان الوزارة عن وصول 800 لاجئ.", ["وصول 800 لاجئ"]),
        ("وأعلن التحالف العربي وقفا لإطلاق النار.", ["وقفا لإطلاق النار"]),
        ("أوكرانيا تتهم الانفصاليين بشن أعنف قصف\n\nنام الناس أمس.", ["شن أعنف قصف"]),
    ],
)
def test_what_is_talked_of_declined_or_begun(
    sentence: str, contents: list[str], read: Read
) -> None:
    assert read(sentence).contents == contents


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("وشكر الوزير الحضور، سائلا الله أن يحفظهم.", "stance"),
        ("وأكد الوزير ضرورة التزام جميع الأطراف بالهدنة.", "urge"),
        ("وأكد الوزير ضرورة الاتفاق على آلية جديدة.", "say"),
        ("وأكد الوزير أهمية دور مصر في الحوار.", "say"),
        ("وقال المتحدث إن كينيا تدين الهجوم.", "stance"),
    ],
)
def test_what_is_done_by_praying_needing_and_condemning(
    sentence: str, act: str, read: Read
) -> None:
    assert read(sentence).acts[-1] == act


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("في حال رفض البرلمان الاتفاق ستزداد العزلة.", []),
        ("وهم يريدون نقل السلطة بسلام، ومن الواضح أن الطريق طويل.", []),
        ("ووصلوا إلى الجزيرة التي يعتقد أن الطائرة سقطت قربها.", []),
        (
            "قال سكان إن المدينة هادئة. وتعذر وصول القوافل إلى عدن ويعتقد أن الطريق مقطوع.",
            ["المدينة هادئة"],
        ),
    ],
)
def test_what_is_supposed_or_thought_by_nobody(text: str, contents: list[str], read: Read) -> None:
    assert read(text).contents == contents


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ("ونوه سعادته بروح المسؤولية.", ["روح المسؤولية"]),
        ("وأكد اللاعب سامي نور سعادته بالمشاركة.", ["سعادته بالمشاركة"]),
        ("وحضر اللاعب سامي نور الحفل، مبديا سعادته بالمشاركة.", ["سعادته بالمشاركة"]),
    ],
)
def test_excellency_and_happiness_are_one_word(
    sentence: str, contents: list[str], read: Read
) -> None:
    assert read(sentence).contents == contents


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        ('وتحدث الوزير سامي نور عن "عودة السفراء في أسرع وقت".', ["عودة السفراء في أسرع وقت"]),
        ("وتحدث الشاعر سامي نور في محاضرة بعنوان «لغة الطير والشجر».", []),
    ],
)
def test_marks_after_about_quote_and_a_title_does_not(
    sentence: str, contents: list[str], read: Read
) -> None:
    assert [content.strip('"') for content in read(sentence).contents] == contents
