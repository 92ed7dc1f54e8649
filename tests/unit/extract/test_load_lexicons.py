from pathlib import Path

import polars as pl
import pytest

from extract.lexicons import load_lexicons, split_cell


def write_list(
    folder: Path, name: str = "words", content: str = "word,is_exact\nقال,true\n"
) -> None:
    (folder / f"{name}.csv").write_text(content, encoding="utf-8")


def test_cells_become_flags_days_and_strings(tmp_path: Path) -> None:
    write_list(tmp_path, content="word,is_exact,end_date\nقال,true,2024-05-01\nنعم,false,\n")
    (row, other) = load_lexicons(tmp_path)["words"].rows()
    assert row[:2] == ("قال", True)
    assert row[2].isoformat() == "2024-05-01"
    assert other == ("نعم", False, None)


def test_cell_that_looks_like_a_number_stays_as_written(tmp_path: Path) -> None:
    write_list(tmp_path, content="iso_numeric,note\n004,\n")
    assert load_lexicons(tmp_path)["words"].rows() == [("004", None)]


def test_version_follows_names_and_contents(tmp_path: Path) -> None:
    write_list(tmp_path)
    first = load_lexicons(tmp_path).version
    assert load_lexicons(tmp_path).version == first
    write_list(tmp_path, content="word,is_exact\nقال,false\n")
    changed = load_lexicons(tmp_path).version
    (tmp_path / "words.csv").rename(tmp_path / "others.csv")
    assert len({first, changed, load_lexicons(tmp_path).version}) == 3


def test_folder_without_word_lists_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=tmp_path.name):
        load_lexicons(tmp_path)


def test_cell_of_several_values_is_split_and_an_empty_one_holds_none() -> None:
    frame = pl.DataFrame({"variants": ["أ|ب", "أ", "", None]})
    assert frame.select(split_cell("variants")).to_series().to_list() == [["أ", "ب"], ["أ"], [], []]
