import gzip
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from extract.schemas import DOCUMENTS, REJECTED_DOCUMENTS
from extract.sources.landing import find_files, read_batches, read_file
from extract.sources.records import MAX_DOCUMENT_BYTES, LandedFile

LANDED_AT = datetime(2024, 3, 1, 9, 30, tzinfo=UTC)
ARTICLE = "تونس 4 مارس 2021 (وات) - افتتح وزير الثقافة اليوم معرض الكتاب في العاصمة.\n"


def land(path: Path, content: bytes | str) -> LandedFile:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_file(path, LANDED_AT)


def only_reason(landed: LandedFile) -> str:
    assert landed.documents.is_empty()
    return str(landed.rejected["reason"].item())


def test_text_file_is_one_article_with_its_text_untouched(tmp_path):
    landed = land(tmp_path / "wire-0042.txt", ARTICLE)
    assert landed.rejected.is_empty()
    assert landed.documents.row(0, named=True) == {
        "document_id": landed.documents["document_id"].item(),
        "source_uri": (tmp_path / "wire-0042.txt").as_posix(),
        "source_name": None,
        "media_type": "text/plain",
        "fetched_at": LANDED_AT,
        "published_at": None,
        "title": None,
        "byline": None,
        "raw_text": ARTICLE,
        "language": "ar",
        "partition_date": None,
        "partition_date_source": None,
    }


def test_frames_follow_the_contract_even_when_empty(tmp_path):
    for landed in (land(tmp_path / "a.txt", ARTICLE), land(tmp_path / "b.txt", "")):
        assert landed.documents.schema == DOCUMENTS
        assert landed.rejected.schema == REJECTED_DOCUMENTS


def test_document_id_depends_on_the_text_alone(tmp_path):
    plain = land(tmp_path / "a.txt", ARTICLE).documents
    with_windows_line_ends = land(tmp_path / "b.txt", ARTICLE.replace("\n", "\r\n")).documents
    other = land(tmp_path / "c.txt", ARTICLE + ".").documents
    assert plain["document_id"].item() == with_windows_line_ends["document_id"].item()
    assert plain["document_id"].item() != other["document_id"].item()
    assert len(plain["document_id"].item()) == 16


@pytest.mark.parametrize(
    ("encoding", "media_type"),
    [
        ("utf-8", "text/plain"),
        ("utf-8-sig", "text/plain"),
        ("utf-16", "text/plain; charset=utf-16"),
        ("windows-1256", "text/plain; charset=windows-1256"),
        ("iso-8859-6", "text/plain; charset=iso-8859-6"),
    ],
)
def test_encoding_is_told_from_the_bytes(tmp_path, encoding, media_type):
    landed = land(tmp_path / "a.txt", ARTICLE.encode(encoding))
    assert landed.documents["raw_text"].to_list() == [ARTICLE]
    assert landed.documents["media_type"].to_list() == [media_type]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        ("Le ministre a été reçu à Tunis.".encode("latin-1"), "undecodable"),
        ("Президент принял делегацию".encode("windows-1251"), "undecodable"),
        (ARTICLE.encode("utf-16-le"), "undecodable"),
        (b"\xff\xfe\x00", "undecodable"),
        (ARTICLE.encode() + b"\0", "undecodable"),
        (b"The minister arrived in Tunis today.", "not_arabic"),
        (b"12 -- 15", "not_arabic"),
        ("وزیر خارجه کشورمان دیروز با همتای روس خود گفت‌وگو کرد و گزارش داد".encode(), "not_arabic"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "undecodable"),
    ],
)
def test_text_that_is_no_arabic_article_is_refused_with_a_reason(tmp_path, content, reason):
    landed = land(tmp_path / "a.txt", content)
    assert only_reason(landed) == reason
    assert landed.rejected["detail"].item()
    assert len(landed.rejected["content_sha256"].item()) == 64
    assert landed.rejected["seen_at"].item() == LANDED_AT


def test_arabic_in_persian_letters_is_kept(tmp_path):
    landed = land(tmp_path / "a.txt", ARTICLE.replace("ي", "ی").replace("ك", "ک"))
    assert landed.documents.height == 1


def test_file_of_one_endless_line_is_refused_without_reading_it_whole(tmp_path):
    endless = "ب" * MAX_DOCUMENT_BYTES
    assert only_reason(land(tmp_path / "a.txt", endless)) == "too_large"


def test_gzipped_file_reads_like_the_plain_one(tmp_path):
    landed = land(tmp_path / "a.txt.gz", gzip.compress(ARTICLE.encode()))
    assert landed.documents["raw_text"].to_list() == [ARTICLE]


def test_broken_gzip_keeps_what_came_before_the_break(tmp_path):
    lines = [f'{{"text": "{ARTICLE.strip()} {i * 7919 % 104729}"}}\n' for i in range(3000)]
    whole = gzip.compress("".join(lines).encode())
    landed = land(tmp_path / "a.jsonl.gz", whole[: len(whole) // 2])
    assert landed.documents.height > 100
    assert landed.rejected["reason"].to_list() == ["undecodable"]
    assert "gzip" in landed.rejected["detail"].item()


def test_file_of_another_format_is_refused(tmp_path):
    assert only_reason(land(tmp_path / "a.docx", b"PK")) == "unsupported_format"


def test_file_that_is_gone_is_a_rejected_row(tmp_path):
    assert only_reason(read_file(tmp_path / "gone.txt", LANDED_AT)) == "unreadable"


def test_batches_hold_together_what_the_file_holds(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text("".join(f'{{"text": "{ARTICLE.strip()} {i}"}}\n' for i in range(7)), "utf-8")
    batches = list(read_batches(path, LANDED_AT, batch_rows=3))
    assert [batch.documents.height for batch in batches] == [3, 3, 1]
    whole = read_file(path, LANDED_AT).documents
    assert_frame_equal(pl.concat(batch.documents for batch in batches), whole)


def test_files_are_found_sorted_once_and_without_hidden_ones(tmp_path):
    for name in ("b.txt", "a.jsonl", "deep/er/c.csv", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(ARTICLE, "utf-8")
    found = find_files([tmp_path, tmp_path / "b.txt"])
    assert [p.relative_to(tmp_path).as_posix() for p in found] == [
        "a.jsonl",
        "b.txt",
        "deep/er/c.csv",
    ]


def test_empty_folder_has_no_files(tmp_path):
    assert find_files([tmp_path]) == []


def test_missing_path_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"no such file or folder: .*nowhere"):
        find_files([tmp_path / "nowhere"])
