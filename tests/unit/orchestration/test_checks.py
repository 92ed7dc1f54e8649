"""The checks find what they are for."""

from datetime import date

import polars as pl
import pytest

from extract.schemas import ARTICLES, SENTENCES, TABLES
from orchestration.checks import (
    CheckFailedError,
    find_count_problems,
    find_offset_problems,
    find_schema_problems,
    require_sound_tables,
)
from orchestration.home import Home
from orchestration.storage import Staging, part_path

DAY = date(2024, 5, 1)
TEXT = "أكد الوزير أن الميناء يعمل"


def store(home: Home, sentence: str, start: int, end: int) -> None:
    article = {"article_id": "a", "document_id": "a", "raw_text": TEXT}
    spans = {"start_char": start, "end_char": end, "sentence_text": sentence}
    rows = {
        "articles": pl.DataFrame([article], schema=ARTICLES),
        "sentences": pl.DataFrame([{"article_id": "a", **spans}], schema=SENTENCES),
    }
    staging = Staging(home)
    for table, schema in TABLES.items():
        staging.write_day(table, DAY, rows.get(table, schema.to_frame()))
    staging.commit()


def test_span_in_its_text_is_no_problem(home: Home) -> None:
    store(home, "الوزير", 4, 10)
    assert find_offset_problems(home, [DAY]) == []
    assert find_schema_problems(home, [DAY]) == []


@pytest.mark.parametrize(("start", "end"), [(3, 9), (4, 11), (0, 4), (40, 46)])
def test_misplaced_span_is_named_with_its_article(home: Home, start: int, end: int) -> None:
    store(home, "الوزير", start, end)
    [problem] = find_offset_problems(home, [DAY])
    assert "1 rows of sentences" in problem
    assert f"a[{start}:{end}]" in problem


def test_missing_file_is_named(home: Home) -> None:
    store(home, "الوزير", 4, 10)
    part_path(home, "dyads", DAY).unlink()
    assert find_schema_problems(home, [DAY]) == ["dyads has no file for 2024-05-01"]


def test_file_with_other_columns_is_named(home: Home) -> None:
    store(home, "الوزير", 4, 10)
    pl.DataFrame({"article_id": [1]}).write_parquet(part_path(home, "topics", DAY))
    assert find_schema_problems(home, [DAY]) == [
        "topics of 2024-05-01 has other columns than the contract's"
    ]


def test_damaged_file_is_named(home: Home) -> None:
    store(home, "الوزير", 4, 10)
    part = part_path(home, "topics", DAY)
    part.write_bytes(part.read_bytes()[:-8])
    assert find_schema_problems(home, [DAY]) == ["the file of topics of 2024-05-01 is damaged"]


def test_article_that_never_landed_is_counted(home: Home) -> None:
    store(home, "الوزير", 4, 10)
    assert find_count_problems(home) == ["1 rows should not be in articles"]
    with pytest.raises(CheckFailedError, match="should not be in articles"):
        require_sound_tables(home)
