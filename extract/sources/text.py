"""Reads `.txt`: one article a file, no fields."""

import hashlib
from collections.abc import Iterator
from io import BufferedReader

from extract.sources.decoding import UndecodableError, decode
from extract.sources.records import MAX_DOCUMENT_BYTES, Record, Rejection, digest

MEDIA_TYPE = "text/plain"
_CHUNK_BYTES = 1 << 20


def read_text(stream: BufferedReader, source_uri: str) -> Iterator[Record | Rejection]:
    """Read the one article of a text file.

    A file over the limit is hashed in chunks and refused, never held in memory.

    Args:
        stream: The file's bytes, decompressed, at their beginning.
        source_uri: The file's path as given.

    Yields:
        One item.
    """
    content = stream.read(MAX_DOCUMENT_BYTES + 1)
    if len(content) > MAX_DOCUMENT_BYTES:
        yield _too_large(content, stream, source_uri)
        return
    try:
        decoded = decode(content)
    except UndecodableError as error:
        yield Rejection(source_uri, "undecodable", str(error), digest(content))
        return
    yield Record(source_uri, decoded.text, decoded.media_type(MEDIA_TYPE))


def _too_large(head: bytes, rest: BufferedReader, source_uri: str) -> Rejection:
    sha256 = hashlib.sha256(head)
    size = len(head)
    while chunk := rest.read(_CHUNK_BYTES):
        sha256.update(chunk)
        size += len(chunk)
    detail = f"{size:,} bytes; the limit is {MAX_DOCUMENT_BYTES:,}"
    return Rejection(source_uri, "too_large", detail, sha256.hexdigest())
