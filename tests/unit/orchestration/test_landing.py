"""What becomes of landed files."""

import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from extract.lexicons import Lexicons
from orchestration import landing as landing_module
from orchestration.checks import find_count_problems
from orchestration.home import Home
from orchestration.landing import land_files
from orchestration.landing_report import LandingReport
from orchestration.storage import Staging, stored_days

Put = Callable[..., Path]
Land = Callable[[], LandingReport]
Stored = Callable[[], list[tuple[str, str, str]]]
Balance = Callable[[], tuple[int, int, int]]


def test_records_are_stored_under_the_day_they_were_published(
    put: Put, land: Land, stored: Stored
) -> None:
    put("news.jsonl", ("u:1", "port", "2024-05-01"), ("u:2", "tea", "2024-05-03"))
    report = land()
    assert stored() == [("u:1", "port", "2024-05-01"), ("u:2", "tea", "2024-05-03")]
    assert report.days == {date(2024, 5, 1), date(2024, 5, 3)}
    assert (report.n_new, report.n_landed) == (2, 2)


def test_files_that_landed_before_are_not_read_again(
    put: Put, land: Land, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("news.jsonl", ("u:1", "port"))
    land()

    def refuse(*_: object) -> None:
        pytest.fail("the file was read again")

    monkeypatch.setattr(landing_module, "read_batches", refuse)
    report = land()
    assert (report.n_files_unchanged, report.n_landed, report.days) == (1, 0, frozenset())
    assert report.is_readable


def test_changed_text_takes_the_place_of_the_old_on_another_day(
    put: Put, land: Land, stored: Stored
) -> None:
    put("news.jsonl", ("u:1", "port", "2024-05-01"))
    land()
    put("news.jsonl", ("u:1", "tea", "2024-05-09"))
    report = land()
    assert stored() == [("u:1", "tea", "2024-05-09")]
    assert report.days == {date(2024, 5, 1), date(2024, 5, 9)}
    assert (report.n_changed, report.n_new) == (1, 0)


def test_day_left_without_documents_keeps_an_empty_file(home: Home, put: Put, land: Land) -> None:
    put("news.jsonl", ("u:1", "port", "2024-05-01"))
    land()
    put("news.jsonl", ("u:1", "port", "2024-05-09"))
    land()
    both = [date(2024, 5, 1), date(2024, 5, 9)]
    assert stored_days(home, "documents") == both
    assert stored_days(home, "rejected_documents") == both


def test_same_text_of_another_address_is_counted_and_not_stored(
    put: Put, land: Land, stored: Stored, balance: Balance
) -> None:
    put("a.jsonl", ("u:1", "port"), ("u:2", "port"))
    put("b.jsonl", ("u:3", "port", "2024-05-09"))
    report = land()
    assert stored() == [("u:1", "port", "2024-05-01")]
    assert (report.n_documents, report.n_duplicates) == (1, 2)
    assert balance() == (1, 2, 0)


def test_duplicate_keeps_the_text_that_its_first_address_gave_up(
    put: Put, land: Land, stored: Stored, balance: Balance
) -> None:
    put("a.jsonl", ("u:1", "port", "2024-05-01"))
    put("b.jsonl", ("u:2", "port", "2024-05-09"))
    land()
    put("a.jsonl", ("u:1", "tea", "2024-05-01"))
    land()
    assert stored() == [("u:1", "tea", "2024-05-01"), ("u:2", "port", "2024-05-09")]
    assert balance() == (2, 0, 0)


def test_record_repeated_in_its_file_is_a_duplicate(put: Put, land: Land) -> None:
    put("a.jsonl", ("u:1", "port"), ("u:1", "port"))
    report = land()
    assert (report.n_landed, report.n_documents, report.n_duplicates) == (2, 1, 1)


def test_later_version_in_the_same_file_counts(put: Put, land: Land, stored: Stored) -> None:
    put("a.jsonl", ("u:1", "port"), ("u:1", "tea"))
    report = land()
    assert stored() == [("u:1", "tea", "2024-05-01")]
    assert (report.n_new, report.n_changed) == (1, 1)


def test_record_that_left_its_file_stays(put: Put, land: Land, stored: Stored) -> None:
    put("a.jsonl", ("u:1", "port"), ("u:2", "tea"))
    land()
    put("a.jsonl", ("u:2", "tea"))
    report = land()
    assert len(stored()) == 2
    assert report.n_unchanged == 1


def test_mended_file_takes_its_refusal_back(
    inbox: Path, land: Land, balance: Balance, texts: dict[str, str]
) -> None:
    path = inbox / "story.txt"
    path.write_bytes(b"")
    report = land()
    assert balance() == (0, 0, 1)
    assert report.rejected[0][1] == "empty"
    assert not report.is_readable
    path.write_text(texts["port"])
    land()
    assert balance() == (1, 0, 0)


def test_good_records_around_a_bad_one_are_kept(
    inbox: Path, put: Put, land: Land, balance: Balance, home: Home
) -> None:
    path = put("a.jsonl", ("u:1", "port"), ("u:2", "tea"))
    first, second = path.read_text().splitlines()
    path.write_text(f"{first}\n{{broken\n{second}\n")
    (inbox / "empty.csv.gz").write_bytes(gzip.compress(b""))
    report = land()
    assert balance() == (2, 0, 2)
    assert report.n_landed == 4
    assert find_count_problems(home) == ["2 rows are missing from articles"]


def test_unchanged_refusals_are_not_tried_again_but_still_known(inbox: Path, land: Land) -> None:
    (inbox / "story.txt").write_bytes(b"")
    land()
    report = land()
    assert (report.n_landed, report.is_readable) == (0, False)


def test_large_file_in_several_commits_keeps_every_record(
    put: Put, land: Land, balance: Balance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(landing_module, "COMMIT_CHARACTERS", 1)
    put("a.jsonl", ("u:1", "port"), ("u:2", "blank"), ("u:3", "tea"))
    put("b.jsonl", ("u:4", "rail"), ("u:5", "tea"))
    report = land()
    assert balance() == (3, 1, 1)
    assert (report.n_documents, report.n_duplicates, report.n_rejected) == (3, 1, 1)


def test_landing_killed_before_its_commit_leaves_no_trace(
    put: Put, land: Land, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.jsonl", ("u:1", "port"))
    land()
    put("a.jsonl", ("u:1", "tea", "2024-05-09"))
    with monkeypatch.context() as patch:
        patch.setattr(Staging, "commit", _killed)
        with pytest.raises(KeyboardInterrupt):
            land()
    assert stored() == [("u:1", "port", "2024-05-01")]
    land()
    assert stored() == [("u:1", "tea", "2024-05-09")]


def test_missing_path_is_named(home: Home, inbox: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        land_files(home, [inbox / "nowhere"], Lexicons({}, "none"))


def _killed(_: object) -> None:
    raise KeyboardInterrupt
