from collections.abc import Callable
from typing import Any

Read = Callable[[str], Any]


def test_sentences_that_differ_in_names_and_numbers_have_one_fingerprint(read: Read) -> None:
    one = read("والتقى الوزير الصيني نظيره الكازاخي لبحث 12 مشروعا للطرق في أستانا يوم الأحد.")
    other = read("التقى الوزير المصري نظيره الفرنسي لبحث 7 مشروعا للطرق في باريس يوم الخميس.")
    assert one.column("fingerprints", "fingerprint") == other.column("fingerprints", "fingerprint")
    assert one.column("fingerprints", "masked_text") == [
        "التقي الوزير ‹بلد› نظيره ‹بلد› لبحث ‹رقم› مشروعا للطرق في ‹مكان› يوم ‹يوم›"
    ]


def test_sentences_that_differ_in_a_word_have_two(read: Read) -> None:
    one = read("التقى الوزير الصيني نظيره الكازاخي لبحث بناء طرق جديدة.")
    other = read("التقى الوزير الصيني نظيره الكازاخي لبحث بناء جسور جديدة.")
    assert one.column("fingerprints", "fingerprint") != other.column("fingerprints", "fingerprint")


def test_short_sentences_have_none(read: Read) -> None:
    assert read("التقت الصين كازاخستان.").column("fingerprints", "fingerprint") == []
