"""Lines of a text stream, none of them longer than memory should hold."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper

from extract.sources.records import MAX_DOCUMENT_BYTES, Rejection

# JSON may escape each letter into six characters, hence more room than a document has.
MAX_LINE_CHARS = 2 * MAX_DOCUMENT_BYTES
_PIECE_CHARS = 1 << 20


@dataclass(frozen=True)
class LongLine:
    """A line over `MAX_LINE_CHARS`, read past in pieces and known by its size and digest."""

    size: int
    sha256: str

    def reject(self, uri: str) -> Rejection:
        """Say that the record at `uri` is too large."""
        detail = f"a record of {self.size:,} characters; the limit is {MAX_LINE_CHARS:,}"
        return Rejection(uri, "too_large", detail, self.sha256)


def read_line(text: TextIOWrapper) -> str | LongLine:
    """Read the next line with its end; the empty string where the stream is at its end."""
    line = text.readline(MAX_LINE_CHARS)
    if len(line) < MAX_LINE_CHARS or line.endswith("\n"):
        return line
    sha256 = hashlib.sha256()
    size = 0
    while line:
        sha256.update(line.encode("utf-8", "surrogateescape"))
        size += len(line)
        line = "" if line.endswith("\n") else text.readline(_PIECE_CHARS)
    return LongLine(size, sha256.hexdigest())


def read_lines(text: TextIOWrapper) -> Iterator[str | LongLine]:
    """Read the lines that are left."""
    while line := read_line(text):
        yield line
