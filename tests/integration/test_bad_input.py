"""What `marsad run` does with input that is no article: a message, a rejected row, an exit code."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import duckdb
import pytest
from models_alone import MODELS_ALONE
from typer.testing import CliRunner, Result

from orchestration.cli import app
from orchestration.failures import ExitCode
from orchestration.home import Home
from orchestration.storage import scan_table

STORY = "نواكشوط 4 مارس 2021 (وما) - قال وزير الصيد الموريتاني إن الميناء الجديد يفتح غدا.\n"
OTHER = "أكدت وزيرة التجارة الكينية أن بلادها تستورد القمح من رومانيا منذ الصيف الماضي."
LONG_LINE_BYTES = 50_000_000


@dataclass(frozen=True)
class Bad:
    """A file that gives no article, and what is said of it."""

    name: str
    content: bytes
    reason: str
    message: str


def json_line(text: str) -> bytes:
    return json.dumps({"text": text}, ensure_ascii=False).encode() + b"\n"


BAD = [
    Bad("empty.txt", b"", "empty", "an empty file"),
    Bad("latin-1.txt", "Reçu à Tunis hier.".encode("latin-1"), "undecodable", "not UTF-8"),
    Bad("utf-16-without-mark.txt", STORY.encode("utf-16-le"), "undecodable", "UTF-16"),
    Bad("utf-16-cut.txt", STORY.encode("utf-16")[:-1], "undecodable", "broken at byte"),
    Bad("nul.txt", STORY.encode() + b"\0", "undecodable", "NUL"),
    Bad("long.txt", b"\xd8\xa8" * (LONG_LINE_BYTES // 2), "too_large", "50,000,000 bytes"),
    Bad("long.jsonl", b'{"text": "' + b"x" * LONG_LINE_BYTES, "too_large", "50,000,010 characters"),
    Bad("columns.csv", b"id,headline\n1,x\n", "malformed_record", "found: id, headline"),
]
# The second line of three is broken: the others are kept.
LINES = json_line(OTHER) + b'{"text": "\xd8\xa7\n' + json_line(STORY)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("MARSAD_HOME", str(tmp_path / "home"))
    return Home.from_environment()


def run(inbox: Path, *options: str) -> Result:
    result = CliRunner().invoke(app, ["run", str(inbox), "--workers", "1", *options])
    assert "Traceback" not in result.output
    return result


def test_empty_folder_is_named_and_nothing_is_made(inbox: Path, home: Home) -> None:
    result = run(inbox)
    assert result.exit_code == ExitCode.NOTHING_READ
    assert f"marsad: no files in {inbox}" in result.stderr
    assert not home.published_database.exists()


@pytest.mark.parametrize("bad", BAD, ids=[bad.name for bad in BAD])
def test_file_without_an_article_is_a_rejected_row_and_a_message(
    inbox: Path, home: Home, bad: Bad
) -> None:
    (inbox / bad.name).write_bytes(bad.content)
    result = run(inbox)
    assert result.exit_code == ExitCode.NOTHING_READ
    assert "marsad: none of the files could be read" in result.stderr
    [told] = [line for line in result.stdout.splitlines() if bad.name in line]
    assert f": {bad.reason}: " in told
    assert bad.message in told
    rejected = scan_table(home, "rejected_documents").select("reason", "detail").collect()
    assert rejected["reason"].to_list() == [bad.reason]
    assert bad.message in rejected["detail"].item()


def test_file_that_is_given_again_unmended_is_told_of_again(inbox: Path, home: Home) -> None:
    (inbox / "empty.txt").write_bytes(b"")
    first, second = run(inbox), run(inbox)
    assert second.exit_code == first.exit_code == ExitCode.NOTHING_READ
    assert "empty.txt: empty: an empty file" in second.stdout
    assert scan_table(home, "rejected_documents").collect().height == 1


@pytest.mark.slow
@patch.dict(os.environ, MODELS_ALONE)
def test_good_rows_beside_bad_ones_are_published(inbox: Path, home: Home) -> None:
    for bad in BAD:
        (inbox / bad.name).write_bytes(bad.content)
    (inbox / "three.jsonl").write_bytes(LINES)
    utf_16 = inbox / "utf-16.txt"
    utf_16.write_bytes(OTHER.replace("القمح", "الأرز").encode("utf-16"))
    result = run(inbox, "--json")
    assert result.exit_code == ExitCode.DONE, result.stderr
    found = json.loads(result.stdout)
    assert (found["landed"], found["documents"], found["rejected"]) == (12, 3, 9)
    with duckdb.connect(str(home.published_database), read_only=True) as connection:
        texts = connection.execute("select raw_text from marts.fct_articles").fetchall()
        told = connection.execute(
            "select parse_filename(source_uri), reason"
            " from staging.stg_newswire__rejected_documents"
        ).fetchall()
    assert {text for (text,) in texts} == {OTHER, STORY, utf_16.read_bytes().decode("utf-16")}
    broken = ("three.jsonl#L2", "malformed_record")
    long_line = ("long.jsonl#L1", "too_large")
    of_files = {(bad.name, bad.reason) for bad in BAD if bad.name != "long.jsonl"}
    assert set(told) == of_files | {broken, long_line}
