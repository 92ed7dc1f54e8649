import io
from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.lexicons import Lexicons
from extract.pipeline import extract_batch, extract_batches
from extract.schemas import READING_TABLES

SAMPLES = Path(__file__).parents[3] / "seeds" / "articles"
# Texts that end in the middle of something, or hold nothing that a reading could hold on to.
ODD_TEXTS = [
    "",
    " \n ",
    "قال «لن نقبل",
    '"',
    "قال",
    "...",
    "2019",
    "كلمة",
    "ما قاله الوزير إن",
    "😀",
]

DocumentsOf = Callable[..., pl.DataFrame]
Tables = dict[str, pl.DataFrame]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]


@pytest.fixture(scope="module")
def tables(texts: list[str], documents_of: DocumentsOf, lexicons: Lexicons) -> Tables:
    return extract_batch(documents_of(*texts), lexicons)


def of_article(tables: Tables, article_id: str) -> dict[str, list[tuple[object, ...]]]:
    return {name: t.filter(pl.col("article_id") == article_id).rows() for name, t in tables.items()}


@pytest.fixture(scope="module")
def rows_of(documents_of: DocumentsOf, lexicons: Lexicons) -> Callable[..., list[object]]:
    """Read texts in one batch: the rows of each, table by table."""

    def rows(*texts: str) -> list[object]:
        tables = extract_batch(documents_of(*texts), lexicons)
        keys = tables["articles"]["article_id"]
        children = {name: table for name, table in tables.items() if name != "articles"}
        return [of_article(children, key) for key in keys]

    return rows


def in_bytes(tables: Tables) -> dict[str, bytes]:
    buffers = {name: io.BytesIO() for name in tables}
    for name, table in tables.items():
        table.write_parquet(buffers[name])
    return {name: buffer.getvalue() for name, buffer in buffers.items()}


def test_every_table_of_the_contract_is_given_in_its_schema_and_filled(tables: Tables) -> None:
    assert {name: table.schema for name, table in tables.items()} == READING_TABLES
    assert [name for name, table in tables.items() if table.is_empty()] == []


def test_no_documents_give_empty_tables(documents_of: DocumentsOf, lexicons: Lexicons) -> None:
    tables = extract_batch(documents_of(), lexicons)
    assert {name: table.schema for name, table in tables.items()} == READING_TABLES
    assert all(table.is_empty() for table in tables.values())


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_text_is_an_article_in_the_schema_of_the_contract(
    text: str, documents_of: DocumentsOf, lexicons: Lexicons
) -> None:
    tables = extract_batch(documents_of(text), lexicons)
    assert {name: table.schema for name, table in tables.items()} == READING_TABLES
    assert tables["articles"]["raw_text"].to_list() == [text]


def test_document_that_nobody_dated_is_read_all_the_same(
    texts: list[str], documents_of: DocumentsOf, lexicons: Lexicons
) -> None:
    undated = documents_of(*texts).with_columns(
        pl.lit(None, pl.Date).alias("partition_date"),
        pl.lit(None, pl.Datetime("us", "UTC")).alias("published_at"),
    )
    assert extract_batch(undated, lexicons)["quotes"].height > 0


def test_every_document_gives_one_article_in_order(texts: list[str], tables: Tables) -> None:
    assert tables["articles"]["raw_text"].to_list() == texts


def test_same_documents_give_the_same_bytes(
    texts: list[str], tables: Tables, documents_of: DocumentsOf, lexicons: Lexicons
) -> None:
    again = extract_batch(documents_of(*texts), lexicons)
    assert in_bytes(again) == in_bytes(tables)


def test_article_is_read_the_same_whatever_stands_beside_it(
    texts: list[str], rows_of: Callable[..., list[object]]
) -> None:
    rows = dict(zip(texts, rows_of(*texts), strict=True))
    # Odd texts on both sides, and all in another order.
    mixed = [*ODD_TEXTS[:5], *texts[::-1], *ODD_TEXTS[5:]]
    beside = dict(zip(mixed, rows_of(*mixed), strict=True))
    assert {text: beside[text] for text in texts} == rows


def test_who_serves_the_nations_in_one_article_is_a_minister_in_the_next(
    rows_of: Callable[..., list[object]],
) -> None:
    before = "قال المبعوث الأممي سامي نور إن كينيا مستقرة وإن غانا بخير."
    article = "رحب وزير الخارجية الكيني سامي نور بقرار غانا."
    assert rows_of(before, article)[1] == rows_of(article)[0]


def test_evidence_of_a_pair_is_the_same_in_each_of_many_articles(
    documents_of: DocumentsOf, lexicons: Lexicons
) -> None:
    # Two pieces of it begin at one word. A sort that leaves their order open gives one in this
    # article and the other in that, once there are more than a few.
    told = "تعتزم كينيا وغانا استئناف التعاون بين البلدين، ومن المقرر أن تنعقد لجنة البلدين"
    batch = extract_batch(documents_of(*(f"{told}. {n}" for n in range(60))), lexicons)
    relations = batch["dyads"].filter(pl.col("basis") == "relations_phrase")
    assert relations.height == 60
    assert relations.select("start_char", "end_char").n_unique() == 1


@pytest.mark.parametrize("text", ["قال الدكتور/ سامي درويش نعم.", "وصل 5/6.", "د. سعاد", "نعم"])
def test_article_is_read_alone(text: str, rows_of: Callable[..., list[object]]) -> None:
    # What finds nothing in a batch has columns of no type where it is not careful.
    assert len(rows_of(text)) == 1


def test_last_word_of_an_article_is_not_beside_the_first_of_the_next(
    rows_of: Callable[..., list[object]],
) -> None:
    before = "غادر القاعة الوزير سامي درويش"
    article = "عبير حداد: الخطة جاهزة\n\nقالت عبير حداد إن الخطة جاهزة."
    assert rows_of(before, article)[1] == rows_of(article)[0]


def test_source_that_ends_an_article_is_not_given_what_the_next_tells(
    rows_of: Callable[..., list[object]],
) -> None:
    before = "قالت الشركة إنها وقعت العقد.\nنقلا عن صحيفة المدينة"
    article = "جرى السباق يوم الأحد في المدينة، ولم يدل المنظمون بتفاصيل أخرى."
    assert rows_of(before, article) == rows_of(before) + rows_of(article)


SENTENCES = st.sampled_from(
    [
        "قال وزير الخارجية الصيني وانغ يي إن المحادثات كانت مثمرة.",
        "وأضاف أن التعاون سيتوسع.",
        "من جانبه، أكد أن بلاده تدعم المبادرة.",
        "وقالت مصادر فلسطينية «لن نقبل",
        "ثم قال» نعم.",
        "وشدد الرئيس الفرنسي على أهمية الحوار، مشيرا إلى أن القمة قريبة.",
        "التقى الوفد نظيره الكازاخي في مدريد.",
        "وفقا لوزارة الصحة الكويتية، بلغ العدد مئة.",
        "الاتحاد الأوروبي يرحب بالهدنة.",
        "روسيا والصين توقعان اتفاقا مع منظمة الصحة العالمية.",
        "«المساء» تنقل عن الوزير قوله إن الخطة جاهزة.",
        "د. سعاد فؤاد: الخطة جاهزة.",
        '"',
    ]
)
TEXTS = st.lists(SENTENCES, max_size=5).map(" ".join)


@settings(max_examples=5)
@given(said=st.lists(TEXTS, min_size=10, max_size=20), cut=st.integers(1, 9))
def test_words_of_one_document_never_change_what_is_read_in_another(
    said: list[str], cut: int, rows_of: Callable[..., list[object]]
) -> None:
    # A number makes each the only one of its text, and so of its id.
    numbered = [f"{text} {number}." for number, text in enumerate(said)]
    in_two_batches = rows_of(*numbered[:cut]) + rows_of(*numbered[cut:])
    assert rows_of(*numbered) == in_two_batches


@pytest.mark.parametrize(
    ("table", "prefix", "text"),
    [
        ("sentences", "", "sentence_text"),
        ("mentions", "", "mention_text"),
        ("topics", "", "matched_text"),
        ("quotes", "", "quote_text"),
        ("quotes", "cue_", "cue_text"),
        ("quotes", "speaker_", "speaker_text"),
    ],
)
def test_offsets_give_back_the_text_that_stands_there(
    table: str, prefix: str, text: str, tables: Tables
) -> None:
    raw_texts = dict(tables["articles"].select("article_id", "raw_text").iter_rows())
    rows = tables[table].drop_nulls(text)
    assert rows.height > 0
    columns = ("article_id", f"{prefix}start_char", f"{prefix}end_char", text)
    for article_id, start, end, written in rows.select(columns).iter_rows():
        assert raw_texts[article_id][start:end] == written
        assert written.strip()


@pytest.mark.parametrize("table", ["mentions", "quotes", "topics", "dyads", "formulas", "supports"])
def test_rows_stand_in_the_sentence_that_they_name(table: str, tables: Tables) -> None:
    sentences = tables["sentences"].select(
        "sentence_id", first="start_char", last="end_char", of="article_id"
    )
    rows = tables[table].join(sentences, on="sentence_id", how="left")
    assert rows.filter(pl.col("of") != pl.col("article_id")).rows() == []
    outside = pl.col("start_char").is_between("first", "last", closed="left").not_()
    assert rows.filter(outside | pl.col("first").is_null()).rows() == []


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("articles", "article_id"),
        ("sentences", "sentence_id"),
        ("mentions", "mention_id"),
        ("quotes", "quote_id"),
    ],
)
def test_keys_are_filled_and_unique(table: str, key: str, tables: Tables) -> None:
    assert tables[table][key].null_count() == 0
    assert tables[table][key].is_unique().all()


def test_references_lead_to_rows(tables: Tables) -> None:
    quotes = tables["quotes"]
    antecedents = quotes["antecedent_mention_id"].drop_nulls()
    parents = quotes["parent_quote_id"].drop_nulls()
    assert set(antecedents) <= set(tables["mentions"]["mention_id"])
    assert set(parents) <= set(quotes["quote_id"])
    assert len(antecedents) > 0
    assert len(parents) > 0


def test_sentences_of_an_article_follow_each_other(tables: Tables) -> None:
    rows = tables["sentences"].with_columns(
        before=pl.col("end_char").shift(1).over("article_id"),
        index=pl.int_range(pl.len()).over("article_id"),
    )
    assert rows.filter(pl.col("start_char") < pl.col("before")).rows() == []
    assert rows.filter(pl.col("index") != pl.col("sentence_index")).rows() == []


@pytest.mark.slow
def test_two_workers_read_what_one_reads(texts: list[str], documents_of: DocumentsOf) -> None:
    documents = documents_of(*texts)

    def batches() -> Iterator[pl.DataFrame]:
        yield from documents.iter_slices(10)

    one = [in_bytes(tables) for tables in extract_batches(batches(), workers=1)]
    two = [in_bytes(tables) for tables in extract_batches(batches(), workers=2)]
    assert len(one) > 2
    assert two == one
