"""Reads files of records: JSON lines, CSV and Parquet, one article a record.

One bad record is rejected by itself: the records around it are kept. What the fields are called
belongs in `fields`.
"""

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator
from io import BufferedReader, TextIOWrapper

import polars as pl

from extract.sources.decoding import UndecodableError, open_text, settle
from extract.sources.fields import FIELD_NAMES, build_record, missing_text
from extract.sources.lines import MAX_LINE_CHARS, LongLine, read_line, read_lines
from extract.sources.records import Record, Rejection, digest

PARQUET_BATCH_ROWS = 2_000
_FIELD_SEPARATOR = "\x1f"


def read_jsonl(stream: BufferedReader, mark: bytes, path: str) -> Iterator[Record | Rejection]:
    """Read JSON lines; blank lines are no records.

    Args:
        stream: The file's bytes, decompressed, at their beginning.
        mark: The stream's first bytes, which tell UTF-16.
        path: The file's path as given, for records without an address.

    Yields:
        One item a line that is not blank.
    """
    with open_text(stream, mark, newline="\n") as text:
        for number, line in enumerate(read_lines(text), start=1):
            uri = f"{path}#L{number}"
            if isinstance(line, LongLine):
                yield line.reject(uri)
            elif line.strip():
                yield _read_json_line(line, text.encoding, uri)


def _read_json_line(line: str, charset: str, uri: str) -> Record | Rejection:
    try:
        decoded = settle(line, charset)
        fields = json.loads(decoded.text)
    except UndecodableError as error:
        return Rejection(uri, "undecodable", str(error), _digest_text(line))
    except (ValueError, RecursionError) as error:
        return Rejection(uri, "malformed_record", f"not JSON: {error}", _digest_text(line))
    if not isinstance(fields, dict):
        detail = f"a JSON {type(fields).__name__}, not an object"
        return Rejection(uri, "malformed_record", detail, _digest_text(line))
    named = {name.strip().lower(): value for name, value in fields.items()}
    return build_record(named, uri, decoded.media_type("application/x-ndjson"))


def read_csv(stream: BufferedReader, mark: bytes, path: str) -> Iterator[Record | Rejection]:
    """Read CSV under a header line; commas, semicolons or tabs, whichever the header has most of.

    Args:
        stream: The file's bytes, decompressed, at their beginning.
        mark: The stream's first bytes, which tell UTF-16.
        path: The file's path as given, for records without an address.

    Yields:
        One item a record, or one for the file when its header names no text column.
    """
    with open_text(stream, mark, newline="") as text:
        yield from _read_csv_text(text, path)


def _read_csv_text(text: TextIOWrapper, path: str) -> Iterator[Record | Rejection]:
    line = read_line(text)
    if isinstance(line, LongLine):
        yield line.reject(path)
        return
    delimiter = max(",;\t", key=line.count)
    header = [name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter), [])]
    if flaw := missing_text(header):
        yield Rejection(path, "malformed_record", flaw, _digest_text(line))
        return
    yield from _read_csv_rows(text, header, delimiter, path)


def _read_csv_rows(
    text: TextIOWrapper, header: list[str], delimiter: str, path: str
) -> Iterator[Record | Rejection]:
    long_lines: list[LongLine] = []
    rows = csv.reader(_blank_long_lines(read_lines(text), long_lines), delimiter=delimiter)
    while True:
        uri = f"{path}#L{rows.line_num + 2}"
        # The limit is one for the whole process, so it is set where it is relied on.
        csv.field_size_limit(MAX_LINE_CHARS)
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Rejection(uri, "malformed_record", f"not CSV: {error}", digest(uri))
            continue
        if row is None:
            return
        if long_lines:
            yield long_lines.pop().reject(uri)
        elif row:
            yield _read_csv_row(row, header, text.encoding, uri)


def _blank_long_lines(lines: Iterable[str | LongLine], long_lines: list[LongLine]) -> Iterator[str]:
    for line in lines:
        if isinstance(line, LongLine):
            long_lines.append(line)
            yield "\n"
        else:
            yield line


def _read_csv_row(row: list[str], header: list[str], charset: str, uri: str) -> Record | Rejection:
    # Decoded as one: a title alone may be too short to tell its charset.
    joined = _FIELD_SEPARATOR.join(row)
    if len(row) != len(header):
        detail = f"{len(row)} fields where the header has {len(header)}"
        return Rejection(uri, "malformed_record", detail, _digest_text(joined))
    try:
        decoded = settle(joined, charset)
    except UndecodableError as error:
        return Rejection(uri, "undecodable", str(error), _digest_text(joined))
    fields = dict(zip(header, decoded.text.split(_FIELD_SEPARATOR), strict=False))
    return build_record(fields, uri, decoded.media_type("text/csv"))


def read_parquet(source: BufferedReader, path: str) -> Iterator[Record | Rejection]:
    """Read Parquet, a bounded number of rows at a time.

    Args:
        source: The file's bytes, decompressed, seekable.
        path: The file's path as given, for records without an address.

    Yields:
        One item a row, or one for the file when it is not Parquet or has no text column.
    """
    try:
        frame = pl.scan_parquet(source)
        columns = {name: name.strip().lower() for name in frame.collect_schema()}
        flaw = missing_text(columns.values())
    except (pl.exceptions.PolarsError, OSError) as error:
        flaw = f"not Parquet: {error}"
    if flaw:
        yield Rejection(path, "malformed_record", flaw, _digest_stream(source))
        return
    chosen = {old: new for old, new in columns.items() if new in FIELD_NAMES}
    wanted = frame.select(pl.col(old).alias(new) for old, new in chosen.items())
    number = 0
    while (batch := wanted.slice(number, PARQUET_BATCH_ROWS).collect()).height:
        for fields in batch.iter_rows(named=True):
            number += 1
            yield build_record(fields, f"{path}#L{number}", "application/vnd.apache.parquet")


def _digest_text(text: str) -> str:
    return digest(text.encode("utf-8", "backslashreplace"))


def _digest_stream(stream: BufferedReader) -> str:
    stream.seek(0)
    sha256 = hashlib.sha256()
    while chunk := stream.read(1 << 20):
        sha256.update(chunk)
    return sha256.hexdigest()
