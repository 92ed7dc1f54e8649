from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]

FIRST = "قال الوزير سامي نور إن الجسر جاهز."


@pytest.mark.parametrize(
    ("second", "speaker"),
    [
        ("وأوضحت الأرصاد أن الرياح ستشتد.", "الأرصاد"),
        ("ويعتقد الغرب أن الحوار مفيد.", "الغرب"),
        ("وأضاف القرقاح أن الطريق طويل.", "القرقاح"),
    ],
)
def test_what_tells_no_office_goes_on_with_nobody(second: str, speaker: str, read: Read) -> None:
    assert read(f"{FIRST} {second}").speakers == ["سامي نور", speaker]


@pytest.mark.parametrize("second", ["المسؤول", "الأخير"])
def test_office_and_the_latter_go_on_with_who_spoke(second: str, read: Read) -> None:
    assert read(f"{FIRST} وأضاف {second} أن الطريق طويل.").speakers == ["سامي نور"] * 2


def test_renewed_affirmation_is_nobody(read: Read) -> None:
    article = read(f"{FIRST} وجدد التأكيد على أهمية الطريق.")
    assert article.speakers == ["سامي نور"] * 2


@pytest.mark.parametrize("speaker", ["فالادو", "والد الطفلة", "والدتها"])
def test_no_conjunction_opens_the_subject_of_a_verb(speaker: str, read: Read) -> None:
    assert read(f"وقالت {speaker} إن الجسر جاهز.").speakers == [speaker]
