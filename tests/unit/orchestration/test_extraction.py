"""Days are read in batches and written apart."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from extract.lexicons import Lexicons
from extract.schemas import READING_TABLES
from orchestration import batches, extraction
from orchestration.batches import ARTICLE_CHARS, BATCH_CHARS
from orchestration.extraction import ReadingVersion, extract_days, find_stale_days
from orchestration.home import Home
from orchestration.storage import hash_part, scan_table, stored_days

Put = Callable[..., Path]
Land = Callable[[], object]
LEXICONS = Lexicons({}, "words-1")
MAY_1, MAY_2, MAY_3 = date(2024, 5, 1), date(2024, 5, 2), date(2024, 5, 3)


def read_headlines(batches: Iterable[pl.DataFrame], _workers: int) -> Iterator[dict[str, object]]:
    """Read as the extractor does, but no more than one sentence an article."""
    for documents in batches:
        articles = documents.select(
            pl.col("document_id").alias("article_id"),
            "document_id",
            "raw_text",
            pl.col("partition_date").alias("published_date"),
        )
        sentences = articles.select(
            "article_id",
            (pl.col("article_id") + "-s0001").alias("sentence_id"),
            pl.lit(0, pl.Int32).alias("start_char"),
            pl.lit(9, pl.Int32).alias("end_char"),
            pl.col("raw_text").str.head(9).alias("sentence_text"),
        )
        found = {"articles": articles, "sentences": sentences}
        yield {
            name: pl.concat([schema.to_frame(), found.get(name, pl.DataFrame())], how="diagonal")
            for name, schema in READING_TABLES.items()
        }


@pytest.fixture(autouse=True)
def _quick_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "extract_batches", read_headlines)


def stale(home: Home) -> list[date]:
    return find_stale_days(home, ReadingVersion.of(LEXICONS))


def days_of(home: Home, table: str) -> dict[str, int]:
    keys = {"articles": "published_date"}
    counts = scan_table(home, table).group_by(keys[table]).len().collect()
    return {str(day): count for day, count in counts.sort(keys[table]).iter_rows()}


@pytest.mark.parametrize("batch_chars", [1, 2 * ARTICLE_CHARS + 100, BATCH_CHARS])
def test_days_come_out_the_same_however_they_are_batched(
    home: Home, put: Put, land: Land, monkeypatch: pytest.MonkeyPatch, batch_chars: int
) -> None:
    monkeypatch.setattr(batches, "BATCH_CHARS", batch_chars)
    put("a.jsonl", ("u:1", "port"), ("u:2", "tea"), ("u:3", "rail", "2024-05-02"))
    land()
    extract_days(home, [MAY_1, MAY_2], LEXICONS)
    assert days_of(home, "articles") == {"2024-05-01": 2, "2024-05-02": 1}
    assert scan_table(home, "sentences", [MAY_2]).collect().height == 1
    assert scan_table(home, "_days").collect()["n_articles"].to_list() == [2, 1]


def test_every_table_has_a_file_for_a_day_that_lost_its_documents(
    home: Home, put: Put, land: Land
) -> None:
    put("a.jsonl", ("u:1", "port", "2024-05-01"))
    land()
    extract_days(home, stale(home), LEXICONS)
    put("a.jsonl", ("u:1", "port", "2024-05-03"))
    land()
    assert stale(home) == [MAY_1, MAY_3]
    extract_days(home, stale(home), LEXICONS)
    assert stale(home) == []
    for table in READING_TABLES:
        assert stored_days(home, table) == [MAY_1, MAY_3]
    assert days_of(home, "articles") == {"2024-05-03": 1}


def test_changed_word_list_makes_every_day_stale(home: Home, put: Put, land: Land) -> None:
    put("a.jsonl", ("u:1", "port"), ("u:2", "tea", "2024-05-02"))
    land()
    extract_days(home, stale(home), LEXICONS)
    assert stale(home) == []
    other = ReadingVersion.of(Lexicons({}, "words-2"))
    assert find_stale_days(home, other) == [MAY_1, MAY_2]


def test_late_document_makes_only_its_day_stale(home: Home, put: Put, land: Land) -> None:
    put("a.jsonl", ("u:1", "port"), ("u:2", "tea", "2024-05-02"))
    land()
    extract_days(home, stale(home), LEXICONS)
    before = hash_part(home, "articles", MAY_1)
    put("late.jsonl", ("u:3", "rail", "2024-05-02"))
    land()
    assert stale(home) == [MAY_2]
    extract_days(home, [MAY_2], LEXICONS)
    assert hash_part(home, "articles", MAY_1) == before


def test_reading_a_day_again_gives_the_same_bytes(home: Home, put: Put, land: Land) -> None:
    put("a.jsonl", ("u:1", "port"), ("u:2", "tea"))
    land()
    extract_days(home, [MAY_1], LEXICONS)
    once = [hash_part(home, table, MAY_1) for table in (*READING_TABLES, "_days")]
    extract_days(home, [MAY_1], LEXICONS)
    assert [hash_part(home, table, MAY_1) for table in (*READING_TABLES, "_days")] == once


def test_content_hash_follows_the_content(home: Home, put: Put, land: Land) -> None:
    put("a.jsonl", ("u:1", "port"), ("u:2", "tea", "2024-05-02"))
    land()
    extract_days(home, [MAY_1, MAY_2], LEXICONS)
    hashes = scan_table(home, "_days").collect()["content_hash"].to_list()
    assert len(set(hashes)) == 2
