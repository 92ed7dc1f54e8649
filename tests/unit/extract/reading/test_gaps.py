"""Words that stand where a word list should know them, and words that only look so."""

import pytest


def gaps(article):
    """List and form of each word of an article that some list seems to lack."""
    return article.tables["gaps"].select("list_name", "form").rows()


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("وتهكن وزير النقل الصيني أن الجسر جاهز.", ("cues", "تهكن")),
        ("قال الزنتوق أحمد منصور إن الجسر جاهز.", ("titles", "الزنتوق")),
        ("زار الوزير الزمرادي الجسر الجديد.", ("nisbas", "الزمرادي")),
    ],
)
def test_word_in_the_place_of_an_entry_is_told_with_its_list(read, text, gap):
    assert gaps(read(text)) == [gap]


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير النقل الصيني إن الجسر جاهز.",
        "يمكن أن يفتح الجسر غدا.",
        "زار الوزير الصيني الجسر الجديد.",
        "وصل أحمد منصور إلى الجسر.",
        "بكين 3 مايو 2021 (شينخوا)\nافتتح الجسر.",
    ],
)
def test_words_that_the_lists_have_leave_no_gap(read, text):
    assert gaps(read(text)) == []


def test_gap_stands_in_its_text(read):
    text = "وصل الوفد. وتهكن وزير النقل الصيني أن الجسر جاهز."
    (gap,) = read(text).tables["gaps"].iter_rows(named=True)
    assert text[gap["start_char"] : gap["end_char"]] == gap["gap_text"] == "وتهكن"
    assert gap["sentence_id"].endswith("-s0001")
