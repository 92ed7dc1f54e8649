"""What something else has cut short or removed is made again from what is left."""

import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from extract.schemas import ARTICLES
from orchestration.checks import find_count_problems
from orchestration.home import Home
from orchestration.landing_report import LandingReport
from orchestration.ledger import Ledger
from orchestration.storage import Staging, hash_part, is_whole, part_path, scan_table, stored_days

Put = Callable[..., Path]
Land = Callable[[], LandingReport]
Stored = Callable[[], list[tuple[str, str, str]]]
MAY_1, MAY_2 = date(2024, 5, 1), date(2024, 5, 2)


def cut_short(path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size * 2 // 3)


def write_articles(home: Home, day: date) -> None:
    """Store the articles of a day's documents, as far as their text."""
    documents = scan_table(home, "documents", [day]).collect()
    rows = documents.select(pl.col("document_id").alias("article_id"), "document_id", "raw_text")
    staging = Staging(home)
    articles = pl.concat([ARTICLES.to_frame(), rows], how="diagonal")
    staging.write_day("articles", day, articles)
    staging.commit()


@pytest.fixture
def landed(put: Put, land: Land) -> None:
    put("a.jsonl", ("u:1", "port"), ("u:2", "tea"), ("u:3", "port"), ("u:4", "blank"))
    put("b.jsonl", ("u:5", "rail", "2024-05-02"))
    land()


def test_file_without_its_end_is_not_whole(tmp_path: Path) -> None:
    path = tmp_path / "part.parquet"
    assert not is_whole(path)
    pl.DataFrame({"a": [1, 2]}).write_parquet(path)
    assert is_whole(path)
    for size in (path.stat().st_size - 1, 8, 0):
        with path.open("r+b") as file:
            file.truncate(size)
        assert not is_whole(path)


@pytest.mark.usefixtures("landed")
def test_day_cut_short_counts_as_not_there(home: Home) -> None:
    cut_short(part_path(home, "documents", MAY_1))
    assert MAY_1 not in stored_days(home, "documents")
    assert scan_table(home, "documents", [MAY_1, MAY_2]).collect().height == 1


@pytest.mark.usefixtures("landed")
def test_documents_come_back_from_their_articles_byte_for_byte(home: Home, land: Land) -> None:
    write_articles(home, MAY_1)
    before = hash_part(home, "documents", MAY_1)
    cut_short(part_path(home, "documents", MAY_1))
    report = land()
    assert (report.lost, report.n_landed) == ((), 0)
    assert hash_part(home, "documents", MAY_1) == before


@pytest.mark.usefixtures("landed")
def test_documents_without_articles_come_back_from_their_files(
    home: Home, land: Land, stored: Stored
) -> None:
    before = stored()
    part_path(home, "documents", MAY_1).unlink()
    report = land()
    assert report.lost == ()
    assert stored() == before
    assert [fault for fault in find_count_problems(home) if fault.endswith("documents")] == []


@pytest.mark.usefixtures("landed")
def test_documents_whose_file_is_gone_are_named(
    home: Home, inbox: Path, land: Land, stored: Stored
) -> None:
    (inbox / "a.jsonl").unlink()
    cut_short(part_path(home, "documents", MAY_1))
    assert land().lost == ((inbox / "a.jsonl").as_posix(),)
    assert [uri for uri, _, _ in stored()] == ["u:5"]


@pytest.mark.usefixtures("landed")
def test_refusals_come_back_from_the_books(home: Home, land: Land) -> None:
    [day] = {day for day in stored_days(home, "rejected_documents") if day.month == 6}
    before = hash_part(home, "rejected_documents", day)
    cut_short(part_path(home, "rejected_documents", day))
    land()
    assert hash_part(home, "rejected_documents", day) == before


@pytest.mark.usefixtures("landed")
@pytest.mark.parametrize("book", ["files", "records", "refusals"])
def test_books_cut_short_are_written_up_anew(
    home: Home, land: Land, stored: Stored, balance: Callable[[], tuple[int, int, int]], book: str
) -> None:
    before, accounts = stored(), balance()
    cut_short(home.manifest / f"{book}.parquet")
    land()
    assert stored() == before
    assert balance() == accounts
    assert Ledger.load(home).files.height == 2


@pytest.mark.usefixtures("landed")
def test_everything_removed_lands_again(
    home: Home, land: Land, stored: Stored, texts: Mapping[str, str]
) -> None:
    before = stored()
    assert {name for _, name, _ in before} <= set(texts)
    shutil.rmtree(home.tables)
    land()
    assert stored() == before
