import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.arabic.stops import NEWLINE
from extract.arabic.tokens import Text, tokenize

MARKS = ["«", "»", '"', ".", "..", "؟", "،", "😀", "\U0001f469\u200d\U0001f467"]
WORDS = st.sampled_from(["قال", "إنّ", "الصِّين", "ومـــحمد", "UN", "e.g.", "٢٠١٩", "3.5", *MARKS])
GAPS = st.sampled_from(
    ["", " ", "  ", "\n", "\n\n", "\u00a0", "\t", "\r", "\u2028", "\u200f", "\u200c"]
)
ARABIC_TEXT = st.lists(st.tuples(WORDS, GAPS), max_size=30).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
ANY_TEXT = st.text(max_size=60)


def surfaces(*texts: str) -> list[str]:
    return tokenize(pl.Series(texts, dtype=pl.String)).gather("surface").to_list()


def spans(text: Text) -> list[tuple[int, int, int]]:
    return text.tokens.select("document", "start_char", "end_char").rows()


def sentences(raw_text: str) -> list[str]:
    """The sentences of a text, without the blanks about them."""
    text = tokenize(pl.Series([raw_text]))
    rows = text.tokens.group_by("sentence", maintain_order=True).agg(
        start=pl.col("start_char").first(), end=pl.col("end_char").last()
    )
    return [raw_text[start:end].strip() for _, start, end in rows.iter_rows()]


@given(st.lists(ARABIC_TEXT | ANY_TEXT, min_size=1, max_size=5))
@example(["", "قال.", "", "نعم"])
@example(["  \n قال"])
@example(["\ud800".encode("utf-8", "replace").decode()])
def test_token_stands_where_its_offsets_say(texts: list[str]) -> None:
    text = tokenize(pl.Series(texts, dtype=pl.String))
    for (document, start, end), surface in zip(spans(text), text.gather("surface"), strict=True):
        written = texts[document][start:end]
        # A run of blanks stands for one line break.
        assert surface == written or (surface == NEWLINE and not written.strip())


@given(st.lists(ARABIC_TEXT | ANY_TEXT, min_size=1, max_size=5))
def test_nothing_but_blanks_lies_between_tokens(texts: list[str]) -> None:
    by_document: dict[int, list[tuple[int, int]]] = {number: [] for number in range(len(texts))}
    for document, start, end in spans(tokenize(pl.Series(texts, dtype=pl.String))):
        by_document[document].append((start, end))
    for document, found in by_document.items():
        ends = [0, *(end for _, end in found)]
        starts = [*(start for start, _ in found), len(texts[document])]
        assert all(end <= start for end, start in zip(ends, starts, strict=True))
        between = [texts[document][a:b] for a, b in zip(ends, starts, strict=True)]
        assert "".join(between).strip() == ""
        assert all(start < end for start, end in found)


@given(ARABIC_TEXT, ARABIC_TEXT)
def test_document_is_split_the_same_whatever_stands_beside_it(one: str, other: str) -> None:
    alone = tokenize(pl.Series([other])).tokens
    beside = tokenize(pl.Series([one, other])).tokens.filter(pl.col("document") == 1)
    columns = ["start_char", "end_char", "is_sentence_end"]
    assert beside.select(columns).rows() == alone.select(columns).rows()
    first = beside["sentence"].first()
    assert [s - first for s in beside["sentence"]] == alone["sentence"].to_list()


@given(st.lists(ARABIC_TEXT, min_size=1, max_size=5))
def test_sentence_lies_in_one_document(texts: list[str]) -> None:
    tokens = tokenize(pl.Series(texts, dtype=pl.String)).tokens
    assert (
        tokens.group_by("sentence").agg(pl.col("document").n_unique())["document"].to_list()
        == [1] * tokens["sentence"].n_unique()
    )


def test_word_keeps_its_diacritics_and_tatweel_and_folds_without_them() -> None:
    text = tokenize(pl.Series(["أكّدَ الــوزير"]))
    assert text.gather("surface").to_list() == ["أكّدَ", "الــوزير"]
    assert text.gather("folded").to_list() == ["اكد", "الوزير"]


def test_marks_are_tokens_of_their_own() -> None:
    assert surfaces("قال: «نعم»، (2019).") == [
        "قال",
        ":",
        "«",
        "نعم",
        "»",
        "،",
        "(",
        "2019",
        ")",
        ".",
    ]


def test_line_break_is_one_token_however_many_blanks_go_with_it() -> None:
    assert surfaces("\n\n  \n".join(["أولا", "ثانيا"])) == ["أولا", NEWLINE, "ثانيا"]


def test_offsets_count_code_points_not_bytes_or_utf16() -> None:
    text = tokenize(pl.Series(["😀 قال é نعم"]))
    assert [(start, end) for _, start, end in spans(text)] == [(0, 1), (2, 5), (6, 7), (8, 11)]


def test_vocabulary_holds_a_word_once_whether_white_space_follows_or_not() -> None:
    text = tokenize(pl.Series(["قال ثم قال ثم قال", "قال"]))
    assert sorted(text.vocabulary["surface"]) == ["ثم", "قال"]
    assert text.is_spaced.to_list() == [True, True, True, True, False, False]


def test_empty_text_has_no_tokens_and_keeps_the_count_of_documents() -> None:
    text = tokenize(pl.Series(["", "نعم", ""]))
    assert text.tokens["document"].to_list() == [1]
    assert tokenize(pl.Series([], dtype=pl.String)).tokens.is_empty()


@pytest.mark.parametrize(
    ("raw_text", "expected"),
    [
        ("جاء الوزير. غادر السفير.", ["جاء الوزير.", "غادر السفير."]),
        ("هل جاء؟ نعم!", ["هل جاء؟", "نعم!"]),
        ("\n".join(["هذا عنوان", "جاء الوزير."]), ["هذا عنوان", "جاء الوزير."]),
        ("بلغ النمو 3.5 بالمائة.", ["بلغ النمو 3.5 بالمائة."]),
        ("انظر example.com اليوم.", ["انظر example.com اليوم."]),
        ("صمت... ثم قال نعم.", ["صمت...", "ثم قال نعم."]),
    ],
)
def test_sentence_ends_at_a_stop_before_a_blank_or_at_a_line_break(
    raw_text: str, expected: list[str]
) -> None:
    assert sentences(raw_text) == expected


@pytest.mark.xfail(strict=True, reason="a closing mark after a stop begins the next sentence")
@pytest.mark.parametrize(
    ("raw_text", "expected"),
    [
        ("قال «نعم.» ثم غادر.", ["قال «نعم.»", "ثم غادر."]),
        ("\n".join(["قال «نعم.»", "ثم غادر."]), ["قال «نعم.»", "ثم غادر."]),
    ],
)
def test_sentence_takes_the_mark_that_closes_it(raw_text: str, expected: list[str]) -> None:
    assert sentences(raw_text) == expected
