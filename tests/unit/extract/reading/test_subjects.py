from collections.abc import Callable
from typing import Any

import pytest

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("قال الوزير إن الخطة جاهزة.", "الوزير"),
        ("قال الوزير أمس إن الخطة جاهزة.", "الوزير"),
        ("قال أمس الوزير إن الخطة جاهزة.", "الوزير"),
        ("وقالت مصادر فلسطينية إن القوات انسحبت.", "مصادر فلسطينية"),
        ("قال المتحدث باسم الجيش إن القوات انسحبت.", "المتحدث باسم الجيش"),
        ("قال وزير الخارجية في العراق إن الخطة جاهزة.", "وزير الخارجية في العراق"),
        ("الوزير يؤكد أن الخطة جاهزة.", "الوزير"),
        ("كشف مصدر أمني عن خطة جديدة.", "مصدر أمني"),
        ("أشار التقرير إلى أن النمو تباطأ.", "التقرير"),
    ],
)
def test_subject_is_what_stands_beside_the_verb(sentence: str, speaker: str, read: Read) -> None:
    assert read(sentence).column("quotes", "speaker_text") == [speaker]


def test_name_alone_is_the_speakers_words_where_there_is_one(read: Read) -> None:
    article = read("قال وزير الخارجية الصيني وانغ يي إن الخطة جاهزة.")
    assert article.column("quotes", "speaker_text") == ["وانغ يي"]
    assert article.column("quotes", "speaker_role") == ["وزير الخارجية الصيني"]


@pytest.mark.parametrize(
    "sentence",
    [
        "وأضاف أن الخطة جاهزة.",
        "وقال في مؤتمر صحفي إن الخطة جاهزة.",
        "وأكد خلال اللقاء أن الخطة جاهزة.",
    ],
)
def test_dropped_subject_is_none(sentence: str, read: Read) -> None:
    assert read(sentence).column("quotes", "speaker_text") == [None]


@pytest.mark.xfail(strict=True, reason="whoever follows a definite subject is taken into it")
@pytest.mark.parametrize(
    "sentence",
    [
        "طالب السفير الحكومة بوقف القتال.",
        "أبلغ السفير الصحفيين أن القتال توقف.",
        "صرح السفير للصحفيين بأن القتال توقف.",
    ],
)
def test_those_spoken_to_are_not_part_of_the_speaker(sentence: str, read: Read) -> None:
    assert read(sentence).column("quotes", "speaker_text") == ["السفير"]


@pytest.mark.xfail(strict=True, reason="what follows a definite subject is taken into it")
def test_what_is_described_is_not_part_of_the_speaker(read: Read) -> None:
    article = read("وصف الوزير الاتفاق بأنه تاريخي ومهم.")
    assert article.column("quotes", "speaker_text") == ["الوزير"]
    assert article.contents == ["تاريخي ومهم"]


@pytest.mark.xfail(strict=True, reason="`جاء في البيان` leaves the document out")
def test_document_speaks_where_words_come_in_it(read: Read) -> None:
    article = read("جاء في البيان أن الطرفين سيوقعان الاتفاق.")
    assert article.column("quotes", "speaker_text") == ["البيان"]
    assert article.column("quotes", "speaker_type") == ["document"]
