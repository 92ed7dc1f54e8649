"""Groups of near-duplicates follow from the articles there are, not from how they came."""

import itertools
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest

from extract.schemas import ARTICLES, DOCUMENTS
from orchestration.duplicates import WINDOW, group_duplicates
from orchestration.home import Home
from orchestration.storage import DAYS, Staging, hash_part, part_path, scan_table, stored_days

MAY_1 = date(2024, 5, 1)
PORT = "أكد وزير النقل السعودي أن الميناء يعمل منذ الصباح وأن السفن الثلاث التي تأخرت دخلت المرفأ"
TEA = "أعلنت وزارة الزراعة الكينية أن محصول الشاي زاد في الموسم الماضي بعد أمطار في المرتفعات"


def day(n: int) -> date:
    return MAY_1 + timedelta(days=n)


def write(home: Home, when: date, **texts: str) -> None:
    """Write a day as the reading leaves it: articles, documents and the row of `_days`."""
    staging = Staging(home)
    rows = [
        {"article_id": key, "document_id": key, "raw_text": text} for key, text in texts.items()
    ]
    spans = [{"body_start_char": 0, "body_end_char": len(row["raw_text"])} for row in rows]
    full = [row | span for row, span in zip(rows, spans, strict=True)]
    content = staging.write_day("articles", when, pl.DataFrame(full, schema=ARTICLES))
    documents = pl.DataFrame([{**row, "partition_date": when} for row in rows], schema=DOCUMENTS)
    staging.write_day("documents", when, documents)
    row = {"partition_date": when, "content_hash": content, "reading_hash": content}
    staging.write_day("_days", when, pl.DataFrame([row], schema=DAYS))
    staging.commit()


def groups(home: Home) -> dict[str, str]:
    found = scan_table(home, "duplicates").select("article_id", "duplicate_group_id").collect()
    return dict(found.iter_rows())


def files(home: Home) -> dict[str, str]:
    tables = ("duplicates", "_days", "_signatures")
    return {
        f"{table} {when}": hash_part(home, table, when)
        for table in tables
        for when in stored_days(home, table)
    }


def test_copies_of_other_days_follow_the_earliest(home: Home) -> None:
    write(home, day(0), a=PORT, b=TEA)
    write(home, day(2), c=PORT + " أمس")
    assert group_duplicates(home) == [day(0), day(2)]
    assert groups(home) == {"a": "a", "b": "b", "c": "a"}
    assert group_duplicates(home) == []


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_order_of_arrival_is_no_matter(tmp_path: Path, order: tuple[int, ...]) -> None:
    days = ({"a": PORT, "b": TEA}, {"c": PORT + " أمس"}, {"d": "اليوم " + PORT, "e": TEA + " أيضا"})
    at_once, one_by_one = Home.at(tmp_path / "1"), Home.at(tmp_path / "2")
    for n, texts in enumerate(days):
        write(at_once, day(n), **texts)
    group_duplicates(at_once)
    for n in order:
        write(one_by_one, day(n), **days[n])
        group_duplicates(one_by_one)
    assert files(one_by_one) == files(at_once)


def test_late_day_touches_the_days_whose_leaders_it_changes(home: Home) -> None:
    write(home, day(1), c=PORT)
    write(home, day(2), e=TEA)
    group_duplicates(home)
    before = files(home)
    write(home, day(0), a=PORT)
    assert group_duplicates(home) == [day(0), day(1)]
    after = files(home)
    assert groups(home) == {"a": "a", "c": "a", "e": "e"}
    assert {key for key in before if before[key] != after[key]} == {
        f"_days {day(1)}",
        f"duplicates {day(1)}",
    }


def test_day_that_loses_its_leader_leads_itself(home: Home) -> None:
    write(home, day(0), a=PORT)
    write(home, day(1), c=PORT)
    group_duplicates(home)
    write(home, day(0), b=TEA)
    assert group_duplicates(home) == [day(0), day(1)]
    assert groups(home) == {"b": "b", "c": "c"}


def test_what_is_printed_again_after_the_window_is_news(home: Home) -> None:
    write(home, day(0), a=PORT)
    write(home, day(0) + WINDOW, b=PORT)
    write(home, day(1) + WINDOW, c=PORT)
    group_duplicates(home)
    assert groups(home) == {"a": "a", "b": "a", "c": "c"}


def test_run_killed_before_the_books_are_written_is_made_good(home: Home) -> None:
    write(home, day(0), a=PORT)
    write(home, day(1), c=PORT)
    group_duplicates(home)
    whole = files(home)
    # As reading leaves the day again: its content hash is that of the reading alone.
    write(home, day(1), c=PORT)
    part_path(home, "duplicates", day(1)).unlink()
    (home.manifest / "duplicates.parquet").unlink()
    group_duplicates(home)
    assert files(home) == whole


def test_day_without_articles_has_an_empty_file(home: Home) -> None:
    write(home, day(0))
    group_duplicates(home)
    assert stored_days(home, "duplicates") == [day(0)]
    assert groups(home) == {}
