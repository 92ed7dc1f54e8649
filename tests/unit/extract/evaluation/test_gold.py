"""What counts as a folder of annotated articles."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.evaluation.gold import NoGoldError, corpus_sha256, load_gold

TEXT = "قال الوزير إن الميناء يعمل منذ الصباح.\n"
LANDED_AT = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "press"
    folder.mkdir()
    (folder / "port.txt").write_text(TEXT, encoding="utf-8")
    (folder / "port.json").write_text(json.dumps({"quotes": []}))
    return folder


def test_case_is_known_by_its_files_name_and_lacks_nothing(folder: Path) -> None:
    gold = load_gold(folder)
    assert gold.name == "press"
    assert gold.texts == {"port": TEXT}
    assert gold.cases[0]["dateline"] is None
    assert gold.cases[0]["orgs"] == []


def test_article_lands_as_any_other_would(folder: Path) -> None:
    assert load_gold(folder).documents(LANDED_AT)["raw_text"].to_list() == [TEXT]


def test_json_that_is_no_case_is_passed_over(folder: Path) -> None:
    (folder / "notes.json").write_text("{}")
    (folder / "lost.json").write_text(json.dumps({"quotes": []}))
    assert [case["id"] for case in load_gold(folder).cases] == ["port"]


def test_folder_without_annotations_is_refused_with_what_it_should_hold(tmp_path: Path) -> None:
    with pytest.raises(NoGoldError, match=r"<id>\.txt with <id>\.json"):
        load_gold(tmp_path)


def test_corpus_digest_follows_every_byte_but_not_the_folder(folder: Path, tmp_path: Path) -> None:
    before = load_gold(folder).sha256
    folder = folder.rename(tmp_path / "moved")
    assert load_gold(folder).sha256 == before
    (folder / "port.txt").write_text(TEXT + "\n", encoding="utf-8")
    assert load_gold(folder).sha256 != before


def test_corpus_digest_does_not_hang_on_the_order_of_files(folder: Path) -> None:
    paths = sorted(folder.iterdir())
    assert corpus_sha256(paths) == corpus_sha256(reversed(paths))
