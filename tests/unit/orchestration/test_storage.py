"""Changes to the stored days happen whole or not at all."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from extract.schemas import TOPICS
from orchestration.home import Home
from orchestration.storage import (
    Staging,
    hash_part,
    part_path,
    recover,
    scan_table,
    stored_days,
)

DAY = date(2024, 5, 1)
NEXT = date(2024, 5, 2)


def topics(*ids: str) -> pl.DataFrame:
    rows = [{"article_id": "a", "sentence_id": "a-s0001", "topic_id": topic} for topic in ids]
    spans = {"start_char": 0, "end_char": 4, "matched_text": "ميناء"}
    return pl.DataFrame([{**row, **spans} for row in rows], schema=TOPICS)


def write(home: Home, **tables: str) -> None:
    staging = Staging(home)
    for day, topic in tables.items():
        staging.write_day("topics", date.fromisoformat(day), topics(topic))
    staging.commit()


def read(home: Home) -> list[str]:
    return scan_table(home, "topics").collect()["topic_id"].to_list()


def test_rows_in_any_order_make_the_same_file(home: Home) -> None:
    first, second = Staging(home), Staging(home)
    one = first.write_day("topics", DAY, topics("ports", "tea"))
    other = second.write_day("topics", DAY, pl.concat([topics("tea"), topics("ports")]))
    assert one == other
    second.commit()
    assert hash_part(home, "topics", DAY) == one
    assert read(home) == ["ports", "tea"]


def test_days_are_read_in_order_and_only_those_asked_for(home: Home) -> None:
    write(home, **{"2024-05-02": "tea", "2024-05-01": "ports"})
    assert stored_days(home, "topics") == [DAY, NEXT]
    assert read(home) == ["ports", "tea"]
    assert scan_table(home, "topics", [NEXT]).collect()["topic_id"].to_list() == ["tea"]


def test_table_without_files_has_the_columns_of_the_contract(home: Home) -> None:
    assert scan_table(home, "quotes").collect().is_empty()
    assert scan_table(home, "topics").collect_schema() == TOPICS


@pytest.mark.parametrize("n_moved", [0, 1, 2])
def test_kill_after_the_commit_is_made_good(
    home: Home, monkeypatch: pytest.MonkeyPatch, n_moved: int
) -> None:
    write(home, **{"2024-05-01": "old", "2024-05-02": "old"})
    moves = iter(range(n_moved))
    move = Path.replace

    def move_some(path: Path, target: Path) -> Path:
        if next(moves, None) is None:
            raise KeyboardInterrupt
        return move(path, target)

    # There are three files to move, so each of the cases is killed before the last.
    three_days = {"2024-05-01": "new", "2024-05-02": "new", "2024-05-03": "new"}
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", move_some)
        with pytest.raises(KeyboardInterrupt):
            write(home, **three_days)
    recover(home)
    assert read(home) == ["new", "new", "new"]


def test_kill_before_the_commit_changes_nothing(home: Home) -> None:
    write(home, **{"2024-05-01": "old"})
    Staging(home).write_day("topics", DAY, topics("new"))
    recover(home)
    assert read(home) == ["old"]
    assert not (home.root / "staging").exists()


def test_every_table_has_its_own_file_a_day(home: Home) -> None:
    write(home, **{"2024-05-01": "ports"})
    place = part_path(home, "topics", DAY).relative_to(home.root)
    assert place.as_posix() == "tables/topics/date=2024-05-01/part.parquet"
