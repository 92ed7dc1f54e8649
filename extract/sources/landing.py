"""Landed files to `documents`: which files there are, and which reader reads each.

What a record is and when it is refused belongs in `records`; a format's own reading in `text` and
`tabular`.
"""

import gzip
import hashlib
import io
import os
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import polars as pl

from extract.sources.records import LandedFile, Record, Rejection, build_frames, digest
from extract.sources.tabular import read_csv, read_jsonl, read_parquet
from extract.sources.text import read_text

BATCH_ROWS = 2_000
SUFFIXES = (".txt", ".jsonl", ".ndjson", ".csv", ".parquet")


def find_files(paths: Iterable[str | Path]) -> list[Path]:
    """List the files to read under some paths, folders searched through, hidden ones left out.

    Args:
        paths: Files and folders; a file named here is taken even if hidden.

    Returns:
        Sorted paths, each once, beginning with the path it was found under.

    Raises:
        FileNotFoundError: When a path is not there; the message names it.
    """
    found: set[Path] = set()
    for path in map(Path, paths):
        if path.is_dir():
            found.update(_files_under(path))
        elif path.exists():
            found.add(path)
        else:
            message = f"no such file or folder: {path}"
            raise FileNotFoundError(message)
    return sorted(found)


def _files_under(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files = (Path(parent, name) for name in names if not name.startswith("."))
        yield from (path for path in files if path.is_file())


def read_file(path: Path, landed_at: datetime) -> LandedFile:
    """Read a landed file whole; see `read_batches` for large ones.

    Args:
        path: A `.txt`, `.jsonl`, `.ndjson`, `.csv` or `.parquet` file, gzipped (`.gz`) or not.
        landed_at: When it landed, aware; becomes `seen_at`, and `fetched_at` of records that do not
            give an earlier one.

    Returns:
        Every article and every refusal of the file; whatever is wrong with the file is a refusal.
    """
    batches = list(read_batches(path, landed_at))
    return LandedFile(
        documents=pl.concat([batch.documents for batch in batches]),
        rejected=pl.concat([batch.rejected for batch in batches]),
    )


def read_batches(
    path: Path, landed_at: datetime, batch_rows: int = BATCH_ROWS
) -> Iterator[LandedFile]:
    """Read a landed file in batches of bounded size.

    Args:
        path: As for `read_file`.
        landed_at: As for `read_file`.
        batch_rows: Most articles and refusals a batch holds.

    Yields:
        At least one batch; together they hold what `read_file` gives.
    """
    landed_at = landed_at.astimezone(UTC)
    items = _read_items(path)
    batch = list(islice(items, batch_rows))
    while True:
        yield build_frames(batch, landed_at)
        batch = list(islice(items, batch_rows))
        if not batch:
            return


def _read_items(path: Path) -> Iterator[Record | Rejection]:
    """Every item of a file; one refusal where it holds none, or where its bytes can not be had."""
    uri = path.as_posix()
    count = 0
    try:
        for item in _dispatch(path, uri):
            count += 1
            yield item
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        detail = f"broken gzip after {count} records: {error}"
        yield Rejection(uri, "undecodable", detail, _digest_file(path))
        return
    except OSError as error:
        yield Rejection(uri, "unreadable", error.strerror or str(error), digest(uri))
        return
    if not count:
        yield Rejection(uri, "no_article_found", "no records in the file", _digest_file(path))


def _dispatch(path: Path, uri: str) -> Iterator[Record | Rejection]:
    name = path.name.lower()
    is_gzipped = name.endswith(".gz")
    suffix = Path(name.removesuffix(".gz")).suffix
    if suffix not in SUFFIXES:
        detail = f"{suffix or 'no suffix'}; readable are {', '.join(SUFFIXES)} and these with .gz"
        yield Rejection(uri, "unsupported_format", detail, _digest_file(path))
        return
    with path.open("rb") as file:
        # Wrapped, since GzipFile's own peek may give fewer bytes than asked for.
        stream: io.BufferedReader = file
        if is_gzipped:
            stream = io.BufferedReader(gzip.GzipFile(fileobj=file))
        mark = stream.peek(4)[:4]
        if not mark:
            yield Rejection(uri, "empty", "an empty file", digest(b""))
        elif suffix == ".txt":
            yield from read_text(stream, uri)
        elif suffix == ".csv":
            yield from read_csv(stream, mark, uri)
        elif suffix == ".parquet":
            yield from read_parquet(_seekable(stream, is_gzipped), uri)
        else:
            yield from read_jsonl(stream, mark, uri)


def _seekable(stream: io.BufferedReader, is_gzipped: bool) -> io.BufferedReader:
    # A Parquet file is read from its end; gzip only runs forward.
    return io.BufferedReader(io.BytesIO(stream.read())) if is_gzipped else stream


def _digest_file(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
