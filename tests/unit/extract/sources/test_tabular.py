import gzip
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest

from extract.sources import lines
from extract.sources.fields import parse_timestamp
from extract.sources.landing import read_file
from extract.sources.records import LandedFile

LANDED_AT = datetime(2024, 3, 1, 9, 30, tzinfo=UTC)
BODY = "استقبل الرئيس اليوم في القصر وفدا من رجال الأعمال، وأكد أن الاقتصاد يتعافى."
TITLE = "الرئيس يستقبل وفدا"


def land(path: Path, content: bytes | str) -> LandedFile:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_file(path, LANDED_AT)


def json_lines(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def test_title_stands_before_the_body_so_that_headlines_have_offsets(tmp_path):
    landed = land(tmp_path / "a.jsonl", json_lines({"title": f" {TITLE} ", "body": BODY}))
    document = landed.documents.row(0, named=True)
    assert document["title"] == TITLE
    assert document["raw_text"] == f"{TITLE}\n\n{BODY}"


def test_fields_of_a_record_become_columns(tmp_path):
    record = {
        "url": "https://news.example/1",
        "text": BODY,
        "published_at": "2021-03-04T23:30:00+02:00",
        "source": "صحيفة",
        "author": "كتبت: هدى",
    }
    document = land(tmp_path / "a.ndjson", json_lines(record)).documents.row(0, named=True)
    assert document["source_uri"] == "https://news.example/1"
    assert document["published_at"] == datetime(2021, 3, 4, 21, 30, tzinfo=UTC)
    assert document["source_name"] == "صحيفة"
    assert document["byline"] == "كتبت: هدى"
    assert document["title"] is None
    assert document["raw_text"] == BODY


@pytest.mark.parametrize(
    "fields",
    [
        {"pubDate": "Mon, 10 Aug 2015 17:11:00 +0300"},
        {"datePublished": "2015-08-10T14:11:00Z"},
        {"date": "2015-08-10 14:11:00"},
        {"published_at": "10 أغسطس", "date": "2015-08-10 14:11:00"},
        {"published": "", "publish_date": "2015-08-10 14:11:00"},
    ],
)
def test_time_of_publishing_is_the_first_that_can_be_read(tmp_path, fields):
    landed = land(tmp_path / "a.jsonl", json_lines({"text": BODY, **fields}))
    assert landed.documents["published_at"].item() == datetime(2015, 8, 10, 14, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("fetched", "expected"),
    [
        ("2015-07-21 02:51:32", datetime(2015, 7, 21, 2, 51, 32, tzinfo=UTC)),
        ("2031-01-01", LANDED_AT),
        ("yesterday", LANDED_AT),
    ],
)
def test_time_a_crawler_had_it_is_no_day_of_publication(tmp_path, fetched, expected):
    landed = land(tmp_path / "a.jsonl", json_lines({"text": BODY, "date_extracted": fetched}))
    assert landed.documents.select("published_at", "fetched_at").rows() == [(None, expected)]


def test_broken_json_on_one_line_keeps_its_neighbours(tmp_path):
    path = tmp_path / "a.jsonl"
    landed = land(
        path, json_lines({"text": BODY}) + '{"text": "اليو\n' + json_lines({"text": TITLE})
    )
    assert landed.documents["source_uri"].to_list() == [f"{path}#L1", f"{path}#L3"]
    assert landed.rejected.select("source_uri", "reason").rows() == [
        (f"{path}#L2", "malformed_record")
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'["text"]', "malformed_record"),
        (b'{"headline": "x"}', "malformed_record"),
        (b'{"text": 12}', "malformed_record"),
        (b'{"text": null}', "malformed_record"),
        (b"[" * 100_000, "malformed_record"),
        (b'{"text": ""}', "empty"),
        (b'{"text": "\\u0627\\u0644\\u0000"}', "undecodable"),
        (b'{"text": "\\u0627\\u0644\\ud800"}', "undecodable"),
        (b'{"text": "caf\xe9 au lait"}', "undecodable"),
        (b'{"text": "in English only"}', "not_arabic"),
    ],
)
def test_json_line_without_an_article_is_refused_by_itself(tmp_path, line, reason):
    landed = land(tmp_path / "a.jsonl", line + b"\n\n" + json_lines({"text": BODY}).encode())
    assert landed.rejected["reason"].to_list() == [reason]
    assert landed.documents["raw_text"].to_list() == [BODY]


def test_json_line_over_the_limit_is_refused_by_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(lines, "MAX_LINE_CHARS", 1000)
    landed = land(tmp_path / "a.jsonl", json_lines({"text": BODY * 50}, {"text": BODY}))
    assert landed.rejected["reason"].to_list() == ["too_large"]
    assert landed.documents["source_uri"].to_list() == [f"{tmp_path}/a.jsonl#L2"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1256"])
@pytest.mark.parametrize("compress", [bytes, gzip.compress])
def test_csv_reads_in_any_encoding_gzipped_or_not(tmp_path, encoding, compress):
    content = f'URL,Title,Content\nu1,{TITLE},"{BODY}\nو""انتهى"""\n'.encode(encoding)
    suffix = ".csv.gz" if compress is gzip.compress else ".csv"
    documents = land(tmp_path / f"a{suffix}", compress(content)).documents
    assert documents["raw_text"].to_list() == [f'{TITLE}\n\n{BODY}\nو"انتهى"']
    assert documents["source_uri"].to_list() == ["u1"]


def test_csv_of_semicolons_is_read(tmp_path):
    assert land(tmp_path / "a.csv", f"title;text\n{TITLE};{BODY}\n").documents.height == 1


def test_csv_without_a_text_column_is_refused_and_says_what_it_has(tmp_path):
    landed = land(tmp_path / "a.csv", f"id,headline\n1,{TITLE}\n2,{TITLE}\n")
    assert landed.documents.is_empty()
    assert landed.rejected["reason"].to_list() == ["malformed_record"]
    assert "found: id, headline" in landed.rejected["detail"].item()


def test_csv_row_of_the_wrong_width_is_refused_by_itself(tmp_path):
    rows = f'title,text\n{TITLE},{BODY},{BODY}\n\n{TITLE},"سطر\nآخر"\n,{BODY}\n'
    landed = land(tmp_path / "a.csv", rows)
    assert landed.rejected.select("source_uri", "reason").rows() == [
        (f"{tmp_path}/a.csv#L2", "malformed_record")
    ]
    assert landed.documents["source_uri"].to_list() == [
        f"{tmp_path}/a.csv#L4",
        f"{tmp_path}/a.csv#L6",
    ]


def test_csv_line_over_the_limit_is_refused_by_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(lines, "MAX_LINE_CHARS", 1000)
    landed = land(tmp_path / "a.csv", f"text\n{BODY * 50}\n{BODY}\n")
    assert landed.rejected["reason"].to_list() == ["too_large"]
    assert landed.documents.height == 1


def test_csv_with_a_header_alone_has_no_article(tmp_path):
    landed = land(tmp_path / "a.csv", "title,text\n")
    assert landed.rejected["reason"].to_list() == ["no_article_found"]


@pytest.mark.parametrize("is_gzipped", [False, True])
def test_parquet_reads_like_json_lines(tmp_path, is_gzipped):
    buffer = io.BytesIO()
    moment = datetime(2021, 3, 4, 10, tzinfo=UTC)
    pl.DataFrame(
        {"title": [TITLE, None], "text": [BODY, None], "published_at": [moment, None], "n": [1, 2]}
    ).write_parquet(buffer)
    path = tmp_path / ("a.parquet.gz" if is_gzipped else "a.parquet")
    landed = land(path, gzip.compress(buffer.getvalue()) if is_gzipped else buffer.getvalue())
    assert landed.documents.select("source_uri", "raw_text", "published_at").rows() == [
        (f"{path}#L1", f"{TITLE}\n\n{BODY}", moment)
    ]
    assert landed.rejected.select("source_uri", "reason").rows() == [
        (f"{path}#L2", "malformed_record")
    ]


@pytest.mark.parametrize("frame", [pl.DataFrame({"headline": [TITLE]}), None])
def test_parquet_that_holds_no_text_is_refused(tmp_path, frame):
    path = tmp_path / "a.parquet"
    if frame is None:
        path.write_bytes(b"not parquet at all")
    else:
        frame.write_parquet(path)
    landed = read_file(path, LANDED_AT)
    assert landed.rejected["reason"].to_list() == ["malformed_record"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2015-08-10", datetime(2015, 8, 10, tzinfo=UTC)),
        ("2015-08-10 17:11:00", datetime(2015, 8, 10, 17, 11, tzinfo=UTC)),
        ("2015-08-10T17:11:00Z", datetime(2015, 8, 10, 17, 11, tzinfo=UTC)),
        ("Mon, 10 Aug 2015 17:11:00 +0300", datetime(2015, 8, 10, 14, 11, tzinfo=UTC)),
        (date(2015, 8, 10), datetime(2015, 8, 10, tzinfo=UTC)),
        ("0001-01-01T00:00:00+05:00", None),
        ("yesterday", None),
        (1439200000, None),
        (None, None),
    ],
)
def test_publication_time_is_read_as_utc(value, expected):
    assert parse_timestamp(value) == expected
